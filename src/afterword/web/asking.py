"""What a form asks for: one value for each field, for the templates to lay out."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import msgspec
from django.utils.functional import Promise

Text = str | Promise
Choices = tuple[tuple[str, Any], ...]


class Shape(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    LONG = "long"
    DAY = "day"
    TIME = "time"
    CHOICE = "choice"
    PERSON = "person"
    PEOPLE = "people"
    YES = "yes"
    NUMBER = "number"
    EMAIL = "email"


class Field(msgspec.Struct, frozen=True):
    """A field of a form; `value` is what stands in it, `choices` are values with their labels."""

    name: str
    label: Any
    shape: Shape = Shape.TEXT
    choices: Choices = ()
    hint: Any = ""
    value: Any = ""
    required: bool = False


def filled(field: Field, value: object, people: Choices = ()) -> Field:
    """Return a field with something in it; where it asks for people, with those there are."""
    choices = people if field.shape in {Shape.PERSON, Shape.PEOPLE} else field.choices
    return msgspec.structs.replace(field, value=value, choices=choices)


def words(table: dict[Any, Any]) -> Choices:
    """Return a closed set of words as choices."""
    return tuple((str(word), label) for word, label in table.items())


def some(pairs: Iterable[tuple[str, Any]]) -> Choices:
    """Return choices that begin with none of them."""
    return (("", "—"), *pairs)
