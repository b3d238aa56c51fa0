"""The rulebook of one candidate: the built-in rows, rows of their own, and what they decided."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache

import msgspec

from afterword import rulebooks
from afterword.accounts.models import User
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.rulebook.book import Page, Rulebook
from afterword.etiquette.rulebook.mark import parse
from afterword.etiquette.rulebook.override import Bounds, Override, forbidden, overridden
from afterword.journal import models, portable, rulings
from afterword.journal.held import Held, house

LAYER = "your rules"
"""How messages call the house layer, which has no file."""

BOOKS = 32
"""Rulebooks in memory: about half a megabyte each."""

BOUNDS = ("from", "best", "until")


class Scope(StrEnum):
    """Where a decision about a rule holds, the most general first."""

    EVERYWHERE = "everywhere"
    EMPLOYER = "employer"
    OPPORTUNITY = "opportunity"


class Ruled(StrEnum):
    """What can be decided about the rulebook."""

    OFF = "off"
    WINDOW = "window"
    LAYER = "layer"


class Rules(msgspec.Struct, frozen=True):
    """The rulebook that holds for an opportunity; equal keys mean equal rulebooks."""

    key: Hashable
    book: Rulebook


@cache
def book() -> Rulebook:
    """Return the built-in rulebook, loaded once in a process."""
    return rulebooks.rulebook()


def rules_of(held: Held) -> Rules:
    """Return the rules that hold for an opportunity."""
    here = {
        Scope.EVERYWHERE: "",
        Scope.EMPLOYER: house(held.facts.employer),
        Scope.OPPORTUNITY: held.uid,
    }
    return _rules(held.rulings, here)


def rules_to_read(owner: User) -> Rulebook:
    """Return every rule there is to read: the built-in ones and the owner's, also what is off."""
    return _layered(layer_of(rulings.rulings(owner)), ()).book


def layer_row(owner: User) -> models.Ruling | None:
    """Return the decision that holds an owner's own layer, where there is one."""
    return next((row for row in rulings.rulings(owner) if row.decision == Ruled.LAYER), None)


def layer_of(decided: Iterable[models.Ruling]) -> str:
    """Return the text of the candidate's own layer, or nothing."""
    return next((row.terms["toml"] for row in decided if row.decision == Ruled.LAYER), "")


def _rules(decided: Sequence[models.Ruling], here: dict[Scope, str]) -> Rules:
    return _layered(layer_of(decided), tuple(_overrides(decided, here)))


@lru_cache(BOOKS)
def _layered(text: str, overrides: tuple[Override, ...]) -> Rules:
    if not text and not overrides:
        return Rules("", book())
    own = own_layer(text).page
    pages = overridden([*book().pages, *([own] if own else [])], overrides)
    return Rules((text, overrides), Rulebook(pages))


class Own(msgspec.Struct, frozen=True):
    """A house layer as it was read: its page, or all that is wrong with it; neither without one."""

    page: Page | None = None
    wrong: tuple[Problem, ...] = ()


@lru_cache(BOOKS)
def own_layer(text: str) -> Own:
    """Return what a text of one's own rules comes to.

    A layer that was in order need not stay so, where a later release names its rows otherwise:
    then it plays no part, and the pages and the doctor say so.
    """
    if not text:
        return Own()
    try:
        page = rulebooks.with_layer(LAYER, text).pages[-1]
    except Malformed as malformed:
        return Own(wrong=malformed.problems)
    return Own(page)


def _overrides(decided: Sequence[models.Ruling], here: dict[Scope, str]) -> Iterator[Override]:
    """Yield what was decided about each rule: the most specific, and of equals the last."""
    scopes = tuple(Scope)
    holding = [
        row
        for row in decided
        if row.decision != Ruled.LAYER and here.get(Scope(row.scope)) == row.where
    ]
    by_rule = {
        row.rule: row for row in sorted(holding, key=lambda row: scopes.index(Scope(row.scope)))
    }
    for row in sorted(by_rule.values(), key=lambda row: row.rule):
        if _stands(decided_in := override_of(row)):
            yield decided_in


def override_of(row: models.Ruling) -> Override:
    """Return what a row decides about its rule."""
    off = row.decision == Ruled.OFF
    return Override(row.rule, None if off else msgspec.convert(row.terms, Bounds))


def _stands(override: Override) -> bool:
    """Return whether a decision still may be made: a later release may fix what was free."""
    rule = book().rules.get(override.rule)
    return rule is not None and not forbidden(rule, override)


def unsound(decided: Iterable[portable.Ruling]) -> Iterator[Problem]:
    """Yield what no decision in a file may be, because no action here would have written it."""
    for row in decided:
        path = f"decided.{row.uid}.terms"
        if row.decision == "layer" and "toml" not in row.terms:
            yield Problem(path, "holds no toml, which is the text of the rules")
        if row.decision == "window":
            for name, text in row.terms.items():
                if name not in BOUNDS or not _is_moment(text):
                    yield Problem(path, f"has no moment of a window at {name}", text, BOUNDS)


def _is_moment(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True
