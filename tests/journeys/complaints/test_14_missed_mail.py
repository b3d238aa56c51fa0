"""Most of the mail that mattered was never seen: it lay further back, elsewhere, or in a crowd.

Told in DaKheera47/job-ops#658, strelov1/freehire#1531 (431 of 3,297 messages seen, 739 missed) and
JustAJobApp/jobseeker-analytics#621 and #600.

Bounded on purpose: a first look goes back as many days as its page says; folders of one's own,
junk and trash stay closed unless they are chosen; and only the head is read of what is neither tied
to the hunt by it nor from a service that employers hire with: it can be brought along by hand.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from afterword.mailbox.box import Use
from tests.journeys.complaints.candidate import APPLIED, DUE, Candidate, lena_of, mail, to_do
from tests.journeys.mail.letters import MARTA
from tests.journeys.serving import moment

EMPLOYERS = ("Corbel", "Halden", "Riverside")
ALL, EVERY, SHOWN = 3297, 16, 50
READ, EARLIER = "2026-03-09 12:00", "2026-02-20 09:00"
TEXT = "Hello Marta,\n\nwe at {name} are still talking to others.\n\nKind regards"
NO = "Thank you for your interest in Corbel. We have decided to move forward with other candidates."
SERVICE = "Hiring <no-reply@greenhouse.io>"


def shapes(name: str) -> Iterator[dict[str, str]]:
    """Yield what a letter of the hunt may look like, each found for another reason."""
    low = name.lower()
    yield {"sender": f"Lena <lena@{low}.example>"}
    yield {"sender": f"Ann <ann@{low}.example>"}  # from where Lena is
    yield {"sender": f"{name} <no-reply@hire.lever.co>", "subject": "Your application"}
    yield {"sender": SERVICE, "subject": f"{name}: your application"}
    yield {"sender": f"Jo <jo@{low}.test>"}  # a domain of that name
    yield {"sender": "Pat <pat@agency.example>", "cc": f"lena@{low}.example"}
    yield {"sender": "Jo <jo@elsewhere.example>", "in_reply_to": f"<{low}@home.example>"}


LETTERS = [(name, shape) for name in EMPLOYERS for shape in shapes(name)]
NOISE = (
    {"sender": "Mum <mum@family.example>", "subject": "Sunday"},
    {"sender": "Shop <news@shop.example>", "subject": "Sale", "list_id": "<shop>"},
    {"sender": "Board <jobs@board.example>", "subject": "New jobs at Corbel", "list_id": "<jobs>"},
    {"sender": "Bank <no-reply@bank.example>", "subject": "Your statement"},
    {"sender": "Corbelia <info@corbelia.example>", "subject": "Corbelia in bloom"},
)


@pytest.fixture
def applied(marta: Candidate) -> Candidate:
    """Return Marta, who has written to Lena at each employer, and is about to connect."""
    for name in EMPLOYERS:
        marta.pursues(name, people=(lena_of(name),), events=APPLIED)
        own = {"sender": MARTA, "to": lena_of(name)["email"]}
        thread = {"message_id": f"<{name.lower()}@home.example>"}
        marta.comes(mail("Here I am.", EARLIER, "Hello", **own, **thread), EARLIER, "Sent")
    marta.keeper.memory.make("Archive", Use.ARCHIVE)
    return marta


def fill(marta: Candidate) -> int:
    """Fill inbox and archive over the weeks before; return how many of it are of the hunt."""
    hunt = 0
    for number in range(ALL):
        on = moment(READ) - timedelta(minutes=20 * (ALL - number))
        name, shape = LETTERS[hunt % len(LETTERS)]
        is_ours = number % EVERY == 0
        text = TEXT.format(name=name) if is_ours else "Hello."
        raw = mail(text, f"{on:%Y-%m-%d %H:%M}", **(shape if is_ours else NOISE[number % 5]))
        marta.keeper.put(("INBOX", "Archive")[number % 32 > 15], raw, on)
        hunt += is_ours
    return hunt


def test_of_thousands_a_first_look_misses_none_of_the_hunt_and_keeps_nothing_else(
    applied: Candidate,
) -> None:
    hunt = fill(applied)
    applied.connects()
    applied.at(READ)
    assert hunt == 207
    assert f"{hunt - SHOWN} older messages are not shown." in applied.browser.open("mail").text


def test_what_came_before_an_opportunity_was_written_down_is_found_then(marta: Candidate) -> None:
    marta.comes(mail(TEXT.format(name="Corbel"), "2026-03-05 09:00"), "2026-03-05 09:00")
    marta.connects()
    marta.at(READ)
    assert marta.shown() == []
    marta.pursues(events=APPLIED)
    marta.at("2026-03-09 12:05")
    assert len(marta.shown()) == 1


def test_what_is_further_back_than_the_page_says_is_found_when_i_say_further(
    marta: Candidate,
) -> None:
    marta.pursues(events=({"on": "2025-11-20", "kind": "applied"},))
    marta.connects()
    marta.comes(mail(TEXT.format(name="Corbel"), "2025-12-01 09:00"), "2025-12-01 09:00")
    marta.at(READ)
    assert marta.shown() == []
    assert 'name="back" value="60"' in marta.browser.open("mailbox").html
    marta.browser.post("mailbox", do="wish", which="usual", back="120", drafts="yes")
    marta.at("2026-03-09 12:05")
    assert len(marta.shown()) == 1


def test_a_folder_of_my_own_is_read_once_i_choose_it(marta: Candidate) -> None:
    marta.pursues(events=APPLIED)
    marta.keeper.make("Jobs")
    marta.connects()
    marta.comes(mail(TEXT.format(name="Corbel"), READ), READ, "Jobs")
    marta.at(READ)
    assert marta.shown() == []
    chosen = ["INBOX", "Sent", "Jobs"]
    marta.browser.post("mailbox", do="wish", which="these", folder=chosen, back="60", drafts="yes")
    marta.at("2026-03-09 12:05")
    assert len(marta.shown()) == 1


def test_where_all_mail_lies_in_one_folder_that_one_is_read(marta: Candidate) -> None:
    marta.pursues(events=APPLIED)
    marta.keeper.memory.make("[Gmail]/All Mail", Use.ALL)
    marta.connects()
    marta.comes(mail(TEXT.format(name="Corbel"), READ), READ, "[Gmail]/All Mail")
    marta.at(READ)
    assert len(marta.shown()) == 1


def test_a_no_that_a_service_sends_and_that_names_the_employer_in_its_text_alone_is_seen(
    marta: Candidate,
) -> None:
    marta.pursues()
    marta.connects()
    assert len(to_do(marta.at(DUE))) == 1
    when = "2026-03-16 12:02"
    marta.comes(mail(NO, when, "Your application", SERVICE), when)
    assert to_do(marta.at("2026-03-16 12:05")) == [], "a no must not be followed by a nudge"
    assert len(marta.shown()) == 1


def test_a_letter_that_nothing_in_its_head_ties_to_the_hunt_is_found_in_a_file_that_i_bring(
    marta: Candidate,
) -> None:
    uid = marta.pursues(events=APPLIED)
    marta.connects()
    raw = mail(TEXT.format(name="Corbel"), READ, "Your application", "Ann <ann@agency.example>")
    marta.comes(raw, READ)
    marta.at("2026-03-09 12:05")
    assert marta.shown() == [], "it is not opened, as docs/howto/connect-a-mailbox.md says"
    mbox = b"From x Mon Mar  9 12:00:00 2026\r\n" + raw
    marta.browser.post("mail", file=SimpleUploadedFile("mail.mbox", mbox))
    assert len(marta.shown()) == 1
    assert marta.happened(uid)[1:] == ["They wrote to me: by e-mail"]
