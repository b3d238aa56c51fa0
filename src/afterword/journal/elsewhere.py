"""What went to and fro over other roles at the same employer, as one opportunity sees it.

Names of people in an opportunity say nothing outside it. Whoever has the same address or the same
name at the same employer is the same person; where two have different addresses, they are two.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.vocabulary import Role, WorksFor
from afterword.journal import models
from afterword.journal.held import Beside, Held

Fields = dict[str, Any]
Turn = tuple[float, str, Fields]
TALK = frozenset({"sent", "received"})


def elsewhere_of(held: Held) -> list[Fields]:
    """Return what went to and fro over the other roles, by time, in the names of this one.

    At one moment by the names of their rows, which are the same in every journal.
    """
    talk = sorted(turn for other in held.beside for turn in _talk(other, held))
    return [told for _, _, told in talk]


def shared(
    here: Iterable[models.Person], there: Iterable[models.Person]
) -> dict[str, models.Person]:
    """Return who of those there is somebody here, by their key there."""
    known = tuple(here)
    return {
        other.key: person
        for other in there
        for person in [next((one for one in known if _same(one, other)), None)]
        if person
    }


def _same(one: models.Person, other: models.Person) -> bool:
    addresses = [address for row in (one, other) if (address := _address(row))]
    if len(addresses) > 1:
        return addresses[0] == addresses[1]
    name = _plain(one.name)
    return bool(name) and name == _plain(other.name)


def _address(person: models.Person) -> str:
    """Return an address that is spelled out; it may only be known that there is one."""
    email = person.email
    return email.casefold() if isinstance(email, str) and "@" in email else ""


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _talk(other: Beside, held: Held) -> Iterator[Turn]:
    names = {key: person.key for key, person in shared(held.people, other.people).items()}
    apart = {person.key for person in other.people if not _at_employer(person)} - names.keys()
    for row in other.events:
        if row.kind in TALK and not _apart(row.payload, apart):
            at, on = _here(row.on, other.facts.timezone, held.facts.timezone)
            yield at, row.uid, {**_renamed(row.payload, names), "on": on, "kind": row.kind}


def _at_employer(person: models.Person) -> bool:
    return person.works_for == WorksFor.EMPLOYER and person.role != Role.AGENCY_RECRUITER


def _apart(payload: Fields, apart: set[str]) -> bool:
    """Return whether it went to and fro with nobody who is at the employer, or in both."""
    named = {*payload.get("to", ()), payload.get("from")} - {None}
    return bool(named) and named <= apart


def _renamed(payload: Fields, names: dict[str, str]) -> Fields:
    told = dict(payload)
    if "to" in told:
        told["to"] = [names[key] for key in told["to"] if key in names]
    if "from" in told:
        told["from"] = names.get(told["from"])
    return told


def _here(on: str, there: str, here: str) -> tuple[float, str]:
    """Return a moment, and how it reads by the clock here; a bare day is the same day here."""
    moment = Moment.parse(on)
    if not moment.exact:
        return moment.at(zone_of(here)).timestamp(), on
    at = moment.at(zone_of(there))
    return at.timestamp(), on if there == here else at.isoformat()
