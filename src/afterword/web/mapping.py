"""What the person says of a table: its columns, dates, country and zone, from a form and back."""

import base64
import binascii
import re
import zlib
import zoneinfo
from collections.abc import Iterator
from typing import Any

import msgspec
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from afterword.actions.tables.presets import Field, Preset, Reading
from afterword.actions.tables.reading_tables import Table
from afterword.etiquette.problem import Malformed, Problem

LARGEST = 8 * 1024 * 1024  # of a file that is looked at here; the command line takes larger ones
COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
MEANINGS = (
    ("", lazy("leave it out")),
    (Field.EMPLOYER, lazy("the employer")),
    (Field.ROLE, lazy("the role")),
    (Field.APPLIED, lazy("the day I applied")),
    (Field.INTERVIEWED, lazy("the day of the interview")),
    (Field.UPDATED, lazy("the day of the last change")),
    (Field.ADDED, lazy("the day I wrote it down")),
    (Field.STATUS, lazy("how far it came")),
    (Field.NOTES, lazy("my notes")),
    (Field.CONTACT, lazy("whom I know there")),
    (Field.EMAIL, lazy("their e-mail address")),
    (Field.URL, lazy("the address of the posting")),
)


class Column(msgspec.Struct, frozen=True):
    """A column as it is shown: its heading, what stands in it, and what it is taken for."""

    name: str
    heading: str
    sample: str
    meaning: str


def reading(form: QueryDict) -> Reading:
    """Return how a form says that a file is to be read, sound or not."""
    order = {"day-first": True, "month-first": False}
    return Reading(
        preset=Preset(preset) if (preset := form.get("preset", "")) in set(Preset) else None,
        columns=_columns(form),
        day_first=order.get(form.get("dates", "")),
        country=form.get("country", "").strip().upper(),
        zone=form.get("time_zone", "").strip(),
    )


def refuse_unsound(how: Reading) -> None:
    """Raise Malformed where a file cannot be read as it was said."""
    problems = []
    if how.columns is not None and Field.EMPLOYER not in how.columns:
        problems.append(_("Say which column is the employer."))
    if how.country and not COUNTRY.fullmatch(how.country):
        problems.append(_("The country is two letters, such as GB or DE, or empty."))
    if how.zone and how.zone not in zoneinfo.available_timezones():
        problems.append(_("“%(zone)s” is no time zone such as Europe/London.") % {"zone": how.zone})
    if problems:
        raise Malformed([Problem("", said) for said in problems])


def _columns(form: QueryDict) -> dict[Field, int] | None:
    """Return which column is what; of two that are said to be the same, the first."""
    if "columns" not in form:
        return None
    found: dict[Field, int] = {}
    for name in form:
        place = name.removeprefix("column-")
        meaning = form.get(name, "")
        if place != name and place.isdecimal() and meaning in set(Field):
            found.setdefault(Field(meaning), int(place[:4]))
    return found


def columns(table: Table) -> Iterator[Column]:
    """Yield the columns of a table that hold anything, with the first thing that stands in each."""
    meanings = {place: field for field, place in table.columns.items()}
    for place, heading in enumerate(table.headings):
        cells = (line[place].strip() for line in table.lines if place < len(line))
        sample = next(filter(None, cells), "")
        if sample or place in meanings:
            yield Column(f"column-{place}", heading, sample[:60], meanings.get(place, ""))


def content(request: HttpRequest) -> bytes:
    """Return the file that was sent, or the one that was seen already; raises Malformed."""
    file = request.FILES.get("file")
    if file is not None:
        return bytes(file.read())
    try:
        packed = base64.b64decode(request.POST.get("content", ""), validate=True)
        opened = zlib.decompressobj().decompress(packed, LARGEST)
    except (binascii.Error, ValueError, zlib.error):
        opened = b""
    if not opened:
        raise Malformed([Problem("", _("Choose a file first."))])
    return opened


def packed(seen: bytes) -> str:
    """Return a file as the page holds it until it is taken over; raises Malformed."""
    if len(seen) > LARGEST:
        said = _("The file is too large for this page. The command takes it: afterword import FILE")
        raise Malformed([Problem("", said)])
    return base64.b64encode(zlib.compress(seen)).decode()


def asked(form: QueryDict, zone: str) -> dict[str, Any]:
    """Return what was said already, to be shown again."""
    return {
        "preset": form.get("preset", ""),
        "dates": form.get("dates", ""),
        "country": form.get("country", ""),
        "zone": form.get("time_zone", zone),
    }
