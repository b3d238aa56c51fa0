"""What to do, what to leave alone, and when to look again, for every person in an opportunity."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import msgspec

from afterword.etiquette.events import Gift
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE, SEVERITY, Reason, place, reason
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.rulebook.facts import Question
from afterword.etiquette.rulebook.rule import Rule
from afterword.etiquette.situation import Situation
from afterword.etiquette.standing import Acquaintance, Standing
from afterword.etiquette.vocabulary import Act, Channel, Say, Stage, Whom, Word, WorksFor
from afterword.etiquette.weighing import Scale, Weighing, Window

# What was let pass stays worth mentioning for as long as somebody may still wonder about it.
WORTH_MENTIONING = timedelta(days=30)

# Acts that ask for an answer: waiting with them is a thing to leave alone, not just a later step.
PRESSING = frozenset({Act.CHECK_IN, Act.FEEDBACK_REQUEST, Act.KEEP_IN_TOUCH, Act.RE_APPROACH})


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """An act that the plan recommends towards one person, in its window.

    `open` says whether the window is open now; `channel_because` why this channel;
    `alternatives` are other acceptable ways.
    """

    act: Act
    to: str
    name: str
    channel: Channel
    window: Window
    open: bool
    because: tuple[Reason, ...]
    channel_because: Reason | None = None
    alternatives: tuple[Channel, ...] = ()
    tone: str = ""
    length: str = ""
    limit: str = ""


class Restraint(msgspec.Struct, frozen=True, omit_defaults=True):
    """An act to leave alone, towards whom, until when (None: until something happens), and why."""

    act: Act
    verdict: Word
    because: tuple[Reason, ...]
    to: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    channel: Channel | None = None
    until: datetime | None = None
    better: str = ""


class Lapse(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that was let pass and is now too late, and what to do about it."""

    act: Act
    to: str
    name: str
    closed: datetime | None
    because: tuple[Reason, ...]
    advice: str = ""


class Silence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Saying nothing, where that is the right step: until when, and why."""

    because: tuple[Reason, ...]
    until: datetime | None = None


class Plan(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to do now and later, what to leave alone, what has passed, and when to look again."""

    sentence: str
    now: datetime
    stage: Stage
    steps: tuple[Step, ...] = ()
    silence: Silence | None = None
    restraints: tuple[Restraint, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    look_again: datetime | None = None
    notes: tuple[str, ...] = ()
    id: str | None = None


class Found(msgspec.Struct, frozen=True):
    """What the rules came to for one act and one person."""

    act: Act
    them: Acquaintance
    weighed: Weighing
    advice: Rule


def plan(situation: Situation, rulebook: Rulebook) -> Plan:
    """Return the plan for a situation; its proposal, if there is one, plays no part.

    Every step is judged `go` throughout its window and `wait` before it, because both ask the same
    scale; and what the scale refuses is never a step.
    """
    return planned(situation, Scale(rulebook, standing(situation)))


def planned(situation: Situation, scale: Scale) -> Plan:
    """Return the plan for a situation whose standing is on the scale already.

    What the time of the plan was held against is in the `turns` of the scale afterwards.
    """
    stands = scale.standing
    found = list(_considered(scale))
    steps = tuple(sorted((_step(scale, one) for one in _chosen(found)), key=_soonest))
    restraints = tuple(sorted([*_waiting(steps), *_temptations(scale)], key=_weight))
    return Plan(
        sentence=_sentence(steps, restraints),
        now=stands.now,
        stage=stands.stage,
        steps=steps,
        silence=_silence(scale, steps, restraints),
        restraints=restraints,
        lapses=tuple(_lapses(scale, found)),
        look_again=_look_again(steps),
        notes=tuple(_notes(situation, scale.rulebook)),
        id=situation.id,
    )


def _considered(scale: Scale) -> Iterator[Found]:
    """Yield everything that some row recommends to somebody, right now, later or too late."""
    rules = scale.rulebook.rules.values()
    acts = dict.fromkeys(rule.row.act[0] for rule in rules if rule.row.say is Say.DO)
    for act in acts:
        for them in _people(scale.standing):
            weighed = scale.weigh(Question(act), them, scale.standing.now)
            advice = weighed.advice
            if advice and advice.row.say is Say.DO and advice.row.act[0] is act:
                yield Found(act, them, weighed, advice)


def _people(stands: Standing) -> Sequence[Acquaintance]:
    return list(stands.people.values()) or [NO_ONE]


def _chosen(found: list[Found]) -> Iterator[Found]:
    """Yield what is due: to each who fits, or to the best fit on that side of the table."""
    due = [one for one in found if _is_due(one.weighed)]
    best: dict[tuple[Act, WorksFor], Found] = {}
    for one in due:
        if one.advice.row.whom is Whom.EACH:
            yield one
            continue
        side = (one.act, one.them.person.works_for)
        if side not in best or _fit(one) < _fit(best[side]):
            best[side] = one
    yield from best.values()


def _is_due(weighed: Weighing) -> bool:
    later = weighed.word is Word.WAIT and weighed.window.not_before is not None
    return weighed.word is Word.GO or later


def _fit(one: Found) -> tuple[int, int]:
    return SEVERITY[one.weighed.word], place(one.advice, one.them)


def _step(scale: Scale, one: Found) -> Step:
    weighed, row = one.weighed, one.advice.row
    assert weighed.channel is not None  # noqa: S101  the scale always chooses one
    preferring = next((rule for rule in weighed.rules if rule.row.say is Say.PREFER), None)
    return Step(
        act=one.act,
        to=one.them.person.id,
        name=_name(one.them),
        channel=weighed.channel,
        window=weighed.window,
        open=weighed.word is Word.GO,
        because=tuple(reason(rule) for rule in weighed.rules if rule is not preferring),
        channel_because=reason(preferring) if preferring else None,
        alternatives=tuple(_alternatives(scale, one)),
        tone=row.tone,
        length=row.length,
        limit=row.limit,
    )


def _alternatives(scale: Scale, one: Found) -> Iterator[Channel]:
    for channel in one.advice.row.channel:
        if channel is not one.weighed.channel:
            other = scale.weigh(Question(one.act), one.them, scale.standing.now, channel)
            if other.word is one.weighed.word:
                yield channel


def _name(them: Acquaintance) -> str:
    return them.person.name or them.person.id


def _waiting(steps: Sequence[Step]) -> Iterator[Restraint]:
    """Yield the acts that are right later and wrong today."""
    for step in steps:
        if not step.open and step.act in PRESSING:
            yield Restraint(
                act=step.act,
                verdict=Word.WAIT,
                because=step.because,
                to=(step.to,) if step.to else (),
                names=(step.name,) if step.name else (),
                until=step.window.not_before,
            )


def _temptations(scale: Scale) -> Iterator[Restraint]:
    """Yield what candidates are tempted to do and the rules refuse here, once for each rule."""
    for rule in scale.rulebook.rules.values():
        if not rule.row.warn:
            continue
        act = rule.row.act[0]
        channel = rule.row.channel[0] if rule.row.channel else None
        question = Question(act, gift=Gift() if act is Act.GIFT else None)
        met = [
            (them, weighed)
            for them in _people(scale.standing)
            for weighed in [scale.weigh(question, them, scale.standing.now, channel)]
            if weighed.word is not Word.GO and weighed.rules and weighed.rules[0].id == rule.id
        ]
        if met:
            people = [them for them, _ in met if them.person.id]
            yield Restraint(
                act=act,
                verdict=met[0][1].word,
                because=tuple(map(reason, met[0][1].rules)),
                to=tuple(them.person.id for them in people),
                names=tuple(map(_name, people)),
                channel=channel,
                until=met[0][1].window.not_before,
                better=rule.row.better,
            )


def _lapses(scale: Scale, found: Sequence[Found]) -> Iterator[Lapse]:
    for one in found:
        closed = one.weighed.window.too_late_after
        forgotten = closed + WORTH_MENTIONING if closed else None
        if one.weighed.late and forgotten:
            scale.turns.add(forgotten)
        if one.weighed.late and (forgotten is None or scale.standing.now <= forgotten):
            row = one.advice.row
            because = (reason(one.advice),)
            yield Lapse(one.act, one.them.person.id, _name(one.them), closed, because, row.late)


def _silence(
    scale: Scale, steps: Sequence[Step], restraints: Sequence[Restraint]
) -> Silence | None:
    if any(step.open for step in steps):
        return None
    until = min((s.window.not_before for s in steps if s.window.not_before), default=None)
    pressing = (one.because for one in restraints if one.act in PRESSING)
    for because in [*(step.because for step in steps), *pressing]:
        return Silence(because, until)
    them = _people(scale.standing)[0]
    weighed = scale.weigh(Question(Act.CHECK_IN), them, scale.standing.now)
    return Silence(tuple(map(reason, weighed.rules)), until)


def _look_again(steps: Sequence[Step]) -> datetime | None:
    """Return the next moment at which the plan changes by itself."""
    moments = [
        (step.window.best_by or step.window.too_late_after) if step.open else step.window.not_before
        for step in steps
    ]
    return min((moment for moment in moments if moment), default=None)


def _soonest(step: Step) -> tuple[bool, float, str]:
    bound = step.window.best_by or step.window.too_late_after
    moment = bound if step.open else step.window.not_before
    return not step.open, moment.timestamp() if moment else float("inf"), step.to


def _weight(restraint: Restraint) -> tuple[bool, int, str]:
    """Order restraints: those with a date first, then the most severe."""
    return restraint.until is None, -SEVERITY[restraint.verdict], restraint.act


def _sentence(steps: Sequence[Step], restraints: Sequence[Restraint]) -> str:
    now = sum(step.open for step in steps)
    if not now and not restraints:
        return "Nothing to do, and that is right."
    to_do = f"{_count(now)} to do" if now else "Nothing to do today"
    alone = f"{_count(len(restraints), short=True)} to leave alone" if restraints else ""
    return f"{to_do}, {alone}." if alone else f"{to_do}."


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _count(number: int, *, short: bool = False) -> str:
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return word if short else f"{word.capitalize()} thing{'' if number == 1 else 's'}"


def _notes(situation: Situation, rulebook: Rulebook) -> Iterator[str]:
    if not situation.events:
        yield "Nothing has happened yet: write down under events what did."
    country = situation.opportunity.country
    if not rulebook.regions & {country, country.partition("-")[0]}:
        yield f"There is no evidence of customs in {country}; the general rules apply."
