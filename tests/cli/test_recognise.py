"""`afterword recognise`: what is made of messages, on paper and for programs."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import afterword
from tests.mailbox.recognising.post import answer, asked, event, letter

FIELDS = [
    *("path", "kind", "automatic", "returns", "bounced", "reply"),
    *("invitation", "events", "evidence"),
]
NO = "We have decided to move forward with other candidates."


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """Return a folder with a rejection, an invitation and an absence."""
    away = letter("I am out of the office until 16 March.", "Automatic reply: x")
    for name, message in {
        "1-no.eml": answer(f"Hi Mara,\n\n{NO}\n\nOn Mon, 9 Mar 2026 Mara wrote:\n> Hello"),
        "2-yes.eml": asked(event("DTSTART:20260312T100000Z", "DTEND:20260312T110000Z")),
        "3-away.eml": away,
    }.items():
        (tmp_path / name).write_bytes(message.raw)
    return tmp_path


def lines(*arguments: str, stdin: bytes | None = None) -> list[dict[str, object]]:
    """Return what `afterword recognise --jsonl` printed."""
    said = afterword("recognise", "--jsonl", *arguments, stdin=stdin)
    assert said.exit_code == 0, said.output
    return [json.loads(line) for line in said.output.splitlines()]


def test_each_message_is_one_line_with_every_field(post: Path) -> None:
    found = lines(str(post))
    assert [list(one) for one in found] == [FIELDS] * 3
    assert [Path(str(one["path"])).name for one in found] == ["1-no.eml", "2-yes.eml", "3-away.eml"]


def test_a_rejection_is_told_with_its_sentence_and_the_own_words(post: Path) -> None:
    (one,) = lines(str(post / "1-no.eml"))
    assert one["kind"] == "form-rejection"
    assert one["reply"] == f"Hi Mara,\n\n{NO}"
    assert one["evidence"] == [{"what": "rejection", "sentence": NO}]
    assert one["events"] == [{"kind": "rejected", "on": "2026-03-10T10:15:00+00:00"}]


def test_an_invitation_is_told_with_its_instants(post: Path) -> None:
    (one,) = lines(str(post / "2-yes.eml"))
    assert one["kind"] == "invitation"
    assert one["invitation"] == {
        "method": "REQUEST",
        "start": "2026-03-12T10:00:00Z",
        "end": "2026-03-12T11:00:00Z",
        "uid": "1@p",
    }


def test_an_absence_is_told_with_its_end(post: Path) -> None:
    (one,) = lines(str(post / "3-away.eml"))
    assert (one["kind"], one["automatic"], one["returns"]) == ("auto-reply", True, "2026-03-16")


def test_where_there_is_nothing_a_field_says_so() -> None:
    (one,) = lines("-", stdin=b"")
    assert one["path"] == "-"
    assert (one["invitation"], one["returns"]) == (None, None)
    assert (one["bounced"], one["events"], one["evidence"]) == ([], [], [])


def test_standard_input_may_be_a_whole_mailbox(post: Path) -> None:
    box = b"".join(b"From - Tue\n" + path.read_bytes() + b"\n\n" for path in sorted(post.iterdir()))
    assert [one["path"] for one in lines("-", stdin=box)] == ["-#1", "-#2", "-#3"]


def test_people_read_what_it_is_why_and_what_would_follow(post: Path) -> None:
    said = afterword("recognise", str(post / "1-no.eml")).output
    assert "1-no.eml: form-rejection" in said
    assert f"“{NO}”" in said
    assert 'Would add: {"kind":"rejected"' in said


def test_people_read_days_and_addresses(post: Path) -> None:
    assert "Back on Mon 16 March 2026" in afterword("recognise", str(post)).output
    bounced = letter(
        "<jo@x.example>: user unknown", "Undelivered mail", **{"from": "mailer-daemon@x.example"}
    )
    assert "Did not reach jo@x.example" in afterword("recognise", "-", stdin=bounced.raw).output
    promised = answer("No decision yet. We will let you know by Friday.")
    said = afterword("recognise", "-", stdin=promised.raw).output
    assert "Promised by 2026-03-13: “We will let you know by Friday.”" in said


def test_a_path_that_cannot_be_read_is_told_and_the_rest_goes_on(post: Path) -> None:
    said = afterword("recognise", str(post / "nothing.eml"), str(post / "1-no.eml"))
    assert said.exit_code == 1
    assert "nothing.eml: No such file or directory. Check the path" in said.stderr
    assert "form-rejection" in said.stdout


def test_nothing_is_stored(post: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    afterword("recognise", str(post))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_path_is_needed() -> None:
    assert afterword("recognise").exit_code == 2
