"""What holds for every test: how Hypothesis searches, and a journal of its own for who asks."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from afterword.settings.start import start
from tests.alone import keep_to_this_computer

# Before any test module is read, because Django's models can only be imported once it is set up;
# and on an empty folder, so that no test ever touches the journal of whoever runs it.
# Playwright keeps an event loop in this thread, and Django would refuse to read beside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
# No test touches the key ring of whoever runs it either.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
NOWHERE = tempfile.TemporaryDirectory(prefix="afterword-tests-")
start(NOWHERE.name)

settings.register_profile("house", deadline=None)  # a busy machine's pause is not a bug
settings.register_profile("ci", deadline=None, derandomize=True)  # red only for what changed
settings.load_profile("ci" if os.environ.get("CI") else "house")


@pytest.fixture(scope="session", autouse=True)
def _alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        keep_to_this_computer(patch)
        yield


@pytest.fixture(scope="session")
def empty_journal() -> Path:
    """Return a data folder with an empty journal of this release, to be copied."""
    from afterword.journal import database  # noqa: PLC0415  tests without a journal need not wait

    where = start(f"{NOWHERE.name}/empty")
    database.migrate()
    start(NOWHERE.name)
    return where


@pytest.fixture
def journal(empty_journal: Path, tmp_path: Path) -> Iterator[Path]:
    """Return the data folder of an empty journal of this test's own, which actions write into.

    It is as after a start: nobody has tried anything yet.
    """
    from afterword.web import limiter  # noqa: PLC0415  tests without a journal need not wait

    for one in (limiter.SIGNING_IN, limiter.CONNECTING, limiter.READING):
        one.clear()
    where = tmp_path / "afterword"
    shutil.copytree(empty_journal, where)
    yield start(str(where))
    start(NOWHERE.name)
