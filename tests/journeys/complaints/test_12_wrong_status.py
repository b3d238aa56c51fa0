"""A receipt was taken for an interview, "unable to offer" for an offer, an advert for a call.

Told in ymuromcev/ai-job-searcher#49 (a receipt, three times), JustAJobApp/jobseeker-analytics#603,
career-ops-hq/career-ops#1620 (offers), #2100 (rejections in few words) and #1585 (adverts).
"""

import pytest

from tests.journeys.complaints.candidate import APPLIED, Candidate, mail

RELAY = "Corbel Hiring <no-reply@greenhouse.io>"
WRITTEN, READ = "2026-03-09 09:00", "2026-03-09 09:05"
RECEIPTS = (
    "Thank you for applying to Corbel. We have received your application and will review it.",
    "Your application to Corbel was submitted. If it fits, we will invite you to an interview.",
    "We have your application. Interviews at Corbel take place from 24 March. We will be in touch.",
)
REFUSALS = (
    "Unfortunately, we are unable to offer you the position.",
    "I regret that we cannot make you an offer.",
    "We will not be sending you an offer letter, as another candidate was chosen.",
)
FEW_WORDS = (
    "We will not be proceeding with your application.",
    "Your application was not successful on this occasion.",
    "We regret to inform you that you have not been selected.",
    "After careful thought we are going with somebody whose experience is closer to the role.",
    "The position has been filled.",
)
NO_REJECTIONS = (
    "Unfortunately I cannot make Thursday. Would Friday at 2pm suit you?",
    "I am sorry for the delay, we have not decided yet.",
    "We regret to inform you that the lift is out of order; please take the stairs.",
)
ADVERTS = (
    "New jobs for you: interview this week! Apply now. Unsubscribe",
    "You are invited to our webinar on how to shine in an interview. Register here. Unsubscribe",
    "Be first in the queue for interviews: complete your profile today. Unsubscribe",
)


APPLIED_ONLY, WROTE = "I applied", "They wrote to me: Lena Ruiz, by e-mail"


def received(marta: Candidate, text: str, **headers: str) -> list[str]:
    """Let a message come in; return what the page Mail says of it."""
    marta.comes(mail(text, WRITTEN, **headers), WRITTEN)
    marta.at(READ)
    return marta.shown()


@pytest.fixture
def corbel(marta: Candidate) -> str:
    """Return the uid of the opportunity at Corbel, where Marta has only applied."""
    uid = marta.pursues(events=APPLIED)
    marta.connects()
    return uid


def test_three_receipts_are_three_receipts_and_no_interview(marta: Candidate, corbel: str) -> None:
    before = marta.stage(corbel)
    for number, text in enumerate(RECEIPTS):
        on = f"2026-03-09 08:0{number}"
        marta.comes(mail(text, on, "Corbel: your application", RELAY), on)
    today = marta.at(READ)
    assert [said.split(" · ")[0] for said in marta.shown()] == ["A receipt"] * 3
    assert marta.stage(corbel) == before
    assert marta.happened(corbel)[1:] == ["An automatic answer came: by e-mail"] * 3
    assert "word from you" not in today.text


@pytest.mark.parametrize("text", REFUSALS)
def test_who_is_unable_to_offer_offers_nothing(marta: Candidate, corbel: str, text: str) -> None:
    (said,) = received(marta, text)
    assert said.startswith("A rejection")
    assert "They said no?" in said
    assert "They made an offer" not in said
    assert corbel


@pytest.mark.parametrize("text", FEW_WORDS)
def test_a_no_in_few_words_is_a_no(marta: Candidate, corbel: str, text: str) -> None:
    (said,) = received(marta, text)
    assert "They said no?" in said
    assert corbel


@pytest.mark.parametrize("text", NO_REJECTIONS)
def test_regret_alone_is_no_rejection(marta: Candidate, corbel: str, text: str) -> None:
    (said,) = received(marta, text)
    assert "They said no" not in said
    assert corbel


@pytest.mark.parametrize("text", ADVERTS)
def test_an_advert_says_nothing_though_it_comes_from_the_employer(
    marta: Candidate, corbel: str, text: str
) -> None:
    many = {"sender": "Corbel <news@corbel.example>", "list_unsubscribe": "<https://x.example>"}
    (said,) = received(marta, text, **many)
    assert said.startswith("A newsletter")
    assert marta.happened(corbel) == [APPLIED_ONLY]


@pytest.mark.parametrize("text", [*REFUSALS, *FEW_WORDS, "We are delighted to offer you the job."])
def test_whatever_it_was_taken_for_only_i_can_change_where_things_stand(
    marta: Candidate, corbel: str, text: str
) -> None:
    (said,) = received(marta, text)
    assert "Yes, write it down" in said
    assert marta.happened(corbel) == [APPLIED_ONLY, WROTE]
