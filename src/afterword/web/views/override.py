"""The person's own word on one rule: off, another window, or as it was."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from afterword.actions import override as action
from afterword.actions.errors import Missing
from afterword.actions.rules import Scope, rules_to_read
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.rulebook.mark import Unit, parse
from afterword.etiquette.rulebook.override import BOUNDS, Bounds
from afterword.etiquette.rulebook.rule import Rule
from afterword.web import clock, visit

LONGEST = 366


@require_POST
def override(request: HttpRequest, name: str) -> HttpResponse:
    """Note what was decided about a rule, and go back to it."""
    owner, form, now = visit.owner(request), request.POST, clock.now()
    if taken_back := form.get("lift", ""):
        changed = action.lift(owner, taken_back[:64], now=now)
    else:
        changed = action.override(owner, _deciding(form, _rule(request, name)), now=now)
    return visit.after(request, changed, visit.onward(request, reverse("rule", args=(name,))))


def _rule(request: HttpRequest, name: str) -> Rule:
    """Return a rule of the rulebook that the person reads; raises Missing."""
    found = rules_to_read(visit.owner(request)).rules.get(name)
    if found is None:
        raise Missing("rule", name)
    return found


def _deciding(form: QueryDict, rule: Rule) -> action.Deciding:
    scope, _colon, opportunity = form.get("where", "").partition(":")
    if scope not in set(Scope):
        raise Malformed([Problem("where", _("is no place"), scope, tuple(map(str, Scope)))])
    bounds = None if form.get("do") == "off" else _bounds(form, rule)
    return action.Deciding(rule.id, bounds, Scope(scope), opportunity)


def _bounds(form: QueryDict, rule: Rule) -> Bounds:
    """Return the bounds that a form asks for: those that it leaves alone are as the rule has them.

    Raises Malformed for a number or a unit that is none.
    """
    told = {name: _bound(form, rule, name) for name in BOUNDS if f"{name}-number" in form}
    changed = {name: text for name, text in told.items() if text != getattr(rule.row, name)}
    if not changed:
        wrong = _("is as it was: choose another number or another unit")
        raise Malformed([Problem("window", wrong)])
    return Bounds(**changed)


def _bound(form: QueryDict, rule: Rule, name: str) -> str:
    mark = parse(getattr(rule.row, name) or "")
    number, unit = form.get(f"{name}-number", "").strip(), form.get(f"{name}-unit", "")
    if not number.isascii() or not number.isdecimal() or not 0 < int(number[:9]) <= LONGEST:
        wrong = _("is no number from 1 to %(most)d") % {"most": LONGEST}
        raise Malformed([Problem(name.rstrip("_"), wrong, number)])
    if unit not in set(Unit):
        raise Malformed([Problem(name.rstrip("_"), _("has no such unit"), unit, tuple(Unit))])
    sign = "-" if mark.amount < 0 else "+"
    return f"{mark.anchor} {sign} {int(number)} {Unit(unit)}"
