"""What can go wrong at the command line, and how it ends: one table from failures to exit codes.

0   answered
1   what was given is wrong: each problem is named, with what would be right
2   the command was called wrongly
10  only with `judge --exit-code`: wait       11  ask       12  no       13  stop
20  only from `check`: something to consider  21  to fix    22  stop
"""

from typing import Any

import click

from afterword.cli import paper
from afterword.etiquette.decode import to_json
from afterword.etiquette.problem import Malformed
from afterword.etiquette.vocabulary import Word

WRONG_INPUT = 1
# Severities by their words, so that commands that check nothing load nothing of the checker.
WORST: dict[str | None, int] = {None: 0, "consider": 20, "fix": 21, "stop": 22}
VERDICTS = {Word.GO: 0, Word.WAIT: 10, Word.ASK: 11, Word.NO: 12, Word.STOP: 13}


class Reporting(click.Group):
    """A group whose commands may raise Malformed, and which tells it as the caller asked."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  whatever the command returns
        """Run a command; tell what is wrong on stderr, or as JSON on stdout with `--json`."""
        try:
            return super().invoke(ctx)
        except Malformed as error:
            if ctx.meta.get("json"):
                click.echo(to_json({"problems": error.problems}).decode())
            else:
                report(error)
            ctx.exit(WRONG_INPUT)


def report(error: Malformed) -> None:
    """Print problems for a person, and where to look up what is right."""
    count = len(error.problems)
    click.echo(f"{count} thing{'' if count == 1 else 's'} to put right:", err=True)
    for problem in error.problems:
        click.echo(f"  {paper.clean(str(problem))}", err=True)
    click.echo(error.guide, err=True)
