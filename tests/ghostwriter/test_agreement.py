"""Consent: asked for once, remembered without the text, and put again when anything changes."""

import json
import os
import stat
from pathlib import Path

import pytest

from afterword.etiquette.problem import Malformed
from afterword.ghostwriter import agreement, prompt
from afterword.ghostwriter.agreement import Agreed, Asking, agreed, folder, remember, remembered
from afterword.ghostwriter.settings import Key, Model
from tests.ghostwriter.study import sent

MODEL = Model("http://localhost:11434/v1", "a-model", Key("sk-secret"))
REQUEST = prompt.first(sent())
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows keeps its permissions elsewhere")


class Person:
    """Somebody at a terminal, who says one thing and reads what is shown."""

    def __init__(self, *, says: bool = True) -> None:
        self.says = says
        self.shown: list[str] = []
        self.asked = 0

    def answer(self) -> bool:
        """Answer the question."""
        self.asked += 1
        return self.says

    def asking(self, *, yes: bool = False, there: bool = True) -> Asking:
        """Return how this person is asked."""
        return Asking(self.shown.append, self.answer if there else None, yes)


def test_the_exact_text_is_shown_and_the_answer_remembered(tmp_path: Path) -> None:
    sam = Person()
    assert agreed(MODEL, REQUEST, tmp_path, sam.asking())
    (shown,) = sam.shown
    assert shown == prompt.shown("http://localhost:11434/v1/chat/completions", REQUEST)
    assert "sk-secret" not in shown
    again = Person()
    assert agreed(MODEL, REQUEST, tmp_path, again.asking())
    assert (again.shown, again.asked) == ([], 0)


def test_a_no_is_no_and_not_remembered(tmp_path: Path) -> None:
    assert agreed(MODEL, REQUEST, tmp_path, Person(says=False).asking()) is None
    sam = Person()
    assert agreed(MODEL, REQUEST, tmp_path, sam.asking())
    assert sam.asked == 1


def test_yes_beforehand_shows_the_text_and_asks_nothing(tmp_path: Path) -> None:
    sam = Person(says=False)
    assert agreed(MODEL, REQUEST, tmp_path, sam.asking(yes=True, there=False))
    assert (len(sam.shown), sam.asked) == (1, 0)
    assert remembered(tmp_path)


def test_where_nobody_can_be_asked_it_is_refused_with_what_to_do(tmp_path: Path) -> None:
    sam = Person()
    with pytest.raises(Malformed, match="run this in a terminal to be asked, or add --yes"):
        agreed(MODEL, REQUEST, tmp_path, sam.asking(there=False))
    assert len(sam.shown) == 1
    assert not remembered(tmp_path)


@pytest.mark.parametrize(
    "other",
    [
        Model("https://localhost:11434/v1", "a-model"),
        Model("http://localhost:11435/v1", "a-model"),
        Model("http://localhost:11434/v2", "a-model"),
        Model("http://localhost:11434/v1", "b-model"),
    ],
)
def test_another_endpoint_or_model_is_asked_about_anew(tmp_path: Path, other: Model) -> None:
    agreed(MODEL, REQUEST, tmp_path, Person().asking())
    sam = Person()
    agreed(other, REQUEST, tmp_path, sam.asking())
    assert sam.asked == 1
    assert len(remembered(tmp_path)) == 2


def test_another_kind_of_text_is_asked_about_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed(MODEL, REQUEST, tmp_path, Person().asking())
    monkeypatch.setattr(prompt, "ORDERS", "Tell me more.")
    sam = Person()
    agreed(MODEL, REQUEST, tmp_path, sam.asking())
    assert sam.asked == 1


def test_another_letter_is_not(tmp_path: Path) -> None:
    agreed(MODEL, REQUEST, tmp_path, Person().asking())
    sam = Person()
    assert agreed(MODEL, b"{}", tmp_path, sam.asking())
    assert sam.asked == 0


# The file.


def test_the_file_holds_the_endpoint_and_a_digest_and_no_text(tmp_path: Path) -> None:
    agreed(MODEL, REQUEST, tmp_path, Person().asking())
    text = (tmp_path / agreement.FILE).read_text()
    assert json.loads(text) == [
        {"url": "http://localhost:11434/v1", "model": "a-model", "form": prompt.form()}
    ]


@POSIX
def test_the_file_and_its_folder_are_for_the_candidate_alone(tmp_path: Path) -> None:
    memory = tmp_path / "deep" / "afterword"
    before = os.umask(0)
    try:
        agreed(MODEL, REQUEST, memory, Person().asking())
    finally:
        os.umask(before)
    assert stat.S_IMODE((memory / agreement.FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(memory.stat().st_mode) == 0o700
    assert [path.name for path in memory.iterdir()] == [agreement.FILE]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '[{"url": 1}]', "[" * 100_000, '[{"url": "x"}]', "\udcff", "null"]
)
def test_a_broken_file_means_that_nothing_was_agreed_to(tmp_path: Path, text: str) -> None:
    (tmp_path / agreement.FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert remembered(tmp_path) == frozenset()
    assert agreed(MODEL, REQUEST, tmp_path, Person().asking())
    assert len(remembered(tmp_path)) == 1


@POSIX
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_says_nothing(tmp_path: Path, mode: int) -> None:
    agreed(MODEL, REQUEST, tmp_path, Person().asking())
    (tmp_path / agreement.FILE).chmod(mode)
    assert remembered(tmp_path) == frozenset()


@POSIX
def test_neither_a_link_nor_a_pipe_is_read(tmp_path: Path) -> None:
    agreed(MODEL, REQUEST, tmp_path, Person().asking())
    file = tmp_path / agreement.FILE
    file.rename(tmp_path / "elsewhere.json")
    file.symlink_to(tmp_path / "elsewhere.json")
    assert remembered(tmp_path) == frozenset()
    file.unlink()
    os.mkfifo(file, 0o600)
    assert remembered(tmp_path) == frozenset()


def test_what_cannot_be_remembered_was_not_agreed_to(tmp_path: Path) -> None:
    (tmp_path / "afterword").write_text("a file where the folder should be")
    with pytest.raises(Malformed, match="cannot be written"):
        agreed(MODEL, REQUEST, tmp_path / "afterword", Person().asking())


def test_a_file_that_cannot_be_swapped_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / agreement.FILE).mkdir()
    with pytest.raises(Malformed, match="cannot be written"):
        remember(Agreed("http://localhost/v1", "a-model", "form"), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [agreement.FILE]


# The folder.


@pytest.mark.parametrize(
    ("environ", "platform", "where"),
    [
        ({"HOME": "/h"}, "linux", "/h/.local/share/afterword"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "linux", "/d/afterword"),
        ({"HOME": "/h", "XDG_DATA_HOME": "d"}, "linux", "/h/.local/share/afterword"),
        ({"HOME": "/h", "XDG_DATA_HOME": ""}, "linux", "/h/.local/share/afterword"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/afterword"),
        ({"HOME": "/h", "LOCALAPPDATA": "/l"}, "win32", "/l/afterword"),
        ({"HOME": "/h"}, "win32", "/h/AppData/Local/afterword"),
    ],
)
def test_the_folder_follows_the_custom_of_the_system(
    environ: dict[str, str], platform: str, where: str
) -> None:
    assert folder(environ, platform) == Path(where)


def test_without_a_home_in_the_environment_the_system_is_asked() -> None:
    assert folder({}).name == "afterword"
