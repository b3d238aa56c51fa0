"""`afterword export`: the journal, or one opportunity of it, as JSON, CSV or Markdown."""

from enum import StrEnum

import click

from afterword.cli import data as journal
from afterword.cli import reading


class Form(StrEnum):
    """The forms, named here so that `--help` need not load the journal."""

    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


@click.command(
    "export",
    epilog="Example: afterword export --form csv > hunt.csv",
    short_help="Write the journal out, for Afterword or for people.",
)
@reading.word(
    "--form", Form, "JSON loses nothing; CSV and Markdown are for people.", default="json"
)
@click.option("--only", metavar="UID", help="One opportunity instead of all.")
@journal.data_folder
@reading.as_json
@click.pass_context
def command(
    ctx: click.Context, /, form: str, only: str | None, data: str | None, *, as_json: bool
) -> None:
    """Write the journal to standard output. JSON can be imported again and loses nothing."""
    owner = journal.opened(data)
    from afterword.actions.export import Form as Wanted  # noqa: PLC0415  after Django is set up
    from afterword.actions.export import export  # noqa: PLC0415  the same

    wanted = Wanted.JSON if as_json else Wanted(form)
    now = journal.clock()
    written = journal.attempted(ctx, lambda: export(owner, now=now, form=wanted, only=only))
    click.echo(written, nl=False)
