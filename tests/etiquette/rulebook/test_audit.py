"""The rows of a rulebook are held against each other, and what is wrong names its file and row."""

import pytest

from afterword.etiquette.rulebook.audit import audit
from afterword.rulebooks import rulebook
from tests.etiquette.rulebook.shelf import base, complaints, house, region, sector

REFUSAL = '[gone]\nact = ["check-in"]\nwhen = { stage = ["rejected"] }\n'


def test_the_built_in_rulebook_has_nothing_to_complain_of() -> None:
    audit(rulebook())


def test_an_id_is_used_once() -> None:
    again = 'basis = "house"\nsay = "may"'
    law = base('[the-law]\nbasis = "law"')
    (complaint,) = complaints(law, house(f"[the-law]\n{again}"))
    assert complaint == (
        "house.toml: the-law: base/small.toml has a row of this id; "
        "replaces is how to take its place"
    )


# --- rows that can never match -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clauses", "field"),
    [
        ('when = { stage = ["filled"] }\nunless = { stage = ["filled"] }', "stage"),
        ("when = { met = true }\nunless = { met = true }", "met"),
        ('when = { told = "call-me" }\nunless = { told = ["call-me", "no-gifts"] }', "told"),
        ('when = { unanswered = [">= 3", "< 3"] }', "unanswered"),
    ],
)
def test_a_condition_that_leaves_nothing_is_an_error(clauses: str, field: str) -> None:
    assert complaints(base(f"[row]\n{clauses}")) == [
        f"base/small.toml: row: can never match: no value of {field} is left"
    ]


def test_a_region_that_bars_its_own_country_is_an_error() -> None:
    assert complaints(region('[row]\nunless = { region = "FR" }', "FR")) == [
        "regions/fr.toml: row: can never match: no value of region is left"
    ]


@pytest.mark.parametrize(
    "clauses",
    [
        'when = { told = ["call-me", "check-back"] }\nunless = { told = ["call-me"] }',
        'unless = { told = ["call-me"] }',
        'when = { unanswered = [">= 1", "< 3"] }',
        'when = { stage = ["filled", "parted"] }\nunless = { stage = ["filled"] }',
    ],
)
def test_a_condition_that_leaves_something_is_none(clauses: str) -> None:
    assert complaints(base(f"[row]\n{clauses}")) == []


# --- rows that can never speak -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ('stage = ["rejected"]', 'stage = ["rejected", "filled"]'),
        ("met = true", ""),
        ('unanswered = ">= 3"', 'unanswered = ">= 2"'),
        ("unanswered = 2", 'unanswered = [">= 2", "<= 4"]'),
        ('told = ["call-me"]', 'told = ["call-me", "check-back"]'),
    ],
)
def test_advice_that_a_refusal_always_overrules_is_an_error(narrow: str, wide: str) -> None:
    advice = f'[advice]\nsay = "may"\nact = ["check-in"]\nwhen = {{ {narrow} }}\n'
    refusal = f'[refusal]\nact = ["check-in", "resend"]\nwhen = {{ {wide} }}\n'
    assert complaints(base(advice + refusal)) == [
        'base/small.toml: advice: can never speak: "refusal" always comes before it'
    ]


def test_advice_to_those_who_were_told_less_is_overruled_by_a_refusal_with_an_exception() -> None:
    advice = '[advice]\nsay = "may"\nunless = { told = ["call-me", "check-back"] }\n'
    refusal = '[refusal]\nunless = { told = ["call-me"] }\n'
    assert len(complaints(base(advice + refusal))) == 1


@pytest.mark.parametrize(
    ("advised", "refused"),
    [
        ('stage = ["rejected", "filled"]', 'stage = ["rejected"]'),
        ("", "met = true"),
        ('unanswered = ">= 2"', 'unanswered = ">= 3"'),
        ('told = ["call-me", "check-back"]', 'told = ["call-me"]'),
        ("met = true", 'told = ["call-me"]'),
    ],
)
def test_advice_that_a_refusal_leaves_some_room_is_none(advised: str, refused: str) -> None:
    advice = f'[advice]\nsay = "may"\nwhen = {{ {advised} }}\n'
    assert complaints(base(f"{advice}[refusal]\nwhen = {{ {refused} }}\n")) == []


@pytest.mark.parametrize(
    "refusal",
    [
        'after = "interview + 3 days"',
        "otherwise = true",
        'say = "wait"',
        'unless = { told = ["call-me"] }',
    ],
)
def test_a_refusal_that_does_not_always_hold_leaves_advice_its_say(refusal: str) -> None:
    advice = '[advice]\nsay = "may"\nact = ["gift"]\n'
    assert complaints(base(f'{advice}[refusal]\nact = ["gift"]\n{refusal}')) == []


def test_a_refusal_that_some_row_lifts_leaves_advice_its_say() -> None:
    advice = '[advice]\nsay = "may"\nact = ["gift"]\n[refusal]\nact = ["gift"]\n'
    lifting = '[lift]\nact = ["gift"]\nwhen = { met = true }\nreplaces = ["refusal"]\n'
    assert complaints(base(advice + lifting)) == []


def test_a_row_that_is_always_replaced_is_an_error() -> None:
    heir = '[heir]\nact = ["check-in"]\nreplaces = ["gone"]\n'
    assert complaints(base(REFUSAL + heir)) == [
        'base/small.toml: gone: can never speak: "heir" always comes before it'
    ]


def test_a_row_that_is_replaced_only_there_is_none() -> None:
    assert complaints(base(REFUSAL), region('[there]\nreplaces = ["gone"]', "FR")) == []


# --- contradictions ------------------------------------------------------------------------------

SOON = 'say = "do"\nact = ["check-in", "resend"]\nfrom = "interview + 2 days"\n'
LATE = 'say = "do"\nact = ["check-in", "reply"]\nfrom = "interview + 9 days"\n'


def test_two_rows_with_different_windows_for_one_act_contradict_each_other() -> None:
    (complaint,) = complaints(base(f"[soon]\n{SOON}[late]\n{LATE}"))
    assert complaint == (
        'base/small.toml: soon: contradicts "late": both match at once, with equal authority, '
        "and neither names the other"
    )


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ('["email"]', '["email", "post"]', 1),
        ('["email"]', '["email"]', 0),
        ('["email"]', '["post"]', 0),  # each only ever speaks of its own channel
    ],
)
def test_two_rows_that_prefer_different_channels_contradict_each_other(
    one: str, other: str, number: int
) -> None:
    row = 'say = "prefer"\nact = ["thank-you"]\nchannel = '
    assert len(complaints(base(f"[one]\n{row}{one}\n[other]\n{row}{other}"))) == number


@pytest.mark.parametrize(
    ("soon", "late"),
    [
        ("", 'replaces = ["soon"]\nwhen = { met = true }'),
        ('replaces = ["late"]\nwhen = { met = true }', ""),
        ('basis = "consensus"', ""),
        ('say = "may"', ""),
        ('act = ["correction"]', ""),
        ('from = "interview + 9 days"', ""),
        ('when = { stage = ["applied"] }', 'when = { stage = ["rejected"] }'),
        ("when = { met = true }", "when = { met = false }"),
        ('when = { unanswered = "<= 1" }', 'when = { unanswered = ">= 2" }'),
        ('when = { told = ["call-me"] }', 'unless = { told = ["call-me"] }'),
        ('unless = { told = ["call-me"] }', 'when = { told = ["call-me"] }'),
    ],
)
def test_what_is_settled_or_never_meets_is_no_contradiction(soon: str, late: str) -> None:
    rows = [dict_of(SOON) | dict_of(soon), dict_of(LATE) | dict_of(late)]
    names = zip(("soon", "late"), rows, strict=True)
    assert complaints(base("".join(f"[{name}]\n{text_of(row)}" for name, row in names))) == []


@pytest.mark.parametrize(
    ("soon", "late"),
    [
        ('stage = ["applied", "invited"]', 'stage = ["invited"]'),
        ('unanswered = "<= 2"', 'unanswered = ">= 2"'),
        ('told = ["call-me"]', 'told = ["check-back"]'),
        ("met = true", 'stage = ["invited"]'),
    ],
)
def test_what_may_meet_is_a_contradiction(soon: str, late: str) -> None:
    rows = f"[soon]\n{SOON}when = {{ {soon} }}\n[late]\n{LATE}when = {{ {late} }}\n"
    assert len(complaints(base(rows))) == 1


@pytest.mark.parametrize(("there", "number"), [("CA-QC", 1), ("US", 0)])
def test_a_province_meets_its_country_and_no_other(there: str, number: int) -> None:
    pages = region(f"[soon]\n{SOON}", "CA"), region(f"[late]\n{LATE}", there)
    assert len(complaints(*pages)) == number


def test_two_sectors_never_meet() -> None:
    assert complaints(sector(f"[soon]\n{SOON}", "law"), sector(f"[late]\n{LATE}", "tech")) == []


def dict_of(lines: str) -> dict[str, str]:
    """Return the lines of a row by the field that each of them sets."""
    return {line.partition(" = ")[0]: line for line in lines.splitlines()}


def text_of(row: dict[str, str]) -> str:
    """Return a row's lines as text again."""
    return "".join(f"{line}\n" for line in row.values())
