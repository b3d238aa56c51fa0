"""The page about the journal describes what is written and read: every field, every heading."""

import re

import msgspec
import pytest

from afterword.actions.tables.presets import PRESETS, SPREADSHEET, Field, Preset, plain
from afterword.actions.tables.spreadsheet import HEADINGS
from afterword.journal import portable
from tests.house import tree

PAGE = (tree.ROOT / "docs/reference/journal.md").read_text(encoding="utf-8")
ROWS: dict[str, type[msgspec.Struct]] = {
    "Facts": portable.Facts,
    "People": portable.Person,
    "Events": portable.Event,
    "Notes": portable.Note,
    "Drafts": portable.Draft,
    "Choices": portable.Choice,
    "What you decided about the rules": portable.Ruling,
    "What came by mail": portable.Message,
    "What was learned of mail": portable.Taught,
}
OTHERS: dict[str, type[msgspec.Struct]] = {
    "The file": portable.Journal,
    "An opportunity": portable.Book,
    "A change": portable.Change,
    "A row": portable.Row,
}


def fields(kind: type[msgspec.Struct]) -> set[str]:
    return set(kind.__struct_fields__)


def table(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading, line by line, without its head."""
    section = re.split(rf"^## {heading}$", PAGE, flags=re.MULTILINE)[1].partition("\n## ")[0]
    lines = re.findall(r"^\| (.*) \|$", section, re.MULTILINE)
    return [line.split(" | ") for line in lines[1:]]


def named(heading: str) -> set[str]:
    """Return what stands as code in the first column under a heading."""
    return {name for cells in table(heading) for name in re.findall(r"`(\w+)`", cells[0])}


@pytest.mark.parametrize("heading", OTHERS)
def test_every_field_of_the_file_is_described(heading: str) -> None:
    assert named(heading) == fields(OTHERS[heading])


@pytest.mark.parametrize("heading", ROWS)
def test_every_field_of_a_row_is_described(heading: str) -> None:
    assert named(heading) == fields(ROWS[heading]) - fields(portable.Row)


def test_every_column_that_is_understood_is_named_with_its_headings() -> None:
    told = {cells[0].strip("`"): tuple(cells[1].split(", ")) for cells in table("Columns that .*")}
    assert told == {str(field): tuple(SPREADSHEET[field]) for field in Field}


def test_every_preset_is_named_with_headings_that_it_knows() -> None:
    told = {Preset(cells[0].strip("`")): cells[1] for cells in table("Presets")}
    assert set(told) == set(PRESETS)
    for preset, headings in PRESETS.items():
        for names in headings.values():
            assert any(name in plain(told[preset]) for name in names), (preset, names)


def test_the_headings_of_the_table_are_named_in_their_order() -> None:
    assert ", ".join(f"`{name}`" for name in HEADINGS) in PAGE
