"""No file of the project knows one machine, or where packages are fetched from."""

import re
from pathlib import Path

import pytest

from tests.house import tree

MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:work|farm|tmp|root|home|Users)/\w")
REGISTRY = re.compile(
    r"\b(?:pypi|test\.pypi)\.org\b"
    r"|\bpythonhosted\.org\b"
    r"|\bregistry\.(?:npmjs\.org|yarnpkg\.com)\b"
    r"|\bproxy\.golang\.org\b"
    r"|\bdeb\.debian\.org\b"
    r"|--(?:extra-)?index-url\b"
    r"|--find[-]links\b"
    r'|"resolved": *"http'
)
BINARY = {".png", ".ico", ".woff2", ".pdf", ".gz", ".whl"}


@pytest.mark.parametrize("what", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_no_file_names_a_place(what: re.Pattern[str]) -> None:
    named = [
        f"{tree.name(path)}:{number}: {line.strip()[:100]}"
        for path in tree.files()
        if path.suffix not in BINARY
        for number, line in enumerate(lines(path), start=1)
        if what.search(line)
    ]
    assert named == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (MACHINE_PATH, "see |home|alice|notes".replace("|", "/")),
        (MACHINE_PATH, "source=|tmp|x".replace("|", "/")),
        (REGISTRY, "https://" + "files." + "pythonhosted" + ".org/packages"),
        (REGISTRY, "--index" + "-url https://example.org"),
    ],
)
def test_a_place_is_recognised(what: re.Pattern[str], line: str) -> None:
    assert what.search(line)


def test_a_walk_finds_what_git_lists() -> None:
    assert set(tree.files()) <= set(tree.walk())


def lines(path: Path) -> list[str]:
    """Return the lines of a file, whatever its encoding: all that is looked for is ASCII."""
    return path.read_text(encoding="latin-1").splitlines()
