"""The words in which a rule states its condition, and where their values come from.

There are three sorts of field: a word (one of a closed set), a flag, a number; and words of which
several may hold at once. The situation, the person and the question each fill their own fields, so
that a plan, which asks many questions about few people, works the first two out once.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from afterword.etiquette.events import Gift
from afterword.etiquette.situation import GUESSED
from afterword.etiquette.standing import Acquaintance, Anchor, Standing
from afterword.etiquette.vocabulary import (
    Act,
    Audience,
    Channel,
    Decision,
    Format,
    GiftKind,
    GiftPolicy,
    Help,
    Impression,
    Instruction,
    Mistake,
    Paper,
    Pay,
    Role,
    Sector,
    Side,
    Stage,
    Trait,
    Undertaking,
    Via,
    Wish,
    WorksFor,
)

UNKNOWN = "unknown"
NONE = "none"


class Sort(StrEnum):
    """What values a field takes."""

    WORD = "word"
    WORDS = "words"
    FLAG = "flag"
    NUMBER = "number"


class Scope(StrEnum):
    """What a field is a fact about."""

    SITUATION = "situation"
    PERSON = "person"
    QUESTION = "question"
    CHANNEL = "channel"


class Field(msgspec.Struct, frozen=True):
    """One word of the standing that a condition may use, and what it means."""

    name: str
    sort: Sort
    scope: Scope
    meaning: str
    words: tuple[str, ...] = ()


class Question(msgspec.Struct, frozen=True):
    """An act that is being thought of: through a channel, with a gift, in a certain manner.

    `gift_value` is in US dollars, converted at the rulebook's dated rates; None where not known.
    """

    act: Act
    recipients: int = 1
    leaves_some_out: bool = False
    gift: Gift | None = None
    gift_value: float | None = None
    traits: frozenset[Trait] = frozenset()


def _word(name: str, scope: Scope, words: type[StrEnum], meaning: str, *also: str) -> Field:
    return Field(name, Sort.WORD, scope, meaning, (*also, *words))


def _words(name: str, scope: Scope, words: type[StrEnum], meaning: str) -> Field:
    return Field(name, Sort.WORDS, scope, meaning, tuple(words))


def _flag(name: str, scope: Scope, meaning: str) -> Field:
    return Field(name, Sort.FLAG, scope, meaning)


def _number(name: str, scope: Scope, meaning: str) -> Field:
    return Field(name, Sort.NUMBER, scope, meaning)


class Promise(StrEnum):
    """Whether the employer said when there would be an answer."""

    NONE = "none"
    UNDATED = "undated"
    DATED = "dated"


class Known(StrEnum):
    """Whether an address is known."""

    KNOWN = "known"
    GUESSED = "guessed"
    UNKNOWN = "unknown"


class Ending(StrEnum):
    """Whether a rejection came before or after an interview."""

    NONE = "none"
    BEFORE_INTERVIEW = "before-interview"
    AFTER_INTERVIEW = "after-interview"


S, P, Q = Scope.SITUATION, Scope.PERSON, Scope.QUESTION

FIELDS: Mapping[str, Field] = {
    field.name: field
    for field in (
        _word("stage", S, Stage, "how far the opportunity has come"),
        _word("pay", S, Pay, "whether pay is still to be settled"),
        _word("offer", S, Paper, "what the employer's offer rests on"),
        _word("competing-offer", S, Paper, "what another employer's offer rests on"),
        _word("sector", S, Sector, "what the employer does"),
        Field("region", Sort.WORDS, S, "the country and the subdivision of the employer's people"),
        _word("via", S, Via, "how the candidate came in"),
        _word("gift-policy", S, GiftPolicy, "what the employer's policy says about gifts"),
        _word("promise", S, Promise, "whether the employer said when there would be an answer"),
        _word("missed-by", S, Side, "who did not come to the last appointment", NONE),
        _word("rejection", S, Ending, "whether a no came before or after an interview"),
        _number("crowd", S, "how many people took part in the last interview"),
        _number("round", S, "the round of the last interview"),
        _flag("warm", S, "the no was friendly"),
        _flag("no-reply", S, "the last message came from an address that takes no replies"),
        _flag("reposted", S, "the role was advertised again"),
        _flag("new-opening", S, "another, suitable role appeared since the end"),
        _flag("closed", S, "the posting is closed"),
        _flag("scheduled", S, "an interview lies ahead"),
        _flag("invited-back", S, "they named the first day on which to ask again"),
        _flag("letter-promised", S, "they named a day for the offer letter"),
        _flag("competing-deadline", S, "the other offer has a date by which to answer"),
        _words("owed", S, Undertaking, "what the candidate promised and has not done"),
        _words("asked-for", S, Wish, "what the employer asked for and has not got"),
        _words("slips", S, Mistake, "mistakes that have not been mended"),
        _word("role", P, Role, "what the person is in the opportunity"),
        _word("works-for", P, WorksFor, "on whose side of the table the person sits"),
        _flag("met", P, "the person took part in an interview"),
        _word("format", P, Format, "how the last interview with the person was held", UNKNOWN),
        _number("session", P, "how many people took part in that interview"),
        _word("impression", P, Impression, "how the candidate thinks it went", UNKNOWN),
        _word("decision", P, Decision, "how soon after that interview a decision falls", UNKNOWN),
        _word("email", P, Known, "whether the person's e-mail address is known"),
        _word("post", P, Known, "whether the person's postal address is known"),
        _flag("thanked", P, "the person was thanked since they last met or helped"),
        _flag("arranged", P, "the person sent the invitation"),
        _flag("wrote-texts", P, "the person wrote a text message first"),
        _flag("phoned", P, "the person phoned first"),
        _flag("colleague-away", P, "somebody else who decides is away"),
        _flag("bounced", P, "the last message to the person came back"),
        _flag("question-open", P, "a question or an invitation of theirs waits for a reply"),
        _flag("message-open", P, "a message of theirs has not been answered"),
        _words("told", P, Instruction, "explicit instructions and invitations in force"),
        _flag("news-since-help", P, "something has happened since the person helped"),
        _words("helped", P, Help, "the favours that the person did the candidate"),
        _number("unanswered", P, "questions to this house that nobody has answered"),
        _number("unanswered-calls", P, "how many of those were phone calls"),
        _word("act", Q, Act, "what the candidate thinks of doing"),
        _word("channel", Scope.CHANNEL, Channel, "how it would reach the person"),
        _number("done", Q, "how often the act was done since its occasion"),
        _number("done-to-them", Q, "how often the act was done towards this person since then"),
        _flag("leaves-some-out", Q, "it goes to some of those who sat in one session, not to all"),
        _number("recipients", Q, "how many people it would reach"),
        _words("traits", Q, Trait, "what the message does beyond its act"),
        _word("gift", Q, GiftKind, "what the gift is", NONE),
        _word("gift-audience", Q, Audience, "for whom the gift is", UNKNOWN),
        _number("gift-value", Q, "what the gift costs, in US dollars at the rulebook's rates"),
    )
}

Facts = dict[str, Any]


def of_situation(standing: Standing) -> Facts:
    """Return the facts that hold whoever is asked about."""
    opportunity, anchors = standing.opportunity, standing.anchors
    nation = opportunity.country.partition("-")[0]
    return {
        "stage": standing.stage,
        "pay": standing.pay,
        "offer": standing.offer,
        "competing-offer": standing.competing_offer,
        "sector": opportunity.sector,
        "region": {nation, opportunity.country},
        "via": opportunity.via,
        "gift-policy": opportunity.gift_policy,
        "promise": _promise(standing),
        "missed-by": standing.missed_by or NONE,
        "rejection": _ending(standing),
        "crowd": standing.crowd,
        "round": standing.round,
        "warm": standing.warm,
        "no-reply": standing.no_reply,
        "reposted": standing.reposted,
        "new-opening": standing.new_opening,
        "closed": standing.closed,
        "scheduled": Anchor.SCHEDULED in anchors,
        "invited-back": Anchor.INVITED in anchors,
        "letter-promised": Anchor.LETTER_PROMISE in anchors,
        "competing-deadline": Anchor.COMPETING_DEADLINE in anchors,
        "owed": standing.owed,
        "asked-for": standing.asked_for,
        "slips": standing.slips,
    }


def _promise(standing: Standing) -> Promise:
    if Anchor.PROMISE in standing.anchors:
        return Promise.DATED
    return Promise.UNDATED if standing.promised else Promise.NONE


def _ending(standing: Standing) -> Ending:
    if standing.rejected_after_interview is None:
        return Ending.NONE
    after = standing.rejected_after_interview
    return Ending.AFTER_INTERVIEW if after else Ending.BEFORE_INTERVIEW


def of_person(standing: Standing, them: Acquaintance) -> Facts:
    """Return the facts about one person."""
    person = them.person
    inside = person.works_for is WorksFor.EMPLOYER
    return {
        "role": person.role,
        "works-for": person.works_for,
        "met": them.met,
        "format": them.format or UNKNOWN,
        "session": them.session,
        "impression": them.impression or UNKNOWN,
        "decision": them.decision or UNKNOWN,
        "email": _known(person.email),
        "post": _known(person.postal_address),
        "thanked": them.thanked,
        "arranged": them.arranged,
        "wrote-texts": them.wrote_texts,
        "phoned": them.phoned,
        "colleague-away": _colleague_away(standing, them),
        "bounced": them.bounced,
        "question-open": them.question_open,
        "message-open": them.message_open,
        "news-since-help": _news_since_help(them),
        "told": them.told,
        "helped": them.helped,
        "unanswered": standing.unanswered if inside else them.unanswered,
        "unanswered-calls": standing.unanswered_calls if inside else them.unanswered_calls,
    }


def _colleague_away(standing: Standing, them: Acquaintance) -> bool:
    back = standing.anchors.get(Anchor.RETURN)
    if back is None or back <= standing.now:
        return False
    return not them.away


def _news_since_help(them: Acquaintance) -> bool:
    news, help_ = them.anchors.get(Anchor.NEWS), them.anchors.get(Anchor.HELP)
    return news is not None and (help_ is None or news > help_)


def _known(address: str | bool | None) -> Known:  # noqa: FBT001  `true` is in the format
    if address == GUESSED:
        return Known.GUESSED
    return Known.KNOWN if address else Known.UNKNOWN


def of_question(standing: Standing, them: Acquaintance, question: Question) -> Facts:
    """Return the facts about the act that is thought of, all but its channel."""
    gift = question.gift
    return {
        "act": question.act,
        "done": standing.done.get(question.act, 0),
        "done-to-them": them.done.get(question.act, 0),
        "leaves-some-out": question.leaves_some_out,
        "recipients": question.recipients,
        "traits": question.traits,
        "gift": gift.kind if gift else NONE,
        "gift-audience": (gift and gift.audience) or UNKNOWN,
        "gift-value": question.gift_value,
    }
