"""A journal of an earlier release becomes one of this release, and keeps everything.

`first-release.sql` is a database as the first release wrote it, and `first-release.json` what it
exported then. A later release adds its own beside them.
"""

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command

from afterword.actions.export import export
from afterword.actions.import_ import Became, import_
from afterword.actions.log_event import log_event
from afterword.actions.prepare import prepare
from afterword.journal import database
from afterword.settings.folder import DATABASE
from afterword.settings.start import start
from tests.actions.hunt import at, event, person

HERE = Path(__file__).parent
RELEASES = sorted(path.stem for path in HERE.glob("*.sql"))
LATER = at("2026-03-05 11:00")


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("release", RELEASES)
def test_a_database_of_a_release_is_upgraded(release: str, tmp_path: Path) -> None:
    where = start(str(tmp_path / release))
    with closing(sqlite3.connect(where / DATABASE)) as opened:
        opened.executescript((HERE / f"{release}.sql").read_text(encoding="utf-8"))
    owner = prepare(now=LATER)
    assert owner.name == "alice"
    assert export(owner, now=LATER) == (HERE / f"{release}.json").read_bytes()
    (opportunity,) = owner.opportunities.all()
    done = log_event(owner, opportunity.uid, event("2026-03-05 10:00 offered"), now=LATER)
    assert done.replanned.changes


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("release", RELEASES)
def test_a_file_of_a_release_is_read(release: str) -> None:
    file = (HERE / f"{release}.json").read_bytes()
    owner = person()
    assert [one.became for one in import_(owner, file, now=LATER).entries] == [Became.NEW]
    assert export(owner, now=LATER) == file


def test_a_new_database_is_made_at_the_first_run(tmp_path: Path, journal: Path) -> None:
    start(str(tmp_path / "new"))
    assert not database.is_current()
    assert prepare(now=LATER) == prepare(now=LATER)
    assert database.is_current()
    start(str(journal))


@pytest.mark.usefixtures("journal")
def test_no_step_is_missing_between_the_models_and_the_migrations() -> None:
    said = io.StringIO()
    call_command("makemigrations", check=True, dry_run=True, skip_checks=True, stdout=said)
    assert "No changes detected" in said.getvalue()
