"""One set of commands: what the pages and the continuous integration name, the Makefile has."""

import os
import re
import subprocess

import pytest

from tests.house import tree

TARGETS = {
    *("run", "test", "venv", "check", "bench", "cases", "lock", "format", "docs", "screenshots"),
    "clean",
}
SPEAK_OF_MAKE = ("README.md", "CONTRIBUTING.md", "docs/README.md", ".ci/run")
IN_CODE = re.compile(r"(?:^[ $]*|`|&& )make ([a-z]+)(?= *(?:$|#|`|&&|[A-Z]+=))", re.MULTILINE)


def test_make_alone_lists_every_target() -> None:
    printed = subprocess.run(["make"], cwd=tree.ROOT, capture_output=True, check=True, text=True)
    listed = re.findall(r"^  make ([a-z]+)", printed.stdout, re.MULTILINE)
    assert set(listed) >= TARGETS


@pytest.mark.parametrize("page", SPEAK_OF_MAKE)
def test_a_make_target_that_is_named_exists(page: str) -> None:
    assert set(IN_CODE.findall((tree.ROOT / page).read_text(encoding="utf-8"))) <= TARGETS


def test_the_readme_names_the_two_commands_that_a_newcomer_needs() -> None:
    readme = (tree.ROOT / "README.md").read_text(encoding="utf-8")
    assert {"run", "test"} <= set(IN_CODE.findall(readme))


def test_the_continuous_integration_runs_the_check_that_people_run() -> None:
    script = tree.ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "make check"
