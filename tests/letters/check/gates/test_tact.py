"""How each sentence lands: what the ear hears becomes a finding with a reason and a better way."""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.gates.tact import listen
from afterword.letters.check.sheet import Ear, Sound
from afterword.letters.finding import Class, Severity
from afterword.letters.occasion import Phase
from tests.letters.check.desk import MANNERS, THRESHOLD, letter, sheet, told
from tests.letters.check.taught import BEGGING, CALM, PAY, Taught

PLEA = "I need this post like air."
WARM = "I liked it so much."
MONEY = "Could you tell me the pay?"


def heard(body: str, ear: Ear, **about: object) -> list[str]:
    """Return what is found in a letter by an ear."""
    laid = sheet(letter(body), ear=ear, **about)  # type: ignore[arg-type]
    return told(listen(laid), laid.message.text)


def test_what_surely_makes_a_reader_stumble_weighs_as_its_class_does() -> None:
    assert heard(f"Thank you. {PLEA}", BEGGING) == [f"stop: {PLEA}"]


def test_what_may_make_a_reader_stumble_is_something_to_consider() -> None:
    assert heard(WARM, BEGGING) == [f"consider: {WARM}"]


def test_every_sentence_is_heard_by_itself_and_in_order() -> None:
    told = heard(f"{WARM} Thank you. {PLEA}", BEGGING)
    assert told == [f"consider: {WARM}", f"stop: {PLEA}"]


def test_what_lands_well_is_not_spoken_of() -> None:
    assert heard(f"{PLEA} {WARM}", CALM) == []
    assert heard("", BEGGING) == []


@pytest.mark.parametrize(
    ("phase", "found"),
    [(Phase.INTERVIEWED, [f"stop: {MONEY}"]), (Phase.WAITING, [f"stop: {MONEY}"])]
    + [(phase, []) for phase in (Phase.OFFERED, Phase.NEGOTIATING, Phase.ACCEPTED)],
)
def test_the_ear_is_told_the_stage(phase: Phase, found: list[str]) -> None:
    assert heard(MONEY, PAY, phase=phase) == found


@pytest.mark.parametrize(
    ("chance", "found"),
    [
        (0.0, []),
        (THRESHOLD.think - 0.01, []),
        (THRESHOLD.think, [Severity.CONSIDER]),
        (THRESHOLD.mend - 0.01, [Severity.CONSIDER]),
        (THRESHOLD.mend, [Severity.FIX]),
        (1.0, [Severity.FIX]),
    ],
)
def test_how_sure_the_ear_is_decides_how_much_is_said(chance: float, found: list[Severity]) -> None:
    laid = sheet(letter(WARM), ear=Taught({WARM: Sound(chance, Class.GUSHING)}))
    assert [one.severity for one in listen(laid)] == found


def test_a_finding_says_why_what_instead_and_on_whose_authority() -> None:
    (finding,) = listen(sheet(letter(PLEA), ear=BEGGING))
    manner = MANNERS[Class.DESPERATE]
    assert (finding.reason, finding.source) == (manner.reason, manner.source)
    assert (finding.alternative, finding.fits) == (manner.instead[Act.THANK_YOU], True)


def test_where_an_act_has_no_wording_of_its_own_advice_is_told() -> None:
    (finding,) = listen(sheet(letter(PLEA), ear=BEGGING, act=Act.WITHDRAW))
    assert (finding.alternative, finding.fits) == (MANNERS[Class.DESPERATE].advice, False)
