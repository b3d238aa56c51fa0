"""Every figure on the page about performance is one that `make bench` prints, under that name."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house import tree

PAGE = tree.ROOT / "docs/reference/performance.md"
ROW = re.compile(r"^\| (?!measured|---)(.+?) \| ([^|]+) \| ([^|]*)\|$", re.MULTILINE)


def printed() -> Iterator[str]:
    """Yield what rows of the bench are called, as patterns: what is worked out may be anything."""
    for path in sorted((tree.ROOT / "bench").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
                yield _pattern(node.value.elts[0])


def _pattern(name: ast.expr) -> str:
    match name:
        case ast.JoinedStr(values=parts):
            return "".join(map(_pattern, parts))
        case ast.Constant(value=str(text)):
            return re.escape(text)
        case _:
            return ".+"


PATTERNS = {pattern for pattern in printed() if pattern != ".+"}
ROWS = ROW.findall(PAGE.read_text(encoding="utf-8"))


def test_the_page_has_rows() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize("name", [row[0] for row in ROWS])
def test_a_figure_was_printed_by_the_bench(name: str) -> None:
    assert any(re.fullmatch(pattern, name) for pattern in PATTERNS), (
        f'docs/reference/performance.md: "{name}" is no row that a module of bench yields. '
        "Run `make bench`, and copy its table."
    )
