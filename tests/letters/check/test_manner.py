"""What is said of a fault: why, what instead, where words alone are wrong, on whose authority."""

import msgspec
import pytest

from afterword.etiquette.vocabulary import Act, Basis
from afterword.letters.check.manner import Manner, Slip, Wrong, finding, founded, manners
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.message import Span
from afterword.letters.occasion import Phase
from tests.letters.check.desk import MANNERS, RULES, sheet, table
from tests.letters.desk import occasion

LATE = Manner(
    Class.UNCLEAR,
    Severity.FIX,
    "It says {what} late.",
    "https://example.org/late",
    advice="Begin with {what}.",
    wording="I say {what} to {whom}.",
    instead={Act.ACCEPT: "Yes."},
)
WHERE = Span("at last", 4)


def said(act: Act = Act.WITHDRAW, severity: Severity = Severity.FIX, whom: str = "you") -> Finding:
    """Return a finding in the words of LATE."""
    return finding(LATE, WHERE, act, severity, {"what": "no", "whom": whom})


def test_a_finding_is_told_in_the_words_of_its_manner() -> None:
    assert said() == Finding(
        class_=Class.UNCLEAR,
        severity=Severity.FIX,
        start=4,
        end=11,
        reason="It says no late.",
        alternative="I say no to you.",
        fits=True,
        source="https://example.org/late",
    )


def test_the_wording_of_an_act_comes_before_the_general_one() -> None:
    assert (said(Act.ACCEPT).alternative, said(Act.ACCEPT).fits) == ("Yes.", True)


def test_where_a_fact_is_not_known_there_is_advice_which_fits_no_letter() -> None:
    assert (said(whom="").alternative, said(whom="").fits) == ("Begin with no.", False)


def test_a_gate_may_know_that_it_weighs_less() -> None:
    assert said(severity=Severity.CONSIDER).severity is Severity.CONSIDER


def test_a_finding_rests_on_the_rule_that_its_manner_names() -> None:
    ruled = {"late": msgspec.structs.replace(LATE, rule="say-it"), "other": LATE}
    told = founded(ruled, {"say-it": Basis.MAJORITY})
    assert (told["late"].basis, told["other"].basis) == (Basis.MAJORITY, None)
    with pytest.raises(KeyError, match="say-it"):
        founded(ruled, {})


@pytest.mark.parametrize(
    ("phases", "but", "wrong"),
    [
        ((), (), True),
        ((Phase.INTERVIEWED,), (), True),
        ((Phase.ACCEPTED,), (), False),
        ((), (Act.THANK_YOU,), False),
        ((Phase.INTERVIEWED,), (Act.ACCEPT,), True),
    ],
)
def test_words_are_wrong_in_some_phases_and_in_all_acts_but_some(
    phases: tuple[Phase, ...], but: tuple[Act, ...], *, wrong: bool
) -> None:
    assert Wrong(phases, but).at(occasion()) is wrong


@pytest.mark.parametrize(
    ("class_", "phase", "act", "wrong"),
    [
        (Class.TRANSACTIONAL, Phase.NEGOTIATING, Act.THANK_YOU, True),
        (Class.TRANSACTIONAL, Phase.ACCEPTED, Act.THANK_YOU, False),
        (Class.SALARY, Phase.OFFERED, Act.THANK_YOU, True),
        (Class.SALARY, Phase.OFFERED, Act.NEGOTIATE, False),
        (Class.SALARY, Phase.NEGOTIATING, Act.THANK_YOU, False),
        (Class.PRESSURING, Phase.OFFERED, Act.CHECK_IN, True),
        (Class.PRESSURING, Phase.OFFERED, Act.SHARE_OFFER_DEADLINE, False),
    ],
)
def test_the_english_table_says_at_which_stage_words_are_wrong(
    class_: Class, phase: Phase, act: Act, *, wrong: bool
) -> None:
    assert sheet("", phase=phase, act=act).is_wrong(class_) is wrong


def test_every_slip_has_a_manner_and_none_is_invented() -> None:
    heard, found = table("tact"), table("slips")
    assert set(found) == set(Slip)
    assert set(MANNERS) == set(heard) | set(found)
    assert len(MANNERS) == len(heard) + len(found)


@pytest.mark.parametrize("name", MANNERS)
def test_every_manner_is_whole(name: str) -> None:
    manner = MANNERS[name]
    assert manner.reason.endswith((".", "?"))
    assert manner.source.startswith("http")
    assert all(wording.endswith((".", "?")) for wording in manner.instead.values())
    assert "…" not in "".join([manner.wording, *manner.instead.values()])
    assert manner.basis == RULES.get(manner.rule)


@pytest.mark.parametrize("name", table("tact"))
def test_whatever_the_ear_hears_can_be_told_to_anybody(name: str) -> None:
    manner = MANNERS[name]
    assert manner.advice.endswith((".", "?"))
    assert manner.severity is not Severity.CONSIDER
    assert manner.class_ == name


@pytest.mark.parametrize(
    ("tact", "slips"),
    [
        ({"rude": {"severity": "fix", "reason": "", "source": ""}}, {}),
        ({"guilt": {"severity": "fix", "reason": ""}}, {}),
        ({}, {"blank": {"severity": "fix", "reason": "", "source": ""}}),
        ({}, {"blot": {"class": "typos", "severity": "fix", "reason": "", "source": ""}}),
    ],
)
def test_a_table_that_means_nothing_is_refused(
    tact: dict[str, object], slips: dict[str, object]
) -> None:
    with pytest.raises(msgspec.ValidationError):
        manners(tact, slips)
