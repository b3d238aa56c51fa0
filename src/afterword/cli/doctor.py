"""`afterword doctor`: one line a check: OK, or what is wrong and the cure."""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
import msgspec

from afterword import __version__, languages, rulebooks
from afterword.cli import data as journal
from afterword.cli import reading
from afterword.cli.failures import WRONG_INPUT
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json
from afterword.etiquette.problem import Malformed
from afterword.etiquette.workdays import workdays
from afterword.journal.file import Connected, agendas, faults, layers, mailboxes
from afterword.letters.contract import missing
from afterword.settings.folder import DATABASE, data_folder

if TYPE_CHECKING:
    from afterword.mailbox.server import Credentials

OLDEST_PYTHON = (3, 11)
CHRISTMAS = date(2026, 12, 25)
PATIENCE = 10.0  # seconds that a mail server may take to answer


class Check(msgspec.Struct, frozen=True):
    """One thing looked at: whether it is in order, what was found, and otherwise the cure."""

    name: str
    ok: bool
    found: str
    cure: str = ""


@click.command(
    "doctor",
    epilog="Example: afterword doctor --rulebook our-house.toml",
    short_help="Look whether everything is in order.",
)
@reading.house_layers
@journal.data_folder
@reading.as_json
@click.pass_context
def command(
    ctx: click.Context, /, house: tuple[str, ...], data: str | None, *, as_json: bool
) -> None:
    """Look whether everything that Afterword needs is in order."""
    checks = tuple(check() for check in examinations(house, data))
    if as_json:
        click.echo(to_json({"version": __version__, "checks": checks}).decode())
    else:
        write(map(_line, checks))
    ctx.exit(0 if all(check.ok for check in checks) else WRONG_INPUT)


def examinations(house: tuple[str, ...], data: str | None = None) -> Iterator[Callable[[], Check]]:
    """Return the checks, in the order of what depends on what."""
    yield _python
    yield _zones
    yield _holidays
    yield _compiled
    yield lambda: _rulebook(house)
    yield _letters
    yield _checker
    where = data_folder(data)
    yield lambda: _privacy(where)
    yield lambda: _journal(where)
    yield lambda: _own_rules(where)
    yield lambda: _mailboxes(where)
    yield lambda: _agendas(where)


def _python() -> Check:
    ok = sys.version_info >= OLDEST_PYTHON
    return Check("Python", ok, platform.python_version(), "install Python 3.11 or newer")


def _zones() -> Check:
    cure = "install the time zones: pip install tzdata"
    try:
        return Check("time zones", ok=True, found=str(ZoneInfo("America/New_York")))
    except ZoneInfoNotFoundError:
        return Check("time zones", ok=False, found="none", cure=cure)


def _holidays() -> Check:
    ok = not workdays("US").working(CHRISTMAS)
    found = "Christmas is a day off" if ok else "Christmas is a working day"
    return Check("public holidays", ok, found, "install the tables again: pip install holidays")


def _compiled() -> Check:
    ok = rulebooks.is_compiled()
    found = "loads from the compiled copy" if ok else "is parsed anew at every start: slow"
    return Check("rulebook's copy", ok, found, "in a checkout: make docs; else: install it again")


def _rulebook(house: tuple[str, ...]) -> Check:
    name = "rulebook with your house layer" if house else "rulebook"
    try:
        book = rulebooks.rulebook(house)
    except Malformed as error:
        return Check(name, ok=False, found=str(error), cure="put right the rows named here")
    return Check(name, ok=True, found=f"{len(book.rules)} rules in {len(book.pages)} tables")


def _line(check: Check) -> Line:
    if check.ok:
        return Line(f"OK    {check.name}: {check.found}", Look.GO)
    return Line(f"FAIL  {check.name}: {check.found}. Cure: {check.cure}", Look.NO)


def _letters() -> Check:
    known = [languages.language(code) for code in languages.available()]
    lacking = [str(one) for each in known for one in missing(each)]
    found = "; ".join(lacking) or f"complete: {', '.join(languages.available())}"
    return Check("letters", not lacking, found, "add what is named here to the language's folder")


def _checker() -> Check:
    try:
        from afterword.aids import aids  # noqa: PLC0415  what is missing is for the doctor to tell

        aids()
    except (OSError, ImportError) as error:
        return Check("tact checker", ok=False, found=str(error), cure="install Afterword again")
    return Check("tact checker", ok=True, found="dictionary and ear are loaded")


OTHERS = 0o077  # what a file may not allow to anybody but its owner


def _privacy(where: Path) -> Check:
    """Look whether nobody else on this computer can read the journal or forge a sign-in."""
    name = "data folder"
    if not where.exists():
        return Check(name, ok=True, found=f"none yet; it will be {where}")
    exposed = [
        path
        for path in (where, *sorted(where.iterdir()))
        if sys.platform != "win32" and path.stat().st_mode & OTHERS
    ]
    cure = f"chmod go= {' '.join(map(str, exposed))}"
    found = f"others can read {exposed[0]}" if exposed else str(where)
    return Check(name, not exposed, found, cure)


def _journal(where: Path) -> Check:
    """Look whether the database is whole."""
    database = where / DATABASE
    if not database.exists() or not database.stat().st_size:
        return Check("journal", ok=True, found="none yet")
    wrong = faults(database)
    cure = "put a backup back: afterword restore FILE"
    return Check("journal", not wrong, wrong or f"whole, {database.stat().st_size:,} bytes", cure)


def _own_rules(where: Path) -> Check:
    """Look whether the rules that candidates put on top of the rulebook still can be used."""
    name, database = "rules of your own", where / DATABASE
    if not database.exists() or not database.stat().st_size:
        return Check(name, ok=True, found="none")
    texts = layers(database)
    try:
        for text in texts:
            rulebooks.with_layer(name, text)
    except Malformed as error:
        cure = "put them right in Settings, Rules of your own; till then they play no part"
        return Check(name, ok=False, found=str(error), cure=cure)
    return Check(name, ok=True, found="in force" if texts else "none")


def _mailboxes(where: Path) -> Check:
    """Look whether every connected mailbox answers and lets us in; the first that does not."""
    name, database = "mailbox", where / DATABASE
    if not database.exists() or not database.stat().st_size:
        return Check(name, ok=True, found="none connected")
    connected = mailboxes(database)
    for one in connected:
        if wrong := _kept_out(one, where):
            cure = "see to it in Settings, Mailbox; till then answers are not noticed by themselves"
            return Check(f"{name} {one.address}", ok=False, found=wrong.rstrip("."), cure=cure)
    found = f"{len(connected)} answering" if connected else "none connected"
    return Check(name, ok=True, found=found)


def _kept_out(one: Connected, where: Path) -> str:
    """Return what keeps us from a mailbox, or nothing."""
    from afterword.accounts.vault import Locked, SystemRing, Vault  # noqa: PLC0415  slow, seldom needed
    from afterword.mailbox import imap  # noqa: PLC0415  the same
    from afterword.mailbox.server import Security, Server  # noqa: PLC0415  the same
    from afterword.mailbox.trouble import Trouble  # noqa: PLC0415  the same

    server = Server(one.host, one.port, Security(one.security))
    try:
        secret = Vault(where, os.environ, SystemRing()).open(one.secret)
        imap.connect(server, _asking(one, secret), patience=PATIENCE).close()
    except Locked:
        return "its password cannot be opened with the key of this computer"
    except Trouble as trouble:
        return str(trouble)
    return ""


def _asking(one: Connected, secret: str) -> "Credentials":
    """Return who asks to be let in; raises Trouble where a permission is at its end."""
    from afterword.mailbox import oauth, oauth_line  # noqa: PLC0415  slow, seldom needed
    from afterword.mailbox.connecting import Way  # noqa: PLC0415  the same
    from afterword.mailbox.server import Bearer, Password  # noqa: PLC0415  the same

    if one.way != Way.OAUTH:
        return Password(one.user, secret)
    grant = msgspec.json.decode(secret, type=oauth.Grant)
    return Bearer(one.user, oauth.renewed(grant, oauth_line.ask).access)


def _agendas(where: Path) -> Check:
    """Look how it last went with the calendars that are written into; nobody is asked for it."""
    name, database = "calendar to write into", where / DATABASE
    if not database.exists() or not database.stat().st_size:
        return Check(name, ok=True, found="none connected")
    connected = agendas(database)
    wrong = next((f"{url}: {trouble.rstrip('.')}" for url, trouble in connected if trouble), "")
    found = f"{len(connected)} without trouble" if connected else "none connected"
    cure = "see to it in Settings, Reminders; it is tried again by itself"
    return Check(name, not wrong, wrong or found, cure)
