"""The occasion of a letter is told by the situation: who is written to about what, and when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.situation import Situation
from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.kind import Kind
from afterword.letters.occasion import Occasion, Phase, occasion
from tests.etiquette.timeline import situation
from tests.etiquette.worlds import situations

NOW = "2026-03-10 11:00"
PEOPLE = "robin:hiring-manager,name=Robin ada:interviewer,name=Ada tom:interviewer"
MET = "2026-03-03 14:00  interview  with=robin,ada"
OFFER = "2026-03-06  offered"


def about(
    *timeline: str, to: str = "robin", now: str = NOW, timezone: str = "UTC", **opportunity: str
) -> Occasion:
    """Return the occasion of thanks by e-mail, after a timeline."""
    told = situation("\n".join(timeline), now=now, people=PEOPLE, timezone=timezone, **opportunity)
    return occasion(told, Act.THANK_YOU, Channel.EMAIL, to)


def test_it_says_who_is_written_to_about_what() -> None:
    at = about(MET, employer="Corbel", role="planner")
    assert (at.to.id, at.to.name, at.employer, at.role) == ("robin", "Robin", "Corbel", "planner")
    assert (at.act, at.channel, at.kind) == (Act.THANK_YOU, Channel.EMAIL, Kind.THANKS)


def test_others_are_those_whose_names_are_known() -> None:
    assert about(MET).others == ("Ada",)
    assert about(MET, to="ada").others == ("Robin",)
    assert about(MET, to="").others == ("Robin", "Ada")


def test_without_a_person_nobody_in_particular_is_written_to() -> None:
    assert about(MET, to="").to.name == ""


def test_somebody_whom_the_situation_does_not_name_is_refused() -> None:
    with pytest.raises(KeyError):
        about(MET, to="eve")


def test_days_are_those_of_the_employer() -> None:
    at = about(MET, now="2026-03-10 23:30+00:00", timezone="Asia/Tokyo")
    assert (at.today, at.met) == (date(2026, 3, 11), date(2026, 3, 3))


def test_it_knows_every_day_that_was_named() -> None:
    promised = about(MET, "2026-03-04  promised  what=answer by=2026-03-13")
    rival = "2026-03-05  competing-offer  answer_by=2026-03-16"
    offered = about(MET, rival, "2026-03-06  offered  answer_by=2026-03-20")
    assert promised.promised == date(2026, 3, 13)
    assert (offered.deadline, offered.answer_by) == (date(2026, 3, 16), date(2026, 3, 20))


def test_what_nobody_named_is_not_known() -> None:
    at = about("2026-03-01  applied")
    assert (at.met, at.promised, at.deadline, at.answer_by) == (None, None, None, None)


@pytest.mark.parametrize(
    ("since", "opening"),
    [
        ("2026-03-08  opening  role=Dispatcher", "Dispatcher"),
        ("2026-03-07  opening  role=Clerk\n2026-03-08  opening  role=Dispatcher", "Dispatcher"),
        ("2026-03-08  opening", ""),
        ("2026-03-08  reposted", ""),
    ],
)
def test_it_knows_the_last_role_that_has_opened_since(since: str, opening: str) -> None:
    assert about(MET, "2026-03-06  rejected", since).opening == opening


def test_a_role_that_opened_before_the_end_opens_nothing_any_more() -> None:
    assert about(MET, "2026-03-05  opening  role=Clerk", "2026-03-06  rejected").opening == ""


def test_whoever_was_not_at_the_meeting_knows_its_day_all_the_same() -> None:
    assert about(MET, to="tom").met == date(2026, 3, 3)


def test_whoever_was_not_at_the_meeting_was_absent() -> None:
    told = situation(MET, now=NOW, people=PEOPLE)
    nobody_noted = situation(MET.partition("  with")[0], now=NOW, people=PEOPLE)

    def absent(told: Situation, to: str, act: Act = Act.CHECK_IN) -> bool:
        return occasion(told, act, Channel.EMAIL, to).absent

    assert [absent(told, to) for to in ("robin", "ada", "tom", "")] == [False, False, True, False]
    assert not absent(nobody_noted, "tom")
    assert not absent(told, "tom", Act.THANK_YOU)  # for arranging it


def test_a_place_at_the_table_is_counted_in_the_order_noted() -> None:
    assert [(about(MET, to=to).place, about(MET, to=to).table) for to in ("robin", "ada")] == [
        (0, 2),
        (1, 2),
    ]


def test_the_last_table_that_somebody_sat_at_counts() -> None:
    alone = "2026-03-05 14:00  interview  with=robin"
    assert (about(MET, alone).place, about(MET, alone).table) == (0, 1)
    assert (about(MET, alone, to="ada").place, about(MET, alone, to="ada").table) == (1, 2)
    assert (about(MET, to="tom").place, about(MET, to="tom").table) == (0, 1)


@pytest.mark.parametrize(
    ("since", "phase"),
    [
        ((), Phase.INTERVIEWED),
        (("2026-03-04  promised  what=answer by=2026-03-13",), Phase.WAITING),
        (("2026-03-05  sent  act=check-in channel=email to=robin",), Phase.WAITING),
        (("2026-03-06  rejected",), Phase.REJECTED),
        (("2026-03-06  parted",), Phase.REJECTED),
        (("2026-03-06  filled",), Phase.REJECTED),
        ((OFFER,), Phase.OFFERED),
        ((OFFER, "2026-03-07  negotiating"), Phase.NEGOTIATING),
        ((OFFER, "2026-03-07  negotiating  closed=yes"), Phase.OFFERED),
        ((OFFER, "2026-03-07  accepted"), Phase.ACCEPTED),
        ((OFFER, "2026-03-07  accepted", "2026-03-09  started"), Phase.ACCEPTED),
        ((OFFER, "2026-03-07  declined"), Phase.DECLINED),
        (("2026-03-06  withdrew",), Phase.DECLINED),
        (("2026-03-06  accepted-elsewhere",), Phase.DECLINED),
    ],
)
def test_words_depend_on_how_far_things_have_come(since: tuple[str, ...], phase: Phase) -> None:
    assert about(MET, *since).phase is phase


def test_a_rejection_from_an_address_without_answers_is_known_as_such() -> None:
    assert about(MET, "2026-03-06  rejected  no_reply=yes").no_reply
    assert not about(MET, "2026-03-06  rejected").no_reply


@given(situations(), st.sampled_from(Act), st.sampled_from(Channel))
def test_every_act_has_an_occasion_in_any_situation(
    world: Situation, act: Act, channel: Channel
) -> None:
    for person in ("", *(one.id for one in world.people)):
        at = occasion(world, act, channel, person)
        assert 0 <= at.place < at.table
        assert at.to.id == person
