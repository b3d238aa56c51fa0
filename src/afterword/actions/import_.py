"""Files read into the journal: Afterword's own, situations, and other programs' tables."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.due import refresh
from afterword.actions.presets import Preset
from afterword.actions.reading_tables import Told, told
from afterword.actions.settle import problems, settle
from afterword.actions.values import IMPORTED
from afterword.etiquette import decode
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.situation import Situation
from afterword.journal import merging, models, portable
from afterword.journal.held import Part, held
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

    What comes from Afterword's own file brings its own history, and is no change of today's.
    """

    entries: tuple[Entry, ...]
    written: bool
    change: str = ""


@transaction.atomic
def import_(
    owner: User,
    content: bytes,
    *,
    now: datetime,
    preset: Preset | None = None,
    write: bool = True,
) -> Imported:
    """Read a file into the journal; without `write`, say what would come of it, and write nothing.

    A preview does all that an import does, and takes it back. Raises Malformed for a file that
    cannot be read, or after which the journal would make no sense.
    """
    kind = preset or _kind(content)
    batch = new_uid()
    match kind:
        case Preset.JOURNAL:
            entries, batch = tuple(_journal(owner, content, now)), ""
        case Preset.SITUATION:
            entries = (_situation(owner, content, now, batch),)
        case _:
            entries = tuple(_table(owner, _text(content), preset, now, batch))
    if not write:
        transaction.set_rollback(True)
    changed = any(one.became is not Became.KNOWN for one in entries)
    return Imported(entries, write, batch if write and changed else "")


def _kind(content: bytes) -> Preset | None:
    """Return what a file is, by how it begins; None for a table, whose headings say more."""
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return Preset.JOURNAL if MARK in start[:200] else Preset.SITUATION
    first = start.partition(b"\n")[0]
    is_toml = first.startswith((b"#", b"[")) or b"=" in first
    return Preset.SITUATION if is_toml else None


def _text(content: bytes) -> str:
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig"]
    for encoding in (*encodings, "cp1252"):  # what Excel writes where it is not told otherwise
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Malformed([Problem("", "this is not text: save it as CSV in UTF-8")], Guide.FILE)


def _journal(owner: User, content: bytes, now: datetime) -> Iterator[Entry]:
    try:
        file = msgspec.json.decode(content, type=portable.Journal)
    except msgspec.MsgspecError as error:
        raise Malformed([Problem("", f"this is no journal: {error}")], Guide.FILE) from error
    for book in file.opportunities:
        merged = merging.merge(owner, book)
        if merged.added:
            _check(merged.opportunity, now)
            refresh(merged.opportunity, now)
        newest = book.facts[-1] if book.facts else None
        conflicts = f"{merged.conflicts} rows were corrected otherwise here, and are left out"
        yield Entry(
            opportunity=book.uid,
            employer=newest.employer if newest else "",
            role=newest.role if newest else "",
            became=_became(merged),
            remarks=(conflicts,) if merged.conflicts else (),
        )


def _became(merged: merging.Merged) -> Became:
    if merged.is_new:
        return Became.NEW
    return Became.ADDED_TO if merged.added else Became.KNOWN


def _check(opportunity: models.Opportunity, now: datetime) -> None:
    """Raise Malformed where an opportunity makes no sense with what was added."""
    for book in held(opportunity.owner, Part(uid=opportunity.uid)):
        if wrong := problems(book, now):
            raise Malformed(wrong)


def _situation(owner: User, content: bytes, now: datetime, batch: str) -> Entry:
    text = _text(content)
    situation = decode.from_json(text) if text.lstrip().startswith("{") else decode.from_toml(text)
    told_of = {name: value for name, value in plain(situation).items() if name != "now"}
    uid = hashlib.sha256(msgspec.json.encode(told_of, order="sorted")).hexdigest()[:32]
    return _entered(owner, _of_situation(uid, situation), now, batch)


def _of_situation(uid: str, situation: Situation) -> Told:
    return Told(uid, situation, situation.opportunity.employer, situation.opportunity.role)


def _table(
    owner: User, text: str, preset: Preset | None, now: datetime, batch: str
) -> Iterator[Entry]:
    for line in told(text, preset, now):
        yield _entered(owner, line, now, batch)


def _entered(owner: User, line: Told, now: datetime, batch: str) -> Entry:
    """Write one opportunity down, unless it came from the same file before."""
    if owner.opportunities.filter(uid=line.uid).exists():
        return Entry(line.uid, line.employer, line.role, Became.KNOWN, line.remarks)
    pen: Pen = enter(line.situation, owner, now=now, called=Called(line.uid, IMPORTED, batch))
    if line.note:
        pen.add(models.Note, stem="free", text=line.note, about="")
    settle(pen, None, "")
    return Entry(line.uid, line.employer, line.role, Became.NEW, line.remarks)
