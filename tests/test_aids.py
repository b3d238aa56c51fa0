"""The checker with all its aids: what Afterword writes itself passes its own check."""

from collections import Counter

import pytest

from afterword.aids import aids
from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act, Channel, Role
from afterword.letters.check.request import USUALLY
from afterword.letters.check.review import review
from afterword.letters.check.sheet import Claims
from afterword.letters.finding import Finding, Severity
from afterword.letters.kind import ALWAYS, Kind
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Profile, Register
from tests.letters import desk

ACTS = {
    **{kind: act for act, kind in {**ALWAYS, **USUALLY}.items()},
    **{kind: Act.CHECK_IN for kind in Kind if kind.startswith("check-in")},
    Kind.EXIT_PARTED: Act.GRACIOUS_EXIT,
    Kind.EXIT_FILLED: Act.GRACIOUS_EXIT,
    Kind.APOLOGY_MISSED: Act.APOLOGY,
    Kind.MATERIAL_REQUESTED: Act.SEND_MATERIAL,
    Kind.TELL_OTHERS: Act.WITHDRAW,
}
NAMES = ("Robin Kerr", "Adaeze Okafor", "Dr Kavita Rao", "Tomás Lindqvist", "Ms Costa", "Aroha")
LETTERS = 12
MENDING = {Severity.STOP, Severity.FIX}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OTHER])
def test_hardly_a_letter_of_ours_has_anything_to_mend(kind: Kind) -> None:
    found = Counter(
        (one.class_, text[one.start : one.end])
        for number in range(LETTERS)
        for text, findings in [_reviewed(kind, number)]
        for one in findings
        if one.severity in MENDING
    )
    assert found.total() <= 1, found


def _reviewed(kind: Kind, number: int) -> tuple[str, tuple[Finding, ...]]:
    """Return a letter by one of many candidates, and what is found in it."""
    at = _occasion(kind, number)
    register = list(Register)[number % len(Register)]
    notes = desk.jotted(kind, number, 1 + number % 3)
    profile = Profile(names=("Sam Lee",), register=register)
    letter = desk.drafted(at, notes, profile, variant=number)
    text = f"Subject: {letter.subject}\n\n{letter.body}" if letter.subject else letter.body
    claims = Claims(notes=tuple(note.text for note in notes), names=profile.names)
    return text, review(text, at, claims, aids()).findings


def _occasion(kind: Kind, number: int) -> Occasion:
    reader = desk.READERS.get(kind, (Role.HIRING_MANAGER,))[0]
    return desk.occasion(
        kind,
        act=ACTS.get(kind, Act.THANK_YOU),
        channel=Channel.DELIVERY if kind is Kind.FLOWERS else Channel.EMAIL,
        phase=desk.PHASES.get(kind, (Phase.INTERVIEWED,))[0],
        to=Person(id=f"reader-{number}", name=NAMES[number % len(NAMES)], role=reader),
    )
