"""`afterword import`, `export`, `backup`, `restore` and what the doctor says of the data folder."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import UNCERTAIN, afterword

LINKEDIN = "Application Date,Company Name,Job Title,Resume Name\n2/15/26,Corbel,Planner,cv\n"


@pytest.fixture
def data(journal: Path) -> str:
    return str(journal)


def test_a_file_comes_in_and_goes_out(data: str) -> None:
    said = afterword("import", UNCERTAIN, "--data", data)
    assert said.output == "new       Corbel · planner\n1 opportunity read.\n"
    out = afterword("export", "--data", data).stdout
    assert json.loads(out)["format"] == "afterword-journal"
    again = afterword("import", "-", "--data", data, stdin=out)
    assert again.output.startswith("known ")
    assert "Corbel" in afterword("export", "--form", "markdown", "--data", data).output


def test_a_preview_writes_nothing(data: str) -> None:
    said = afterword("import", "-", "--preview", "--data", data, stdin=LINKEDIN)
    assert said.output.endswith("1 opportunity; nothing was written. Without --preview they are.\n")
    assert json.loads(afterword("export", "--data", data).output)["opportunities"] == []


def test_programs_get_json(data: str) -> None:
    told = json.loads(afterword("import", "-", "--json", "--data", data, stdin=LINKEDIN).output)
    assert [entry["became"] for entry in told["entries"]] == ["new"]


def test_what_cannot_be_read_is_told_and_ends_with_1(data: str) -> None:
    said = afterword("import", "-", "--data", data, stdin="Name\nx\n")
    assert said.exit_code == 1
    assert "no column is called company or employer" in said.output
    assert afterword("import", "nowhere.csv", "--data", data).exit_code == 1
    assert "Look in the list" in afterword("export", "--only", "x", "--data", data).output


def test_a_backup_is_put_back_and_what_was_there_is_kept(data: str, tmp_path: Path) -> None:
    afterword("import", UNCERTAIN, "--data", data)
    before = afterword("export", "--data", data).output
    file = str(tmp_path / "copy.sqlite3")
    said = afterword("backup", file, "--data", data)
    assert said.output.startswith("Written and checked:")
    afterword("import", "-", "--data", data, stdin=LINKEDIN)
    told = json.loads(afterword("restore", file, "--json", "--data", data).output)
    assert afterword("export", "--data", data).output == before
    assert Path(told["kept"]).parent == Path(data)
    assert told["opportunities"] == 1


def test_a_backup_writes_over_nothing(data: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    said = afterword("backup", str(file), "--data", data)
    assert (said.exit_code, file.read_text()) == (1, "mine")
    assert "Choose another name" in said.output
    told = json.loads(afterword("backup", str(file), "--json", "--data", data).output)
    assert "Choose another name" in told["problems"][0]["message"]


def test_what_is_no_backup_is_not_put_back(data: str, tmp_path: Path) -> None:
    file = tmp_path / "damaged.sqlite3"
    file.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    said = afterword("restore", str(file), "--data", data)
    assert said.exit_code == 1
    assert "the journal was left as it is" in said.output


def test_the_doctor_looks_at_the_data_folder(data: str) -> None:
    assert "OK    journal: whole" in afterword("doctor", "--data", data).output
    (Path(data) / "secret.key").chmod(0o644)
    said = afterword("doctor", "--data", data)
    assert said.exit_code == 1
    assert "Cure: chmod go=" in said.output
    (Path(data) / "journal.sqlite3").write_bytes(b"x" * 5000)
    assert "afterword restore FILE" in afterword("doctor", "--data", data).output


def test_the_doctor_makes_no_folder(tmp_path: Path) -> None:
    there = tmp_path / "not-yet"
    assert "none yet" in afterword("doctor", "--data", str(there)).output
    assert not there.exists()
