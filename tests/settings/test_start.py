"""The data folder: where it lies, that it is private, and that nothing else is ever touched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from afterword.settings import folder

LOOK = """
from afterword.settings.start import start
where = start({data!r}, hosts={hosts!r}, https={https!r})
from django.conf import settings
print(settings.DATABASES["default"]["NAME"], len(settings.SECRET_KEY))
print(settings.ALLOWED_HOSTS, settings.SESSION_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT)
"""


def first_run(home: Path, *, data: str | None = None, hosts: tuple[str, ...] = ()) -> list[str]:
    """Return what a new process finds set up."""
    environment = {name: value for name, value in os.environ.items() if "AFTERWORD" not in name}
    environment |= {"HOME": str(home), "XDG_DATA_HOME": ""}
    code = LOOK.format(data=data, hosts=hosts, https=bool(hosts))
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_a_named_folder_is_used_and_the_usual_one_is_not_touched(tmp_path: Path) -> None:
    home, named = tmp_path / "home", tmp_path / "named"
    home.mkdir()
    database, length = first_run(home, data=str(named))[0].split()
    assert database == str(named / folder.DATABASE)
    assert int(length) >= 50
    assert list(home.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    first_run(tmp_path, data=str(tmp_path / "data"))
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"data": 0o700, folder.SECRET: 0o600, folder.DATABASE: 0o600}


def test_on_ones_own_computer_only_that_computer_is_answered(tmp_path: Path) -> None:
    said = first_run(tmp_path, data=str(tmp_path / "data"))[1]
    assert said == "['127.0.0.1', 'localhost', '[::1]'] False False"


def test_beyond_it_there_is_https(tmp_path: Path) -> None:
    said = first_run(tmp_path, data=str(tmp_path / "data"), hosts=("hunt.example.org",))[1]
    assert said.startswith("['hunt.example.org'")
    assert said.endswith("True True")


def test_the_secret_stays_what_it_was(tmp_path: Path) -> None:
    first = folder.secret(folder.make(tmp_path / "data"))
    assert folder.secret(folder.make(tmp_path / "data")) == first
    assert folder.secret(tmp_path / "elsewhere") == ""


@pytest.mark.parametrize(
    ("platform", "environment", "ending"),
    [
        ("linux", {}, ".local/share/afterword"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/afterword"),
        ("darwin", {}, "Library/Application Support/Afterword"),
        ("win32", {}, "AppData/Local/Afterword"),
    ],
)
def test_where_it_usually_lies(platform: str, environment: dict[str, str], ending: str) -> None:
    assert folder.usual(platform, environment).as_posix().endswith(ending)
