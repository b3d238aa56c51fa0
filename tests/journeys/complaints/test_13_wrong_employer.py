"""Mail of many employers was filed under the service that sent it, or under one of a like name.

Told in strelov1/freehire#1193 (23 mails of 23 employers under "Workable", which then could never
look silent), #1192 (like names) and #706 (no sender's domain was the employer's), and
harshdwivediiiii/pathfinder-ai#2783 (two roles at one employer made one).
"""

import pytest

from tests.journeys.complaints.candidate import APPLIED, CHECK_IN, DUE, Candidate, lena_of, mail
from tests.journeys.complaints.candidate import cards as cards_of

WORKABLE = "Workable <no-reply@workablemail.com>"
RECEIPT = "We have received your application and will look at it soon."
WRITTEN, READ = "2026-03-16 11:00", "2026-03-16 12:00"
EMPLOYERS = (
    *("Alder", "Birchway", "Corbel", "Dunmore", "Eastgate", "Fenwick", "Garnet", "Halden"),
    *("Inverlea", "Juniper", "Kestrel", "Larkfield", "Moorhouse", "Northwind", "Oakhurst"),
    *("Pellworth", "Quayside", "Rowan", "Stanmore", "Tidewell", "Ullswater", "Vale", "Westray"),
)
WROTE, AUTOMATIC = "They wrote to me: by e-mail", "An automatic answer came: by e-mail"
SERVICES = (
    "Hiring <no-reply@us.greenhouse-mail.io>",
    "Hiring <mail@hire.lever.co>",
    "Hiring <notifications@ashbyhq.com>",
    "Hiring <corbel@myworkday.com>",
    "Tom Ode <tom@agency.example>",
)


def test_of_23_mails_that_one_service_sent_each_goes_to_its_own_employer(marta: Candidate) -> None:
    uids = [marta.pursues(name, people=(), events=APPLIED) for name in EMPLOYERS]
    service = marta.pursues("Workable", people=(lena_of("Workable"),))
    marta.connects()
    for name in EMPLOYERS:
        marta.comes(mail(RECEIPT, WRITTEN, f"Thanks for applying to {name}", WORKABLE), WRITTEN)
    today = marta.at(READ)
    assert len(EMPLOYERS) == 23
    assert [marta.happened(uid)[1:] for uid in uids] == [[AUTOMATIC]] * 23
    assert not any("automatic" in one for one in marta.happened(service))
    assert f'id="item-{service}-{CHECK_IN}"' in today.html, "it is silent, and may be asked"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Avra", "Avail"),
        ("TeamEx", "TeamViewer"),
        ("TeamViewer", "TeamEx"),
        ("Haldenburg", "Halden"),
    ],
)
def test_a_name_that_is_like_another_is_another(marta: Candidate, right: str, wrong: str) -> None:
    wrong_uid = marta.pursues(wrong, people=(), events=APPLIED)
    right_uid = marta.pursues(right, people=(), events=APPLIED)
    marta.connects()
    marta.comes(mail(RECEIPT, WRITTEN, f"Your application to {right}", WORKABLE), WRITTEN)
    marta.at(READ)
    assert marta.happened(right_uid)[1:] == [AUTOMATIC]
    assert marta.happened(wrong_uid)[1:] == []


def test_an_employer_whose_name_is_part_of_anothers_is_asked_about(marta: Candidate) -> None:
    for name in ("Corbel", "Corbel Foods"):
        marta.pursues(name, people=(), events=APPLIED)
    marta.connects()
    marta.comes(mail(RECEIPT, WRITTEN, "Your application to Corbel Foods", WORKABLE), WRITTEN)
    marta.at(READ)
    (said,) = marta.shown()
    assert "Which opportunity?" in said


@pytest.mark.parametrize("sender", SERVICES)
def test_whoever_writes_for_an_employer_need_not_have_its_domain(
    marta: Candidate, sender: str
) -> None:
    uid = marta.pursues(events=APPLIED)
    marta.connects()
    text = "Hello Marta,\n\nwe are still talking to others.\n\nTom"
    marta.comes(mail(text, WRITTEN, "Corbel: how things stand", sender), WRITTEN)
    marta.at(READ)
    assert marta.happened(uid)[1:] == [WROTE]


def test_two_roles_at_one_employer_are_never_chosen_between(marta: Candidate) -> None:
    planner, analyst = (marta.pursues(role=role) for role in ("planner", "analyst"))
    marta.connects()
    marta.at("2026-03-16 10:00")
    marta.comes(mail("Hello Marta,\n\nwe have not forgotten you.\n\nLena", WRITTEN), WRITTEN)
    today = marta.at(READ)
    assert "One message wants a word from you." in today.text
    assert CHECK_IN not in today.html, "until it is known, neither is asked"
    ((message, said),) = cards_of(marta.browser.open("mail"))
    assert "Which opportunity? It fits each of these equally well." in said
    marta.browser.post("message", message, do="correct", opportunity=analyst)
    wrote = "They wrote to me: Lena Ruiz, by e-mail"
    assert wrote in marta.happened(analyst)
    assert wrote not in marta.happened(planner)


def test_a_letter_that_names_one_of_two_roles_belongs_there(marta: Candidate) -> None:
    planner, analyst = (marta.pursues(role=role) for role in ("planner", "analyst"))
    marta.connects()
    text = "Hello Marta,\n\nabout the analyst role: we need more time.\n\nLena"
    marta.comes(mail(text, WRITTEN), WRITTEN)
    marta.at(DUE)
    assert "They wrote to me: Lena Ruiz, by e-mail" in marta.happened(analyst)
    assert "They wrote to me: Lena Ruiz, by e-mail" not in marta.happened(planner)
