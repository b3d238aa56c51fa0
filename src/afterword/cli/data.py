"""What commands share that work on the journal: its folder, its owner, and how they fail."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from afterword.cli.failures import WRONG_INPUT
from afterword.etiquette.decode import to_json
from afterword.etiquette.problem import Problem

Command = Callable[..., None]
Answer = TypeVar("Answer")

data_folder = click.option(
    "--data",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=str),
    help="The data folder; else AFTERWORD_DATA, else the usual one.",
)


def clock() -> datetime:
    """Return what time it is: here, and nowhere else in these commands."""
    return datetime.now(UTC)  # noqa: TID251  a shell reads the clock


def opened(data: str | None) -> Any:  # noqa: ANN401  a User, whose type only loads with Django
    """Open the journal in a folder, bring it up to date, and return whose it is."""
    from afterword.settings.start import start  # noqa: PLC0415  only the journal's commands pay

    start(data)
    from afterword.actions.prepare import prepare  # noqa: PLC0415  after Django is set up

    return prepare(now=clock())


def attempted(ctx: click.Context, action: Callable[[], Answer]) -> Answer:
    """Return what an action answers; where it is refused, say why and what to do, and end."""
    from afterword.actions.errors import Missing, Refused  # noqa: PLC0415  as above

    try:
        return action()
    except (Missing, Refused) as error:
        if ctx.meta.get("json"):
            problem = Problem("", str(error))
            click.echo(to_json({"problems": [problem]}).decode())
        else:
            click.echo(str(error), err=True)
        ctx.exit(WRONG_INPUT)


def holding(opportunities: int, events: int) -> str:
    """Return what a journal holds, in words."""
    of = f"{opportunities} opportunit{'y' if opportunities == 1 else 'ies'}"
    return f"{of}, {events} event{'' if events == 1 else 's'}"


def file_at(path: str) -> Path:
    """Return a path that was named on the command line."""
    return Path(path).expanduser().absolute()
