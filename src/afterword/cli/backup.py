"""`afterword backup`: the whole journal in one file, made while it is in use, and checked."""

import click

from afterword.cli import data as journal
from afterword.cli import reading
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json


@click.command(
    "backup",
    epilog="Example: afterword backup ~/afterword-2026-11-23.sqlite3",
    short_help="Copy the whole journal into one file.",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=str))
@journal.data_folder
@reading.as_json
@click.pass_context
def command(ctx: click.Context, /, file: str, data: str | None, *, as_json: bool) -> None:
    """Copy the whole journal into FILE, a new one, also while Afterword is running.

    The copy is checked before it gets its name. Keep it where only you can read it.
    """
    journal.opened(data)
    from afterword.actions.backup import backup  # noqa: PLC0415  after Django is set up

    done = journal.attempted(ctx, lambda: backup(journal.file_at(file), now=journal.clock()))
    if as_json:
        click.echo(to_json(done).decode())
        return
    held = f"{journal.holding(done.opportunities, done.events)}, {done.size:,} bytes"
    write([Line(f"Written and checked: {done.path}", Look.GO), Line(held, Look.QUIET, 2)])
