"""The command line: one module for each command, loaded only when it is called."""

from importlib import import_module

import click

from afterword import __version__
from afterword.cli.failures import Reporting

COMMANDS = (
    *("plan", "judge", "draft", "check", "card", "rules", "serve"),
    *("recognise", "import", "export", "backup", "restore"),
    *("password", "schema", "doctor", "completion"),
)
MODULES = {"import": "import_"}  # a command whose name is a word of Python


class Lazy(Reporting):
    """A group that imports a command when it is called, so that no command pays for another."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which a new user needs them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(
            f"afterword.cli.{MODULES.get(cmd_name, cmd_name)}"
        ).command
        return command


@click.group(
    "afterword",
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: afterword plan my-interview.toml",
)
@click.version_option(__version__, prog_name="afterword")
def main() -> None:
    """Say what to do after a job interview, what to leave alone, and why.

    Write down what happened in a small file (see examples/), and ask for a plan. Nothing leaves
    this computer, unless you set up a model and agree.
    """
