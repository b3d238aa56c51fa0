"""What the pages say is so: what commands print, answers, options, fields and headings.

When the program prints something else on purpose, `python -m tests.house.console` writes the
console blocks anew; read the difference.
"""

import re
from pathlib import Path

import click
import msgspec
import pytest

from afterword import rulebooks
from afterword.cli import main
from afterword.etiquette import decode
from afterword.etiquette.explain import Trace
from afterword.etiquette.judge import Reason, Verdict, judge
from afterword.etiquette.plan import Lapse, Plan, Restraint, Silence, Step
from afterword.etiquette.problem import Problem
from afterword.etiquette.weighing import Window
from afterword.letters.check.review import Review
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.finding import Finding
from tests.house import console, tree

README = (tree.ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (tree.ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
EXAMPLES = sorted((tree.ROOT / "examples").iterdir())
ANSWERS = dict(re.findall(r"\]\(examples/(\S+\.toml)\) \| ([a-z]+) \|$", README, re.MULTILINE))
CONTEXT = click.Context(main, info_name="afterword")

# Which page shows which file, part by part.
SHOWN = {
    "docs/quickstart.md": "examples/waiting.toml",
    "docs/howto/add-house-rules.md": "examples/house-rules.toml",
}
FIELDS: list[tuple[str, type[msgspec.Struct]]] = [
    ("A verdict", Verdict),
    ("A plan", Plan),
    ("A step", Step),
    ("A window", Window),
    ("A restraint", Restraint),
    ("A silence", Silence),
    ("A lapse", Lapse),
    ("A reason", Reason),
    ("A trace", Trace),
    ("A draft", Draft),
    ("Unwritten", Unwritten),
    ("A review", Review),
    ("A finding", Finding),
    ("Problems", Problem),
]


@pytest.mark.parametrize(
    "page", [page for page in console.PAGES if console.blocks(page)], ids=tree.name
)
def test_a_page_shows_what_its_commands_print(page: Path) -> None:
    with console.Session() as session:
        for block in console.blocks(page):
            assert block == session.shows(block)


@pytest.mark.parametrize("page", ["README.md", "docs/quickstart.md", "docs/howto/judge-a-batch.md"])
def test_the_pages_that_newcomers_read_show_commands_at_work(page: str) -> None:
    assert console.blocks(tree.ROOT / page)


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("No.\n", "No.\n", True),
        ("No.\n", "Stop.\n", False),
        ("No.\n", "No.\nBetter: a note.\n", False),
        ("No.\n...\n", "No.\nBetter: a note.\n", True),
        ("...\nBetter: a note.\n", "No.\nBetter: a note.\n", True),
        ("No.\n...\nBetter: a note.\n", "No.\nBetter: a note.\n", True),
        ('{"verdict":"no",…}\n', '{"verdict":"no","because":[]}\n', True),
        ('{"verdict":"no",…}\n', '{"verdict":"no"}\n{"verdict":"go"}\n', False),
        ("", "", True),
    ],
)
def test_what_a_block_may_leave_out(shown: str, printed: str, same: bool) -> None:
    assert console.matches(shown, printed) is same


def test_a_console_runs_nothing_but_our_own_command() -> None:
    with console.Session() as session, pytest.raises(AssertionError, match="only runs afterword"):
        session.run("rm -rf examples")


@pytest.mark.parametrize("path", EXAMPLES, ids=tree.name)
def test_the_readme_leads_to_every_example(path: Path) -> None:
    assert f"]({tree.name(path)})" in README


def test_the_readme_has_the_answer_to_every_example() -> None:
    asking = {
        path.name for path in EXAMPLES if path.suffix == ".toml" and "\n[proposal]" in text(path)
    }
    assert set(ANSWERS) == asking


@pytest.mark.parametrize(("name", "answer"), ANSWERS.items(), ids=ANSWERS)
def test_an_example_gets_the_answer_that_the_readme_names(name: str, answer: str) -> None:
    situation = decode.from_toml(text(tree.ROOT / "examples" / name))
    assert judge(situation, rulebooks.rulebook()).verdict == answer


@pytest.mark.parametrize(("page", "example"), SHOWN.items(), ids=SHOWN)
def test_a_page_shows_its_example_as_it_is(page: str, example: str) -> None:
    parts = re.findall(r"^```toml\n(.*?)^```$", text(tree.ROOT / page), re.MULTILINE | re.DOTALL)
    whole = text(tree.ROOT / example)
    assert parts
    assert [part for part in parts if part not in whole] == []


def test_no_command_is_missing_from_the_reference_and_none_is_invented() -> None:
    described = re.findall(r"^## afterword (\S+)$", COMMANDS, re.MULTILINE)
    assert described == main.list_commands(CONTEXT)


@pytest.mark.parametrize("name", main.list_commands(CONTEXT))
def test_the_reference_describes_every_option_and_no_other(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command
    options = [param for param in command.params if isinstance(param, click.Option)]
    known = {way for option in options for way in (*option.opts, *option.secondary_opts)}
    assert set(re.findall(r"`(--?[a-z-]+)", first_column(f"afterword {name}"))) == known


@pytest.mark.parametrize(("heading", "kind"), FIELDS, ids=[heading for heading, _ in FIELDS])
def test_the_reference_describes_every_field_of_an_answer(
    heading: str, kind: type[msgspec.Struct]
) -> None:
    fields = {field.encode_name for field in msgspec.structs.fields(kind)}
    assert set(re.findall(r"`(\w+)`", first_column(heading))) == fields


@pytest.mark.parametrize("page", [p for p in tree.files() if p.suffix == ".md"], ids=tree.name)
def test_every_link_to_a_heading_finds_it(page: Path) -> None:
    for target, anchor in re.findall(r"\]\((?![a-z]+:)([^)\s#]*)#([^)\s]+)\)", text(page)):
        there = page.parent / target if target else page
        assert anchor in {slug(heading) for heading in headings(text(there))}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def first_column(heading: str) -> str:
    """Return the first column of the tables under a heading of the reference of commands."""
    section = re.split(rf"^## {heading}$", COMMANDS, flags=re.MULTILINE)[1]
    rows = re.findall(
        r"^\| (.*?) \|", re.split(r"^#", section, flags=re.MULTILINE)[0], re.MULTILINE
    )
    return "\n".join(rows)


def headings(page: str) -> list[str]:
    """Return the headings of a page."""
    return re.findall(r"^#+ (.*)$", page, re.MULTILINE)


def slug(heading: str) -> str:
    """Return the name by which a link finds a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
