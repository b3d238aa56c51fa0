"""`afterword schema`: the JSON Schema of a situation."""

import json

import click

from afterword.cli import reading
from afterword.etiquette.decode import schema


@click.command(
    "schema",
    epilog="Example: afterword schema > situation.schema.json",
    short_help="Print the JSON Schema of a situation.",
)
@reading.as_json
def command(*, as_json: bool) -> None:
    """Print the JSON Schema of a situation, for editors and other programs."""
    del as_json  # it is JSON either way
    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
