"""What is released is what was written down: the version, and the pinned dependencies."""

import re

import pytest

import afterword
from tests.house import tree

LOCKS = ("requirements/run.txt", "requirements/dev.txt")


def test_the_changelog_opens_with_the_version() -> None:
    changelog = (tree.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ +(\S+)", changelog, re.MULTILINE)
    assert headings[0] == afterword.__version__


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_requirement_has_a_hash(lock: str) -> None:
    hashed = re.compile(r"\S+==\S+ .*--hash=sha256:[0-9a-f]{64}")
    pins = pinned(lock)
    assert pins
    assert [pin for pin in pins if not hashed.match(pin)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_gives_no_address_and_no_option_but_hashes(lock: str) -> None:
    text = (tree.ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", text)) == {"--hash"}


def test_what_runs_is_what_was_tested() -> None:
    run, dev = (map(unconditional, pinned(lock)) for lock in LOCKS)
    assert set(run) <= set(dev)


def unconditional(pin: str) -> str:
    """Return a pin without its marker: what needs a package may need it on other Pythons only."""
    return re.sub(r" ;[^\\]*?(?=\s+--hash)", "", pin)


def pinned(lock: str) -> list[str]:
    """Return the requirements of a lock file, each with its hashes on one line."""
    joined = (tree.ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.startswith("#")]
