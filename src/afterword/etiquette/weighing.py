"""Weigh one question about one person: which rows speak to it, and what they come to."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from afterword.etiquette import rest
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.rulebook.facts import (
    Question,
    Scope,
    of_person,
    of_question,
    of_situation,
)
from afterword.etiquette.rulebook.mark import Mark, Rest, when
from afterword.etiquette.rulebook.rule import Rule
from afterword.etiquette.standing import Acquaintance, Standing
from afterword.etiquette.vocabulary import Channel, Say, Word
from afterword.etiquette.workdays import Workdays, closing, workdays

# The usual way when no row has a say, most usual first.
USUAL = (Channel.EMAIL, Channel.HANDWRITTEN, Channel.PHONE)

MINUTE = timedelta(minutes=1)

WORDS = {Say.STOP: Word.STOP, Say.NO: Word.NO, Say.ASK: Word.ASK}


class Window(msgspec.Struct, frozen=True, omit_defaults=True):
    """When an act is right: aware, in the employer's zone; None where there is no such bound.

    Between `not_before` and `too_late_after` it is right at every minute. Where a weekend or a
    holiday interrupts it, `too_late_after` is the last minute before and `resumes` the first
    after; `best_by` may then lie behind the interruption.
    """

    not_before: datetime | None = None
    best_by: datetime | None = None
    too_late_after: datetime | None = None
    resumes: datetime | None = None


class Weighing(msgspec.Struct, frozen=True):
    """What the rulebook comes to; `rules` decide, strongest first, and `word` is their word."""

    word: Word
    rules: tuple[Rule, ...]
    channel: Channel | None = None
    window: Window = Window()
    advice: Rule | None = None
    late: bool = False


class Scale:
    """A rulebook held against one standing; questions are put to it one by one.

    `turns` gathers the moments that the time of a question was held against: asked again with
    none of them in between, the same question has the same answer.
    """

    def __init__(self, rulebook: Rulebook, standing: Standing) -> None:
        """Work out once what does not change from question to question."""
        self.rulebook, self.standing = rulebook, standing
        self.turns: set[datetime] = set()
        self.index = rulebook.index
        self.calendar: Workdays = workdays(standing.opportunity.country)
        self._situation = self.index.matching(Scope.SITUATION, of_situation(standing))
        self._people: dict[str, int] = {}

    def weigh(
        self, question: Question, them: Acquaintance, at: datetime, channel: Channel | None = None
    ) -> Weighing:
        """Return what the rules come to for one person at the moment `at`.

        Without a channel, the best one is chosen: the first of those that the rules prefer through
        which the act is not refused.
        """
        bits = self.matching(question, them)
        if channel:
            return self._through(bits, channel, them, at)
        tried = []
        for candidate in self._channels(bits):
            weighed = self._through(bits, candidate, them, at)
            if weighed.word is Word.GO:
                return weighed
            tried.append(weighed)
        return min(tried, key=lambda weighed: (RELUCTANCE[weighed.word], not weighed.late))

    def matching(
        self, question: Question, them: Acquaintance, channel: Channel | None = None
    ) -> int:
        """Return the bits of the rows that match; without a channel, of those for any channel."""
        name = them.person.id
        if name not in self._people:
            facts = of_person(self.standing, them)
            self._people[name] = self._situation & self.index.matching(Scope.PERSON, facts)
        facts = of_question(self.standing, them, question)
        bits = self._people[name] & self.index.matching(Scope.QUESTION, facts)
        return bits & self._by(channel) if channel else bits

    def _by(self, channel: Channel) -> int:
        return self.index.matching(Scope.CHANNEL, {"channel": channel})

    def _channels(self, bits: int) -> Iterable[Channel]:
        """Return the ways to try: those that the strongest advice names, the preferred first."""
        index, live = self.index, self.index.live(bits)
        advice = next(iter(index.rows(live & index.advising)), None)
        ways = (advice and advice.row.channel) or USUAL
        preferred = [
            way
            for rule in index.rows(live & index.preferring)
            for way in rule.row.channel
            if way in ways
        ]
        return dict.fromkeys([*preferred, *ways])

    def _through(self, bits: int, channel: Channel, them: Acquaintance, at: datetime) -> Weighing:
        live = self.index.live(bits & self._by(channel))
        return _Balance(self, live, them, at, channel).weighing()


class _Balance:
    """The rows that are left for one channel, and the moments that they name."""

    def __init__(
        self, scale: Scale, live: int, them: Acquaintance, at: datetime, channel: Channel
    ) -> None:
        self.index, self.calendar, self.live = scale.index, scale.calendar, live
        self.at, self.channel, self.turns = at, channel, scale.turns
        self.anchors = them.anchors or scale.standing.anchors
        self.refusing = self.index.rows(live & self.index.refusing)
        self.waits = self.index.rows(live & self.index.waiting)

    def moment(self, mark: Mark | None, *, ends: bool = False) -> datetime | None:
        moment = when(mark, self.anchors, self.calendar, ends=ends) if mark else None
        if moment:
            self.turns.add(moment)
        return moment

    def weighing(self) -> Weighing:
        """Hear refusals first, then what is to be waited for, then advice and its window."""
        refusals = [rule for rule in self.refusing if self._refuses(rule)]
        if refusals:
            return Weighing(WORDS[refusals[0].row.say], tuple(refusals), self.channel)
        endless = [rule for rule in self.waits if not rule.ends]
        if endless:
            return Weighing(Word.WAIT, tuple(endless), self.channel)
        advising = self.index.rows(self.live & self.index.advising)
        advice = next(filter(self._can_be_dated, advising), None)
        if advice is None:
            otherwise = self.index.rows(self.live & self.index.otherwise)
            return Weighing(Word.NO, tuple(otherwise), self.channel)
        return self._timed(advice)

    def _refuses(self, rule: Rule) -> bool:
        if rule.after is None:
            return True
        after = self.moment(rule.after, ends=True)
        return after is not None and self.at > after

    def _can_be_dated(self, rule: Rule) -> bool:
        return rule.opens is None or self.moment(rule.opens) is not None

    def _timed(self, advice: Rule) -> Weighing:
        opens, openers = self._opening(advice)
        shuts = self._shutting(advice)
        rests = [rule for rule in self.waits if rule.ends and rule.ends.rest]
        start, resting = self._after_rest(max(opens or self.at, self.at), rests)
        if shuts and start > shuts:
            passed = Window(too_late_after=shuts)
            return Weighing(Word.NO, (advice,), self.channel, passed, advice, late=True)
        window = self._window(advice, opens, start, shuts, rests)
        if start > self.at:
            late = openers if opens and opens > self.at else []
            reasons = {rule.id: rule for rule in (*late, *resting, advice)}
            return Weighing(Word.WAIT, tuple(reasons.values()), self.channel, window, advice)
        preferring = self.index.rows(self.live & self.index.preferring)
        return Weighing(Word.GO, (advice, *preferring), self.channel, window, advice)

    def _opening(self, advice: Rule) -> tuple[datetime | None, list[Rule]]:
        """Return when all that is to be waited for is over, and which rules name that moment."""
        dated = [(self.moment(rule.ends), rule) for rule in self.waits]
        dated.append((self.moment(advice.opens), advice))
        opens = max((moment for moment, _ in dated if moment), default=None)
        return opens, [rule for moment, rule in dated if moment and moment == opens]

    def _shutting(self, advice: Rule) -> datetime | None:
        marks = [advice.ends, *(rule.after for rule in self.refusing)]
        moments = [self.moment(mark, ends=True) for mark in marks if mark]
        return min((moment for moment in moments if moment), default=None)

    def _after_rest(self, at: datetime, rests: list[Rule]) -> tuple[datetime, list[Rule]]:
        resting: list[Rule] = []
        moved = True
        while moved:
            moved = False
            for rule in rests:
                end = rest.end_of(_rest(rule), at, self.calendar)
                if end:
                    self.turns.add(end)
                    at, moved = end, True
                    resting.append(rule)
        return at, resting

    def _window(
        self,
        advice: Rule,
        opens: datetime | None,
        start: datetime,
        shuts: datetime | None,
        rests: list[Rule],
    ) -> Window:
        before = [rest.last_before(_rest(rule), start, self.calendar) for rule in rests]
        begins = max((moment for moment in (opens, *before) if moment), default=None)
        after = [rest.next_after(_rest(rule), start, self.calendar) for rule in rests]
        self.turns.update(after)
        ends = min((moment for moment in (shuts, *after) if moment), default=None)
        resumes = None
        if ends and ends != shuts:
            resumes, _ = self._after_rest(ends + MINUTE, rests)
            resumes = resumes if shuts is None or resumes <= shuts else None
        best = self._best(advice, start, shuts if resumes else ends)
        return Window(begins, best, ends, resumes)

    def _best(self, advice: Rule, start: datetime, bound: datetime | None) -> datetime | None:
        """Return the moment by which it is best done, unless that has passed."""
        best = self.moment(advice.best, ends=True)
        if best and best < start:
            best = closing(start.date(), start) if start > self.at else None
        return min(best, bound) if best and bound else best


def _rest(rule: Rule) -> Rest:
    assert rule.ends is not None  # noqa: S101  only rows with a rest come here
    assert rule.ends.rest is not None  # noqa: S101
    return rule.ends.rest


# Between ways that are all refused, the usual one is the one to speak of.
RELUCTANCE = {Word.GO: 0, Word.WAIT: 1, Word.ASK: 2, Word.NO: 3, Word.STOP: 3}
