"""What happened, in order, and what time it is: the input of the etiquette."""

from typing import Annotated, Any

import msgspec

from afterword.etiquette.events import Event, Gift, PersonId, Received, Sent
from afterword.etiquette.moment import Moment
from afterword.etiquette.vocabulary import (
    Act,
    Channel,
    GiftPolicy,
    Role,
    Sector,
    Trait,
    Via,
    WorksFor,
)

Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]

GUESSED = "guessed"


class Opportunity(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One role at one employer; `country` is ISO 3166-1, optionally with a subdivision."""

    role: str = ""
    employer: str = ""
    sector: Sector = Sector.OTHER
    country: Country = "US"
    via: Via = Via.DIRECT
    gift_policy: GiftPolicy = GiftPolicy.UNKNOWN


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Somebody in an opportunity.

    `email` and `postal_address` hold the address, or `true` where it is known but not spelled
    out, or "guessed", or nothing.
    """

    id: PersonId
    name: str = ""
    role: Role = Role.OTHER
    email: str | bool | None = None
    postal_address: str | bool | None = None
    works_for: WorksFor = WorksFor.EMPLOYER


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The act that the candidate has in mind.

    An absent `channel` asks which one, an absent `to` means whoever is right, an absent `on` is
    the situation's `now`.
    """

    act: Act
    channel: Channel | None = None
    to: tuple[PersonId, ...] = ()
    on: Moment | None = None
    gift: Gift | None = None
    traits: tuple[Trait, ...] = ()


class Situation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One opportunity as the etiquette sees it.

    `now` without an offset is local to `timezone`, the IANA name of where the employer's people
    are. `elsewhere` is what went to and fro with the same employer over other roles, as far as it
    is known: to and from those who are in `people`, and nobody named where it was somebody else.
    The last six fields are those of case files: read, and never used to decide.
    """

    now: Moment
    id: str | None = None
    timezone: str = "UTC"
    opportunity: Opportunity = Opportunity()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    proposal: Proposal | None = None
    elsewhere: tuple[Sent | Received, ...] = ()
    expected: Any = None
    basis: str | None = None
    consensus: str | None = None
    topic: str | None = None
    source: Any = None
    story: str | None = None
