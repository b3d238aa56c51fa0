"""The one place that reads rulebooks from disk."""

from pathlib import Path

import pytest

from afterword import rulebooks
from afterword.etiquette.problem import Malformed


def test_the_compiled_copy_is_current() -> None:
    assert rulebooks.is_compiled()


def test_compiling_the_tables_gives_the_copy() -> None:
    copy = Path(rulebooks.COMPILED).read_bytes()
    assert rulebooks.compile_tables().strip() == copy.strip()


def test_without_a_compiled_copy_the_tables_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = rulebooks.built_in()
    monkeypatch.setattr(rulebooks, "COMPILED", str(tmp_path / "compiled.json"))
    assert rulebooks.built_in() == fast


def test_a_damaged_copy_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "compiled.json"
    damaged.write_text("{")
    monkeypatch.setattr(rulebooks, "COMPILED", str(damaged))
    assert not rulebooks.is_compiled()


def test_the_digest_changes_with_any_table() -> None:
    tables = rulebooks.tables()
    assert rulebooks.digest(tables) != rulebooks.digest({**tables, "base/thanks.toml": b""})


def test_a_house_layer_is_put_on_top_and_checked(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(
        """
        [layer]
        kind = "house"
        title = "Ours"

        [flowers-are-fine]
        say = "may"
        act = ["gift"]
        why = "We like flowers."
        basis = "house"
        sources = ["https://example.org"]
        replaces = ["no-gift-before-the-ink-is-dry"]
        """
    )
    with pytest.raises(Malformed, match="it is fixed by the founding article"):
        rulebooks.rulebook([str(house)])
