"""Secrets at rest: sealed in the database, with a key that lies elsewhere.

So a backup, or a look at the database alone, gives no secret away. The key is taken from the
environment (AFTERWORD_KEY; several with commas, the first of which seals, so that it can be
changed), else from `vault.key` in the data folder, else from the key ring of the operating system.
Where there is none yet, the ring gets one, or without a ring the folder, for nobody else to read.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from django.conf import settings

from afterword.settings.folder import PRIVATE_FILE, VAULT

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

VARIABLE = "AFTERWORD_KEY"
SERVICE = "afterword"
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Locked(Exception):
    """What is sealed cannot be opened with the keys that there are, or there is no right key."""


class Ring(Protocol):
    """A key ring: what it holds under a name, and whether it took something."""

    def get(self, name: str) -> str:
        """Return the secret of that name, or nothing."""

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret; return whether it is kept."""


class SystemRing:
    """The operating system's, through the `keyring` package, an extra; without it, none."""

    def get(self, name: str) -> str:
        """Return the secret of that name; nothing where there is no ring, or it stays shut."""
        try:
            import keyring  # noqa: PLC0415  an extra
            from keyring.errors import KeyringError  # noqa: PLC0415  the same
        except ImportError:
            return ""
        try:
            return keyring.get_password(SERVICE, name) or ""
        except KeyringError:
            return ""

    def put(self, name: str, secret: str) -> bool:
        """Keep a secret; return whether there is a ring that gives it out again."""
        try:
            import keyring  # noqa: PLC0415  an extra
            from keyring.errors import KeyringError  # noqa: PLC0415  the same
        except ImportError:
            return False
        try:
            keyring.set_password(SERVICE, name, secret)
        except KeyringError:
            return False
        return self.get(name) == secret


class Vault:
    """Seals texts and opens them, with the keys of one data folder."""

    def __init__(self, folder: Path, environ: Mapping[str, str], ring: Ring) -> None:
        """Hold where keys may lie; nothing is looked up before it is needed."""
        self._folder, self._environ, self._ring = folder, environ, ring

    def seal(self, text: str) -> str:
        """Return a text that only a key can open; a key is made where there is none.

        Raises Locked where a key is of no use.
        """
        return _lock(self._keys() or (self._new(),)).encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Return the text that was sealed; raises Locked."""
        from cryptography.fernet import InvalidToken  # noqa: PLC0415  slow to load, seldom needed

        try:
            return _lock(self._keys()).decrypt(sealed).decode()
        except InvalidToken:
            raise Locked from None

    def _keys(self) -> Sequence[str]:
        told = self._environ.get(VARIABLE, "").replace(",", " ").split()
        if told:
            return told
        try:
            return (self._folder / VAULT).read_text(encoding="ascii").split()
        except FileNotFoundError:
            held = self._ring.get(self._name)
            return [held] if held else []
        except (OSError, UnicodeDecodeError):
            raise Locked from None

    def _new(self) -> str:
        from cryptography.fernet import Fernet  # noqa: PLC0415  slow to load, seldom needed

        key = Fernet.generate_key().decode()
        if not self._ring.put(self._name, key):
            try:
                handle = os.open(self._folder / VAULT, NEW, PRIVATE_FILE)
            except OSError:
                raise Locked from None
            with os.fdopen(handle, "w") as file:
                file.write(key)
        return key

    @property
    def _name(self) -> str:
        return f"the data in {self._folder}"


def _lock(keys: Sequence[str]) -> "MultiFernet":
    """Return the lock for these keys; raises Locked for none, or one that is no key."""
    from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415  slow to load, seldom needed

    try:
        return MultiFernet([Fernet(key) for key in keys])
    except ValueError:
        raise Locked from None


def vault() -> Vault:
    """Return the vault of the data folder in use."""
    return Vault(Path(settings.DATA), os.environ, SystemRing())
