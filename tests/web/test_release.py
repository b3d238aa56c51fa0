"""A letter released on the pages: shown before it counts, taken back after, asked about."""

import pytest

from afterword.accounts.models import User
from afterword.journal.mailboxes import Mailbox
from afterword.journal.outgoing import Release, State
from tests.web.conftest import NOW
from tests.web.reading import Browser

STEP = "thank-you:okafor"
TEXT = "Dear Ms Okafor,\n\nthank you for the talk about the night shift.\n\nAlice"
FORM = {"host": "smtp.home.example", "port": "465", "security": "tls", "minutes": "10"}


@pytest.fixture
def mailbox(alice: User) -> Mailbox:
    """Return Alice's mailbox, connected."""
    return Mailbox.objects.create(
        owner=alice,
        address="alice@home.example",
        user="alice@home.example",
        host="imap.home.example",
        secret="sealed",  # noqa: S106  it is none
        connected=NOW,
    )


@pytest.fixture
def known(hunt: str, page: Browser) -> str:
    """Return the uid of the hunt, in which Ms Okafor's address is written down."""
    page.post(
        "person",
        hunt,
        id="okafor",
        name="Ms Adaeze Okafor",
        role="hiring-manager",
        email="okafor@riverside.example",
    )
    return hunt


def written(page: Browser, uid: str, text: str = TEXT, do: str = "release") -> str:
    """Return the page to which writing a letter leads."""
    form = {"step": STEP, "channel": "email", "subject": "Thank you", "text": text}
    return page.post("write", uid, do=do, **form).html


def test_sending_is_off_and_says_so_until_a_mailbox_is_connected(page: Browser) -> None:
    assert "none is connected" in page.open("sending").text


@pytest.mark.usefixtures("mailbox")
def test_it_is_off_until_it_is_switched_on(page: Browser, known: str) -> None:
    shown = page.open("sending")
    assert 'name="on" value="yes">' in shown.html
    assert 'value="smtp.home.example"' in shown.html
    assert "Send it for me" not in page.open("write", known, step=STEP, channel="email").text
    assert "Kept." in page.post("sending", **FORM, on="yes").text
    assert "Send it for me" in page.open("write", known, step=STEP, channel="email").text


@pytest.mark.usefixtures("mailbox")
@pytest.mark.parametrize("wrong", [{"host": ""}, {"port": "0"}, {"port": "x"}, {"minutes": "999"}])
def test_what_is_wrong_is_told_at_its_field(page: Browser, wrong: dict[str, str]) -> None:
    answer = page.post("sending", **{**FORM, **wrong})
    assert answer.status == 422
    assert "problems" in answer.html


@pytest.mark.usefixtures("mailbox")
def test_it_is_shown_word_for_word_then_released_then_taken_back(page: Browser, known: str) -> None:
    page.post("sending", **FORM, on="yes")
    shown = written(page, known)
    assert TEXT in shown
    assert "okafor@riverside.example" in shown
    assert Release.objects.count() == 0
    yes = {"step": STEP, "to": "okafor@riverside.example", "subject": "Thank you", "text": TEXT}
    done = page.post("release", known, **{**yes, "text": TEXT.replace("\n", "\r\n")})
    assert "Released. You can take it back until it leaves." in done.text
    row = Release.objects.get()
    assert (row.letter["text"], row.state) == (TEXT, State.WAITING)
    assert "on its way, leaves Tue 24 Nov, 09:00" in page.open("today").text
    assert "released already" in written(page, known)
    back = page.post("withdraw", row.uid)
    assert "Taken back." in back.text
    assert Release.objects.get().state == State.WITHDRAWN


@pytest.mark.usefixtures("mailbox")
def test_why_it_cannot_is_said_and_nothing_is_lost(page: Browser, hunt: str) -> None:
    page.post("sending", **FORM, on="yes")
    shown = written(page, hunt)
    assert "No e-mail address is written down for this person." in shown
    assert "Back to the words" in shown


@pytest.mark.usefixtures("mailbox")
def test_what_could_do_harm_needs_a_tick(page: Browser, known: str) -> None:
    page.post("sending", **FORM, on="yes")
    wrong = TEXT.replace("Ms Okafor", "[name]")
    assert "It may go all the same" in written(page, known, wrong)
    yes = {"step": STEP, "to": "okafor@riverside.example", "subject": "Thank you", "text": wrong}
    assert page.post("release", known, **yes).status == 409
    assert Release.objects.count() == 0
    page.post("release", known, **yes, confirmed="yes")
    assert Release.objects.count() == 1


@pytest.mark.usefixtures("mailbox")
def test_where_nobody_knows_the_candidate_is_asked(page: Browser, known: str) -> None:
    page.post("sending", **FORM, on="yes")
    yes = {"step": STEP, "to": "okafor@riverside.example", "subject": "Thank you", "text": TEXT}
    page.post("release", known, **yes)
    Release.objects.update(state=State.UNSURE, why="It broke off.", attempted_at=NOW)
    today = page.open("today").text
    assert "Thank Ms Adaeze Okafor by e-mail: did it reach okafor@riverside.example?" in today
    assert "Write it" not in today
    assert "did it leave?" in page.open("opportunity", known).text
    asked = page.open("released")
    assert "Did this reach okafor@riverside.example?" in asked.text
    assert "It broke off." in asked.text
    page.post("arrived", Release.objects.get().uid, answer="there")
    assert "sent" in page.open("released").text
    assert Release.objects.get().state == State.SENT


@pytest.mark.usefixtures("mailbox")
def test_on_today_it_is_on_its_way_and_can_be_taken_back_there(page: Browser, known: str) -> None:
    page.post("sending", **FORM, on="yes")
    yes = {"step": STEP, "to": "okafor@riverside.example", "subject": "Thank you", "text": TEXT}
    page.post("release", known, **yes)
    shown = page.open("today")
    assert "Nothing more to send today, and that is right." in shown.text
    assert "Thank Ms Adaeze Okafor by e-mail, Riverside Hospital: on its way" in shown.text
    assert "Do today" not in shown.text
    back = page.post("withdraw", Release.objects.get().uid, next=shown.hidden("next"))
    assert back.address == shown.address
    assert "Taken back. It will not leave." in back.text
    assert "One thing to do" in back.text


@pytest.mark.usefixtures("mailbox")
def test_its_timeline_says_so_and_proposes_it_no_more(page: Browser, known: str) -> None:
    page.post("sending", **FORM, on="yes")
    yes = {"step": STEP, "to": "okafor@riverside.example", "subject": "Thank you", "text": TEXT}
    assert "One thing to do" in page.open("opportunity", known).text
    page.post("release", known, **yes)
    shown = page.open("opportunity", known)
    assert "Nothing to do today" in shown.text
    assert "on its way, leaves Tue 24 Nov, 09:00" in shown.text
    assert f'step={STEP}" data-key="w"' not in shown.html
    back = page.post("withdraw", Release.objects.get().uid, next=shown.hidden("next"))
    assert back.address == shown.address
    assert "One thing to do" in back.text
    assert f'step={STEP}" data-key="w"' in back.html


def test_a_stranger_sees_and_settles_nothing(
    page: Browser, stranger: Browser, mailbox: Mailbox, known: str
) -> None:
    assert mailbox.address
    page.post("sending", **FORM, on="yes")
    yes = {"step": STEP, "to": "okafor@riverside.example", "subject": "Thank you", "text": TEXT}
    page.post("release", known, **yes)
    row = Release.objects.get()
    assert "Okafor" not in stranger.open("released").text
    assert stranger.post("withdraw", row.uid).status == 404
    assert stranger.post("arrived", row.uid, answer="there").status == 404
    assert stranger.post("release", known, **yes).status == 404
    assert Release.objects.get().state == State.WAITING
