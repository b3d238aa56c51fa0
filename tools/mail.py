"""Hold what is made of mail against labelled mail.

python -m tools.mail            print the figures
python -m tools.mail --write    write them into docs/reference/mail.md
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from afterword.mailbox.recognising import mime, sources
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.recognise import recognise
from afterword.mailbox.recognising.recognition import Recognition

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared/mail"
OWN = ROOT / "tests/mail"
SETS = ("open", "held", "learnt", "unmet")
PAGE = ROOT / "docs/reference/mail.md"
REJECTIONS = {Kind.FORM_REJECTION, Kind.PERSONAL_REJECTION}
NOT_MAIL = {".json", ".jsonl", ".md"}

Row = tuple[str, str, str]


class Labelled(msgspec.Struct, frozen=True):
    """A message beside what it is labelled as, and what was made of it."""

    label: dict[str, Any]
    message: Message
    found: Recognition

    @property
    def name(self) -> str:
        """Return what the message is called."""
        return str(self.label["id"])

    @property
    def kind(self) -> str:
        """Return what the label says that it is."""
        return str(self.label["kind"])

    @property
    def exact(self) -> bool:
        """Return whether the person's own words were found, white space aside."""
        return self.found.reply.split() == str(self.label["reply"]).split()

    @property
    def lost(self) -> bool:
        """Return whether a word of the person's own is missing."""
        return bool(_words(self.label["reply"]) - _words(self.found.reply))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def own(name: str) -> list[Labelled]:
    """Return the messages of a set of our own, by its name."""
    labels = {label["id"]: label for label in _labels(OWN / f"{name}.jsonl")}
    found = []
    for one in sources.messages([str(OWN / f"{name}.mbox")]):
        if isinstance(one, sources.Found):
            message = mime.read(one.raw)
            label = labels[message.message_id.partition("@")[0]]
            found.append(Labelled(label, message, recognise(message)))
    return found


def shared(folder: str) -> list[Labelled]:
    """Return the labelled messages of a folder of the shared mail."""
    found = []
    for label in _labels(SHARED / folder / "expected.jsonl"):
        message = mime.read((SHARED / folder / label["path"]).read_bytes())
        found.append(Labelled(label, message, recognise(message)))
    return found


def _labels(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:  # splitlines() would split at U+2028 as well
        return [json.loads(line) for line in file]


def rows() -> Iterator[Row]:
    """Yield what is counted: a name, the figure, and what is aimed at."""
    if SHARED.is_dir():
        yield from _read()
        yield from _bounced("sisimai")
        yield from _replies("reply_email_reply_trimmer")
        yield from _replies("reply_talon")
        yield from _calendars()
    for name in SETS:
        yield from _own(name)


def _read() -> Iterator[Row]:
    files = [path for path in SHARED.rglob("*") if path.is_file() and path.suffix not in NOT_MAIL]
    for path in files:
        recognise(mime.read(path.read_bytes()))
    yield "files of the shared mail read without an exception", f"{len(files)}", "all"


def _bounced(folder: str) -> Iterator[Row]:
    all_of_it = shared(folder)
    bounces = [one for one in all_of_it if one.kind == "bounce"]
    told = [one for one in bounces if one.found.kind is Kind.BOUNCE]
    yield f"{folder}: bounces found", _part(len(told), len(bounces)), "≥ 97 %"
    named = [one for one in told if _recipients(one)]
    right = [one for one in named if _recipients(one) <= set(one.found.bounced)]
    yield f"{folder}: recipients of these", _part(len(right), len(named)), ""
    others = [one for one in all_of_it if one.kind in {"arf", "autoreply", "not_bounce"}]
    wrong = [one for one in others if one.found.kind is Kind.BOUNCE]
    yield (
        f"{folder}: complaints, answers and mail called a bounce",
        _part(len(wrong), len(others)),
        "0",
    )
    answers = [one for one in all_of_it if one.kind == "autoreply"]
    automatic = [one for one in answers if one.found.automatic]
    yield f"{folder}: automatic answers found", _part(len(automatic), len(answers)), "≥ 90 %"


def _recipients(one: Labelled) -> set[str]:
    return {fact["recipient"].lower() for fact in one.label.get("reference_facts", ())} - {""}


def _replies(folder: str) -> Iterator[Row]:
    told = [one for one in shared(folder) if "reply" in one.label]
    yield f"{folder}: exact", _part(sum(one.exact for one in told), len(told)), "≥ 70 %"
    yield f"{folder}: lost", _part(sum(one.lost for one in told), len(told)), "≤ 5 %"


def _calendars() -> Iterator[Row]:
    told = [one for one in shared("icalendar") if one.label["n_vevent"]]
    dated = [one for one in told if one.found.invitation]
    yield (
        "icalendar: calendars with an event of which one was read",
        _part(len(dated), len(told)),
        "",
    )


def _own(name: str) -> Iterator[Row]:
    told = own(name)
    right = sum(one.kind == one.found.kind for one in told)
    yield f"{name}: what it is", _part(right, len(told)), ""
    called = [one for one in told if one.found.kind in REJECTIONS]
    are = [one for one in told if one.kind in REJECTIONS]
    both = [one for one in called if one.kind in REJECTIONS]
    yield f"{name}: rejections, precision", _part(len(both), len(called)), "≥ 99 %"
    yield f"{name}: rejections, recall", _part(len(both), len(are)), "≥ 90 %"
    answers = [one for one in told if one.kind == Kind.AUTO_REPLY]
    automatic = [one for one in answers if one.found.automatic]
    yield f"{name}: automatic answers found", _part(len(automatic), len(answers)), "≥ 90 %"
    human = [one for one in told if one.kind in HUMAN]
    flagged = [one for one in human if one.found.automatic]
    yield f"{name}: mail from people called automatic", _part(len(flagged), len(human)), "0"
    received = [one for one in told if one.kind == Kind.ACKNOWLEDGEMENT]
    invited = [one for one in received if one.found.kind is Kind.INVITATION]
    yield f"{name}: acknowledgements called invitations", _part(len(invited), len(received)), "0"
    yield f"{name}: own words exact", _part(sum(one.exact for one in told), len(told)), "≥ 70 %"
    yield f"{name}: own words lost", _part(sum(one.lost for one in told), len(told)), "≤ 5 %"


HUMAN = {
    *(Kind.HUMAN_REPLY, Kind.QUESTION_OR_REQUEST, Kind.PERSONAL_REJECTION, Kind.WE_NEED_MORE_TIME),
    *(Kind.OFFER, Kind.CONFIRMATION, Kind.RESCHEDULE, Kind.CANCELLATION),
}


def _part(some: int, of: int) -> str:
    return f"{some} of {of}" + (f" ({some / of:.1%})" if of else "")


def page(counted: Callable[[], Iterator[Row]] = rows) -> str:
    """Return the page of the reference: what the sets are, and the figures."""
    text = Path(__file__).with_suffix(".md").read_text(encoding="utf-8").rstrip("\n")
    table = [f"| {name} | {value} | {aim} |" for name, value, aim in counted()]
    return "\n".join([text, "", "| counted | figure | aim |", "|---|--:|---|", *table, ""])


def main() -> int:
    """Print the figures or write the page; return the exit code."""
    if "--write" in sys.argv:
        if not SHARED.is_dir():
            print("There is no shared/mail beside this checkout: nothing is written.")
            return 1
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    for name, value, aim in rows():
        print(f"{name:70} {value:>24}  {aim}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
