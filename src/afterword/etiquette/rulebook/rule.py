"""One row of etiquette, as it stands in the table and as it is used."""

from enum import StrEnum

import msgspec

from afterword.etiquette.rulebook.mark import Mark
from afterword.etiquette.vocabulary import (
    Act,
    AskWhom,
    Basis,
    Channel,
    Role,
    Say,
    Whom,
)

Value = bool | int | str | tuple[str, ...]
Clause = dict[str, Value]


class LayerKind(StrEnum):
    """How specific a layer is, the most general first."""

    BASE = "base"
    REGION = "region"
    SECTOR = "sector"
    HOUSE = "house"


class Layer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One file of the rulebook: what it is for, and where its rows hold."""

    kind: LayerKind
    title: str
    name: str = ""
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    note: str = ""


class Row(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A rule as its author writes it; see docs/reference/rulebook-format.md for each field."""

    say: Say
    act: tuple[Act, ...] = ()
    channel: tuple[Channel, ...] = ()
    when: Clause = {}
    unless: Clause = {}
    from_: str | None = msgspec.field(name="from", default=None)
    best: str | None = None
    until: str | None = None
    after: str | None = None
    whom: Whom = Whom.EACH
    order: tuple[Role, ...] = ()
    otherwise: bool = False
    warn: bool = False
    ask_whom: AskWhom | None = None
    why: str
    tone: str = ""
    length: str = ""
    limit: str = ""
    better: str = ""
    late: str = ""
    instead: tuple[Act, ...] = ()
    basis: Basis
    sources: tuple[str, ...]
    disagree: str = ""
    replaces: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """A row that has been read: its name, its layer, its marks, its rank among the others."""

    id: str
    row: Row
    layer: Layer
    opens: Mark | None = None
    best: Mark | None = None
    ends: Mark | None = None
    after: Mark | None = None

    @property
    def rank(self) -> int:
        """Return the authority of the rule: the lower, the stronger; a house layer is last."""
        house = self.layer.kind is LayerKind.HOUSE
        return RANKS[Basis.HOUSE if house else self.row.basis]

    @property
    def specificity(self) -> int:
        """Return how specific the rule's layer is: the higher, the more so."""
        return SPECIFICITY[self.layer.kind]


RANKS = {basis: rank for rank, basis in enumerate(Basis)}
SPECIFICITY = {kind: number for number, kind in enumerate(LayerKind)}
REFUSALS = (Say.STOP, Say.NO, Say.ASK)
ADVICE = (Say.DO, Say.MAY)
