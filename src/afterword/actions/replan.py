"""What changed between two plans, in words: the steps and restraints that came and went."""

from collections.abc import Iterator

from afterword import phrases
from afterword.actions.values import PlanChange, Replanned, Shift
from afterword.etiquette.plan import Plan, Restraint, Step

Words = dict[Shift, str]
SAYS: Words = {
    Shift.STEP_APPEARED: "New: {}.",
    Shift.STEP_OPENED: "Now is the time: {}.",
    Shift.STEP_LAPSED: "Too late now: {}.",
    Shift.STEP_VANISHED: "No longer needed: {}.",
    Shift.RESTRAINT_APPEARED: "Leave alone: {}.",
    Shift.RESTRAINT_VANISHED: "No longer to be left alone: {}.",
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
        said.append(f"And {more} more.")
    return Replanned(tuple(found), " ".join(said))


def _steps(before: Plan | None, after: Plan | None) -> Iterator[PlanChange]:
    old = {(step.act, step.to): step for step in before.steps} if before else {}
    new = {(step.act, step.to): step for step in after.steps} if after else {}
    lapsed = {(lapse.act, lapse.to) for lapse in after.lapses} if after else set()
    for key, step in new.items():
        if key not in old:
            yield _step(Shift.STEP_APPEARED, step)
        elif step.open and not old[key].open:
            yield _step(Shift.STEP_OPENED, step)
    for key, step in old.items():
        if key not in new:
            yield _step(Shift.STEP_LAPSED if key in lapsed else Shift.STEP_VANISHED, step)


def _restraints(before: Plan | None, after: Plan | None) -> Iterator[PlanChange]:
    old = {_key(one): one for one in before.restraints} if before else {}
    new = {_key(one): one for one in after.restraints} if after else {}
    for key in new.keys() - old.keys():
        yield _restraint(Shift.RESTRAINT_APPEARED, new[key])
    for key in old.keys() - new.keys():
        yield _restraint(Shift.RESTRAINT_VANISHED, old[key])


def _key(one: Restraint) -> tuple[object, ...]:
    return one.act, one.channel, one.to


def _step(what: Shift, step: Step) -> PlanChange:
    names = (step.name,) if step.name else ()
    said = f"{phrases.to_do(step.act, names)} {phrases.BY[step.channel]}"
    return PlanChange(what, step.act, _said(what, said), (step.to,) if step.to else (), names)


def _restraint(what: Shift, one: Restraint) -> PlanChange:
    by = f" {phrases.BY[one.channel]}" if one.channel else ""
    said = f"{phrases.to_do(one.act, one.names)}{by}"
    return PlanChange(what, one.act, _said(what, said), one.to, one.names)


def _said(what: Shift, act: str) -> str:
    return SAYS[what].format(f"{act[0].lower()}{act[1:]}")
