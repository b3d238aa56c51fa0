"""A candidate's own word on a rule: off, with another window, or as it was; and their own rules."""

from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction

from afterword.accounts.models import User
from afterword.actions.called import called
from afterword.actions.decided import named, place, said
from afterword.actions.errors import Missing, Refused
from afterword.actions.resettle import resettle
from afterword.actions.rules import LAYER, Ruled, Scope, own_layer, rules_to_read
from afterword.actions.settle import one
from afterword.actions.values import Changed
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.rulebook.override import Bounds, Override, forbidden
from afterword.etiquette.rulebook.rule import Rule
from afterword.journal import models
from afterword.journal.held import house
from afterword.journal.pen import Gavel
from afterword.journal.rulings import rulings
from afterword.tongue import gettext as _

Fields = dict[str, Any]
LONGEST_LAYER = 100_000


class Deciding(msgspec.Struct, frozen=True):
    """A decision about a rule: other bounds, or None: off; and where it holds.

    `opportunity` is the uid of one, for it alone or for all at its employer.
    """

    rule: str
    bounds: Bounds | None = None
    scope: Scope = Scope.EVERYWHERE
    opportunity: str = ""


@transaction.atomic
def override(owner: User, deciding: Deciding, *, now: datetime) -> Changed:
    """Write a decision about a rule down; an earlier one about it in the same place gives way.

    Raises Missing for a rule or an opportunity that is not there, Malformed for a bound that is no
    moment, and Refused for what is fixed.
    """
    rule = rules_to_read(owner).rules.get(deciding.rule)
    if rule is None:
        raise Missing("rule", deciding.rule)
    _refuse(rule, Override(rule.id, deciding.bounds))
    off = deciding.bounds is None
    where, whose = _where(owner, deciding)
    fields: Fields = {
        "rule": rule.id,
        "scope": str(deciding.scope),
        "where": where,
        "decision": str(Ruled.OFF if off else Ruled.WINDOW),
        "terms": {} if off else msgspec.to_builtins(deciding.bounds),
    }
    told = said(rule.id, place(deciding.scope, whose), off=off)
    return _write(owner, fields, told, now)


@transaction.atomic
def lift(owner: User, uid: str, *, now: datetime) -> Changed:
    """Take a decision back, so that the rule is as it was; raises Missing."""
    row = rulings(owner).filter(uid=uid).first()
    if row is None:
        raise Missing("decision", uid)
    hand = Gavel(owner, "lifted", now=now)
    hand.remove(row)
    if row.decision == Ruled.LAYER:
        return resettle(hand, _("Your rules are taken out."))
    return resettle(hand, _("“{rule}” is as it was.").format(rule=called(row.rule)))


@transaction.atomic
def set_layer(owner: User, text: str, *, now: datetime) -> Changed:
    """Put rules of the candidate's own on top of the rulebook, in place of those before.

    Raises Malformed, with every problem, for a layer that cannot be used.
    """
    text = text.replace("\r\n", "\n")
    if len(text) > LONGEST_LAYER or not text.strip():
        said = _("is empty") if not text.strip() else _("is longer than 100,000 characters")
        raise Malformed([Problem(LAYER, said)], Guide.RULEBOOK)
    if wrong := own_layer(text).wrong:
        raise Malformed(wrong, Guide.RULEBOOK)
    fields: Fields = {
        "rule": "",
        "scope": str(Scope.EVERYWHERE),
        "where": "",
        "decision": str(Ruled.LAYER),
        "terms": {"toml": text},
    }
    return _write(owner, fields, _("Your rules hold from now on."), now)


def _write(owner: User, fields: Fields, said: str, now: datetime) -> Changed:
    same = ("rule", "scope", "where")
    before = rulings(owner).filter(**{name: fields[name] for name in same}).first()
    hand = Gavel(owner, "ruled", now=now)
    if before is None:
        hand.add(models.Ruling, **fields)
    elif any(getattr(before, name) != value for name, value in fields.items()):
        hand.replace(before, **fields)
    return resettle(hand, said)


def _where(owner: User, deciding: Deciding) -> tuple[str, str]:
    """Return what tells the place of a decision, and how people call it.

    Raises Missing, and Refused for an employer without a name.
    """
    if deciding.scope is Scope.EVERYWHERE:
        return "", ""
    held = one(owner, deciding.opportunity)
    if deciding.scope is Scope.OPPORTUNITY:
        return held.uid, named(held.facts)
    name = house(held.facts.employer)
    if not name:
        why = _("This employer has no name yet.")
        raise Refused(why, _("Give it one, or decide for this opportunity alone."))
    return name, held.facts.employer


def _refuse(rule: Rule, decided: Override) -> None:
    """Raise Refused for what is fixed, and Malformed for a bound that is no moment."""
    try:
        why = forbidden(rule, decided)
    except ValueError as error:
        raise Malformed([Problem(rule.id, str(error))], Guide.RULEBOOK) from error
    if why:
        cure = _("It stays as it is. You can still act otherwise: Afterword only advises.")
        raise Refused(why, cure)
