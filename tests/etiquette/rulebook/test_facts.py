"""The words of a condition take their values from where things stand."""

import pytest

from afterword.etiquette.events import Gift
from afterword.etiquette.rulebook.facts import (
    FIELDS,
    Facts,
    Question,
    Scope,
    Sort,
    of_person,
    of_question,
    of_situation,
)
from afterword.etiquette.standing import NO_ONE, Acquaintance
from afterword.etiquette.vocabulary import Act, Audience, Channel, GiftKind, Trait
from tests.etiquette.timeline import after

INTERVIEW = "2026-03-03 14:00  interview  with=manager\n"
PEOPLE = "manager:hiring-manager hr:hr"


def situation_facts(timeline: str, **opportunity: str) -> Facts:
    """Return what a timeline says about the situation on the tenth of March."""
    return of_situation(after(timeline, now="2026-03-10 11:00", **opportunity))


def person_facts(timeline: str, people: str = PEOPLE, of: str = "manager") -> Facts:
    """Return what a timeline says about one person on the tenth of March."""
    stands = after(timeline, now="2026-03-10 11:00", people=people)
    return of_person(stands, stands.people[of])


def test_every_word_has_a_value_of_its_scope_and_a_meaning() -> None:
    stands = after(INTERVIEW, now="2026-03-10 11:00")
    them = stands.people["manager"]
    by_scope = {
        Scope.SITUATION: set(of_situation(stands)),
        Scope.PERSON: set(of_person(stands, them)),
        Scope.QUESTION: set(of_question(stands, them, Question(Act.CHECK_IN))),
        Scope.CHANNEL: {"channel"},
    }
    for name, field in FIELDS.items():
        assert field.meaning
        assert name in by_scope[field.scope]
    assert set(FIELDS) == set().union(*by_scope.values())


@pytest.mark.parametrize("name", [n for n, field in FIELDS.items() if field.sort is Sort.WORD])
def test_the_value_of_a_word_is_one_that_it_takes(name: str) -> None:
    stands = after("", now="2026-03-10 11:00")
    them = stands.people["manager"]
    facts = {
        **of_situation(stands),
        **of_person(stands, them),
        **of_question(stands, them, Question(Act.CHECK_IN)),
        "channel": Channel.EMAIL,
    }
    assert facts[name] in FIELDS[name].words


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("", "none"),
        ("2026-03-04  promised  what=answer", "undated"),
        ("2026-03-04  promised  what=answer by=2026-03-12", "dated"),
    ],
)
def test_a_promise_has_a_date_or_not(line: str, promise: str) -> None:
    assert situation_facts(INTERVIEW + line)["promise"] == promise


@pytest.mark.parametrize(
    ("line", "rejection"),
    [
        ("", "none"),
        ("2026-03-05  rejected", "after-interview"),
        ("2026-03-05  rejected  interviewed=no", "before-interview"),
    ],
)
def test_a_no_comes_before_or_after_an_interview(line: str, rejection: str) -> None:
    assert situation_facts(line)["rejection"] == rejection


@pytest.mark.parametrize(
    ("country", "region"), [("CA", {"CA"}), ("CA-QC", {"CA", "CA-QC"}), ("ZZ", {"ZZ"})]
)
def test_a_province_is_in_its_country(country: str, region: set[str]) -> None:
    assert situation_facts("", country=country)["region"] == region


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("scheduled", "2026-03-04  interview-scheduled  at=2026-03-12T10:00"),
        ("invited-back", "2026-03-04  told  instruction=check-back by=2026-04-01"),
        ("letter-promised", "2026-03-04  promised  what=offer-letter by=2026-03-12"),
        ("competing-deadline", "2026-03-04  competing-offer  answer_by=2026-03-12"),
    ],
)
def test_a_day_that_was_named_is_a_fact(field: str, line: str) -> None:
    assert situation_facts(line)[field] is True
    assert situation_facts("")[field] is False


def test_nobody_missed_an_appointment_until_somebody_did() -> None:
    assert situation_facts("")["missed-by"] == "none"
    assert situation_facts("2026-03-04  interview-missed  by=employer")["missed-by"] == "employer"


@pytest.mark.parametrize(
    ("email", "known"),
    [
        ("yes", "known"),
        ("eve@example.org", "known"),
        ("guessed", "guessed"),
        ("no", "unknown"),
        ("", "unknown"),
    ],
)
def test_an_address_is_known_or_guessed_or_neither(email: str, known: str) -> None:
    people = f"manager:hiring-manager,email={email},postal_address={email}"
    facts = person_facts("", people)
    assert (facts["email"], facts["post"]) == (known, known)


def test_what_nobody_said_about_a_talk_is_unknown() -> None:
    facts = person_facts(INTERVIEW)
    assert [facts[name] for name in ("format", "impression", "decision")] == ["unknown"] * 3


def test_what_was_said_about_a_talk_is_known() -> None:
    said = "format=onsite impression=poorly decision_expected=weeks"
    facts = person_facts(f"2026-03-03 14:00  interview  with=manager {said}")
    assert [facts[name] for name in ("format", "impression", "decision")] == [
        "onsite",
        "poorly",
        "weeks",
    ]


@pytest.mark.parametrize(
    ("line", "manager_s", "hr_s"),
    [
        ("", False, False),
        ("2026-03-09  absent  who=manager until=2026-03-20", False, True),
        ("2026-03-04  absent  who=manager until=2026-03-06", False, False),
    ],
)
def test_a_colleague_is_away_until_their_return(line: str, manager_s: bool, hr_s: bool) -> None:
    assert person_facts(line)["colleague-away"] is manager_s
    assert person_facts(line, of="hr")["colleague-away"] is hr_s


@pytest.mark.parametrize(
    ("timeline", "news"),
    [
        ("", False),
        ("2026-03-04  helped  who=rose how=referral", False),
        (f"2026-03-01  helped  who=rose how=referral\n{INTERVIEW}", True),
        (f"{INTERVIEW}2026-03-04  helped  who=rose how=reference", False),
        (INTERVIEW, True),
    ],
)
def test_there_is_news_for_a_helper_when_something_happened_since(
    timeline: str, news: bool
) -> None:
    people = "manager:hiring-manager rose:referrer@third-party"
    assert person_facts(timeline, people, of="rose")["news-since-help"] is news


@pytest.mark.parametrize(("side", "unanswered"), [("employer", 2), ("agency", 1)])
def test_inside_one_house_every_question_counts_and_an_agency_counts_its_own(
    side: str, unanswered: int
) -> None:
    facts = person_facts(
        """
        2026-03-04  sent  act=check-in channel=phone to=hr
        2026-03-05  sent  act=check-in channel=phone to=hr,eve
        """,
        f"hr:hr eve:other@{side}",
        of="eve",
    )
    assert (facts["unanswered"], facts["unanswered-calls"]) == (unanswered, unanswered)


def test_what_was_done_is_counted_since_its_occasion_and_towards_each() -> None:
    stands = after(
        "2026-03-04  sent  act=check-in to=hr\n2026-03-05  sent  act=check-in to=manager",
        now="2026-03-10 11:00",
        people=PEOPLE,
    )
    facts = of_question(stands, stands.people["hr"], Question(Act.CHECK_IN))
    assert (facts["done"], facts["done-to-them"]) == (2, 1)


def test_a_gift_is_known_by_kind_audience_and_price() -> None:
    stands = after("", now="2026-03-10 11:00")
    gift = Gift(kind=GiftKind.FLOWERS, audience=Audience.OFFICE)
    facts = of_question(stands, NO_ONE_IS_THERE, Question(Act.GIFT, gift=gift, gift_value=20))
    assert (facts["gift"], facts["gift-audience"], facts["gift-value"]) == ("flowers", "office", 20)


@pytest.mark.parametrize(("gift", "kind"), [(None, "none"), (Gift(), "object")])
def test_without_a_gift_or_with_a_vague_one_its_audience_is_unknown(
    gift: Gift | None, kind: str
) -> None:
    stands = after("", now="2026-03-10 11:00")
    facts = of_question(stands, NO_ONE_IS_THERE, Question(Act.GIFT, gift=gift))
    assert (facts["gift"], facts["gift-audience"], facts["gift-value"]) == (kind, "unknown", None)


def test_a_manner_is_what_the_question_says() -> None:
    stands = after("", now="2026-03-10 11:00")
    manner = Question(Act.CHECK_IN, 3, leaves_some_out=True, traits=frozenset({Trait.LONG}))
    facts = of_question(stands, NO_ONE_IS_THERE, manner)
    assert facts["recipients"] == 3
    assert facts["leaves-some-out"] is True
    assert facts["traits"] == {"long"}


NO_ONE_IS_THERE = Acquaintance(person=NO_ONE)
