"""Situations from files and pipes, for every command that takes one."""

from pathlib import Path

import click

from afterword.etiquette import decode
from afterword.etiquette.problem import Malformed, Problem
from afterword.etiquette.situation import Situation

LARGEST = 10 * 1024 * 1024

situation_file = click.argument(
    "file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path)
)
house_layers = click.option(
    "--rulebook",
    "house",
    multiple=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Add a house layer of rules (TOML). May be given more than once.",
)


def _note(ctx: click.Context, _: click.Parameter, value: bool) -> bool:  # noqa: FBT001  click's way
    """Note that JSON is wanted, so that what goes wrong is told as JSON too."""
    ctx.meta["json"] = value
    return value


as_json = click.option(
    "--json", "as_json", is_flag=True, callback=_note, help="Print JSON for programs."
)


def situation(path: Path) -> Situation:
    """Return the situation in a JSON or TOML file, or on standard input for `-`.

    Raises Malformed, with every problem at once, for a file that cannot be read or understood.
    """
    text = _text(path)
    toml = path.suffix.lower() == ".toml"
    if toml or (path.suffix.lower() != ".json" and not text.lstrip().startswith("{")):
        return decode.from_toml(text)
    return decode.from_json(text)


def _text(path: Path) -> str:
    try:
        with click.open_file(str(path), "rb") as file:
            raw: bytes = file.read(LARGEST + 1)
    except OSError as error:
        raise Malformed([Problem(str(path), f"cannot be read: {error.strerror}")]) from error
    if len(raw) > LARGEST:
        raise Malformed([Problem(str(path), "is larger than 10 MB, which no situation is")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start})"
        raise Malformed([Problem(str(path), message)]) from error
