"""Collect every text that a person reads, for translators, and pack what they translated.

python -m tools.messages          bring every translation up to the texts, and pack it
python -m tools.messages de       begin one

The template, `src/afterword/locale/afterword.pot`, is one of the files that `make docs` writes.
Babel does what GNU gettext would, without being another program to install.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/afterword"
LOCALE = SOURCE / "locale"
CATALOGUE = Path("LC_MESSAGES/django.po")  # the name under which Django looks for it
KEYWORDS = {"_": None, "gettext": None, "lazy": None, "later": None, "ngettext": (1, 2)}
WIDE = 96
# These speak English: the command line, and the rooms that know no reader but the rulebook's. So
# do the tables (TOML), whose sentences say what a source says: the rulebook's, and of providers.
ROOMS = ("accounts", "actions", "mailbox", "reminders", "web", "phrases.py")

Text = tuple[str, str | tuple[str, ...]]


def texts() -> Iterator[Text]:
    """Yield every text with the file that it stands in, in a steady order."""
    for path in sorted(_files()):
        place = path.relative_to(ROOT).as_posix()
        for _, message, _, _ in extract("python", BytesIO(_code(path)), KEYWORDS):
            yield place, message


def _files() -> Iterator[Path]:
    for room in ROOMS:
        place = SOURCE / room
        yield from [place] if place.is_file() else place.rglob("*.py")
    yield from (SOURCE / "web/templates").rglob("*.html")


def _code(path: Path) -> bytes:
    """Return a file as Python; of a template, what Django makes of it, without its indents."""
    if path.suffix == ".py":
        return path.read_bytes()
    made = templatize(path.read_text(encoding="utf-8"), str(path))
    return "\n".join(line.strip() for line in made.splitlines()).encode()


def template() -> Catalog:
    """Return all texts, each once, with the files that it stands in."""
    made = Catalog(project="Afterword", charset="utf-8", fuzzy=False)
    for place, message in texts():
        made.add(message, locations=[(place, 0)])
    return made


def pot() -> str:
    """Return the template as a file; it says no moment, and so changes with the texts alone."""
    out = BytesIO()
    write_po(out, template(), width=WIDE, omit_header=True, include_lineno=False)
    return out.getvalue().decode()


def bring_up(code: str) -> str:
    """Bring one translation up to the texts, begin it if need be, pack it; return how far it is."""
    path = LOCALE / code / CATALOGUE
    known = Catalog(locale=code)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=code)
    known.update(template(), no_fuzzy_matching=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, known, width=WIDE, include_lineno=False, ignore_obsolete=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, known)
    done = sum(bool(message.string) for message in known if message.id)
    return f"{code}: {done} of {len(known)} texts"


def main() -> int:
    """Bring up the translations that there are, or those that are named."""
    LOCALE.mkdir(exist_ok=True)
    codes = sys.argv[1:] or sorted(path.name for path in LOCALE.iterdir() if path.is_dir())
    (LOCALE / "afterword.pot").write_text(pot(), encoding="utf-8")
    for code in codes:
        print(bring_up(code))
    return 0


if __name__ == "__main__":
    sys.exit(main())
