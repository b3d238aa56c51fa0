"""A journal's file read into a journal: what is new is added, what is known is left as it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from afterword.accounts.models import User
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.journal import models, portable

Subject = models.Opportunity | None


class Merged(msgspec.Struct, frozen=True):
    """What became of one opportunity of a file, in numbers of rows.

    `conflicts` are rows that correct what was corrected otherwise here: they are left out.
    """

    opportunity: models.Opportunity
    is_new: bool
    added: int
    known: int
    conflicts: int


def merge(owner: User, book: portable.Book) -> Merged:
    """Add what a file tells about one opportunity; raises Malformed where it is not whole."""
    opportunity, is_new = models.Opportunity.objects.get_or_create(owner=owner, uid=book.uid)
    rows = [_Shelf(owner, opportunity, model) for _, model, _ in portable.KINDS]
    changes = _changes(owner, opportunity, book.changes)
    for shelf, (field, _, _) in zip(rows, portable.KINDS, strict=True):
        shelf.fill(getattr(book, field), changes)
    return Merged(
        opportunity=opportunity,
        is_new=is_new,
        added=sum(shelf.added for shelf in rows),
        known=sum(shelf.known for shelf in rows),
        conflicts=sum(shelf.conflicts for shelf in rows),
    )


def merge_decided(owner: User, decided: portable.Decided) -> int:
    """Add what a file tells of decisions about the rulebook; return how many rows are new.

    Raises Malformed where it is not whole.
    """
    shelf = _Shelf(owner, None, models.Ruling)
    shelf.fill(decided.rulings, _changes(owner, None, decided.changes))
    return shelf.added


def merge_mail(owner: User, told: portable.Mail) -> int:
    """Add what a file tells of mail; return how many rows are new.

    What came here too, under another name, is left as it is here. Raises Malformed where the file
    is not whole.
    """
    messages, taught = (_Shelf(owner, None, model) for model in models.MAIL)
    uids = {row.uid for row in told.messages}
    rows = models.Message.objects.filter(owner=owner).exclude(uid__in=uids)
    here = {row.identity for row in rows}
    new = [row for row in told.messages if row.identity not in here]
    changes = _changes(owner, None, told.changes)
    messages.fill(new, changes)
    taught.fill(told.taught, changes)
    return messages.added + taught.added


def _changes(
    owner: User, opportunity: Subject, told: Sequence[portable.Change]
) -> dict[str, models.Change]:
    """Return every change of an opportunity by name, with those of the file."""
    mine = {one.uid: one for one in owner.changes.filter(opportunity=opportunity)}
    new = [one for one in told if one.uid not in mine]
    taken = owner.changes.filter(uid__in=[one.uid for one in new]).values_list("uid", flat=True)
    _refuse_any("changes", taken, "belongs to another opportunity of this journal")
    added = models.Change.objects.bulk_create(
        models.Change(
            owner=owner,
            opportunity=opportunity,
            uid=one.uid,
            batch=one.batch,
            verb=one.verb,
            made=one.made,
        )
        for one in sorted(new, key=lambda one: (one.made, one.uid))
    )
    return mine | {one.uid: one for one in added}


class _Shelf:
    """The rows of one kind in one opportunity, while a file is read into them."""

    def __init__(self, owner: User, opportunity: Subject, model: type[models.Kept]) -> None:
        self.owner, self.model = owner, model
        self.whose = {"owner": owner} | ({"opportunity": opportunity} if opportunity else {})
        rows = model._default_manager.filter(**self.whose)  # noqa: SLF001  Django's public name for it
        self.mine = {row.uid: row for row in rows}
        self.replaced = {row.serializable_value("replaces") for row in self.mine.values()}
        self.added = self.known = self.conflicts = 0

    def fill(self, told: Sequence[portable.Row], changes: dict[str, models.Change]) -> None:
        """Add the rows that are new."""
        left_out: set[str] = set()
        ordered = list(portable.in_turn(told))
        circles = {row.uid for row in told} - {row.uid for row in ordered}
        _refuse_any("rows", sorted(circles), "replaces itself")
        new = [row.uid for row in ordered if row.uid not in self.mine]
        rows = self.model._default_manager.filter(owner=self.owner, uid__in=new)  # noqa: SLF001  the same
        _refuse_any("rows", rows.values_list("uid", flat=True), "belongs to another opportunity")
        for row in ordered:
            if row.uid in self.mine:
                self.known += 1
            elif row.replaces in left_out or self._is_replaced(row):
                self.conflicts += 1
                left_out.add(row.uid)
            else:
                self._add(row, changes)

    def _is_replaced(self, row: portable.Row) -> bool:
        before = self.mine.get(row.replaces or "")
        return before is not None and before.pk in self.replaced

    def _add(self, row: portable.Row, changes: dict[str, models.Change]) -> None:
        _refuse_any(
            "rows", _unknown(row.change, changes), "is a change that the file does not tell"
        )
        before = None
        if row.replaces is not None:
            _refuse_any("rows", _unknown(row.replaces, self.mine), "is replaced, but nowhere told")
            before = self.mine[row.replaces]
            self.replaced.add(before.pk)
        fields: dict[str, Any] = {field: getattr(row, field) for field in self.model.FIELDS}
        fields |= {"uid": row.uid, "gone": row.gone, "place": row.place}
        fields |= {"change": changes[row.change], "replaces": before, **self.whose}
        self.mine[row.uid] = self.model._default_manager.create(**fields)  # noqa: SLF001  the same
        self.added += 1


def _unknown(name: str, known: Mapping[str, object]) -> Iterator[str]:
    if name not in known:
        yield name


def _refuse_any(path: str, names: Iterable[str], why: str) -> None:
    """Raise Malformed where there are such names."""
    problems = [Problem(path, f"{name!r} {why}") for name in names]
    if problems:
        raise Malformed(problems, Guide.FILE)
