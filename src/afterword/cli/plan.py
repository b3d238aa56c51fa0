"""`afterword plan`: what to do, what to leave alone, and when to look again."""

from collections.abc import Iterator

import click

from afterword import rulebooks
from afterword.cli import phrases, reading, reasons
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json
from afterword.etiquette.explain import trace
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE
from afterword.etiquette.plan import Lapse, Plan, Restraint, Step, plan
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.rulebook.facts import Question
from afterword.etiquette.situation import Situation
from afterword.etiquette.vocabulary import Word
from afterword.etiquette.weighing import Scale, Window


@click.command(
    "plan",
    epilog="Example: afterword plan examples/uncertain.toml --why",
    short_help="Plan what to do and what to leave alone.",
)
@reading.situation_file
@reading.house_layers
@click.option("--why", is_flag=True, help="Show every rule that matched, and what came of it.")
@reading.as_json
def command(file: str, house: tuple[str, ...], *, why: bool, as_json: bool) -> None:
    """Plan what follows from the situation in FILE (TOML or JSON; - is standard input)."""
    situation = reading.situation(file)
    book = rulebooks.rulebook(house)
    planned = plan(situation, book)
    traces = _traces(planned, situation, book) if why else {}
    if as_json:
        click.echo(to_json(planned if not why else {"plan": planned, "trace": traces}).decode())
        return
    write(page(situation, planned, traces))


def _traces(planned: Plan, situation: Situation, book: Rulebook) -> dict[str, reasons.Traces]:
    """Return, for each step of the plan, every row that matched it."""
    stands = standing(situation)
    scale = Scale(book, stands)
    return {
        f"{step.act} {step.to}".strip(): trace(
            scale,
            Question(step.act),
            stands.people.get(step.to, NO_ONE),
            stands.now,
            step.channel,
        )
        for step in planned.steps
    }


def page(situation: Situation, planned: Plan, traces: dict[str, reasons.Traces]) -> Iterator[Line]:
    """Return a plan as a page: the sentence first, then what is open, then what is not."""
    opportunity = situation.opportunity
    title = " · ".join(part for part in (opportunity.employer, opportunity.role) if part)
    if title:
        yield Line(title, Look.TITLE)
    yield Line(f"{phrases.full_moment(planned.now)} · {phrases.stage(planned.stage)}", Look.QUIET)
    yield Line()
    yield Line(planned.sentence, Look.TITLE)
    now = [step for step in planned.steps if step.open]
    later = [step for step in planned.steps if not step.open]
    yield from _silence(planned)
    yield from _section("Do now", now, traces, set())
    yield from _restraints(planned)
    told = {restraint.because[0].rule for restraint in planned.restraints}
    yield from _section("Later", later, traces, told)
    yield from _lapses(planned.lapses)
    yield from _foot(planned)


def _silence(planned: Plan) -> Iterator[Line]:
    silence = planned.silence
    if silence is None:
        return
    until = f" until {phrases.moment(silence.until)}" if silence.until else ""
    yield Line()
    yield Line(f"Say nothing{until}", Look.WAIT)
    yield from reasons.lines(silence.because[:1], indent=4)


def _section(
    title: str,
    steps: list[Step],
    traces: dict[str, reasons.Traces],
    told: set[str],
) -> Iterator[Line]:
    """Return steps under a title; a reason that has been `told` further up is not told again."""
    if not steps:
        return
    yield Line()
    yield Line(title.upper(), Look.HEADING)
    for step in steps:
        what = phrases.to_do(step.act, [step.name] if step.name else [])
        yield Line(f"{what} {phrases.BY[step.channel]}", Look.GO if step.open else Look.PLAIN, 2)
        yield Line(window(step.window, is_open=step.open), indent=4)
        if step.because[0].rule not in told:
            yield from reasons.lines(step.because[:1], indent=4)
        yield from _how(step)
        yield from reasons.trace_lines(traces.get(f"{step.act} {step.to}".strip(), ()), indent=4)


def _how(step: Step) -> Iterator[Line]:
    how = " ".join(part for part in (step.tone, step.length, step.limit) if part)
    if how:
        yield Line(f"How: {how}", indent=4)
    if step.channel_because:
        yield Line(f"Why {phrases.BY[step.channel]}: {step.channel_because.why}", indent=4)
    if step.alternatives:
        ways = " or ".join(phrases.BY[way] for way in step.alternatives)
        yield Line(f"Just as good: {ways}.", indent=4)


def window(bounds: Window, *, is_open: bool) -> str:
    """Return a window as a sentence."""
    parts = []
    if bounds.not_before and not is_open:
        parts.append(f"not before {phrases.moment(bounds.not_before)}")
    if bounds.best_by:
        parts.append(f"best by {phrases.moment(bounds.best_by)}")
    if bounds.resumes and bounds.too_late_after:
        pause, again = phrases.moment(bounds.too_late_after), phrases.moment(bounds.resumes)
        parts.append(f"not between {pause} and {again}")
    elif bounds.too_late_after:
        parts.append(f"too late after {phrases.moment(bounds.too_late_after)}")
    sentence = "; ".join(parts) or "as soon as you can"
    return f"{sentence[0].upper()}{sentence[1:]}."


def _restraints(planned: Plan) -> Iterator[Line]:
    restraints = planned.restraints
    if not restraints:
        return
    told = planned.silence.because[0].rule if planned.silence else ""
    yield Line()
    yield Line("LEAVE ALONE", Look.HEADING)
    for restraint in restraints:
        what = phrases.to_do(restraint.act, restraint.names)
        by = f" {phrases.BY[restraint.channel]}" if restraint.channel else ""
        look = Look.WAIT if restraint.verdict is Word.WAIT else Look.NO
        yield Line(f"{what}{by}: {_answer(restraint)}", look, 2)
        if restraint.because[0].rule != told:
            yield from reasons.lines(restraint.because[:1], indent=4)
        if restraint.better:
            yield Line(restraint.better, indent=4)


def _answer(restraint: Restraint) -> str:
    if restraint.until:
        return f"wait until {phrases.moment(restraint.until)}"
    return phrases.ANSWERS[restraint.verdict].rstrip(".").lower()


def _lapses(lapses: tuple[Lapse, ...]) -> Iterator[Line]:
    if not lapses:
        return
    yield Line()
    yield Line("TOO LATE NOW", Look.HEADING)
    for lapse in lapses:
        closed = f" (until {phrases.moment(lapse.closed)})" if lapse.closed else ""
        name = [lapse.name] if lapse.name else []
        yield Line(f"{phrases.to_do(lapse.act, name)}{closed}", indent=2)
        if lapse.advice:
            yield Line(lapse.advice, indent=4)


def _foot(planned: Plan) -> Iterator[Line]:
    yield Line()
    if planned.look_again:
        yield Line(f"Look again {phrases.moment(planned.look_again)}, or when they write.")
    else:
        yield Line("Look again when something happens.")
    for note in planned.notes:
        yield Line(note, Look.QUIET)
