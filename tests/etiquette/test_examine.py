"""Raw input is held against a type, and everything that does not fit is named."""

from enum import StrEnum
from typing import Annotated, Any, Literal

import msgspec
import pytest

from afterword.etiquette.decode import hook
from afterword.etiquette.examine import problems
from afterword.etiquette.moment import Moment


class Mood(StrEnum):
    GOOD = "good"
    BAD = "bad"


class Tea(msgspec.Struct, tag_field="kind", tag="tea"):
    on: Moment


class Cake(msgspec.Struct, tag_field="kind", tag="cake"):
    slices: int = 1


class Afternoon(msgspec.Struct):
    """One field of each shape that the examiner knows."""

    title: str
    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")] = "AB"
    sunny: bool = False
    guests: Annotated[int, msgspec.Meta(ge=1)] = 1
    price: Annotated[float, msgspec.Meta(ge=0)] = 0
    length: float = 1
    mood: Mood | None = None
    day: Moment | None = None
    address: str | bool | None = None
    table: str | tuple[int, ...] | dict[str, int] | float = ""
    year: Literal[2025, 2026] = 2026
    served: tuple[Tea | Cake, ...] = ()
    notes: dict[str, int] = {}
    anything: Any = None
    nothing: None = None


def found(**fields: object) -> dict[str, str]:
    """Return the message for each path of an afternoon that has a title."""
    raw = {"title": "A visit"} | fields
    return {problem.path: problem.message for problem in problems(raw, Afternoon, hook=hook)}


@pytest.mark.parametrize(
    "fields",
    [
        {"code": "CD", "sunny": True, "guests": 3, "price": 0, "length": -1.5},
        {"mood": "bad", "day": "2026-03-03", "address": True, "year": 2025},
        {"mood": None, "day": None, "address": None, "anything": object()},
        {"address": "1 Long Street", "table": 2.5},
        {"table": [1, 2], "notes": {"sugar": 2}},
        {"table": {"seats": 4}, "served": ({"kind": "tea", "on": "2026-03-03"}, {"kind": "cake"})},
    ],
)
def test_what_fits_is_no_problem(fields: dict[str, object]) -> None:
    assert found(**fields) == {}


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("title", 5, "expected text, found 5"),
        ("title", None, "expected text, found null"),
        ("code", "abc", 'expected text of the form ^[A-Z]{2}$, found "abc"'),
        ("sunny", 1, "expected true or false, found 1"),
        ("guests", True, "expected a whole number, found true"),
        ("guests", 1.5, "expected a whole number of at least 1, found 1.5"),
        ("guests", 0, "expected a whole number of at least 1, found 0"),
        ("price", "free", 'expected a number, found "free"'),
        ("price", -1, "expected a number of at least 0, found -1"),
        ("length", True, "expected a number, found true"),
        ("mood", "goood", '"goood" is not a value that it takes'),
        ("mood", 5, "5 is not a value that it takes"),
        ("address", 5, "5 is not one of the accepted values"),
        ("table", True, "true is not one of the accepted values"),
        ("year", 2024, "expected a value, found 2024"),
        ("notes", [], "expected an object, found []"),
        ("nothing", 0, "expected a value, found 0"),
        ("served", "tea", 'expected a list, found "tea"'),
        ("age", 5, "is not a field here"),
    ],
)
def test_what_does_not_fit_is_named_with_what_would(
    field: str, value: object, message: str
) -> None:
    assert found(**{field: value}) == {field: message}


def test_a_date_is_asked_for_by_example() -> None:
    examples = "a date such as 2026-03-03, or a date and time such as 2026-03-03T14:00"
    assert found(day="Tuesday") == {"day": f'"Tuesday" is not {examples}'}


def test_a_problem_lies_where_it_is_in_lists_and_objects() -> None:
    served = [{"kind": "tea", "on": "2026-03-03"}, {"kind": "cake", "slices": "two"}]
    assert list(found(served=served, notes={"sugar": "two"})) == ["served[1].slices", "notes.sugar"]


@pytest.mark.parametrize("kind", ["coffee", 5, None, ["tea"], {"tea": 1}])
def test_an_unknown_kind_comes_with_those_that_are_known(kind: object) -> None:
    raw = {"title": "A visit", "served": [{"kind": kind}]}
    (problem,) = problems(raw, Afternoon, hook=hook)
    assert problem.path == "served[0].kind"
    assert problem.accepted == ("tea", "cake")


def test_a_missing_kind_comes_with_those_that_are_known() -> None:
    (problem,) = problems({"title": "A visit", "served": [{}]}, Afternoon, hook=hook)
    assert (problem.path, problem.message) == ("served[0].kind", "is missing")
    assert problem.accepted == ("tea", "cake")


def test_what_has_no_kind_at_all_is_no_object() -> None:
    assert found(served=["tea"]) == {"served[0]": 'expected an object, found "tea"'}


def test_an_unknown_field_comes_with_those_that_are_known() -> None:
    raw = {"title": "A visit", "served": [{"kind": "cake", "slice": 2}]}
    (problem,) = problems(raw, Afternoon, hook=hook)
    assert problem.accepted == ("kind", "slices")


def test_everything_that_is_missing_is_named() -> None:
    assert [problem.path for problem in problems({}, Afternoon, hook=hook)] == ["title"]
    raw = {"title": "A visit", "served": [{"kind": "tea"}]}
    assert [problem.path for problem in problems(raw, Afternoon, hook=hook)] == ["served[0].on"]


def test_what_is_no_object_is_one_problem() -> None:
    (problem,) = problems([], Afternoon, hook=hook)
    assert str(problem) == "situation: expected an object, found []"


def test_one_of_several_types_is_named_by_all_of_them() -> None:
    raw = {"title": "A visit", "table": None}
    (problem,) = problems(raw, Afternoon, hook=hook)
    assert sorted(problem.accepted) == ["a list", "a number", "an object", "text"]


def test_a_bare_object_is_walked_from_its_keys() -> None:
    found_in = problems({"sugar": "two"}, dict[str, int], hook=hook)
    assert [problem.path for problem in found_in] == ["sugar"]
