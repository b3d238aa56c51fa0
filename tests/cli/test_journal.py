"""`afterword import`, `export`, `backup`, `restore` and what the doctor says of the data folder."""

import json
import zipfile
from pathlib import Path

import pytest

from afterword.accounts.owners import the_owner
from afterword.actions.override import set_layer
from afterword.journal import models
from tests.actions.hunt import at
from tests.actions.mail.post import letter
from tests.actions.test_override import OURS
from tests.cli.calling import UNCERTAIN, afterword

NOW = at("2026-03-12 11:00")
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


LETTERS = (
    letter("We have decided to move forward with other candidates.", "2026-03-06 09:00", "Corbel"),
    letter("50 % off!", "2026-03-07 09:00", "Offers", from_="Shop <news@shop.example>"),
)


@pytest.mark.parametrize("form", ["mbox", "maildir", "zip", "stdin"])
def test_mail_comes_in_and_says_what_it_was(data: str, tmp_path: Path, form: str) -> None:
    afterword("import", UNCERTAIN, "--data", data)
    mbox = b"".join(b"From x Mon Mar  9 12:00:00 2026\n" + one + b"\n" for one in LETTERS)
    path = tmp_path / "mail"
    match form:
        case "mbox":
            path.write_bytes(mbox)
        case "maildir":
            (path / "new").mkdir(parents=True)
            for number, one in enumerate(LETTERS):
                (path / "new" / str(number)).write_bytes(one)
        case "zip":
            with zipfile.ZipFile(path, "w") as file:
                file.writestr("mail.mbox", mbox)
    given = ("-", mbox.decode()) if form == "stdin" else (str(path), None)
    preview = afterword("import", given[0], "--preview", "--data", data, stdin=given[1])
    assert preview.output.endswith("2 messages; nothing was written. Without --preview they are.\n")
    said = afterword("import", given[0], "--data", data, stdin=given[1]).output.splitlines()
    assert said == [
        "    1  form rejection",
        "1 of them want a word from you: see Mail in the pages.",
        "1 about something else: nothing of that is kept.",
        "2 messages read.",
    ]
    again = afterword("import", given[0], "--json", "--data", data, stdin=given[1])
    assert json.loads(again.output)["known"] == 1


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


def test_the_doctor_reads_rules_of_one_s_own_and_says_when_a_release_has_left_them_behind(
    data: str,
) -> None:
    assert "OK    rules of your own: none" in afterword("doctor", "--data", data).output
    set_layer(the_owner(now=NOW), OURS, now=NOW)
    assert "OK    rules of your own: in force" in afterword("doctor", "--data", data).output
    gone = OURS.replace("stage", "weather")  # a word that an earlier release knew, say
    models.Ruling.objects.update(terms={"toml": gone})
    said = afterword("doctor", "--data", data)
    assert said.exit_code == 1
    assert "FAIL  rules of your own: " in said.output
    assert "weather" in said.output
    assert "Cure: put them right in Settings" in said.output


def test_the_doctor_makes_no_folder(tmp_path: Path) -> None:
    there = tmp_path / "not-yet"
    assert "none yet" in afterword("doctor", "--data", str(there)).output
    assert not there.exists()
