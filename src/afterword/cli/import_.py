"""`afterword import`: files read into the journal, with a preview for whoever wants one first."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import click

from afterword.cli import data as journal
from afterword.cli import reading
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json
from afterword.etiquette.problem import Guide, Malformed, Problem

LARGEST = 50 * 1024 * 1024


class Kind(StrEnum):
    """What a file can be, named here so that `--help` need not load the journal."""

    JOURNAL = "journal"
    SITUATION = "situation"
    HUNTR = "huntr"
    TEAL = "teal"
    LINKEDIN = "linkedin"
    SPREADSHEET = "spreadsheet"


@click.command(
    "import",
    epilog='Example: afterword import "Job Applications.csv" --preview',
    short_help="Read a file into the journal.",
)
@click.argument("file", type=reading.FILE)
@reading.word("--preset", Kind, "What the file is; else found out from what is in it.")
@click.option("--preview", is_flag=True, help="Say what would come of it, and write nothing.")
@journal.data_folder
@reading.as_json
def command(
    file: str, preset: str | None, data: str | None, *, preview: bool, as_json: bool
) -> None:
    """Read FILE (- is standard input) into the journal.

    It is what `export` wrote as JSON, a situation (TOML or JSON), or another program's table (CSV).
    What is known already is not added twice.
    """
    content = _content(file)
    owner = journal.opened(data)
    from afterword.actions.import_ import import_  # noqa: PLC0415  after Django is set up
    from afterword.actions.presets import Preset  # noqa: PLC0415  the same

    kind = Preset(preset) if preset else None
    done = import_(owner, content, now=journal.clock(), preset=kind, write=not preview)
    if as_json:
        click.echo(to_json(done).decode())
    else:
        write(page(done))


def _content(path: str) -> bytes:
    """Return what is in a file; raises Malformed where it cannot be read or is far too large."""
    try:
        with click.open_file(path, "rb") as file:
            raw: bytes = file.read(LARGEST + 1)
    except OSError as error:
        raise Malformed([Problem(path, f"cannot be read: {error.strerror}")], Guide.FILE) from error
    if len(raw) > LARGEST:
        raise Malformed([Problem(path, "is larger than 50 MB, which no hunt is")], Guide.FILE)
    return raw


def page(done: Any) -> Iterator[Line]:  # noqa: ANN401  an Imported, whose type only loads with Django
    """Return what came of an import, or would come of it."""
    for entry in done.entries:
        title = " · ".join(part for part in (entry.employer, entry.role) if part)
        became = entry.became.replace("-", " ")
        yield Line(f"{became:8}  {title or entry.opportunity}", Look.GO)
        for remark in entry.remarks:
            yield Line(remark, Look.WAIT, 10)
    count = len(done.entries)
    many = f"{count} opportunit{'y' if count == 1 else 'ies'}"
    if done.written:
        yield Line(f"{many} read.", Look.TITLE)
    else:
        yield Line(f"{many}; nothing was written. Without --preview they are.", Look.TITLE)
