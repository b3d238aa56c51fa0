"""The one place that reads languages from disk: each is a folder of TOML files."""

import os
import tomllib
from collections.abc import Collection, Iterator
from typing import Any, TypeVar

import msgspec

from afterword import letters
from afterword.etiquette.examine import problems
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.letters.contract import faults
from afterword.letters.kind import Kind
from afterword.letters.language import Dialect, Language, Letter, Part, Usage
from afterword.letters.profile import Spelling

# Paths are plain text here, as in rulebooks: importing pathlib takes longer than reading a letter.
FOLDERS = f"{letters.__path__[0]}/languages"
OWN_FIELDS = {field for field in Letter.__struct_fields__ if field != "parts"}

Shape = TypeVar("Shape")


def available() -> tuple[str, ...]:
    """Return the codes of all languages that there are."""
    return tuple(sorted(entry.name for entry in os.scandir(FOLDERS) if entry.is_dir()))


def language(code: str, kinds: Collection[Kind] = tuple(Kind)) -> Language:
    """Return a language, with its letters of these kinds.

    Raises Malformed for a language that there is not, with those that there are, and for a folder
    that cannot be read, with file and field.
    """
    if code not in (known := available()):
        message = f'"{code}" is not a language that there is'
        raise Malformed([Problem("language", message, code, known)], Guide.LANGUAGE)
    return read(f"{FOLDERS}/{code}", kinds)


def read(folder: str, kinds: Collection[Kind] = tuple(Kind)) -> Language:
    """Return the language that a folder holds; raises Malformed, with every file and field."""
    wrong: list[Problem] = []
    tables = dict(_tables(folder, kinds, wrong))
    usage = _shaped("language.toml", tables.pop("language.toml", {}), Usage, wrong)
    parts = _shaped("parts.toml", tables.pop("parts.toml", {}), dict[str, Part], wrong)
    dialects = _shaped(
        "spelling.toml", tables.pop("spelling.toml", {}), dict[Spelling, Dialect], wrong
    )
    found = {name: _shaped(name, _letter(raw), Letter, wrong) for name, raw in tables.items()}
    if wrong or usage is None or parts is None or dialects is None:
        raise Malformed(wrong, Guide.LANGUAGE)
    whole = Language(
        code=folder.rsplit("/", 1)[-1],
        usage=usage,
        parts=parts,
        letters={Kind(name.removesuffix(".toml")): one for name, one in found.items() if one},
        dialects=dialects,
    )
    if unsound := list(faults(whole)):
        raise Malformed(unsound, Guide.LANGUAGE)
    return whole


def _tables(
    folder: str, kinds: Collection[Kind], wrong: list[Problem]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each file of a folder that is wanted, as far as it is TOML."""
    wanted = {"language.toml", "parts.toml", "spelling.toml", *(f"{kind}.toml" for kind in kinds)}
    for name in sorted(wanted & {entry.name for entry in os.scandir(folder)}):
        try:
            with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123  see above
                yield name, tomllib.load(file)
        except ValueError as error:  # also what is not UTF-8
            wrong.append(Problem(name, f"this is not TOML: {error}"))


def _letter(raw: dict[str, Any]) -> dict[str, Any]:
    """Return a letter's fields, with every other table as a part of it."""
    own = {name: value for name, value in raw.items() if name in OWN_FIELDS}
    return own | {"parts": {name: value for name, value in raw.items() if name not in OWN_FIELDS}}


def _shaped(name: str, raw: object, kind: type[Shape], wrong: list[Problem]) -> Shape | None:
    """Return a table in its shape, or note what keeps it from that."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        found = problems(raw, kind, hook=lambda *_: None)  # a language has no types of our own
        for one in found or [Problem("", str(error))]:
            path = one.path.removeprefix("parts.")
            wrong.append(msgspec.structs.replace(one, path=f"{name}: {path}" if path else name))
        return None
