"""`afterword import`: files read into the journal, with a preview for whoever wants one first."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import click
import msgspec

from afterword.cli import data as journal
from afterword.cli import reading
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.mailbox.recognising import sources

LARGEST = 50 * 1024 * 1024
LONGEST_HEAD = 64 * 1024


class Kind(StrEnum):
    """What a file can be, named here so that `--help` need not load the journal."""

    JOURNAL = "journal"
    SITUATION = "situation"
    HUNTR = "huntr"
    TEAL = "teal"
    LINKEDIN = "linkedin"
    SPREADSHEET = "spreadsheet"


class Order(StrEnum):
    """What comes first in a date such as 03/04/2026."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Asked(msgspec.Struct, frozen=True):
    """What was asked on the command line."""

    file: str
    preset: str | None
    named: tuple[str, ...]
    dates: str | None
    country: str
    zone: str
    data: str | None
    preview: bool
    as_json: bool


@click.command(
    "import",
    epilog='Example: afterword import "Job Applications.csv" --preview',
    short_help="Read a file into the journal.",
)
@click.argument("file", type=click.Path(allow_dash=True, path_type=str))
@reading.word("--preset", Kind, "What the file is; else found out from what is in it.")
@click.option(
    "--column",
    "named",
    multiple=True,
    metavar="FIELD=HEADING",
    help="Which column is the employer, the role, …; may be given more than once.",
)
@reading.word("--dates", Order, "What comes first in 03/04/2026, where no date in it tells.")
@click.option("--country", default="", metavar="CODE", help="Where its employers are; else the US.")
@click.option("--zone", default="", metavar="ZONE", help="Their time zone, as Europe/London.")
@click.option("--preview", is_flag=True, help="Say what would come of it, and write nothing.")
@journal.data_folder
@reading.as_json
def command(**given: object) -> None:
    """Read FILE (- is standard input) into the journal.

    It is what `export` wrote as JSON, a situation (TOML or JSON), another program's table (CSV), or
    the archive (ZIP) just as LinkedIn or Huntr sent it. Mail is read too: a message (EML), an
    mbox, a Maildir, or an archive of them. What is known already is not added twice.
    """
    asked = msgspec.convert(given, Asked)
    owner = journal.opened(asked.data)
    from afterword.actions.import_ import import_  # noqa: PLC0415  after Django is set up

    content = b"" if _is_mail(asked.file) else _content(asked.file)
    came = _mail(asked, owner, content)
    if came is not None:
        _show(came, asked, mail_page)
        return
    with progress() as watch:
        how = msgspec.structs.replace(_how(asked, content), watch=watch)
        done = import_(owner, content, now=journal.clock(), how=how, write=not asked.preview)
    _show(done, asked, page)


def _show(done: Any, asked: Asked, page: Callable[[Any], Iterator[Line]]) -> None:  # noqa: ANN401  the same
    if asked.as_json:
        click.echo(to_json(done).decode())
    else:
        write(page(done))


def _mail(asked: Asked, owner: Any, content: bytes) -> Any:  # noqa: ANN401  the same
    """Return what came of mail, None for another file; raises Malformed.

    Without `content` it is read message by message, however much there is.
    """
    from afterword.actions.mail.take_file import is_mail, take_all, take_file  # noqa: PLC0415  the same

    now, keep = journal.clock(), not asked.preview
    if not content and _is_mail(asked.file):
        return take_all(owner, _raws(asked.file), now=now, write=keep)
    if asked.preset or not is_mail(content):
        return None
    return take_file(owner, content, now=now, write=keep)


def _is_mail(path: str) -> bool:
    """Return whether there is a folder at a path, or a file that begins as mail does."""
    from afterword.actions.mail.take_file import begins_as_mail  # noqa: PLC0415  the same

    return path != "-" and (Path(path).is_dir() or begins_as_mail(_start(path)))


def _start(path: str) -> bytes:
    """Return how a file begins, nothing of one that cannot be read: that is told later."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123  paths are plain text here
            return file.read(LONGEST_HEAD)
    except OSError:
        return b""


def _raws(path: str) -> Iterator[bytes]:
    """Yield the messages of a file or a folder; raises Malformed for what cannot be read."""
    for found in sources.messages([path]):
        if isinstance(found, sources.Unreadable):
            raise Malformed([Problem(found.path, f"cannot be read: {found.why}")], Guide.FILE)
        yield found.raw


def _how(asked: Asked, content: bytes) -> Any:  # noqa: ANN401  a Reading, whose type loads with Django
    """Return how the file is to be read; raises Malformed."""
    from afterword.actions.import_ import glance  # noqa: PLC0415  after Django is set up
    from afterword.actions.tables.presets import Preset, Reading  # noqa: PLC0415  the same

    order = None if asked.dates is None else asked.dates == Order.DAY_FIRST
    kind = Preset(asked.preset) if asked.preset else None
    country = asked.country.upper()
    how = Reading(preset=kind, day_first=order, country=country, zone=asked.zone)
    if not asked.named:
        return how
    table = glance(content, how)
    if table is None:
        raise Malformed([Problem("--column", "is for tables, and this is none")], Guide.FILE)
    columns = {**table.columns, **dict(_named(asked.named, table.headings))}
    return msgspec.structs.replace(how, columns=columns)


def _named(named: tuple[str, ...], headings: tuple[str, ...]) -> Iterator[tuple[Any, int]]:
    from afterword.actions.tables.presets import Field  # noqa: PLC0415  after Django is set up

    for one in named:
        field, _, heading = one.partition("=")
        if field not in set(Field):
            problem = Problem("--column", f"{field!r} is no field", field, tuple(Field))
            raise Malformed([problem], Guide.TABLE)
        if heading not in headings:
            problem = Problem("--column", f"there is no column {heading!r}", heading, headings)
            raise Malformed([problem], Guide.TABLE)
        yield Field(field), headings.index(heading)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Yield what shows how far it has come, where somebody watches a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  50 ms that a pipe need not wait for
    from rich.progress import Progress  # noqa: PLC0415  the same

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading")
        yield lambda count, of: bar.update(task, completed=count, total=of)


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
    if done.settings:
        yield Line("Your settings, too.", Look.GO)
    if done.written:
        yield Line(f"{many} read.", Look.TITLE)
    else:
        yield Line(f"{many}; nothing was written. Without --preview they are.", Look.TITLE)


def mail_page(came: Any) -> Iterator[Line]:  # noqa: ANN401  a Came, whose type only loads with Django
    """Return what came of mail, or would come of it."""
    kinds = [one.kind.replace("-", " ") for one in came.taken]
    for kind in sorted(set(kinds), key=kinds.count, reverse=True):
        yield Line(f"{kinds.count(kind):5}  {kind}", Look.GO)
    if asks := sum(one.asks for one in came.taken):
        yield Line(f"{asks} of them want a word from you: see Mail in the pages.", Look.WAIT)
    if came.known:
        yield Line(f"{came.known} known already.", Look.QUIET)
    if came.others:
        yield Line(f"{came.others} about something else: nothing of that is kept.", Look.QUIET)
    count = len(came.taken) + came.known + came.others
    many = f"{count} message{'' if count == 1 else 's'}"
    if came.written:
        yield Line(f"{many} read.", Look.TITLE)
    else:
        yield Line(f"{many}; nothing was written. Without --preview they are.", Look.TITLE)
