"""What an act of the plan comes to in words: a timeline, an act, and the kind of letter."""

import pytest

from afterword.etiquette.vocabulary import Act
from afterword.letters.kind import ALWAYS, Kind, kind_of
from tests.etiquette.timeline import MANAGER, after

MET = "2026-03-03 14:00  interview  with=manager"
OFFER = "2026-03-06  offered"
NOW = "2026-03-10 11:00"
HELPER = "eve:mentor@third-party"


def kind(timeline: str, act: str, *, to: str = "manager", people: str = MANAGER) -> Kind:
    """Return the kind of letter that an act towards somebody is, after a timeline."""
    stands = after(timeline, now=NOW, people=people)
    return kind_of(Act(act), stands, stands.people[to])


def lines(*timeline: str) -> str:
    """Return what happened as one timeline."""
    return "\n".join(timeline)


@pytest.mark.parametrize(
    ("timeline", "thanks"),
    [
        (MET, Kind.THANKS),
        ("2026-03-03  interview  with=manager format=phone-screen", Kind.THANKS_SCREEN),
        ("2026-03-03  interview  with=manager format=informational", Kind.THANKS_ADVICE),
        (lines("2026-02-20  interview  with=manager round=1", f"{MET} round=2"), Kind.THANKS_LATER),
        ("2026-03-03  applied", Kind.THANKS_ARRANGING),
        (lines(MET, OFFER), Kind.THANKS_OFFER),
        (lines(MET, OFFER, "2026-03-07  accepted"), Kind.THANKS_OFFER),
        (lines(MET, OFFER, "2026-03-07  accepted", "2026-03-09  started"), Kind.THANKS_FIRST_DAY),
    ],
)
def test_thanks_are_for_what_they_did(timeline: str, thanks: Kind) -> None:
    assert kind(timeline, "thank-you") is thanks


def test_whoever_helps_is_thanked_for_help_or_for_advice() -> None:
    helped = "2026-03-03  helped  who=eve how=advice"
    talk = "2026-03-03  interview  with=eve format=informational"
    for timeline, thanks in ((helped, Kind.THANKS_HELP), (talk, Kind.THANKS_ADVICE)):
        assert kind(timeline, "thank-you", to="eve", people=HELPER) is thanks
        assert kind(timeline, "thank-you", to="eve", people="eve:other@third-party") is thanks


def test_somebody_without_a_part_in_it_is_thanked_as_if_met() -> None:
    assert kind(MET, "thank-you", to="eve", people=f"{MANAGER} eve:other") is Kind.THANKS


def test_a_large_table_gets_one_note_for_all() -> None:
    seats = [f"p{number}" for number in range(6)]
    people = " ".join(f"{seat}:interviewer" for seat in seats)
    large = f"2026-03-03 14:00  interview  with={','.join(seats)}"
    small = f"2026-03-03 14:00  interview  with={','.join(seats[1:])}"
    assert kind(large, "thank-you", to="p1", people=people) is Kind.THANKS_GROUP
    assert kind(small, "thank-you", to="p1", people=people) is Kind.THANKS


@pytest.mark.parametrize(
    ("since", "asked"),
    [
        ((), Kind.CHECK_IN),
        (("2026-03-03  promised  what=answer by=2026-03-20",), Kind.CHECK_IN),
        (("2026-03-03  promised  what=answer by=2026-03-06",), Kind.CHECK_IN_DATE),
        (("2026-03-05  sent  act=check-in channel=email to=manager",), Kind.CHECK_IN_AGAIN),
        (
            (
                "2026-03-05  sent  act=check-in channel=email to=manager",
                "2026-03-06  received  what=reply from=manager",
            ),
            Kind.CHECK_IN_AGAIN,
        ),
        (
            (
                "2026-03-05  sent  act=check-in channel=email to=manager",
                "2026-03-09  sent  act=check-in channel=email to=manager",
            ),
            Kind.CHECK_IN_LAST,
        ),
        (("2026-03-09  interview-missed  by=employer",), Kind.CHECK_IN_ABSENCE),
        ((OFFER,), Kind.CHECK_IN_TERMS),
        ((OFFER, "2026-03-06  promised  what=offer-letter by=2026-03-09"), Kind.CHECK_IN_LETTER),
        ((OFFER, "2026-03-07  accepted"), Kind.CHECK_IN_LETTER),
    ],
)
def test_a_question_depends_on_what_they_said_and_how_often_it_was_asked(
    since: tuple[str, ...], asked: Kind
) -> None:
    assert kind(lines(MET, *since), "check-in") is asked


def test_an_agency_is_asked_in_words_of_its_own() -> None:
    people = f"{MANAGER} kim:agency-recruiter@agency"
    assert kind(MET, "check-in", to="kim", people=people) is Kind.CHECK_IN_RECRUITER


@pytest.mark.parametrize(
    ("since", "act", "letter"),
    [
        ("2026-03-06  rejected", "gracious-exit", Kind.EXIT_REJECTED),
        ("2026-03-06  parted", "gracious-exit", Kind.EXIT_PARTED),
        ("2026-03-06  filled", "gracious-exit", Kind.EXIT_FILLED),
        ("2026-03-06  rejected", "reply", Kind.EXIT_REJECTED),
        ("2026-03-06  received  what=reply from=manager", "reply", Kind.REPLY),
        ("2026-03-06  interview-missed  by=candidate", "apology", Kind.APOLOGY_MISSED),
        ("2026-03-06  interview-missed  by=employer", "apology", Kind.APOLOGY),
        ("2026-03-06  slip  what=wrong-recipient", "apology", Kind.APOLOGY),
        ("2026-03-06  requested  what=sample", "send-material", Kind.MATERIAL_REQUESTED),
        ("2026-03-06  undertook  what=sample", "send-material", Kind.MATERIAL_PROMISED),
        ("2026-03-06  accepted-elsewhere", "withdraw", Kind.TELL_OTHERS),
        ("", "withdraw", Kind.WITHDRAW),
        ("", "complain", Kind.OTHER),
    ],
)
def test_other_acts_depend_on_what_happened(since: str, act: str, letter: Kind) -> None:
    assert kind(lines(MET, since), act) is letter


def test_a_missed_meeting_is_not_apologised_for_in_a_letter_about_a_wrong_address() -> None:
    missed = lines(
        MET, "2026-03-05  interview-missed  by=candidate", "2026-03-06  slip  what=wrong-recipient"
    )
    assert kind(missed, "apology") is Kind.APOLOGY


@pytest.mark.parametrize(("act", "letter"), ALWAYS.items())
def test_most_acts_come_to_one_kind_however_things_stand(act: Act, letter: Kind) -> None:
    for timeline in (MET, lines(MET, OFFER), lines(MET, "2026-03-06  rejected")):
        assert kind(timeline, act) is letter
