"""Files read into the journal: Afterword's own, situations, and other programs' tables."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.mail.mail_events import unsound_mail
from afterword.actions.planning import look_again
from afterword.actions.preferences import Preferences, preferences, save_preferences
from afterword.actions.rules import unsound
from afterword.actions.settle import problems
from afterword.actions.tables.presets import PLAINLY, Preset, Reading
from afterword.actions.tables.reading_tables import Table, Told, table, told
from afterword.actions.tables.unpacking import text_of, unpacked
from afterword.actions.values import IMPORTED, StepKey
from afterword.etiquette import decode
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.situation import Situation
from afterword.journal import merging, models, portable
from afterword.journal.held import held
from afterword.journal.pen import Called, Pen, enter, new_uid
from afterword.journal.situation import plain

MARK = b"afterword-journal"


class Became(StrEnum):
    """What became of an opportunity of a file."""

    NEW = "new"
    ADDED_TO = "added-to"
    KNOWN = "known"


class Entry(msgspec.Struct, frozen=True):
    """One opportunity of a file; `remarks` say what of it could not be read or kept."""

    opportunity: str
    employer: str
    role: str
    became: Became
    remarks: tuple[str, ...] = ()


class Imported(msgspec.Struct, frozen=True):
    """What a file brought, or in a preview would bring; `change` undoes it, where it is not empty.

    What comes from Afterword's own file brings its own history, and is no change of today's;
    `settings` says whether it brought how the person signs and writes, too.
    """

    entries: tuple[Entry, ...]
    written: bool
    change: str = ""
    settings: bool = False


@transaction.atomic
def import_(
    owner: User, content: bytes, *, now: datetime, how: Reading = PLAINLY, write: bool = True
) -> Imported:
    """Read a file into the journal; without `write`, say what would come of it, and write nothing.

    A preview does all that an import does, and takes it back. Raises Malformed for a file that
    cannot be read, or after which the journal would make no sense.
    """
    content, before = unpacked(content), owner.preferences
    batch, settings, ruled = new_uid(), False, False
    match how.preset or _kind(content):
        case Preset.JOURNAL:
            file = _file(content)
            settings, ruled = _settings(owner, file), _decided(owner, file)
            entries, batch = tuple(_journal(owner, file, how)), ""
            _mail(owner, file)
        case Preset.SITUATION:
            entries = (_situation(owner, content, now, batch),)
        case _:
            understood = table(text_of(content), how)
            entries = tuple(_table(owner, understood, how, now, batch))
    _settle(owner, entries, now, ruled=ruled)
    if not write:
        transaction.set_rollback(True)
        owner.preferences = before
    changed = any(one.became is not Became.KNOWN for one in entries)
    return Imported(entries, write, batch if write and changed else "", settings)


def glance(content: bytes, how: Reading = PLAINLY) -> Table | None:
    """Return a table as it would be understood, or None for a file of Afterword's own.

    Raises Malformed for what cannot be read.
    """
    content = unpacked(content)
    if (how.preset or _kind(content)) in {Preset.JOURNAL, Preset.SITUATION}:
        return None
    return table(text_of(content), how)


def _kind(content: bytes) -> Preset | None:
    """Return what a file is, by how it begins; None for a table, whose headings say more."""
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return Preset.JOURNAL if MARK in start[:200] else Preset.SITUATION
    first = start.partition(b"\n")[0]
    is_toml = first.startswith((b"#", b"[")) or b"=" in first
    return Preset.SITUATION if is_toml else None


def _file(content: bytes) -> portable.Journal:
    try:
        return msgspec.json.decode(content, type=portable.Journal)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Malformed([Problem("", f"this is no journal: {error}")], Guide.FILE) from error


def _settings(owner: User, file: portable.Journal) -> bool:
    """Take over how the person signs and writes, unless they set that here already."""
    try:
        told_of = msgspec.convert(file.preferences, Preferences)
    except msgspec.ValidationError as error:
        raise Malformed([Problem("preferences", str(error))], Guide.FILE) from error
    if told_of == Preferences() or preferences(owner) != Preferences():
        return False
    save_preferences(owner, told_of)
    return True


def _decided(owner: User, file: portable.Journal) -> bool:
    """Take over what was decided about the rulebook; return whether any of it is new here."""
    if file.decided is None:
        return False
    if wrong := list(unsound(file.decided.rulings)):
        raise Malformed(wrong, Guide.FILE)
    return bool(merging.merge_decided(owner, file.decided))


def _mail(owner: User, file: portable.Journal) -> None:
    """Take over what came by mail; raises Malformed for what no message can be."""
    if file.mail is None:
        return
    if wrong := list(unsound_mail(file.mail.messages)):
        raise Malformed(wrong, Guide.FILE)
    merging.merge_mail(owner, file.mail)


def _journal(owner: User, file: portable.Journal, how: Reading) -> Iterator[Entry]:
    for count, book in enumerate(file.opportunities, 1):
        _refuse_unknown_steps(book)
        merged = merging.merge(owner, book)
        newest = book.facts[-1] if book.facts else None
        conflicts = f"{merged.conflicts} rows were corrected otherwise here, and are left out"
        yield Entry(
            opportunity=book.uid,
            employer=newest.employer if newest else "",
            role=newest.role if newest else "",
            became=_became(merged),
            remarks=(conflicts,) if merged.conflicts else (),
        )
        _tell(how, count, len(file.opportunities))


def _refuse_unknown_steps(book: portable.Book) -> None:
    for step in (*(row.step for row in book.drafts), *(row.step for row in book.choices)):
        StepKey.parse(step)


def _tell(how: Reading, count: int, of: int) -> None:
    if how.watch:
        how.watch(count, of)


def _became(merged: merging.Merged) -> Became:
    if merged.is_new:
        return Became.NEW
    return Became.ADDED_TO if merged.added else Became.KNOWN


def _settle(owner: User, entries: Sequence[Entry], now: datetime, *, ruled: bool) -> None:
    """Note when to look again at what came in; raises Malformed where that makes no sense.

    All at once, because to read each opportunity alone takes most of the time of a long list. What
    stands beside something new may have another plan too, and where the rulebook was `ruled` on,
    everything may: so all are looked at.
    """
    changed = {one.opportunity for one in entries if one.became is not Became.KNOWN}
    books = {book.uid: book for book in held(owner)} if changed or ruled else {}
    rows = list(owner.opportunities.all()) if changed or ruled else []
    for row in rows:
        book = books.get(row.uid)  # none, where it was taken out again before it came here
        if book and row.uid in changed and (wrong := problems(book, now)):
            raise Malformed(wrong)
        row.looked, row.look_again = now, look_again(book, now) if book else None
    models.Opportunity.objects.bulk_update(rows, ["looked", "look_again"], batch_size=200)


def _situation(owner: User, content: bytes, now: datetime, batch: str) -> Entry:
    text = text_of(content)
    situation = decode.from_json(text) if text.lstrip().startswith("{") else decode.from_toml(text)
    told_of = {name: value for name, value in plain(situation).items() if name != "now"}
    uid = hashlib.sha256(msgspec.json.encode(told_of, order="sorted")).hexdigest()[:32]
    return _entered(owner, _of_situation(uid, situation), now, batch)


def _of_situation(uid: str, situation: Situation) -> Told:
    return Told(uid, situation, situation.opportunity.employer, situation.opportunity.role)


def _table(
    owner: User, understood: Table, how: Reading, now: datetime, batch: str
) -> Iterator[Entry]:
    for count, line in enumerate(told(understood, how, now), 1):
        yield _entered(owner, line, now, batch)
        _tell(how, count, len(understood.lines))


def _entered(owner: User, line: Told, now: datetime, batch: str) -> Entry:
    """Write one opportunity down, unless it came from the same file before."""
    if owner.opportunities.filter(uid=line.uid).exists():
        return Entry(line.uid, line.employer, line.role, Became.KNOWN, line.remarks)
    pen: Pen = enter(line.situation, owner, now=now, called=Called(line.uid, IMPORTED, batch))
    if line.note:
        pen.add(models.Note, stem="free", text=line.note, about="")
    return Entry(line.uid, line.employer, line.role, Became.NEW, line.remarks)
