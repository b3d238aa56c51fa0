"""`afterword password`: the password for whoever signs in from another computer."""

import sys

import click

from afterword.cli import data as journal
from afterword.cli import reading
from afterword.cli.paper import Line, Look, write
from afterword.etiquette.decode import to_json

EXAMPLES = """\b
Examples: afterword password --name sam
          afterword password --remove"""


@click.command("password", epilog=EXAMPLES, short_help="Choose a password for other computers.")
@click.option("--name", metavar="NAME", help="The name to sign in with, from now on.")
@click.option("--remove", is_flag=True, help="Take the password away.")
@journal.data_folder
@reading.as_json
def command(name: str | None, data: str | None, *, remove: bool, as_json: bool) -> None:
    """Choose the password with which you sign in from another computer.

    It is asked for, so that it stands in no history of commands; in a pipe, it is the first line.
    All devices are signed out. On this computer alone you need none.
    """
    owner = journal.opened(data)
    from afterword.accounts.passwords import (  # noqa: PLC0415  after Django is set up
        change_password,
        remove_password,
    )

    if remove:
        remove_password(owner)
    else:
        change_password(owner, asked(), name=name or "")
    if as_json:
        told = {"name": owner.name, "password": owner.has_usable_password()}
        click.echo(to_json(told).decode())
        return
    said = "Taken away: only a one-time address signs you in." if remove else "Kept."
    write(
        [
            Line(said, Look.GO),
            Line(f"Your name here is {owner.name}. All devices were signed out.", Look.QUIET, 2),
        ]
    )


def asked() -> str:
    """Return the password that is typed, unseen and twice; or the first line of a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt="Once more")
    return typed
