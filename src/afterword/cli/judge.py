"""`afterword judge`: the answer to "may I?" for one act, or for a batch of them from a pipe."""

import sys
from collections.abc import Iterator
from datetime import datetime

import click
import msgspec

from afterword import rulebooks
from afterword.cli import failures, phrases, reading, reasons
from afterword.cli.paper import Line, Look, write
from afterword.etiquette import decode
from afterword.etiquette.events import Gift
from afterword.etiquette.explain import trace
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE, Verdict, judge, question_of
from afterword.etiquette.moment import Moment, zone_of
from afterword.etiquette.problem import Malformed
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.situation import Proposal, Situation
from afterword.etiquette.vocabulary import (
    Act,
    Audience,
    Channel,
    GiftKind,
    Trait,
    Word,
)
from afterword.etiquette.weighing import Scale

LOOKS = {Word.GO: Look.GO, Word.WAIT: Look.WAIT, Word.ASK: Look.WAIT}
EXAMPLES = """\b
Examples: afterword judge examples/flowers.toml
          afterword judge my-interview.toml --act check-in --channel phone
          afterword judge --jsonl < situations.jsonl > verdicts.jsonl"""


@click.command("judge", epilog=EXAMPLES, short_help="Judge one act: go, wait, ask, no or stop.")
@click.argument(
    "file",
    required=False,
    type=click.Path(dir_okay=False, allow_dash=True, path_type=str),
)
@reading.word("--act", Act, "Ask about this act, whatever FILE proposes.")
@reading.word("--channel", Channel, "Through this channel.")
@click.option("--to", multiple=True, metavar="ID", help="Towards this person of the situation.")
@click.option("--on", metavar="WHEN", help="At this moment instead of now (ISO 8601).")
@reading.word("--gift", GiftKind, "The act is a gift of this kind.", metavar="KIND")
@click.option("--value", type=click.FloatRange(min=0), help="What the gift costs.")
@click.option("--currency", metavar="CODE", help="In which currency (ISO 4217); else US dollars.")
@reading.word(
    "--for", Audience, "Whom the gift is for: person or office.", "audience", metavar="WHOM"
)
@reading.word(
    "--trait", Trait, "What the message does. May be given more than once.", multiple=True
)
@reading.house_layers
@click.option("--why", is_flag=True, help="Show every rule that matched, and what came of it.")
@reading.as_json
@click.option("--jsonl", is_flag=True, help="Judge one situation a line, from stdin to stdout.")
@click.option("--exit-code", is_flag=True, help="0 go, 10 wait, 11 ask, 12 no, 13 stop.")
@click.pass_context
def command(ctx: click.Context, /, **given: object) -> None:
    """Judge the act proposed in FILE (TOML or JSON; - is standard input).

    A wrong word for ACT, CHANNEL, KIND or TRAIT is answered with the right ones.
    """
    asked = msgspec.convert(given, Asked)
    book = rulebooks.rulebook(given["house"])  # type: ignore[arg-type]  # click made them paths
    if asked.jsonl:
        if given["file"] or asked.exit_code:
            ctx.fail("--jsonl reads standard input: no FILE, and no --exit-code.")
        ctx.exit(batch(book))
    if given["file"] is None:
        ctx.fail("Name a file with a situation, or use --jsonl.")
    situation = asked.put_to(reading.situation(given["file"]))  # type: ignore[arg-type]
    verdict = judge(situation, book)
    traces = _traces(situation, verdict, book) if asked.why else {}
    if asked.as_json:
        answer = {"verdict": verdict, "trace": traces} if asked.why else verdict
        click.echo(decode.to_json(answer).decode())
    else:
        write(page(situation, verdict, traces))
    ctx.exit(failures.VERDICTS[verdict.verdict] if asked.exit_code else 0)


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """What was asked on the command line, beside the situation."""

    act: Act | None = None
    channel: Channel | None = None
    to: tuple[str, ...] = ()
    on: str | None = None
    gift: GiftKind | None = None
    value: float | None = None
    currency: str | None = None
    audience: Audience | None = None
    trait: tuple[Trait, ...] = ()
    why: bool = False
    as_json: bool = False
    jsonl: bool = False
    exit_code: bool = False

    def _gift(self, base: Proposal) -> Gift | None:
        """Return the proposed gift with what was said of it on the command line."""
        changes = _given(
            {
                "kind": self.gift,
                "value": self.value,
                "currency": self.currency,
                "audience": self.audience,
            }
        )
        if not changes:
            return base.gift
        return msgspec.structs.replace(base.gift or Gift(), **changes)

    def put_to(self, situation: Situation) -> Situation:
        """Return the situation with the proposal that was asked for on the command line.

        Raises Malformed for an unknown person or a moment that cannot be read.
        """
        act = self.act or (Act.GIFT if self.gift else None)
        base = Proposal(act) if act else situation.proposal
        if base is None:
            return situation
        changes: dict[str, object] = {
            "channel": self.channel,
            "to": self.to,
            "on": self.on and _moment(self.on, situation),
            "gift": self._gift(base),
            "traits": self.trait,
        }
        proposal = msgspec.structs.replace(base, **_given(changes))
        return decode.checked(msgspec.structs.replace(situation, proposal=proposal))


def _given(changes: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in changes.items() if value not in {None, ()}}


def _moment(text: str, situation: Situation) -> Moment:
    try:
        moment = Moment.parse(text)
    except ValueError as error:
        message = f"{text!r} is not a date, or a date and time, in ISO 8601."
        raise click.BadParameter(message, param_hint="--on") from error
    zone = zone_of(situation.timezone)
    if moment.day(zone) < situation.now.day(zone):
        message = f"{text!r} is before now, and cannot be done any more."
        raise click.BadParameter(message, param_hint="--on")
    return moment


def batch(book: Rulebook) -> int:
    """Judge every line of standard input; return the exit code.

    Order is kept. A line that is wrong gives an object with its problems, and the rest goes on.
    """
    code = 0
    write_out = sys.stdout.buffer.write
    for number, text in enumerate(sys.stdin.buffer, 1):
        if not text.strip():
            continue
        try:
            answer: object = judge(decode.from_json(text), book)
        except Malformed as error:
            code = failures.WRONG_INPUT
            answer = {"id": id_of(text), "line": number, "problems": error.problems}
        write_out(decode.to_json(answer) + b"\n")
    sys.stdout.buffer.flush()
    return code


class _Named(msgspec.Struct):
    id: str | None = None


def id_of(text: bytes) -> str | None:
    """Return the id in a line of a batch, if it can be read."""
    try:
        return msgspec.json.decode(text, type=_Named).id
    except msgspec.DecodeError:
        return None


def _traces(situation: Situation, verdict: Verdict, book: Rulebook) -> dict[str, reasons.Traces]:
    """Return, for each person the act is for, every row that matched."""
    assert situation.proposal is not None  # noqa: S101  judged before
    stands = standing(situation)
    scale = Scale(book, stands)
    question = question_of(situation.proposal, stands, book)
    at = _at(situation.proposal, stands.now)
    people = [stands.people[name] for name in verdict.to] or [NO_ONE]
    return {
        them.person.id: trace(scale, question, them, at, situation.proposal.channel)
        for them in people
    }


def _at(proposal: Proposal, now: datetime) -> datetime:
    zone = now.tzinfo
    return proposal.on.at(zone) if proposal.on else now  # type: ignore[arg-type]  # a ZoneInfo


def page(
    situation: Situation, verdict: Verdict, traces: dict[str, reasons.Traces]
) -> Iterator[Line]:
    """Return a verdict as a page: the answer first, then its reasons and the better act."""
    word = verdict.verdict
    yield Line(phrases.ANSWERS[word], LOOKS.get(word, Look.NO))
    yield Line(_what(situation, verdict), Look.QUIET)
    yield from _when(verdict)
    for place, reason in enumerate(verdict.because):
        yield from reasons.lines([reason], indent=2 if place == 0 else 4)
        if place == 0 and reason.disagree:
            yield Line(f"Where opinions differ: {reason.disagree}", Look.QUIET, 2)
    if verdict.better:
        yield Line(f"Better: {verdict.better}", indent=2)
    if verdict.instead and verdict.instead is not _act(situation):
        instead = phrases.to_do(verdict.instead, _names(situation, verdict))
        yield Line(f"Instead: {instead[0].lower()}{instead[1:]}.", indent=2)
    for rows in traces.values():
        yield from reasons.trace_lines(rows, indent=2)


def _what(situation: Situation, verdict: Verdict) -> str:
    what = phrases.to_do(_act(situation), _names(situation, verdict))
    return f"{what} {phrases.BY[verdict.channel]}" if verdict.channel else what


def _act(situation: Situation) -> Act:
    proposal = situation.proposal
    assert proposal is not None  # noqa: S101  judged before
    return Act.GIFT if proposal.gift else proposal.act


def _names(situation: Situation, verdict: Verdict) -> list[str]:
    names = {person.id: person.name or person.id for person in situation.people}
    return [names[one] for one in verdict.to]


def _when(verdict: Verdict) -> Iterator[Line]:
    if verdict.verdict is Word.WAIT and verdict.not_before:
        yield Line(f"Not before {phrases.moment(verdict.not_before)}.", indent=2)
    elif verdict.verdict is Word.GO and verdict.not_after:
        yield Line(f"Best by {phrases.moment(verdict.not_after)}.", indent=2)
    if verdict.ask_whom:
        yield Line(phrases.ASKING[verdict.ask_whom], indent=2)
