"""Find everything that is wrong with raw input, where a decoder stops at the first thing.

This walks the same types that decode situations and rules, and is only called when decoding
has failed, so that right input pays nothing for it.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import inspect

from afterword.etiquette.problem import Problem, shown

Hook = Callable[[type, object], object]


def problems(raw: object, kind: type, *, hook: Hook) -> list[Problem]:
    """Return every problem of `raw`, held against the type `kind`, with its path.

    `hook` decodes custom types as in msgspec: it raises ValueError for what it cannot read.
    """
    return list(_Examiner(hook).walk(raw, inspect.type_info(kind), ""))


class _Examiner:
    """One walk: a method for each shape that a type can have."""

    def __init__(self, hook: Hook) -> None:
        self.hook = hook

    def walk(self, raw: object, kind: inspect.Type, path: str) -> Iterator[Problem]:
        match kind:
            case inspect.UnionType():
                yield from self.union(raw, kind, path)
            case inspect.StructType():
                yield from self.struct(raw, kind, path)
            case inspect.VarTupleType() | inspect.DictType() if _holds(raw, kind):
                yield from self.members(raw, kind, path)
            case inspect.EnumType(cls=words):
                yield from _word(raw, [str(word) for word in words], path)
            case inspect.CustomType(cls=custom):
                yield from self.custom(raw, custom, path)
            case _ if not _plain(raw, kind):
                yield _mismatch(raw, kind, path)

    def members(self, raw: Any, kind: Any, path: str) -> Iterator[Problem]:  # noqa: ANN401  either
        if isinstance(kind, inspect.VarTupleType):
            for index, element in enumerate(raw):
                yield from self.walk(element, kind.item_type, f"{path}[{index}]")
        else:
            for key, element in raw.items():
                yield from self.walk(element, kind.value_type, f"{path}.{key}" if path else key)

    def union(self, raw: object, kind: inspect.UnionType, path: str) -> Iterator[Problem]:
        if raw is None and any(isinstance(option, inspect.NoneType) for option in kind.types):
            return
        options = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
        if isinstance(options[0], inspect.StructType) and options[0].tag_field:
            yield from self.tagged(raw, options, path)
        elif len(options) == 1:
            yield from self.walk(raw, options[0], path)
        elif all(list(self.walk(raw, option, path)) for option in options):
            names = tuple(dict.fromkeys(_name(option) for option in options))
            yield Problem(path, f"{shown(raw)} is not one of the accepted values", raw, names)

    def tagged(self, raw: object, options: list[Any], path: str) -> Iterator[Problem]:
        if not isinstance(raw, dict):
            yield Problem(path, f"expected an object, found {shown(raw)}", raw)
            return
        field = options[0].tag_field
        by_tag = {option.tag: option for option in options}
        if field not in raw:
            yield Problem(f"{path}.{field}", "is missing", None, tuple(by_tag))
        elif wrong := list(_word(raw[field], list(by_tag), f"{path}.{field}")):
            yield from wrong
        else:
            yield from self.struct(raw, by_tag[raw[field]], path)

    def struct(self, raw: object, kind: inspect.StructType, path: str) -> Iterator[Problem]:
        if not isinstance(raw, dict):
            yield Problem(path, f"expected an object, found {shown(raw)}", raw)
            return
        fields = {field.encode_name: field for field in kind.fields}
        known = (*([kind.tag_field] if kind.tag_field else []), *fields)
        for key, value in raw.items():
            where = f"{path}.{key}" if path else str(key)
            if key in fields:
                yield from self.walk(value, fields[key].type, where)
            elif key not in known:
                yield Problem(where, "is not a field here", value, known)
        for name, field in fields.items():
            if field.required and name not in raw:
                yield Problem(f"{path}.{name}" if path else name, "is missing")

    def custom(self, raw: object, custom: type, path: str) -> Iterator[Problem]:
        try:
            self.hook(custom, raw)
        except ValueError:
            expected = "a date such as 2026-03-03, or a date and time such as 2026-03-03T14:00"
            yield Problem(path, f"{shown(raw)} is not {expected}", raw)


def _word(raw: object, accepted: list[str], path: str) -> Iterator[Problem]:
    if not isinstance(raw, str) or raw not in accepted:
        yield Problem(path, f"{shown(raw)} is not a value that it takes", raw, tuple(accepted))


def _plain(raw: object, kind: inspect.Type) -> bool:
    match kind:
        case inspect.StrType(pattern=pattern):
            return isinstance(raw, str) and (not pattern or bool(re.search(pattern, raw)))
        case inspect.BoolType():
            return isinstance(raw, bool)
        case inspect.IntType(ge=least):
            return _number(raw, int, least)
        case inspect.FloatType(ge=least):
            return _number(raw, (int, float), least)
        case inspect.LiteralType(values=values):
            return raw in values
        case _:
            return isinstance(kind, inspect.AnyType)


def _holds(raw: object, kind: inspect.Type) -> bool:
    return isinstance(raw, dict if isinstance(kind, inspect.DictType) else (list, tuple))


def _number(raw: object, kinds: type | tuple[type, ...], least: float | None) -> bool:
    if isinstance(raw, bool) or not isinstance(raw, kinds):
        return False
    return least is None or raw >= least  # type: ignore[operator]  # kinds are numbers


# What a pattern means, for people.
FORMS = {r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$": "a country such as US, GB or CA-QC"}

NAMES = {
    inspect.StrType: "text",
    inspect.BoolType: "true or false",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.VarTupleType: "a list",
    inspect.DictType: "an object",
    inspect.CustomType: "a date",
}


def _name(kind: inspect.Type) -> str:
    return NAMES.get(type(kind), "a value")


def _mismatch(raw: object, kind: inspect.Type, path: str) -> Problem:
    expected = _name(kind)
    if isinstance(kind, inspect.StrType) and kind.pattern:
        expected = FORMS.get(kind.pattern, f"text of the form {kind.pattern}")
    elif getattr(kind, "ge", None) is not None and not isinstance(raw, (str, bool)):
        expected = f"{expected} of at least {kind.ge}"  # type: ignore[attr-defined]
    return Problem(path, f"expected {expected}, found {shown(raw)}", raw)
