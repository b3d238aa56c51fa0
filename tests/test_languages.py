"""The one place that reads languages from disk."""

import shutil
from pathlib import Path

import pytest

from afterword import languages
from afterword.etiquette.problem import Malformed
from afterword.letters.contract import missing
from afterword.letters.kind import Kind

ENGLISH = Path(languages.FOLDERS) / "en"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of English, to be broken."""
    return Path(shutil.copytree(ENGLISH, tmp_path / "xx"))


def problems(folder: Path) -> str:
    with pytest.raises(Malformed) as caught:
        languages.read(str(folder))
    return str(caught.value)


def test_english_is_there() -> None:
    assert "en" in languages.available()


@pytest.mark.parametrize("code", languages.available())
def test_every_language_can_be_used_and_lacks_nothing(code: str) -> None:
    assert list(missing(languages.language(code))) == []


def test_a_language_is_read_with_the_letters_that_are_wanted() -> None:
    assert set(languages.language("en", [Kind.THANKS]).letters) == {Kind.THANKS}


def test_a_language_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(Malformed, match=r'"tlh" is not a language that there is \(accepted: .*en'):
        languages.language("tlh")


def test_a_copied_folder_is_a_language(folder: Path) -> None:
    assert languages.read(str(folder)).letters == languages.language("en").letters


def test_a_language_needs_no_other_spelling(folder: Path) -> None:
    (folder / "spelling.toml").unlink()
    assert languages.read(str(folder)).dialects == {}


def test_a_file_that_is_missing_is_told_by_the_contract(folder: Path) -> None:
    (folder / "decline.toml").unlink()
    assert [str(one) for one in missing(languages.read(str(folder)))] == [
        "decline.toml: is missing"
    ]


def test_a_folder_without_its_language_says_all_that_it_lacks(folder: Path) -> None:
    (folder / "language.toml").unlink()
    assert "language.toml: name: is missing" in problems(folder)
    assert "language.toml: dates: is missing" in problems(folder)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("thanks.toml", "order = [", "thanks.toml: this is not TOML"),
        ("thanks.toml", 'order = "thanks"', "thanks.toml: order: expected"),
        ("thanks.toml", "order = []", "thanks.toml: subjects: is missing"),
        ("parts.toml", "[free]\nwants = 'gold'", 'parts.toml: free.wants: "gold" is not a value'),
        ("parts.toml", "[free]\nal = []", "parts.toml: free.al: is not a field here"),
        ("spelling.toml", "[fr]\ndate = ''", "spelling.toml: "),
    ],
)
def test_what_cannot_be_read_is_told_with_file_and_field(
    folder: Path, name: str, text: str, told: str
) -> None:
    (folder / name).write_text(text)
    assert told in problems(folder)


def test_what_is_not_text_is_told(folder: Path) -> None:
    (folder / "thanks.toml").write_bytes(b"\xff")
    assert "thanks.toml: this is not TOML" in problems(folder)


def test_everything_that_is_wrong_comes_at_once(folder: Path) -> None:
    (folder / "thanks.toml").write_text("order = 1")
    (folder / "decline.toml").write_text("order = 1")
    told = problems(folder)
    assert "thanks.toml: order" in told
    assert "decline.toml: order" in told


def test_a_wording_that_makes_no_sense_is_told(folder: Path) -> None:
    parts = folder / "parts.toml"
    parts.write_text(
        parts.read_text().replace("I am still", "I am {still", 1) + '\n[odd]\nall = ["{"]\n'
    )
    assert 'parts.toml: odd: a bracket has no partner in "{"' in problems(folder)
