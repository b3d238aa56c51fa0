"""The page of mail: what came and why, what waits for one tap, and what a person brings."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.mail.messages import messages
from afterword.actions.mail.take_message import take
from afterword.actions.preferences import preferences
from afterword.etiquette import decode
from afterword.web.views import mail
from tests.actions.mail.post import letter
from tests.web.conftest import HUNT, NOW
from tests.web.reading import Browser
from tests.web.test_security import INLINE

OKAFOR = "Adaeze Okafor <adaeze@riverside.example>"
DAY = "2026-11-23 12:30"
NO = "Thank you for coming. We have decided to move forward with other candidates."
SOON = "We need more time to decide. You will hear from us by 27 November."
MOST_QUERIES = 19
WORD = "Hello, the garden is lovely at this time of the year."


def raw(text: str, **headers: str) -> bytes:
    return letter(text, DAY, **{"subject": "Your visit", "from_": OKAFOR, **headers})


@pytest.fixture
def riverside(alice: User) -> str:
    """Return the uid of Alice's opportunity at Riverside, whose people's addresses are known."""
    people = [{**HUNT["people"][0], "email": "adaeze@riverside.example"}]  # type: ignore[index]  # a list of them
    return add_opportunity(alice, decode.from_raw({**HUNT, "people": people}), now=NOW).opportunity


def came(owner: User, text: str, **headers: str) -> str:
    """Take a message in; return its uid."""
    return take(owner, raw(text, **headers), now=NOW).message


def test_an_empty_page_says_how_to_begin(page: Browser) -> None:
    text = page.open("mail").text
    assert "Nothing yet." in text
    assert "Connect a mailbox" in text


def test_what_waits_stands_first_and_takes_one_tap(
    page: Browser, alice: User, riverside: str
) -> None:
    uid = came(alice, NO)
    shown = page.open("mail").text
    assert shown.index("These want a word from you") < shown.index("What it saw")
    assert "“" not in shown or "We have decided to move forward" in shown
    after = page.post("message", uid, do="accept", which="0")
    assert "Written down." in after.text
    assert "These want a word" not in after.text
    assert "They said no" in page.open("opportunity", riverside).text


def test_a_tap_is_taken_back_by_the_undo_that_the_page_offers(
    page: Browser, alice: User, riverside: str
) -> None:
    uid = came(alice, NO)
    undone = page.undo(page.post("message", uid, do="accept"))
    assert "These want a word from you" in undone.text
    assert riverside


def test_a_day_in_prose_is_proposed_with_its_sentence(
    page: Browser, alice: User, riverside: str
) -> None:
    uid = came(alice, SOON)
    assert "You will hear from us by 27 November." in page.open("mail").text
    page.post("message", uid, do="dismiss", which="0")
    assert "These want a word" not in page.open("mail").text
    assert "They named a day:" not in page.open("opportunity", riverside).text


def test_a_tie_asks_which(page: Browser, alice: User, riverside: str) -> None:
    other = {**HUNT["opportunity"], "role": "matron"}  # type: ignore[dict-item]  # a dictionary
    people = [{**HUNT["people"][0], "email": "adaeze@riverside.example"}]  # type: ignore[index]  # the same
    told = decode.from_raw({**HUNT, "opportunity": other, "people": people})
    second = add_opportunity(alice, told, now=NOW).opportunity
    uid = came(alice, WORD)
    shown = page.open("mail")
    assert "Which opportunity?" in shown.text
    assert f'value="{second}"' in shown.html
    page.post("message", uid, do="correct", opportunity=second)
    assert "By mail" in page.open("opportunity", second).text
    assert "By mail" not in page.open("opportunity", riverside).text


def test_who_a_stranger_is_can_be_written_down(page: Browser, alice: User, riverside: str) -> None:
    text = "Could you send your references to Riverside Hospital?"
    came(alice, text, from_="Pat Low <pat@riverside.test>")
    link = f"/opportunities/{riverside}/person?name=Pat%20Low&amp;email=pat%40riverside.test"
    assert f'href="{link}"' in page.open("mail").html
    form = page.open("person", riverside, name="Pat Low", email="pat@riverside.test")
    assert 'value="Pat Low"' in form.html
    assert 'value="pat@riverside.test"' in form.html
    page.post("person", riverside, name="Pat Low", email="pat@riverside.test")
    assert "Write down who it is" not in page.open("mail").text
    assert "Answer Pat Low" in page.open("opportunity", riverside).text


def test_none_of_them_is_an_answer_too(page: Browser, alice: User, riverside: str) -> None:
    page.post("mail", pasted="Nothing in here says who wrote it.")
    (seen,) = messages(alice, now=NOW).waiting
    page.post("message", seen.uid, do=["correct", "dismiss"])  # as the button sends it
    assert "Which opportunity?" not in page.open("mail").text
    assert riverside


def test_what_it_is_and_where_it_belongs_can_be_put_right(
    page: Browser, alice: User, riverside: str
) -> None:
    uid = came(alice, WORD)
    shown = page.open("message", uid)
    assert "The address is known there." in shown.text
    page.post("message", uid, do="correct", opportunity=riverside, kind="offer")
    assert "An offer" in page.open("mail").text
    page.post("message", uid, do="set-aside")
    assert "You took back what it said." in page.open("mail").text
    assert "By mail" not in page.open("opportunity", riverside).text


def test_the_timeline_leads_to_the_message(page: Browser, alice: User, riverside: str) -> None:
    came(alice, WORD)
    address = messages(alice, now=NOW).seen[0]
    shown = page.open("opportunity", riverside)
    assert "By mail" in shown.text
    assert page.open("message", address.uid).status == 200
    link = shown.html.partition('href="/mail/')[2].partition('"')[0]
    assert "Belongs to" in page.open("message", link).text


def test_today_says_that_something_waits(page: Browser, alice: User, riverside: str) -> None:
    assert "a word from you" not in page.open("today").text
    came(alice, NO)
    assert "One message wants a word from you." in page.open("today").text
    came(alice, SOON)
    assert "Two messages want a word from you." in page.open("today").text
    assert riverside


def test_a_message_is_pasted(page: Browser, riverside: str) -> None:
    after = page.post("mail", pasted=raw(WORD).decode())
    assert "Taken in: a message." in after.text
    assert "By mail" in page.open("opportunity", riverside).text
    assert "1 was here already." in page.post("mail", pasted=raw(WORD).decode()).text


def test_a_message_pasted_without_headers_asks_where_it_belongs(
    page: Browser, riverside: str
) -> None:
    page.post("mail", pasted="Nothing in here says who wrote it.")
    assert "Which opportunity?" in page.open("mail").text
    assert riverside


def archive(*members: tuple[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, content in members:
            file.writestr(name, content)
    return written.getvalue()


SHOP = letter("50 % off!", DAY, "Offers", from_="Shop <news@shop.example>")
MBOX = b"".join(b"From x Mon Nov 23 12:00:00 2026\n" + one + b"\n" for one in (raw(WORD), SHOP))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mail.mbox", MBOX),
        ("mail.zip", archive(("Mail/cur/1:2,S", raw(WORD)), ("Mail/new/2", SHOP))),
        ("mail.zip", archive(("a.mbox", MBOX), ("readme.txt", b"not mail"))),
    ],
)
def test_a_file_of_several_is_taken_in(
    page: Browser, riverside: str, name: str, content: bytes
) -> None:
    after = page.post("mail", file=SimpleUploadedFile(name, content))
    assert "Taken in: a message." in after.text
    assert "1 is about something else, and nothing of it was kept." in after.text
    assert riverside


def test_nothing_and_too_much_are_refused_in_words(
    page: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.post("mail").status == 422
    monkeypatch.setattr(mail, "LARGEST", 10)
    refused = page.post("mail", file=SimpleUploadedFile("a.eml", raw(WORD)))
    assert (refused.status, "too large" in refused.text) == (422, True)
    broken = SimpleUploadedFile("a.zip", b"PK\x03\x04")
    assert page.post("mail", file=broken).status == 422


def test_words_are_kept_only_when_the_person_says_so(
    page: Browser, alice: User, riverside: str
) -> None:
    page.post("mail", do="bodies", bodies="yes")
    alice.refresh_from_db()
    assert preferences(alice).mail_bodies
    uid = came(alice, WORD)
    assert WORD in page.open("message", uid).text
    page.post("mail", do="bodies")
    alice.refresh_from_db()
    assert not preferences(alice).mail_bodies
    assert riverside


def test_what_is_in_a_message_is_shown_as_text(page: Browser, alice: User, riverside: str) -> None:
    script = "<script>alert(1)</script>"
    uid = came(alice, NO, subject=script, from_=f'"{script}" <adaeze@riverside.example>')
    for shown in (page.open("mail"), page.open("message", uid)):
        assert script not in shown.html
        assert INLINE.findall(shown.html) == []
        assert "alert(1)" in shown.text
    assert riverside


def test_a_stranger_neither_sees_nor_answers_it(
    page: Browser, alice: User, stranger: Browser, riverside: str
) -> None:
    uid = came(alice, NO)
    assert stranger.open("message", uid).status == 404
    for do in ("accept", "dismiss", "correct", "set-aside", "nonsense"):
        answer = stranger.client.post(reverse("message", args=(uid,)), {"do": do})
        assert answer.status_code == 404
    assert "Okafor" not in stranger.open("mail").text
    assert page.post("message", uid, do="nonsense").status == 404
    assert len(messages(alice, now=NOW).waiting) == 1
    assert riverside


def test_however_much_came_the_page_asks_the_database_as_often(
    page: Browser, alice: User, riverside: str
) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as caught:
            page.open("mail")
        return len(caught)

    came(alice, NO)
    came(alice, WORD)
    few = counted()
    for number in range(20):
        came(alice, f"{NO} {number}")
        came(alice, f"{WORD} {number}")
    assert counted() == few
    assert few <= MOST_QUERIES
    assert riverside
