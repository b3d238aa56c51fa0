"""Call a command as a person would, in this process, and look at what it says."""

from pathlib import Path

from click.testing import CliRunner, Result

from afterword.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
UNCERTAIN = str(EXAMPLES / "uncertain.toml")
FLOWERS = str(EXAMPLES / "flowers.toml")
TOO_STRONG = str(EXAMPLES / "too-strong.toml")


def afterword(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """Return what `afterword ARGUMENTS` printed, and its exit code."""
    return CliRunner().invoke(main, arguments, input=stdin, prog_name="afterword")
