"""Situations and texts from files and pipes, and the options that several commands share."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import click

from afterword.etiquette import decode
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.etiquette.situation import Situation

Command = Callable[..., None]
FILE = click.Path(dir_okay=False, allow_dash=True, path_type=str)
LARGEST = 10 * 1024 * 1024

situation_file = click.argument("file", type=FILE)
house_layers = click.option(
    "--rulebook",
    "house",
    multiple=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=str),
    help="Add a house layer of rules (TOML). May be given more than once.",
)


def _note(ctx: click.Context, _: click.Parameter, value: bool) -> bool:  # noqa: FBT001  click's way
    """Note that JSON is wanted, so that what goes wrong is told as JSON too."""
    ctx.meta["json"] = value
    return value


as_json = click.option(
    "--json", "as_json", is_flag=True, callback=_note, help="Print JSON for programs."
)


def word(
    name: str,
    kind: type[StrEnum],
    says: str,
    *names: str,
    **more: Any,  # noqa: ANN401  whatever click.option takes
) -> Callable[[Command], Command]:
    """Return an option that takes a word of a closed set; the error for another word lists them."""
    return click.option(
        name,
        *names,
        type=click.Choice([str(word) for word in kind]),
        help=says,
        **{"metavar": name.removeprefix("--").upper(), **more},
    )


def situation(path: str) -> Situation:
    """Return the situation in a JSON or TOML file, or on standard input for `-`.

    Raises Malformed, with every problem at once, for a file that cannot be read or understood.
    """
    content = text(path)
    name = path.lower()
    if name.endswith(".jsonl"):
        message = "holds one situation a line: afterword judge --jsonl < FILE"
        raise Malformed([Problem(path, message)], Guide.FILE)
    if name.endswith(".toml") or not (name.endswith(".json") or content.lstrip().startswith("{")):
        return decode.from_toml(content)
    return decode.from_json(content)


def readers(situation: Situation, person: str | None) -> tuple[str, ...]:
    """Return the id given with `--to`, if any, for a proposal.

    Raises Malformed for a person whom the situation does not name.
    """
    known = tuple(one.id for one in situation.people)
    if person and person not in known:
        raise Malformed([Problem("--to", "is nobody in the situation", person, known)])
    return (person,) if person else ()


def text(path: str) -> str:
    """Return the text in a file, or on standard input for `-`.

    Raises Malformed for a file that cannot be read, is no text, or is far too large.
    """
    try:
        with click.open_file(path, "rb") as file:
            raw: bytes = file.read(LARGEST + 1)
    except OSError as error:
        raise Malformed([Problem(path, f"cannot be read: {error.strerror}")], Guide.FILE) from error
    if len(raw) > LARGEST:
        raise Malformed([Problem(path, "is larger than 10 MB, which no input is")], Guide.FILE)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start})"
        raise Malformed([Problem(path, message)], Guide.FILE) from error
