"""The data folder: where it lies, and the secret key in it that signs sessions."""

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "AFTERWORD_DATA"
SECRET, DATABASE = "secret.key", "journal.sqlite3"
VAULT = "vault.key"  # opens what is sealed in the database; `accounts.vault` makes it
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


def data_folder(data: str | None = None) -> Path:
    """Return where the data lies: as told, else as the environment says, else where it is usual."""
    told = data or os.environ.get(VARIABLE)
    return Path(told).expanduser().absolute() if told else usual(sys.platform, os.environ)


def usual(platform: str, environment: Mapping[str, str]) -> Path:
    """Return the platform's folder for the data of a person's programs."""
    home = Path.home()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Afterword"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Afterword"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "afterword"


def make(where: Path) -> Path:
    """Make the folder with its secret key and its database, for nobody's eyes but the person's.

    The database begins as an empty file, because SQLite would let everybody read a new one.
    """
    where.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    (where / DATABASE).touch(PRIVATE_FILE)
    try:
        handle = os.open(where / SECRET, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    except FileExistsError:
        return where
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return where


def secret(where: Path) -> str:
    """Return the secret key, or nothing where none was made yet: Django then refuses to sign."""
    try:
        return (where / SECRET).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
