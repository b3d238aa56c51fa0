"""What all commands share: help, versions, completion, the schema, and telling what is wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from afterword import __version__
from afterword.cli import COMMANDS
from tests.cli.calling import afterword


def test_the_group_names_every_command() -> None:
    said = afterword("--help").output
    assert all(f"  {name} " in said for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    said = afterword(name, "--help")
    assert said.exit_code == 0
    assert "Example" in said.output
    assert "afterword " in said.output


def test_python_can_run_the_package_itself() -> None:
    command = [sys.executable, "-m", "afterword", "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout == f"afterword, version {__version__}\n"


def test_the_version_is_told() -> None:
    assert __version__ in afterword("--version").output


def test_an_unknown_command_is_refused() -> None:
    assert afterword("send").exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    assert "_AFTERWORD_COMPLETE" in afterword("completion", shell).output


def test_the_schema_knows_every_kind_of_event() -> None:
    schema = json.loads(afterword("schema", "--json").output)
    assert "Interview" in schema["$defs"]
    assert schema["$schema"].endswith("2020-12/schema")


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text('now = 2026-02-20\nfoo = 1\n[[events]]\non = 2026-03-01\nkind = "intervew"\n')
    said = afterword("plan", str(file))
    assert said.exit_code == 1
    assert "3 things to put right:" in said.stderr
    assert "foo: is not a field here" in said.stderr
    assert 'events[0].kind: "intervew" is not a value that it takes' in said.stderr
    assert "events[0].on" in said.stderr


def test_problems_come_as_json_where_json_was_asked_for() -> None:
    said = afterword("plan", "-", "--json", stdin="{}")
    assert said.exit_code == 1
    assert json.loads(said.output)["problems"][0]["path"] == "now"


def test_a_file_that_is_not_there_is_named() -> None:
    said = afterword("plan", "nowhere.toml")
    assert "nowhere.toml: cannot be read: No such file or directory" in said.stderr


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "photo.json"
    file.write_bytes(b"\x89PNG\xff")
    assert "is not UTF-8 text (byte 0)" in afterword("plan", str(file)).stderr


def test_a_file_that_is_far_too_large_is_named(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    file.write_bytes(b" " * (10 * 1024 * 1024 + 1))
    assert "is larger than 10 MB" in afterword("plan", str(file)).stderr


def test_standard_input_may_be_toml() -> None:
    assert afterword("plan", "-", stdin="now = 2026-03-03").exit_code == 0


def test_a_name_cannot_give_orders_to_the_terminal() -> None:
    situation = {
        "now": "2026-03-03T18:00",
        "people": [{"id": "x", "name": "\x1b[2JLena", "role": "hiring-manager", "email": True}],
        "events": [{"on": "2026-03-03T14:00", "kind": "interview", "with": ["x"]}],
    }
    page = afterword("plan", "-", stdin=json.dumps(situation)).output
    assert "\x1b" not in page
    assert "Lena" in page
