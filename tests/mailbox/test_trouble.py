"""What a person is told of what goes wrong."""

import pytest

from afterword.mailbox import trouble


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
    for kind in trouble.Trouble.__subclasses__():
        count = kind.__init__.__code__.co_argcount - 1
        told = str(kind(*(["a.", "b."][:count] if kind is not trouble.Doubtful else ["a", 20, 0])))
        assert told.endswith("."), kind
        assert "  " not in told
