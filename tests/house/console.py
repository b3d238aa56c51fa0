"""What our pages show of the command line: the console blocks, run, and held against the page.

A block begins with ```console. In it, a line with `$ afterword` is run from the root of the
project, and the lines below must be what it prints. There, a line `...` stands for any lines, and
the sign … for any text within a line. `python -m tests.house.console` writes anew what has changed.
The commands of one page share a home of their own, so that no journal but theirs is touched.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

from tests.house import tree

PAGES = sorted({tree.ROOT / "README.md", *(tree.ROOT / "docs").rglob("*.md")})
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
OURS = re.compile("AFTERWORD_|DJANGO_|XDG_")
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Session:
    """One console: it runs our own command in a home of its own, and remembers how that ended."""

    def __init__(self) -> None:
        self.code = 0
        self.home = Path(tempfile.mkdtemp(prefix="afterword-home-"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        shutil.rmtree(self.home)

    def run(self, line: str) -> str:
        """Return what a line prints; raises AssertionError for one that is not ours to run."""
        if line == "echo $?":
            return f"{self.code}\n"
        words = [self._at_home(word) for word in shlex.split(line, comments=True)]
        assert words[0] == "afterword", f"a console block only runs afterword, not {line!r}"
        given = b""
        if "<" in words:
            *words, _, name = words
            given = (tree.ROOT / name).read_bytes()
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=tree.ROOT,
            env=self._environment(),
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.code = done.returncode
        return done.stdout.decode().replace("\r\n", "\n")

    def _at_home(self, word: str) -> str:
        return word.replace("~", str(self.home), 1) if word.startswith("~/") else word

    def _environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not OURS.match(name)}
        return {**own, "HOME": str(self.home), "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}

    def shows(self, block: str) -> str:
        """Return a block as it should be: with what its commands print, unless it says so already.

        The empty lines between one command and the next are the page's own.
        """
        return COMMAND.sub(self._shows, block)

    def _shows(self, found: re.Match[str]) -> str:
        line, shown = found.groups()
        printed, body = self.run(line), shown.rstrip("\n") + "\n" if shown.strip() else ""
        right = matches(body, printed)
        return f"$ {line}\n{body if right else printed}{shown[len(body) :]}"


def matches(shown: str, printed: str) -> bool:
    """Return whether `shown` is `printed`, up to what it leaves out on purpose."""
    spans = re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)
    parts = [re.escape(span).replace("…", ".*") for span in spans]
    return re.fullmatch(r"(?:.*\n)*".join(parts), printed) is not None


def blocks(page: Path) -> list[str]:
    """Return the console blocks of a page, without their fences."""
    return BLOCK.findall(page.read_text(encoding="utf-8"))


def main() -> None:
    """Write every block anew that no longer shows what its commands print."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        with Session() as session:
            page.write_text(rewritten(text, session), encoding="utf-8")


def rewritten(text: str, session: Session) -> str:
    """Return a page with what its commands print now."""
    return BLOCK.sub(lambda found: session.shows(found[0]), text)


if __name__ == "__main__":
    main()
