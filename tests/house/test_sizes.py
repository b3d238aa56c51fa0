"""Modules and functions stay small enough to be read in one sitting."""

import statistics

from tests.house import tree

MODULE = 400
FUNCTION = 60
NINE_IN_TEN = 30
CODE = ("src", "tests", "tools", "bench")


def test_no_module_is_longer_than_400_lines() -> None:
    lines = {
        tree.name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in tree.python(*CODE)
    }
    assert {name: count for name, count in lines.items() if count > MODULE} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    lengths = {
        f"{tree.name(path)}:{function.lineno} {function.name}": tree.length(function)
        for path in tree.python(*CODE)
        for function in tree.functions(path)
    }
    assert {name: count for name, count in lengths.items() if count > FUNCTION} == {}


def test_nine_functions_in_ten_are_within_30_lines() -> None:
    lengths = [
        tree.length(function) for path in tree.python("src") for function in tree.functions(path)
    ]
    assert statistics.quantiles(lengths, n=10)[-1] <= NINE_IN_TEN
