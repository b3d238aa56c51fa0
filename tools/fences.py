"""Hold the ghostwriter's fences against labelled drafts, and its screen against their notes.

python -m tools.fences              the drafts that the ear was trained with
python -m tools.fences FILE...      drafts of our own, in the same format

The drafts were written by people, who are wittier than their notes; a model is told not to be. So
what is refused among the good ones is more than what a model's honest letters would lose. The notes
are all honest, so each one that is kept back is a mistake.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from afterword import languages
from afterword.dictionary import dictionary
from afterword.etiquette.vocabulary import Act, Channel
from afterword.ghostwriter.fences.page import Ground, Page
from afterword.ghostwriter.ghost import FENCES
from afterword.ghostwriter.phrases import phrases
from afterword.ghostwriter.screen import errand
from afterword.letters.check.request import Request
from afterword.letters.message import Message
from afterword.letters.notes import Note
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Profile

DRAFTS = Path(__file__).parents[1] / "training/drafts"
GOOD = "good"
# A person may name these without a note; a model is given the days that it needs.
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
DAYS += " June July August September October November December"


class Fault(msgspec.Struct, frozen=True, rename={"class_": "class"}):
    """What is wrong with a draft, as its author labelled it."""

    class_: str


class Labelled(Request, frozen=True):
    """A draft with what its author said of it."""

    label: str = GOOD
    faults: tuple[Fault, ...] = ()


def is_refused(draft: Labelled) -> bool:
    """Return whether any fence speaks against a draft."""
    message, context = Message(draft.text), draft.context
    people = (context.to, *context.other_people, message.signature.text)
    known = (context.to_role, context.company, context.role, context.met_on, DAYS, *people)
    page = Page(
        f"{message.subject.text}\n\n{message.body.text}",
        Ground(draft.occasion.kind, context.facts, known),
        dictionary(),
        PHRASES,
    )
    return any(fault for fence in FENCES for fault in fence.look(page))


PHRASES = phrases(languages.language("en"))


def kept_back(drafts: Iterable[Labelled]) -> tuple[int, int]:
    """Return how many different notes are kept from a model, and of how many.

    Notes are read without the names of others, because those are kept on purpose.
    """
    notes = {(fact, draft.occasion.kind) for draft in drafts for fact in draft.context.facts}
    kept = 0
    for fact, kind in notes:
        about = Occasion(
            kind=kind, act=Act.THANK_YOU, channel=Channel.EMAIL, phase=Phase.INTERVIEWED
        )
        kept += bool(errand("", about, (Note(fact),), Profile(), dictionary()).kept)
    return kept, len(notes)


def read(paths: Iterable[Path]) -> list[Labelled]:
    """Return the drafts in files, one a line."""
    return [
        msgspec.json.decode(line, type=Labelled)
        for path in paths
        for line in path.read_bytes().splitlines()
    ]


def main(arguments: list[str]) -> None:
    """Print how many drafts of each class are refused, the good ones first."""
    drafts = read(map(Path, arguments) if arguments else sorted(DRAFTS.glob("*.jsonl")))
    total, refused = Counter[str](), Counter[str]()
    for draft in drafts:
        said = is_refused(draft)
        for name in {one.class_ for one in draft.faults} or {draft.label}:
            total[name] += 1
            refused[name] += said
    for name in sorted(total, key=lambda one: (one != GOOD, -refused[one] / total[one])):
        share = refused[name] / total[name]
        print(f"{name:18} {refused[name]:4} of {total[name]:4}  {share:6.1%}")
    kept, notes = kept_back(drafts)
    print(f"{'notes kept back':18} {kept:4} of {notes:4}  {kept / notes:6.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
