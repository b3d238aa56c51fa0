"""`afterword doctor`: one line a check."""

import json
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest

from afterword import rulebooks
from afterword.cli import doctor
from tests.cli.calling import afterword


def test_all_is_well() -> None:
    said = afterword("doctor")
    assert said.exit_code == 0
    assert all(line.startswith("OK ") for line in said.output.splitlines())


def test_json_has_every_check() -> None:
    told = json.loads(afterword("doctor", "--json").output)
    assert all(check["ok"] for check in told["checks"])


def test_a_broken_house_layer_is_told_with_its_cure(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text("[a-row]\n")
    said = afterword("doctor", "--rulebook", str(house))
    assert said.exit_code == 1
    assert "FAIL  rulebook with your house layer" in said.output
    assert "Cure: put right the rows named here" in said.output


def test_a_stale_copy_of_the_rulebook_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rulebooks, "COMPILED", str(tmp_path / "compiled.json"))
    said = afterword("doctor")
    assert "is parsed anew at every start" in said.output
    assert "make docs" in said.output


def test_missing_time_zones_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(doctor, "ZoneInfo", none)
    assert "pip install tzdata" in afterword("doctor").output
