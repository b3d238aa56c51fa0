"""Write the files that are made from others, or check that they are current.

python -m tools.generate            write them
python -m tools.generate --check    say which are stale, and exit with 1 if any is
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from holidays import country_holidays

from afterword import rulebooks
from afterword.etiquette.decode import schema
from afterword.etiquette.rulebook.book import Rulebook
from afterword.etiquette.rulebook.facts import FIELDS, Field, Sort
from afterword.etiquette.rulebook.markdown import book_page
from afterword.etiquette.standing import Anchor
from afterword.etiquette.workdays import USUAL_WEEKEND
from tools import messages

ROOT = Path(__file__).parents[1]
RULEBOOK = ROOT / "src/afterword/etiquette/rulebook"
REFERENCE = ROOT / "docs/reference"


def compiled() -> str:
    """Return the rulebook, ready to load."""
    return rulebooks.compile_tables().decode() + "\n"


def rulebook_page() -> str:
    """Return the rulebook as a page."""
    return book_page(Rulebook(rulebooks.read(rulebooks.tables())))


def format_page() -> str:
    """Return what a row may say: the text beside this program, and the words that it knows."""
    text = Path(__file__).with_name("rulebook-format.md").read_text(encoding="utf-8")
    rows = [f"| `{field.name}` | {_takes(field)} | {field.meaning} |" for field in FIELDS.values()]
    anchors = ", ".join(f"`{anchor}`" for anchor in Anchor)
    moments = f"## The moments that rules count from\n\n{anchors}"
    return "\n".join([text.rstrip("\n"), *rows, "", moments, ""])


def _takes(field: Field) -> str:
    if field.sort is Sort.FLAG:
        return "true or false"
    if field.sort is Sort.NUMBER:
        return 'a number, or a comparison such as `">= 2"`'
    some = "any of several: " if field.sort is Sort.WORDS else ""
    return some + (", ".join(f"`{word}`" for word in field.words) or "country codes")


def days_off() -> str:
    """Return the public holidays of the years around now, as a module."""
    lines = [DAYS_OFF_HEAD]
    for country in (*sorted(USUAL_WEEKEND), "CA-QC"):
        nation, _, part = country.partition("-")
        lines.append(f'    "{country}": {{')
        for year in YEARS:
            off = sorted(country_holidays(nation, subdiv=part or None, years=year))
            lines.append(f'        {year}: "{" ".join(f"{day:%m%d}" for day in off)}",')
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


YEARS = range(2025, 2036)
DAYS_OFF_HEAD = '''"""Public holidays as MMDD for the years around now, copied from `holidays`.

Written by `make docs`, which CI holds against the package; see `workdays`.
"""

DAYS_OFF: dict[str, dict[int, str]] = {'''


def schema_text() -> str:
    """Return the JSON Schema of a situation."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


FILES: Mapping[Path, Callable[[], str]] = {
    RULEBOOK / "compiled.json": compiled,
    RULEBOOK.parent / "days_off.py": days_off,
    REFERENCE / "rulebook.md": rulebook_page,
    REFERENCE / "rulebook-format.md": format_page,
    REFERENCE / "situation.schema.json": schema_text,
    messages.LOCALE / "afterword.pot": messages.pot,
}


def main() -> int:
    """Write or check every file; return the exit code."""
    checking = "--check" in sys.argv
    stale = []
    for path, make in FILES.items():
        text = make()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.relative_to(ROOT))
        if not checking:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path in stale:
        print(f"{path} {'is stale: run make docs' if checking else 'written'}")
    return 1 if stale and checking else 0


if __name__ == "__main__":
    sys.exit(main())
