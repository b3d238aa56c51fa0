"""`afterword completion`: the script that lets a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_AFTERWORD_COMPLETE"


@click.command(
    "completion",
    epilog='Example: eval "$(afterword completion bash)"',
    short_help="Print the completion script for a shell.",
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, /, shell: str) -> None:
    """Print the completion script for SHELL; put it into your shell's start-up file."""
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  click knows each of SHELLS
    click.echo(kind(ctx.find_root().command, {}, "afterword", VARIABLE).source())
