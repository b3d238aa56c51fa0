"""Notes of a conversation from files and options, for every command that takes them."""

from collections.abc import Callable, Sequence

import click

from afterword import languages
from afterword.cli import reading
from afterword.etiquette.situation import Person
from afterword.letters.jotting import jotted
from afterword.letters.notes import Notes

Command = Callable[..., None]


def notes(command: Command) -> Command:
    """Add the options that take notes."""
    command = click.option(
        "--note", multiple=True, metavar="TEXT", help="One note. May be given more than once."
    )(command)
    return click.option(
        "--notes",
        type=reading.FILE,
        help="A text file with what you noted, one thing a line (- is standard input).",
    )(command)


def noted(
    path: str | None, given: Sequence[str], people: Sequence[Person] = (), language: str = "en"
) -> Notes:
    """Return the notes of a file and of options, the file's first."""
    usage = languages.language(language, ()).usage
    text = reading.text(path) if path else ""
    return jotted(text, usage, people) + jotted("\n".join(given), usage, people)
