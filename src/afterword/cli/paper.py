"""Lines on their way to a reader: coloured on a terminal, plain in a pipe, never too wide."""

import sys
import textwrap
from collections.abc import Iterable
from enum import StrEnum

import click
import msgspec

NARROW, WIDE = 40, 96


class Look(StrEnum):
    """How a line is to look, where looks can be had."""

    PLAIN = ""
    TITLE = "bold"
    HEADING = "bold cyan"
    GO = "bold green"
    WAIT = "bold yellow"
    NO = "bold red"
    QUIET = "dim"


class Line(msgspec.Struct, frozen=True):
    """A line of text, which may be longer than the paper is wide; `indent` in characters.

    A `whole` line is never broken, so that a letter can be copied as it is.
    """

    text: str = ""
    look: Look = Look.PLAIN
    indent: int = 0
    whole: bool = False


def clean(text: str) -> str:
    """Return text without the characters that would give orders to a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def write(lines: Iterable[Line]) -> None:
    """Print lines: with rich on a terminal, else as plain text of the same width."""
    if sys.stdout.isatty():
        _colourful(lines)
        return
    for line in lines:
        for part in wrapped(line, WIDE):
            click.echo(part)


def wrapped(line: Line, width: int) -> list[str]:
    """Return a line broken at `width` characters, its parts indented alike."""
    space = " " * line.indent
    text = clean(line.text)
    if line.whole:
        return [space + text]
    return textwrap.wrap(
        text, max(width, NARROW), initial_indent=space, subsequent_indent=space
    ) or [""]


def _colourful(lines: Iterable[Line]) -> None:
    import shutil  # noqa: PLC0415  2 ms that a pipe need not wait for

    from rich.console import Console  # noqa: PLC0415  50 ms, likewise
    from rich.text import Text  # noqa: PLC0415  the same

    console = Console(highlight=False)
    width = min(shutil.get_terminal_size().columns, WIDE)
    for line in lines:
        for part in wrapped(line, width):
            console.print(Text(part, style=line.look.value), soft_wrap=True)
