"""Whatever is public says what it is for, and says more than its name does.

That there is a docstring at all is ruff's rule (D100 to D104); this is the part that ruff has not.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import tree

LITTLE_WORDS = {"a", "all", "an", "and", "every", "for", "from", "given", "in", "its", "of"}
LITTLE_WORDS |= {"on", "return", "returns", "the", "this", "to", "with"}
META = "Meta"  # the class in a model that Django reads; Django says what it is for
WRITTEN = [path for path in tree.python("src") if path.parent.name != "migrations"]


@pytest.mark.parametrize("path", tree.python("src", "tests", "tools", "bench"), ids=tree.name)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    opening = (ast.get_docstring(tree.parsed(path)) or "").split("\n\n")[0]
    assert re.fullmatch(r"[^.!?].*[.?]", opening, re.DOTALL), "no opening sentence"
    assert not re.search(r"[.!?]\s+[A-Z]", opening), "more than one sentence in the first paragraph"


@pytest.mark.parametrize("path", WRITTEN, ids=tree.name)
def test_a_docstring_does_not_repeat_the_name(path: Path) -> None:
    echoes = {
        definition.name: docstring
        for definition in public(tree.parsed(path))
        if is_echo(definition.name, docstring := ast.get_docstring(definition) or "")
    }
    assert echoes == {}


@pytest.mark.parametrize(
    ("name", "docstring", "echo"),
    [
        ("load_rulebook", "Load the rulebook.", True),
        ("StandingOrder", "A standing order.", True),
        ("load_rulebook", "", True),
        ("load_rulebook", "Return the layers, merged in order of precedence.", False),
    ],
)
def test_what_counts_as_repeating_the_name(name: str, docstring: str, echo: bool) -> None:
    assert is_echo(name, docstring) is echo


def public(module: ast.Module) -> Iterator[tree.Definition]:
    """Every public class and function of a module, and the public methods of its public classes."""
    for node in module.body:
        if (
            isinstance(node, tree.Definition)
            and not node.name.startswith("_")
            and node.name != META
        ):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(ast.Module(node.body, []))


def is_echo(name: str, docstring: str) -> bool:
    """Whether every word that counts in the docstring stands in the name already."""
    named = set(re.findall(r"[a-z]+", re.sub(r"([A-Z])", r" \1", name).lower()))
    return set(re.findall(r"[a-z]+", docstring.lower())) <= named | LITTLE_WORDS
