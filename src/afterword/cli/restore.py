"""`afterword restore`: a backup put back in the place of the journal."""

import click

from afterword.cli import data as journal
from afterword.cli import reading
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json


@click.command(
    "restore",
    epilog="Example: afterword restore ~/afterword-2026-11-23.sqlite3",
    short_help="Put a backup back.",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=str))
@journal.data_folder
@reading.as_json
@click.pass_context
def command(ctx: click.Context, /, file: str, data: str | None, *, as_json: bool) -> None:
    """Put the backup in FILE in the place of the journal.

    It is checked first, and the journal that was there before is kept beside it. All devices are
    signed out.
    """
    journal.opened(data)
    from afterword.actions.restore import restore  # noqa: PLC0415  after Django is set up

    done = journal.attempted(ctx, lambda: restore(journal.file_at(file), now=journal.clock()))
    if as_json:
        click.echo(to_json(done).decode())
        return
    held = journal.holding(done.opportunities, done.events)
    write(
        [
            Line(f"Put back: {done.path}", Look.GO),
            Line(held, Look.QUIET, 2),
            Line("What was there before is kept:"),
            Line(done.kept, indent=2, whole=True),
        ]
    )
