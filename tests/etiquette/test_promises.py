"""What Afterword promises, whatever happened: held against invented situations."""

from datetime import datetime, timedelta
from itertools import product

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from afterword import rulebooks
from afterword.etiquette import decode
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import Verdict, judge
from afterword.etiquette.moment import Moment
from afterword.etiquette.plan import Step, plan
from afterword.etiquette.situation import Proposal, Situation
from afterword.etiquette.vocabulary import (
    Act,
    Audience,
    Basis,
    Channel,
    GiftKind,
    Pay,
    Role,
    Sector,
    Stage,
    Word,
    WorksFor,
)
from tests.etiquette import worlds

BOOK = rulebooks.rulebook()
REFUSED = {Word.NO, Word.STOP, Word.ASK}
WORLDS = worlds.raw_situations() | worlds.raw_hunts()
HELPERS = {Role.REFERENCE, Role.REFERRER, Role.MENTOR}


def proposing(situation: Situation, **changes: object) -> Situation:
    """Return the same situation with another proposal."""
    return msgspec.structs.replace(situation, proposal=Proposal(**changes))  # type: ignore[arg-type]


def with_event(raw: worlds.Raw, **event: object) -> Situation:
    """Return a situation in which one more thing has just happened."""
    events = [*raw["events"], {"on": raw["now"], **event}]
    return decode.from_raw({**raw, "events": events})


def earliest(verdict: Verdict, now: datetime) -> datetime | None:
    """Return when the act is permitted next, or None while nobody knows."""
    if verdict.verdict is Word.GO:
        return now
    return verdict.not_before if verdict.verdict is Word.WAIT else None


# --- gifts ----------------------------------------------------------------------------------------


@given(worlds.situations(act="gift"))
def test_no_gift_to_the_deciding_side_before_the_yes_and_settled_pay(situation: Situation) -> None:
    stands = standing(situation)
    verdict = judge(situation, BOOK)
    deciding = [
        stands.people[name]
        for name in verdict.to
        if stands.people[name].person.works_for is WorksFor.EMPLOYER
        and stands.people[name].person.role not in HELPERS
    ]
    settled = stands.stage in {Stage.ACCEPTED, Stage.STARTED} and stands.pay is Pay.SETTLED
    talk_only = stands.stage is Stage.NOTHING_YET
    assume(deciding and not settled and not talk_only)
    assert verdict.verdict is not Word.GO


BEFORE: dict[str, list[worlds.Raw]] = {
    "before anything": [],
    "applied": [{"kind": "applied"}],
    "invited": [{"kind": "received", "what": "invitation"}],
    "interviewed": [{"kind": "interview", "with": ["ann"]}],
    "parted": [{"kind": "interview", "with": ["ann"]}, {"kind": "parted"}],
    "rejected": [{"kind": "interview", "with": ["ann"]}, {"kind": "rejected"}],
    "offered": [{"kind": "interview", "with": ["ann"]}, {"kind": "offered", "written": True}],
    "talks closed, not accepted": [
        {"kind": "interview", "with": ["ann"]},
        {"kind": "offered", "written": True},
        {"kind": "negotiating", "closed": True},
    ],
    "accepted, pay reopened": [
        {"kind": "offered", "written": True},
        {"kind": "accepted"},
        {"kind": "negotiating"},
    ],
}


@pytest.mark.parametrize("stage", BEFORE)
def test_no_gift_before_the_ink_is_dry_of_any_kind_to_anybody_anywhere(stage: str) -> None:
    roles = [role for role in Role if role not in HELPERS]
    countries = worlds.ZONES.items()
    for kind, role, audience, sector, (country, zone) in product(
        GiftKind, roles, [None, *Audience], Sector, countries
    ):
        situation = decode.from_raw(
            {
                "now": "2026-06-17T11:00",
                "timezone": zone,
                "opportunity": {"country": country, "sector": sector},
                "people": [{"id": "ann", "role": role, "email": True}],
                "events": [{"on": "2026-06-16", **event} for event in BEFORE[stage]],
                "proposal": {
                    "act": "gift",
                    "to": ["ann"],
                    "gift": {"kind": kind} | ({"audience": audience} if audience else {}),
                },
            }
        )
        assert judge(situation, BOOK).verdict is not Word.GO, (
            kind,
            role,
            audience,
            sector,
            country,
        )


# --- counting and stopping ------------------------------------------------------------------------


@given(worlds.raw_situations(), st.sampled_from(worlds.PEOPLE))
def test_never_a_third_question(raw: worlds.Raw, name: str) -> None:
    people = [{**person, "works_for": "employer", "role": "hr"} for person in raw["people"]]
    asked = {"on": raw["now"], "kind": "sent", "act": "check-in", "channel": "email", "to": [name]}
    cap = 1 if raw["opportunity"]["country"] in {"GB", "IN"} else 2
    events = [*raw["events"], *([asked] * cap)]
    situation = decode.from_raw({**raw, "people": people, "events": events})
    for at in (None, Moment(worlds.NOW + timedelta(days=40))):
        again = proposing(situation, act=Act.CHECK_IN, to=(name,), on=at)
        assert judge(again, BOOK).verdict is not Word.GO


@given(WORLDS, st.sampled_from(["check-in", "ask-question", "resend"]))
def test_another_message_never_brings_the_next_one_nearer(raw: worlds.Raw, act: str) -> None:
    before = decode.from_raw(raw)
    stands = standing(before)
    house = [name for name, them in stands.people.items() if them.person.works_for == "employer"]
    assume(house)
    after = with_event(raw, kind="sent", act=act, channel="email", to=house[:1])
    for name in house:
        asked = {"act": Act.CHECK_IN, "channel": Channel.EMAIL, "to": (name,)}
        one = earliest(judge(proposing(before, **asked), BOOK), stands.now)
        other = earliest(judge(proposing(after, **asked), BOOK), stands.now)
        assert other is None or (one is not None and other >= one)


@given(WORLDS, st.sampled_from(["reply", "question", "acknowledgement"]))
def test_a_word_from_them_never_turns_a_refusal_into_a_nuisance(raw: worlds.Raw, what: str) -> None:
    before = decode.from_raw(raw)
    for name, them in standing(before).people.items():
        if them.person.works_for != "employer":
            continue
        after = with_event(raw, kind="received", what=what, **{"from": name})
        asked = {"act": Act.CHECK_IN, "channel": Channel.EMAIL, "to": (name,)}
        if judge(proposing(before, **asked), BOOK).verdict is not Word.GO:
            assert judge(proposing(after, **asked), BOOK).verdict is not Word.GO


# --- instructions ---------------------------------------------------------------------------------

FORBIDS = {
    "no-thank-you-notes": [(Act.THANK_YOU, Channel.EMAIL)],
    "do-not-contact": [
        (Act.THANK_YOU, Channel.EMAIL),
        (Act.CHECK_IN, Channel.EMAIL),
        (Act.CONNECT, Channel.LINKEDIN),
        (Act.KEEP_IN_TOUCH, Channel.EMAIL),
    ],
    "we-will-contact-you": [(Act.CHECK_IN, Channel.EMAIL), (Act.RE_APPROACH, Channel.EMAIL)],
    "through-recruiter": [(Act.THANK_YOU, Channel.EMAIL), (Act.CHECK_IN, Channel.EMAIL)],
    "email-only": [(Act.THANK_YOU, Channel.HANDWRITTEN), (Act.CHECK_IN, Channel.PHONE)],
    "no-gifts": [(Act.GIFT, Channel.DELIVERY)],
}


@pytest.mark.parametrize("instruction", FORBIDS)
@given(raw=worlds.raw_situations())
def test_what_they_told_you_wins(instruction: str, raw: worlds.Raw) -> None:
    situation = with_event(raw, kind="told", instruction=instruction)
    for name, them in standing(situation).people.items():
        if them.person.works_for != "employer" or (
            instruction == "through-recruiter" and them.question_open
        ):
            continue
        for act, channel in FORBIDS[instruction]:
            asked = proposing(situation, act=act, channel=channel, to=(name,))
            assert judge(asked, BOOK).verdict is not Word.GO


def test_an_invitation_opens_what_custom_keeps_shut() -> None:
    timeline = [
        {"on": "2026-06-10T14:00", "kind": "interview", "with": ["ann"]},
        {"on": "2026-06-10T15:00", "kind": "told", "instruction": "connect-with-me", "from": "ann"},
    ]
    situation = decode.from_raw(
        {
            "now": "2026-06-12T11:00",
            "timezone": "America/New_York",
            "people": [{"id": "ann", "role": "hiring-manager", "email": True}],
            "events": timeline,
            "proposal": {"act": "connect", "channel": "linkedin", "to": ["ann"]},
        }
    )
    assert judge(situation, BOOK).verdict is Word.GO


# --- nothing but the facts ------------------------------------------------------------------------


@given(worlds.raw_situations())
def test_names_do_not_matter(raw: worlds.Raw) -> None:
    text = decode.to_json(decode.from_raw(raw)).decode()
    renamed = text
    for number, name in enumerate(worlds.PEOPLE):
        renamed = renamed.replace(f'"{name}"', f'"person {9 - number}"')
    one, other = judge(decode.from_json(text), BOOK), judge(decode.from_json(renamed), BOOK)
    assert (one.verdict, one.not_before, one.channel) == (
        other.verdict,
        other.not_before,
        other.channel,
    )


@given(worlds.raw_situations(), st.permutations(range(len(worlds.PEOPLE))))
def test_the_order_in_which_people_are_listed_does_not_matter(
    raw: worlds.Raw, order: list[int]
) -> None:
    shuffled = {**raw, "people": [raw["people"][place] for place in order]}
    one, other = judge(decode.from_raw(raw), BOOK), judge(decode.from_raw(shuffled), BOOK)
    assert one.verdict is other.verdict


@given(worlds.raw_situations(), st.integers(1, 8))
def test_the_date_does_not_matter_where_there_are_no_holidays(raw: worlds.Raw, weeks: int) -> None:
    raw = {**raw, "timezone": "UTC", "opportunity": {"country": "XX"}}
    by = timedelta(weeks=weeks)

    def moved(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: moved(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [moved(part) for part in value]
        if key in {"on", "now", "by", "at", "until", "answer_by"} and str(value)[:1].isdigit():
            return str(Moment(Moment.parse(value).value + by))
        return value

    one = judge(decode.from_raw(raw), BOOK)
    other = judge(decode.from_raw(moved(raw)), BOOK)
    assert one.verdict is other.verdict
    assert (one.not_before and one.not_before + by) == other.not_before


@given(worlds.situations())
def test_every_verdict_has_a_rule_a_reason_and_a_source(situation: Situation) -> None:
    verdict = judge(situation, BOOK)
    assert verdict.because
    assert all(reason.why and reason.sources and reason.rule for reason in verdict.because)
    assert all(reason.basis in set(Basis) for reason in verdict.because)


@given(worlds.situations())
def test_the_better_act_is_itself_right(situation: Situation) -> None:
    verdict = judge(situation, BOOK)
    if verdict.instead is None:
        return
    people = [verdict.to[place : place + 1] for place in range(len(verdict.to))] or [()]
    words = {judge(proposing(situation, act=verdict.instead, to=to), BOOK).verdict for to in people}
    assert words & {Word.GO, Word.WAIT}


# --- plan and judge are one mechanism -------------------------------------------------------------


def judged(situation: Situation, step: Step, at: datetime) -> Verdict:
    """Return the verdict on a step of the plan at another moment."""
    to = (step.to,) if step.to else ()
    asked = proposing(situation, act=step.act, channel=step.channel, to=to, on=Moment(at))
    return judge(asked, BOOK)


@given(WORLDS.map(decode.from_raw))
def test_a_step_is_right_at_every_hour_of_its_window_and_not_a_minute_outside(
    situation: Situation,
) -> None:
    minute, hour = timedelta(minutes=1), timedelta(hours=1)
    for step in plan(situation, BOOK).steps:
        window = step.window
        start = window.not_before or standing(situation).now
        end = window.too_late_after or start + timedelta(days=20)
        at = start
        while at <= min(end, start + timedelta(days=20)):
            assert judged(situation, step, at).verdict is Word.GO, at
            at += hour
        assert judged(situation, step, min(end, at)).verdict is Word.GO
        if window.not_before:
            assert judged(situation, step, start - minute).verdict is not Word.GO
        if window.too_late_after:
            assert judged(situation, step, end + minute).verdict is not Word.GO
        if window.resumes:
            assert judged(situation, step, window.resumes).verdict is Word.GO


@given(WORLDS.map(decode.from_raw))
def test_a_plan_holds_nothing_that_is_refused(situation: Situation) -> None:
    now = standing(situation).now
    for step in plan(situation, BOOK).steps:
        expected = Word.GO if step.open else Word.WAIT
        assert judged(situation, step, now).verdict is expected


@given(WORLDS.map(decode.from_raw))
def test_a_plan_asks_one_person_at_one_employer(situation: Situation) -> None:
    people = standing(situation).people
    asking = [step for step in plan(situation, BOOK).steps if step.act is Act.CHECK_IN]
    sides = [people[step.to].person.works_for for step in asking if step.to]
    assert len(sides) == len(set(sides))


@given(worlds.situations())
def test_a_plan_never_thanks_by_two_ways(situation: Situation) -> None:
    steps = [(step.act, step.to) for step in plan(situation, BOOK).steps]
    assert len(steps) == len(set(steps))


@given(worlds.situations())
def test_a_plan_with_nothing_open_names_silence(situation: Situation) -> None:
    planned = plan(situation, BOOK)
    if not any(step.open for step in planned.steps):
        assert planned.silence
        assert planned.silence.because
