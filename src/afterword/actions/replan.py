"""What changed between two plans, in words: the steps and restraints that came and went."""

from collections.abc import Iterator

import msgspec

from afterword import phrases
from afterword.actions.said import said
from afterword.actions.values import PlanChange, Replanned, Shift
from afterword.etiquette.plan import Plan, Restraint, Step
from afterword.tongue import gettext as _
from afterword.tongue import later

Words = dict[Shift, str]
SAYS: Words = {
    Shift.STEP_APPEARED: later("New: {}."),
    Shift.STEP_MOVED: later("At another time: {}."),
    Shift.STEP_OPENED: later("Now is the time: {}."),
    Shift.STEP_LAPSED: later("Too late now: {}."),
    Shift.STEP_VANISHED: later("No longer needed: {}."),
    Shift.RESTRAINT_APPEARED: later("Leave alone: {}."),
    Shift.RESTRAINT_VANISHED: later("No longer to be left alone: {}."),
}
ORDER = tuple(Shift)
SAID_AT_ONCE = 3


def replan(before: Plan | None, after: Plan | None) -> Replanned:
    """Return what is different; a missing plan has nothing in it."""
    found = sorted(
        [*_steps(before, after), *_restraints(before, after)],
        key=lambda change: ORDER.index(change.what),
    )
    said = [change.said for change in found[:SAID_AT_ONCE]]
    more = len(found) - len(said)
    if more:
        said.append(_("And {count} more.").format(count=more))
    return Replanned(tuple(found), " ".join(said))


def difference(before: Plan, after: Plan) -> Replanned:
    """Return what is different, or where nothing came or went, what has another window."""
    found = replan(before, after)
    if found.changes:
        return found
    shifted = tuple(moved(before, after))
    return Replanned(shifted, " ".join(one.said for one in shifted))


def _steps(before: Plan | None, after: Plan | None) -> Iterator[PlanChange]:
    old = {(step.act, step.to): step for step in before.steps} if before else {}
    new = {(step.act, step.to): step for step in after.steps} if after else {}
    lapsed = {(lapse.act, lapse.to) for lapse in after.lapses} if after else set()
    for key, step in new.items():
        if key not in old:
            yield _step(Shift.STEP_APPEARED, step, after)
        elif step.open and not old[key].open:
            yield _step(Shift.STEP_OPENED, step, after)
    for key, step in old.items():
        if key not in new:
            what = Shift.STEP_LAPSED if key in lapsed else Shift.STEP_VANISHED
            yield _step(what, step, before)


def moved(before: Plan, after: Plan) -> Iterator[PlanChange]:
    """Yield the steps that are in both plans with another window."""
    old = {(step.act, step.to): step for step in before.steps}
    for step in after.steps:
        earlier = old.get((step.act, step.to))
        if earlier and earlier.window != step.window:
            yield _moved(step, after)


def _moved(step: Step, plan: Plan) -> PlanChange:
    found = _step(Shift.STEP_MOVED, step, plan)
    window = step.window
    opens = None if step.open else window.not_before
    bound = window.best_by or window.too_late_after
    if opens:
        when = _(" (from {when})").format(when=phrases.moment(opens))
    else:
        when = _(" (by {when})").format(when=phrases.moment(bound)) if bound else ""
    return msgspec.structs.replace(found, said=f"{found.said.removesuffix('.')}{when}.")


def _restraints(before: Plan | None, after: Plan | None) -> Iterator[PlanChange]:
    old = {_key(one): one for one in before.restraints} if before else {}
    new = {_key(one): one for one in after.restraints} if after else {}
    for key in new.keys() - old.keys():
        yield _restraint(Shift.RESTRAINT_APPEARED, new[key])
    for key in old.keys() - new.keys():
        yield _restraint(Shift.RESTRAINT_VANISHED, old[key])


def _key(one: Restraint) -> tuple[object, ...]:
    return one.act, one.channel, one.to


def _step(what: Shift, step: Step, plan: Plan | None) -> PlanChange:
    assert plan is not None  # noqa: S101  it is one of its steps
    names, to = (step.name,) if step.name else (), (step.to,) if step.to else ()
    return PlanChange(what, step.act, _said(what, said(step, plan.stage)), to, names)


def _restraint(what: Shift, one: Restraint) -> PlanChange:
    said = phrases.done_by(one.act, one.names, one.channel)
    return PlanChange(what, one.act, _said(what, said), one.to, one.names)


def _said(what: Shift, act: str) -> str:
    return _(SAYS[what]).format(f"{act[0].lower()}{act[1:]}")
