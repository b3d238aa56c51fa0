"""What a person is told of what goes wrong, and in which language."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword import mailbox, tongue
from afterword.mailbox import agenda, outgoing, trouble
from afterword.mailbox.trouble import Trouble
from tests.web.test_languages import spoken

MODULES = sorted(Path(*mailbox.__path__).glob("*.py"))
# What nobody is told as it stands: names of folders, and what a ValueError says to a program.
UNSPOKEN = {"agenda.py", "folders.py"}


@pytest.fixture
def bracketed() -> Iterator[None]:
    """Let everything be said in a language of brackets."""
    before = tongue.TONGUE.text, tongue.TONGUE.number
    tongue.speak("⟦{}⟧".format, lambda one, many, count: f"⟦{one if count == 1 else many}⟧")
    yield
    tongue.speak(*before)


def told(kind: type[Trouble]) -> str:
    """Return what a trouble says of a server `a.` with a reason `b.`."""
    if kind is trouble.Doubtful:
        return str(trouble.Doubtful("a", 20, 0))
    count = kind.__init__.__code__.co_argcount - 1
    return str(kind(*["a.", "b."][:count]))


def test_what_a_server_says_becomes_a_sentence() -> None:
    told = str(trouble.NotLetIn("imap.x.example", "[ALERT] app password\r\nrequired"))
    assert told.startswith("imap.x.example did not let us in: app password required. Check")


def test_without_a_reason_that_is_said_too() -> None:
    assert "it gave no reason. Check" in str(trouble.NotLetIn("imap.x.example", ""))
    assert "an empty one. If" in str(trouble.Odd("imap.x.example", " "))


def test_a_long_story_is_cut() -> None:
    assert len(str(trouble.Odd("imap.x.example", "x" * 5000))) < 400


def test_a_secret_that_was_echoed_is_taken_out() -> None:
    assert trouble.concealed("no such password: geheim", "geheim") == "no such password: …"
    assert trouble.concealed("no", "") == "no"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("[LIMIT] x", trouble.Busy),
        ("Too many connections", trouble.Busy),
        ("[OVERQUOTA] x", trouble.Full),
        ("[NONEXISTENT] x", trouble.NoFolder),
    ],
)
def test_what_a_refusal_means(said: str, kind: type[trouble.Trouble]) -> None:
    assert isinstance(trouble.refused(said, "imap.x.example", "Jobs"), kind)


def test_a_refusal_that_concerns_no_folder() -> None:
    assert isinstance(trouble.refused("[SERVERBUG] x", "imap.x.example", ""), trouble.Odd)


def test_every_trouble_ends_with_a_sentence() -> None:
    for kind in Trouble.__subclasses__():
        assert told(kind).endswith("."), kind
        assert "  " not in told(kind)


@pytest.mark.usefixtures("bracketed")
def test_every_trouble_is_told_in_the_language_spoken() -> None:
    for kind in (*Trouble.__subclasses__(), agenda.Later, outgoing.NotAccepted):
        assert re.fullmatch(r"(⟦[^⟦⟧]+⟧ ?)+", told(kind)), kind


@pytest.mark.usefixtures("bracketed")
def test_so_are_the_reasons_that_are_our_own() -> None:
    assert "⟦it gave no reason.⟧" in str(trouble.NotLetIn("imap.x.example", ""))
    assert "⟦an empty one.⟧" in str(trouble.Odd("imap.x.example", " "))


@pytest.mark.usefixtures("bracketed")
def test_what_a_server_says_stays_as_it_is() -> None:
    said = str(trouble.Busy("imap.x.example", "{host} Bitte später"))
    assert said.startswith("⟦imap.x.example has no time for us now: {host} Bitte später. ")


def test_what_is_lost_is_counted_as_one_speaks() -> None:
    assert "held 20 messages at" in str(trouble.Doubtful("INBOX", 20, 0))
    assert "held 1 message at" in str(trouble.Doubtful("INBOX", 1, 0))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_the_mailbox_says_nothing_past_the_translator(module: Path) -> None:
    found = spoken(module.read_text(encoding="utf-8"))
    assert module.name in UNSPOKEN or found == []
