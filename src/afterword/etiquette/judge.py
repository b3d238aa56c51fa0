"""The answer to "may I?": a verdict on one act, with its reasons and the better act."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from afterword.etiquette.events import Gift
from afterword.etiquette.fold import standing
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.rulebook.facts import Question
from afterword.etiquette.rulebook.rule import Rule
from afterword.etiquette.situation import Proposal, Situation
from afterword.etiquette.standing import Acquaintance, Anchor, Standing
from afterword.etiquette.vocabulary import Act, AskWhom, Basis, Channel, Role, Say, Word
from afterword.etiquette.weighing import Scale, Weighing, Window

# Whom a message without an address is for, when the rules name no order of their own.
USUAL_ORDER = (
    Role.HIRING_MANAGER,
    Role.HR,
    Role.EXECUTIVE,
    Role.INTERVIEWER,
    Role.COORDINATOR,
    Role.AGENCY_RECRUITER,
    Role.ASSISTANT,
    Role.REFERRER,
    Role.REFERENCE,
    Role.MENTOR,
    Role.OTHER,
)
NO_ONE = Acquaintance()


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule that decided or agreed: its id, its sentence, on whose authority, and who dissents."""

    rule: str
    why: str
    basis: Basis
    sources: tuple[str, ...]
    disagree: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """The answer to "may I?".

    `not_before` and `not_after` bound the advised window; until `too_late_after` it is acceptable
    without a break, and from `resumes` on again where a weekend or a holiday comes between. All are
    aware, in the employer's zone, None where there is no such bound.
    """

    verdict: Word
    because: tuple[Reason, ...]
    id: str | None = None
    not_before: datetime | None = None
    not_after: datetime | None = None
    too_late_after: datetime | None = None
    resumes: datetime | None = None
    channel: Channel | None = None
    to: tuple[str, ...] = ()
    ask_whom: AskWhom | None = None
    instead: Act | None = None
    better: str = ""


def judge(situation: Situation, rulebook: Rulebook) -> Verdict:
    """Return the verdict on the situation's proposal.

    An act towards several people is as right as it is towards the one for whom it is least so.
    Raises Malformed where there is no proposal.
    """
    proposal = situation.proposal
    if proposal is None:
        raise Malformed([Problem("proposal", "is missing: say which act you have in mind")])
    stands = standing(situation)
    scale = Scale(rulebook, stands)
    at = proposal.on.at(stands.now.tzinfo) if proposal.on else stands.now  # type: ignore[arg-type]
    question = question_of(proposal, stands, rulebook)
    people = [stands.people[name] for name in proposal.to]
    if not people:
        people = [right_person(scale, question, at, proposal.channel)]
    weighed = [(scale.weigh(question, them, at, proposal.channel), them) for them in people]
    worst, whom = max(weighed, key=lambda pair: SEVERITY[pair[0].word])
    window = _shared_window([one.window for one, _ in weighed], worst)
    best = window.best_by
    return Verdict(
        verdict=worst.word,
        because=tuple(map(reason, worst.rules)),
        id=situation.id,
        not_before=window.not_before,
        not_after=best if best and best >= at else window.too_late_after,
        too_late_after=window.too_late_after,
        resumes=window.resumes,
        channel=proposal.channel or (worst.channel if worst.word in CHOOSING else None),
        to=tuple(them.person.id for them in people if them.person.id),
        ask_whom=worst.rules[0].row.ask_whom,
        instead=_instead(scale, question, worst, whom),
        better="" if worst.word is Word.GO else _better(worst),
    )


def question_of(proposal: Proposal, standing: Standing, rulebook: Rulebook) -> Question:
    """Return the question that a proposal asks of each person it is for.

    A note with a gift in it is a gift, whatever else it is called.
    """
    gift = proposal.gift or (Gift() if proposal.act is Act.GIFT else None)
    return Question(
        act=Act.GIFT if gift else proposal.act,
        recipients=max(1, len(proposal.to)),
        leaves_some_out=_leaves_some_out(proposal, standing),
        gift=gift,
        gift_value=rulebook.dollars(gift.value, gift.currency) if gift else None,
        traits=frozenset(proposal.traits),
    )


def _leaves_some_out(proposal: Proposal, standing: Standing) -> bool:
    """Return whether several people of one session are meant, but not all who could be."""
    if len(proposal.to) <= 1:
        return False
    sessions = {standing.people[name].anchors.get(Anchor.MEETING) for name in proposal.to}
    return any(
        them.met
        and not them.thanked
        and them.person.email
        and them.person.id not in proposal.to
        and them.anchors.get(Anchor.MEETING) in sessions
        for them in standing.people.values()
    )


def right_person(
    scale: Scale, question: Question, at: datetime, channel: Channel | None = None
) -> Acquaintance:
    """Return the person towards whom the act is most right, or nobody where there are no people."""
    people = list(scale.standing.people.values())
    if not people:
        return NO_ONE

    def fit(them: Acquaintance) -> tuple[int, int]:
        weighed = scale.weigh(question, them, at, channel)
        return SEVERITY[weighed.word], place(weighed.advice, them)

    return min(people, key=fit)


def place(advice: Rule | None, them: Acquaintance) -> int:
    """Return how far down somebody stands in the order that a rule, or custom, prefers."""
    order = (advice and advice.row.order) or USUAL_ORDER
    role = them.person.role
    return order.index(role) if role in order else len(order) + USUAL_ORDER.index(role)


def reason(rule: Rule) -> Reason:
    """Return a rule as a reason."""
    row = rule.row
    return Reason(rule.id, row.why, row.basis, row.sources, row.disagree)


def _shared_window(windows: Sequence[Window], worst: Weighing) -> Window:
    """Return the window in which the act is right towards everybody at once."""
    if worst.late:
        return worst.window
    if worst.word not in {Word.GO, Word.WAIT} or not worst.advice:
        return Window()
    return Window(
        max((window.not_before for window in windows if window.not_before), default=None),
        min((window.best_by for window in windows if window.best_by), default=None),
        min((window.too_late_after for window in windows if window.too_late_after), default=None),
        max((window.resumes for window in windows if window.resumes), default=None),
    )


def _better(worst: Weighing) -> str:
    row = _severest(worst).row
    return row.late if worst.late else row.better


def _severest(worst: Weighing) -> Rule:
    """Return the row whose advice to follow: where any says stop, no other may say try again."""
    refusing = [rule for rule in worst.rules if rule.row.say is Say.STOP]
    return (refusing or worst.rules)[0]


def _instead(scale: Scale, question: Question, worst: Weighing, whom: Acquaintance) -> Act | None:
    """Return the better act that the deciding rule names, where it is right now or soon.

    Where only the way is wrong, the act itself is the better one. To accept, to decline or to
    withdraw is the candidate's own decision, and never named to somebody who asked another thing.
    """
    if worst.word in {Word.GO, Word.WAIT}:
        return None
    named = _severest(worst).row.instead
    same = [question.act] if question.act in named else []
    acts = [*same, *(act for act in named if act not in DECISIONS or question.act in LEAVING)]
    right, at = {Word.GO, Word.WAIT}, scale.standing.now
    return next((act for act in acts if scale.weigh(Question(act), whom, at).word in right), None)


LEAVING = frozenset({Act.DECLINE, Act.WITHDRAW})
DECISIONS = LEAVING | {Act.ACCEPT}
CHOOSING = frozenset({Word.GO, Word.WAIT, Word.ASK})
SEVERITY = {Word.GO: 0, Word.WAIT: 1, Word.ASK: 2, Word.NO: 3, Word.STOP: 4}
