"""`afterword check`: what a reader may stumble on in a draft, one at a time or in a batch."""

import sys
from collections.abc import Iterator

import click
import msgspec

from afterword import aids, rulebooks
from afterword.cli import failures, noting, phrases, reading
from afterword.cli.judge import id_of
from afterword.cli.paper import Line, Look, write
from afterword.etiquette import decode
from afterword.etiquette.judge import Verdict, judge
from afterword.etiquette.problem import Problem
from afterword.etiquette.situation import Proposal, Situation
from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.check.request import Request
from afterword.letters.check.review import Review, review
from afterword.letters.check.sheet import Claims, claims_to
from afterword.letters.finding import Finding, Severity
from afterword.letters.occasion import occasion

LOOKS = {Severity.STOP: Look.NO, Severity.FIX: Look.WAIT, Severity.CONSIDER: Look.PLAIN}
MOST_SPECIFICS = 8
EXAMPLES = """\b
Examples: afterword check draft.txt --situation my-interview.toml --notes notes.txt
          afterword check --jsonl < drafts.jsonl > findings.jsonl"""


@click.command("check", epilog=EXAMPLES, short_help="Check a draft for tact before it goes.")
@click.argument("draft", required=False, type=reading.FILE)
@click.option("--situation", type=reading.FILE, help="What happened so far (TOML or JSON).")
@noting.notes
@reading.word("--act", Act, "What the draft is; else what the situation proposes, or a thank-you.")
@reading.word("--channel", Channel, "How it will go; else by e-mail.")
@click.option("--to", metavar="ID", help="The person of the situation it goes to.")
@click.option(
    "--sibling", multiple=True, type=reading.FILE, help="Another draft to the same employer."
)
@reading.house_layers
@reading.as_json
@click.option("--jsonl", is_flag=True, help="Check one draft a line, from stdin to stdout.")
@click.pass_context
def command(ctx: click.Context, /, **given: object) -> None:
    """Check the DRAFT (a text file; - is standard input) for what its reader may stumble on.

    Exit codes: 0 nothing, 20 something to consider, 21 something to fix, 22 stop.
    """
    asked = msgspec.convert(given, Asked)
    if asked.jsonl:
        if asked.draft:
            ctx.fail("--jsonl reads standard input: no DRAFT.")
        ctx.exit(batch())
    if asked.draft is None:
        ctx.fail("Name a file with a draft, or use --jsonl.")
    text = reading.text(asked.draft)
    found = reviewed(text, asked)
    if asked.as_json:
        click.echo(decode.to_json(found).decode())
    else:
        write(page(asked.draft, text, found))
    ctx.exit(failures.WORST[worst(found.findings)])


class Asked(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    draft: str | None = None
    situation: str | None = None
    notes: str | None = None
    note: tuple[str, ...] = ()
    act: Act | None = None
    channel: Channel | None = None
    to: str | None = None
    sibling: tuple[str, ...] = ()
    house: tuple[str, ...] = ()
    as_json: bool = False
    jsonl: bool = False


def reviewed(text: str, asked: Asked) -> Review:
    """Return the review of a draft, held against its situation.

    Raises Malformed for a person whom the situation does not name.
    """
    situation = reading.situation(asked.situation) if asked.situation else None
    siblings = tuple(map(reading.text, asked.sibling))
    if situation is None:
        request = Request(text, asked.act or Act.THANK_YOU, asked.channel or Channel.EMAIL)
        jots = noting.noted(asked.notes, asked.note)
        claims = Claims(notes=tuple(one.text for one in jots), siblings=siblings)
        return review(text, request.occasion, claims, aids.aids())
    proposal = _proposal(situation, asked)
    verdict = _verdict(situation, proposal, asked)
    jots = noting.noted(asked.notes, asked.note, situation.people)
    channel, reader = proposal.channel or Channel.EMAIL, next(iter(proposal.to or verdict.to), "")
    at = occasion(situation, proposal.act, channel, reader)
    claims = claims_to(reader, jots, siblings=siblings)
    return review(text, at, claims, aids.aids(), verdict)


def _proposal(situation: Situation, asked: Asked) -> Proposal:
    readers = reading.readers(situation, asked.to)
    base = situation.proposal
    if asked.act or base is None:
        base = Proposal(asked.act or Act.THANK_YOU)
    return msgspec.structs.replace(
        base,
        channel=asked.channel or base.channel or Channel.EMAIL,
        to=readers or base.to,
    )


def _verdict(situation: Situation, proposal: Proposal, asked: Asked) -> Verdict:
    proposed = decode.checked(msgspec.structs.replace(situation, proposal=proposal))
    return judge(proposed, rulebooks.rulebook(asked.house))


def batch() -> int:
    """Check every line of standard input; return the exit code.

    Order is kept. A line that is wrong gives an object with its problems, and the rest goes on.
    """
    code = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            request = msgspec.json.decode(line, type=Request)
        except (msgspec.MsgspecError, UnicodeError) as error:
            code = failures.WRONG_INPUT
            message, _, path = str(error).partition(" - at `$.")
            problem = Problem(path.rstrip("`"), message)
            answer: object = {"id": id_of(line), "line": number, "problems": [problem]}
        else:
            found = review(request.text, request.occasion, request.claims, aids.aids())
            answer = {"id": request.id, "findings": found.findings, "specifics": found.specifics}
        sys.stdout.buffer.write(decode.to_json(answer) + b"\n")
    sys.stdout.buffer.flush()
    return code


def worst(findings: tuple[Finding, ...]) -> Severity | None:
    """Return the gravest severity among findings."""
    said = {one.severity for one in findings}
    return next((one for one in Severity if one in said), None)


def page(path: str, text: str, found: Review) -> Iterator[Line]:
    """Return a review as a linter prints it: file, line and column first, so that editors jump."""
    told = ", ".join(found.specifics[:MOST_SPECIFICS])
    yield Line(f"Only from this conversation: {told or 'nothing yet'}", Look.TITLE)
    for one in found.findings:
        line = text.count("\n", 0, one.start) + 1
        column = one.start - (text.rfind("\n", 0, one.start) + 1) + 1
        where = f"{path}:{line}:{column}"
        yield Line(f"{where}: {one.severity}: {one.reason} [{one.class_}]", LOOKS[one.severity])
        if quoted := " ".join(text[one.start : one.end].split()):
            yield Line(f"“{_short(quoted)}”", Look.QUIET, 4)
        if one.alternative:
            yield Line(f"Better: {one.alternative}", indent=4)
        yield Line(authority(one), Look.QUIET, 4)
    yield Line(_summary(found), Look.GO if found.ready else Look.WAIT)


def authority(one: Finding) -> str:
    """Return on whose authority something is found: "rule · most agree · host", or the host."""
    basis = str(phrases.AUTHORITY[one.basis]) if one.basis else ""
    said = (one.rule, basis, phrases.source(one.source))
    return " · ".join(dict.fromkeys(part for part in said if part))


LONGEST_QUOTE = 80


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _summary(found: Review) -> str:
    if not found.findings:
        return "Ready: nothing that a reader would stumble on."
    count = len(found.findings)
    things = f"{count} thing{'' if count == 1 else 's'} to look at"
    return f"Ready, with {things}." if found.ready else f"Not yet: {things}."
