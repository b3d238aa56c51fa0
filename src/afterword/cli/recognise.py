"""`afterword recognise`: what is made of messages, without storing anything."""

import sys
from collections.abc import Iterator
from datetime import datetime

import click

from afterword.cli import failures
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json
from afterword.mailbox.recognising import mime, sources
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Message
from afterword.mailbox.recognising.recognise import recognise
from afterword.mailbox.recognising.recognition import Recognition

LOOKS = {
    Kind.FORM_REJECTION: Look.NO,
    Kind.PERSONAL_REJECTION: Look.NO,
    Kind.BOUNCE: Look.NO,
    Kind.OFFER: Look.GO,
    Kind.OFFER_LETTER: Look.GO,
    Kind.INVITATION: Look.GO,
    Kind.CONFIRMATION: Look.GO,
}
LONGEST_QUOTE = 300
EXAMPLES = """\\b
Examples: afterword recognise inbox.mbox
          afterword recognise --jsonl ~/Maildir > recognised.jsonl"""


@click.command("recognise", epilog=EXAMPLES, short_help="Say what messages are; store nothing.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--jsonl", is_flag=True, help="Print one JSON object a message, for programs.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], *, jsonl: bool) -> None:
    """Say what each message in PATH is: a file, a folder, a Maildir, an mbox; - is standard input.

    Nothing is stored, and nothing leaves this computer.
    """
    now = datetime.now().astimezone()  # noqa: TID251  a shell reads the clock, for mail without a date
    code = 0
    for one in _found(paths):
        if isinstance(one, sources.Unreadable):
            click.echo(
                f"{one.path}: {one.why}. Check the path, and whether you may read it.", err=True
            )
            code = failures.WRONG_INPUT
            continue
        message = mime.read(one.raw)
        found = recognise(message, now=now)
        if jsonl:
            sys.stdout.buffer.write(to_json(told(one.path, found)) + b"\n")
        else:
            write(page(one.path, message, found))
    ctx.exit(code)


def _found(paths: tuple[str, ...]) -> Iterator[sources.Found | sources.Unreadable]:
    for path in paths:
        if path == "-":
            yield from sources.split("-", sys.stdin.buffer)
        else:
            yield from sources.messages([path])


def told(path: str, found: Recognition) -> dict[str, object]:
    """Return what was made of a message as an object for programs."""
    asked = found.invitation
    return {
        "path": path,
        "kind": found.kind,
        "automatic": found.automatic,
        "returns": found.returns,
        "bounced": found.bounced,
        "reply": found.reply,
        "invitation": asked
        and {"method": asked.method, "start": asked.start, "end": asked.end, "uid": asked.uid},
        "events": found.events,
        "evidence": [{"what": one.what, "sentence": one.sentence} for one in found.evidence],
    }


def page(path: str, message: Message, found: Recognition) -> Iterator[Line]:
    """Return what was made of a message as a person reads it: what it is, why, and what follows."""
    yield Line(f"{path}: {found.kind}", LOOKS.get(found.kind, Look.TITLE))
    if message.subject:
        yield Line(message.subject, Look.QUIET, 4)
    for one in found.evidence:
        yield Line(f"“{one.sentence[:LONGEST_QUOTE]}”", indent=4)
    for address in found.bounced:
        yield Line(f"Did not reach {address}", indent=4)
    if found.returns:
        yield Line(
            f"Back on {found.returns:%a} {found.returns.day} {found.returns:%B %Y}", indent=4
        )
    for promise in found.promises:
        yield Line(f"Promised by {promise.by.isoformat()}: “{promise.sentence}”", indent=4)
    yield from (
        Line(f"Would add: {to_json(event).decode()}", Look.QUIET, 4) for event in found.events
    )
