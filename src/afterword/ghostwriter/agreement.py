"""Consent: before a model is first asked, the exact text is shown and agreed to.

What is remembered is one small file in the candidate's data folder, for them alone to read: which
endpoint and model, and a digest of what kind of thing is sent, never the text. When any of these
changes, the question is put again.
"""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.ghostwriter import prompt
from afterword.ghostwriter.settings import Model

FILE = "agreements.json"
LARGEST = 100_000
OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Agreed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That the candidate agreed to send what has this `form` to this model at this endpoint."""

    url: str
    model: str
    form: str


class Asking(msgspec.Struct, frozen=True):
    """How consent is asked for.

    `show` is given the exact text. `ask` puts the question, and is None where nobody is there to
    answer it. `yes` is an answer that was given beforehand.
    """

    show: Callable[[str], None]
    ask: Callable[[], bool] | None = None
    yes: bool = False


def agreed(model: Model, request: bytes, memory: Path, asking: Asking) -> Agreed | None:
    """Return that the candidate agrees to a request, as remembered or as they say now, or None.

    Raises Malformed where they have not agreed and nobody is there to be asked.
    """
    this = Agreed(model.url, model.name, prompt.form())
    if this in remembered(memory):
        return this
    asking.show(prompt.shown(f"{model.url}/chat/completions", request))
    if not asking.yes:
        if asking.ask is None:
            raise Malformed([Problem("--model", UNASKED)], Guide.MODEL)
        if not asking.ask():
            return None
    remember(this, memory)
    return this


UNASKED = (
    "nothing was sent: you have not agreed to it yet; read the text above, and run this in a"
    " terminal to be asked, or add --yes"
)


def folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Return the folder for what Afterword remembers, by the custom of the operating system."""
    home = Path(environ.get("HOME") or Path.home())
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return Path(local or home / "AppData" / "Local") / "afterword"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "afterword"
    data = environ.get("XDG_DATA_HOME", "")
    # The specification: a path that is not absolute is to be ignored.
    return (Path(data) if Path(data).is_absolute() else home / ".local" / "share") / "afterword"


def remembered(memory: Path) -> frozenset[Agreed]:
    """Return what was agreed to; a file that somebody else could have written says nothing."""
    try:
        return frozenset(msgspec.json.decode(_own(memory / FILE), type=tuple[Agreed, ...]))
    except (OSError, msgspec.MsgspecError, RecursionError, UnicodeError):
        return frozenset()


def remember(this: Agreed, memory: Path) -> None:
    """Add to what was agreed to; the file is replaced as a whole, or not at all.

    Raises Malformed where it cannot be written: what is not remembered was not agreed to.
    """
    known = {*remembered(memory), this}
    text = msgspec.json.format(msgspec.json.encode(sorted(known, key=msgspec.structs.astuple)))
    try:
        memory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(memory / FILE, text + b"\n")
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise Malformed([Problem(str(memory / FILE), message)], Guide.MODEL) from error


def _own(path: Path) -> bytes:
    """Return what a file holds, if it is a plain one that only we can have written.

    Raises OSError for any other.
    """
    handle = os.open(
        path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
        shut = os.name == "nt" or not status.st_mode & OTHERS_MAY_WRITE
        if not (stat.S_ISREG(status.st_mode) and ours and shut):
            raise PermissionError
        return file.read(LARGEST)


def _replace(path: Path, text: bytes) -> None:
    """Write a file beside the old one, readable for us alone as mkstemp makes it, and swap them."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text)
        Path(beside).replace(path)
    except OSError:
        with suppress(OSError):
            Path(beside).unlink()
        raise
