"""The contracts that import-linter holds speak of every room that there is."""

import tomllib

import pytest

from tests.house import tree

PURE_ROOMS = ("etiquette", "letters")


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_pure_room_that_is_built_is_held_to_be_pure(room: str) -> None:
    settings = tomllib.loads((tree.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    pure = next(contract for contract in contracts if contract["id"] == "pure")
    held = f"afterword.{room}" in pure["source_modules"]
    assert held is (tree.SRC / room).is_dir()
