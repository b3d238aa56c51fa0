"""What came by mail, as the pages show it: what was seen, why, where it belongs, what it did."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from afterword.accounts.models import User
from afterword.actions.by_the_clock import by_the_clock
from afterword.actions.mail.answer_message import current
from afterword.actions.mail.decision import Said, at_home, read
from afterword.actions.mail.known_mail import addresses
from afterword.actions.mail.mail_events import OWN_WORD, WAITING, State, places_of
from afterword.actions.memo import Memo
from afterword.etiquette.events import Event
from afterword.etiquette.moment import zone_of
from afterword.journal import mail, models
from afterword.journal.held import Held, Part, held
from afterword.journal.held import current as rows_of
from afterword.journal.signs import last_message
from afterword.journal.situation import event_of
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.matching import Because
from afterword.mailbox.recognising.message import Address, Message
from afterword.mailbox.recognising.sender import writer

MOST = 50
OWNERS = 64
_waiting: Memo[int, tuple[str, int]] = Memo(OWNERS)
"""How many waited when so much mail had come: its rows are only ever added."""


class Place(msgspec.Struct, frozen=True):
    """An opportunity, as far as it is named beside a message."""

    opportunity: str
    employer: str
    role: str


class Proposal(msgspec.Struct, frozen=True):
    """What a message proposes: its number, the event, and the sentence that tells it."""

    which: int
    event: Event
    sentence: str


class Seen(msgspec.Struct, frozen=True):
    """One message; `at` by the clock of where it belongs.

    `did` are the events that it put into the journal, and `names` the people in them. `change` is
    the last thing that was done with it, which can be undone. `stranger`: somebody wrote it who is
    not among the people there.
    """

    uid: str
    at: datetime
    sender: str
    name: str
    subject: str
    kind: Kind
    evidence: str
    because: Because
    state: State
    change: str
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    did: tuple[Event, ...] = ()
    names: Mapping[str, str] = {}
    body: str = ""
    put_right: bool = False
    stranger: bool = False


class Mail(msgspec.Struct, frozen=True):
    """What came: what waits for a word, and the rest, newest first; `places` to choose from.

    `more` says how many older ones are not in `seen`.
    """

    waiting: tuple[Seen, ...] = ()
    seen: tuple[Seen, ...] = ()
    places: tuple[Place, ...] = ()
    more: int = 0


class Came(msgspec.Struct, frozen=True):
    """The newest message of an opportunity, as far as an answer to it needs to know."""

    message_id: str
    thread: tuple[str, ...]
    subject: str
    sender: str
    sent: datetime


def messages(owner: User, *, now: datetime, most: int = MOST) -> Mail:
    """Return what came by mail; the candidate's own messages are not told."""
    rows = mail.messages(owner).exclude(state=str(State.OWN)).select_related("change")
    asked = rows.filter(state__in=[str(one) for one in WAITING])
    rest = rows.exclude(state__in=[str(one) for one in WAITING])
    first, newest = list(asked[:most]), list(rest[:most])
    books = _books(owner, [*first, *newest])
    return Mail(
        waiting=tuple(_seen(row, books, now) for row in first),
        seen=tuple(_seen(row, books, now) for row in newest),
        places=tuple(_places(owner)),
        more=rest.count() - len(newest),
    )


def message_of(owner: User, uid: str, *, now: datetime) -> tuple[Seen, tuple[Place, ...]]:
    """Return one message, and where it could belong; raises Missing.

    `uid` is that of any row of it, or its identity.
    """
    row = current(owner, uid)
    return _seen(row, _books(owner, [row]), now), tuple(_places(owner))


def newest(owner: User, opportunity: str, person: str = "") -> Came | None:
    """Return the newest message of an opportunity, or of one person in it; None without any."""
    rows = mail.messages(owner).filter(opportunity=opportunity).exclude(state=str(State.OWN))
    row = (rows.filter(person=person) if person else rows).exclude(message_id="").first()
    if row is None:
        return None
    return Came(row.message_id, tuple(row.thread), row.subject, row.sender, row.sent)


def waiting(owner: User) -> int:
    """Return how many messages wait for the candidate's word."""
    last = last_message(owner)
    known = _waiting.found(owner.pk, lambda one: one[0] == last) if last else ("", 0)
    if known is None:
        known = last, _count(owner)
        _waiting.keep(owner.pk, known)
    return known[1]


def _count(owner: User) -> int:
    return mail.messages(owner).filter(state__in=[str(one) for one in WAITING]).count()


def place(book: Held) -> Place:
    """Return an opportunity as it is named beside a message."""
    return Place(book.uid, book.facts.employer, book.facts.role)


def _books(owner: User, rows: Iterable[models.Message]) -> dict[str, Held]:
    """Return the opportunities that messages speak to, and no others: a hunt may be long."""
    uids = {uid for row in rows for uid in places_of(row)}
    known = owner.opportunities.filter(uid__in=uids).values_list("pk", flat=True)
    part = Part(some=frozenset(known), bare=True)
    return {book.uid: book for book in held(owner, part)} if uids else {}


def _places(owner: User) -> Iterator[Place]:
    facts = rows_of(models.Facts, owner).select_related(None).select_related("opportunity")
    for row in facts.order_by("opportunity"):
        yield Place(row.opportunity.uid, row.employer, row.role)


def _seen(row: models.Message, books: Mapping[str, Held], now: datetime) -> Seen:
    book = books.get(row.opportunity)
    zone = zone_of(book.facts.timezone) if book else now.tzinfo
    candidates = [place(books[uid]) for uid in row.candidates if uid in books]
    did = _did(row, books.values() if not book else (book,))
    return Seen(
        uid=row.uid,
        at=row.sent.astimezone(zone),
        sender=row.sender,
        name=row.sender_name,
        subject=row.subject,
        kind=Kind(row.kind),
        evidence=row.evidence,
        because=Because(row.because),
        state=State(row.state),
        change=row.change.batch,
        place=place(book) if book else None,
        candidates=tuple(candidates) if not book else (),
        proposals=tuple(_proposals(row, book)),
        did=tuple(dict.fromkeys(event for event, _ in did)),
        names=_names([book] if book else list(books.values()), row),
        body=row.body,
        put_right=any(verb in OWN_WORD for _, verb in did),
        stranger=bool(book) and row.human and not row.person and _is_of_a_person(row),
    )


def _is_of_a_person(row: models.Message) -> bool:
    """Return whether an answer to a message would reach whoever wrote it, and nobody else."""
    sender = Address(row.sender, row.sender_name)
    return writer(Message(b"", sender=sender)).person and bool(row.sender)


def _did(row: models.Message, books: Iterable[Held]) -> list[tuple[Event, str]]:
    """Return the events in the journal that a message told of, each with the verb that wrote it."""
    return [
        (by_the_clock(event_of(one), zone_of(book.facts.timezone)), one.change.verb)
        for book in books
        for one in book.events
        if one.message == row.identity
    ]


def _proposals(row: models.Message, book: Held | None) -> Iterator[Proposal]:
    people = addresses(book) if book else {}
    for which, raw in enumerate(row.proposed):
        said: Said = read(raw)
        event = at_home(said.event, people)
        if event is not None and book is not None:
            event = by_the_clock(event, zone_of(book.facts.timezone))
        if event is not None:
            yield Proposal(which, event, said.sentence)


def _names(books: Iterable[Held], row: models.Message) -> dict[str, str]:
    """Return the names of the people where a message belongs, or may."""
    places = places_of(row)
    people = [person for book in books if book.uid in places for person in book.people]
    return {person.key: person.name or person.key for person in people}
