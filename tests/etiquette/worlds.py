"""Invented situations: Hypothesis strategies over the whole vocabulary of the format."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

from afterword.etiquette import decode
from afterword.etiquette.situation import Situation
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
    Inbound,
    Instruction,
    Mistake,
    PromiseOf,
    Role,
    Sector,
    Side,
    Trait,
    Undertaking,
    Via,
    Wish,
    WorksFor,
)

NOW = datetime(2026, 6, 17, 11, 0)  # noqa: DTZ001  local to the zone of the situation
PEOPLE = ("ann", "ben", "cleo", "dov")
ZONES = {"US": "America/New_York", "GB": "Europe/London", "DE": "Europe/Berlin"} | {
    "FR": "Europe/Paris",
    "CA-QC": "America/Toronto",
    "IN": "Asia/Kolkata",
    "KR": "Asia/Seoul",
    "AU": "Australia/Sydney",
    "KE": "Africa/Nairobi",
}

Raw = dict[str, Any]


def words(kind: type[StrEnum]) -> st.SearchStrategy[str]:
    """Return any word of a closed set."""
    return st.sampled_from([str(word) for word in kind])


def moments(before: datetime = NOW) -> st.SearchStrategy[str]:
    """Return a moment of the last hundred days, to the minute or to the day."""
    exact = st.datetimes(before - timedelta(days=100), before).map(
        lambda at: at.isoformat(timespec="minutes")
    )
    vague = st.dates(before.date() - timedelta(days=100), before.date()).map(date.isoformat)
    return st.one_of(exact, exact, vague)


def days_around() -> st.SearchStrategy[str]:
    """Return a day within a month of now, past or to come."""
    near = st.dates(NOW.date() - timedelta(days=30), NOW.date() + timedelta(days=30))
    return near.map(date.isoformat)


somebody = st.sampled_from(PEOPLE)
several = st.lists(somebody, min_size=1, max_size=3, unique=True)
gifts = st.fixed_dictionaries(
    {"kind": words(GiftKind)},
    optional={
        "value": st.integers(0, 200),
        "currency": st.sampled_from(["USD", "EUR", "GBP", "XXX"]),
        "audience": words(Audience),
    },
)


def _event(kind: str, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[Raw]:
    needed = {name: field for name, field in fields.items() if not name.endswith("_")}
    optional = {name[:-1]: field for name, field in fields.items() if name.endswith("_")}
    return st.fixed_dictionaries(
        {"on": moments(), "kind": st.just(kind), **needed}, optional=optional
    )


def _from(strategy: st.SearchStrategy[Raw]) -> st.SearchStrategy[Raw]:
    """Let an event say whom it comes from, or not."""
    return st.builds(
        lambda event, who: {**event, **({"from": who} if who else {})},
        strategy,
        st.none() | somebody,
    )


_interviews = st.builds(
    lambda event, people: {**event, "with": people},
    _event(
        "interview",
        format_=words(Format),
        impression_=words(Impression),
        decision_expected_=words(Decision),
        round_=st.integers(1, 3),
    ),
    several,
)
_received = _from(
    _event("received", what=words(Inbound), channel_=words(Channel), no_reply_=st.booleans())
)
sent = _event("sent", act=words(Act), channel=words(Channel), to=several, answered_=st.booleans())

EVENTS: dict[str, st.SearchStrategy[Raw]] = {
    "applied": _event("applied"),
    "interview": _interviews,
    "interview-scheduled": _event("interview-scheduled", at=days_around(), format_=words(Format)),
    "interview-missed": _event("interview-missed", by=words(Side)),
    "promised": _from(_event("promised", what=words(PromiseOf), by_=days_around())),
    "told": _from(
        _event("told", instruction=words(Instruction), by_=days_around(), to_whom_=somebody)
    ),
    "sent": sent,
    "received": _received,
    "absent": _event("absent", who=somebody, until=days_around()),
    "parted": _event("parted"),
    "rejected": _event(
        "rejected", interviewed_=st.booleans(), no_reply_=st.booleans(), warm_=st.booleans()
    ),
    "offered": _event("offered", written_=st.booleans(), answer_by_=days_around()),
    "negotiating": _event("negotiating", closed_=st.booleans()),
    "accepted": _event("accepted"),
    "declined": _event("declined"),
    "withdrew": _event("withdrew"),
    "started": _event("started"),
    "competing-offer": _event("competing-offer", written_=st.booleans(), answer_by_=days_around()),
    "reposted": _event("reposted"),
    "opening": _event("opening"),
    "closed": _event("closed"),
    "accepted-elsewhere": _event("accepted-elsewhere"),
    "filled": _event("filled"),
    "slip": _event("slip", what=words(Mistake)),
    "undertook": _event("undertook", what=words(Undertaking), by_=days_around()),
    "requested": _event("requested", what=words(Wish)),
    "helped": _event("helped", who=somebody, how=words(Help)),
}

# Hunts mostly consist of these; the rest is mixed in.
COMMON = ("interview", "sent", "received", "promised", "told", "offered", "rejected", "accepted")


def events() -> st.SearchStrategy[list[Raw]]:
    """Return what happened, in any order."""
    common = st.one_of([EVENTS[kind] for kind in COMMON])
    return st.lists(st.one_of(common, common, *EVENTS.values()), max_size=7)


@st.composite
def people(draw: st.DrawFn) -> list[Raw]:
    """Return four people of any role, on any side of the table."""
    address = st.sampled_from([True, True, True, "guessed", None])
    sides = [str(WorksFor.EMPLOYER)] * 4 + [str(side) for side in WorksFor]
    return [
        {
            "id": name,
            "role": draw(words(Role)),
            "email": draw(address),
            "postal_address": draw(address),
            "works_for": draw(st.sampled_from(sides)),
        }
        for name in PEOPLE
    ]


@st.composite
def proposals(draw: st.DrawFn, act: str | None = None) -> Raw:
    """Return an act that somebody could think of."""
    proposal: Raw = {"act": act or draw(words(Act))}
    optional = {
        "channel": words(Channel),
        "to": several,
        "traits": st.lists(words(Trait), max_size=2, unique=True),
    }
    for name, values in optional.items():
        if draw(st.booleans()):
            proposal[name] = draw(values)
    if proposal["act"] == Act.GIFT:
        proposal["gift"] = draw(gifts)
    return proposal


@st.composite
def raw_situations(draw: st.DrawFn, act: str | None = None) -> Raw:
    """Return a whole situation, with a proposal."""
    country = draw(st.sampled_from(list(ZONES)))
    return {
        "now": NOW.isoformat(timespec="minutes"),
        "timezone": ZONES[country],
        "opportunity": {
            "country": country,
            "sector": draw(words(Sector)),
            "via": draw(words(Via)),
            "gift_policy": draw(words(GiftPolicy)),
        },
        "people": draw(people()),
        "events": draw(events()),
        "proposal": draw(proposals(act)),
    }


@st.composite
def raw_hunts(draw: st.DrawFn) -> Raw:
    """Return a situation as most are: a recent interview, and little that has happened since.

    Wholly random worlds mostly end badly; windows, waits and counts live in these.
    """
    raw = draw(raw_situations(act="check-in"))
    met = NOW - timedelta(days=draw(st.integers(0, 25)), hours=draw(st.integers(0, 9)))
    interview = {"on": met.isoformat(), "kind": "interview", "with": list(PEOPLE[:2])}
    later = {"on": moments_between(met, NOW)}
    since = st.one_of(
        st.fixed_dictionaries(
            {**later, "kind": st.just("promised"), "what": st.just("answer")},
            optional={"by": days_around()},
        ),
        st.fixed_dictionaries(
            {
                **later,
                "kind": st.just("sent"),
                "act": st.sampled_from(["thank-you", "check-in"]),
                "channel": st.sampled_from(["email", "phone"]),
                "to": st.just([PEOPLE[0]]),
            }
        ),
        st.fixed_dictionaries(
            {
                **later,
                "kind": st.just("received"),
                "what": st.sampled_from(["reply", "acknowledgement", "auto-reply"]),
                "from": st.just(PEOPLE[0]),
            }
        ),
        st.fixed_dictionaries(
            {**later, "kind": st.just("absent"), "who": st.just(PEOPLE[0]), "until": days_around()}
        ),
    )
    roles = ("hiring-manager", "interviewer", "hr", "agency-recruiter")
    people = [
        {"id": name, "role": role, "email": True, "postal_address": True}
        for name, role in zip(PEOPLE, roles, strict=True)
    ]
    people[3]["works_for"] = "agency"
    opportunity = {**raw["opportunity"], "via": "direct"}
    events = [interview, *draw(st.lists(since, max_size=3))]
    return {**raw, "opportunity": opportunity, "people": people, "events": events}


def moments_between(start: datetime, end: datetime) -> st.SearchStrategy[str]:
    """Return a moment between two others."""
    return st.datetimes(start, end).map(lambda at: at.isoformat(timespec="seconds"))


def situations(act: str | None = None) -> st.SearchStrategy[Situation]:
    """Return a decoded situation, with a proposal."""
    return raw_situations(act).map(decode.from_raw)
