"""Which column of another program's table means what: one mapping for each program.

LinkedIn's headings are those of `Job Applications.csv` in its data archive; those of Huntr and Teal
are guesses. docs/reference/journal.md says how sure each is, and a person can say what a column is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

import msgspec

from afterword.etiquette.vocabulary import Stage


class Preset(StrEnum):
    """What a file is: Afterword's own, or another program's table."""

    JOURNAL = "journal"
    SITUATION = "situation"
    HUNTR = "huntr"
    TEAL = "teal"
    LINKEDIN = "linkedin"
    SPREADSHEET = "spreadsheet"


class Field(StrEnum):
    """What a column can mean."""

    EMPLOYER = "employer"
    ROLE = "role"
    APPLIED = "applied"
    INTERVIEWED = "interviewed"
    UPDATED = "updated"
    ADDED = "added"
    STATUS = "status"
    NOTES = "notes"
    URL = "url"
    CONTACT = "contact"
    EMAIL = "email"


class Reading(msgspec.Struct, frozen=True):
    """How a file is to be read; what is not said here is found out from the file.

    `columns` has the place of the column of each field. `day_first` says which of 03/04 is the day.
    `watch` is called with how many lines are read, and of how many.
    """

    preset: Preset | None = None
    columns: Mapping[Field, int] | None = None
    day_first: bool | None = None
    country: str = ""
    zone: str = ""
    watch: Callable[[int, int], None] | None = None


PLAINLY = Reading()
Headings = Mapping[Field, Sequence[str]]

SPREADSHEET: Headings = {
    Field.EMPLOYER: (
        "company",
        "employer",
        "company name",
        "organisation",
        "organization",
        "firma",
    ),
    Field.ROLE: ("role", "position", "title", "job title", "job", "job position", "position title"),
    Field.APPLIED: ("applied", "date applied", "applied on", "applied date", "application date"),
    Field.INTERVIEWED: ("interview", "interview date", "date of interview", "interviewed"),
    Field.UPDATED: ("updated", "last updated", "updated at", "status date", "date of answer"),
    Field.ADDED: ("added", "date added", "date saved", "saved date", "created", "created at"),
    Field.STATUS: ("status", "stage", "state", "outcome", "list"),
    Field.NOTES: ("notes", "note", "comments", "remarks"),
    Field.URL: ("url", "link", "job url", "posting", "job post url"),
    Field.CONTACT: ("contact", "contact name", "contact person", "recruiter", "hiring manager"),
    Field.EMAIL: ("contact email", "email", "e mail"),
}
PRESETS: dict[Preset, Headings] = {
    Preset.LINKEDIN: {
        Field.EMPLOYER: ("company name",),
        Field.ROLE: ("job title",),
        Field.APPLIED: ("application date",),
        Field.URL: ("job url",),
    },
    Preset.HUNTR: {
        Field.EMPLOYER: ("company name",),
        Field.ROLE: ("title", "job title"),
        Field.STATUS: ("list name", "list", "stage", "status"),
        Field.UPDATED: ("last moved at",),
        Field.ADDED: ("created at",),
        Field.URL: ("url", "job post url", "post url"),
    },
    Preset.TEAL: {
        Field.ROLE: ("job position", "job title", "position"),
        Field.APPLIED: ("date applied", "applied date"),
        Field.STATUS: ("status",),
        Field.URL: ("job url", "url"),
    },
    Preset.SPREADSHEET: {},
}
# Headings that only one program uses, by which its table is known.
MARKS: tuple[tuple[Preset, frozenset[str]], ...] = (
    (Preset.LINKEDIN, frozenset({"application date", "company name", "job title", "resume name"})),
    (Preset.HUNTR, frozenset({"list name", "company name"})),
    (Preset.HUNTR, frozenset({"list", "company"})),
    (Preset.TEAL, frozenset({"job position", "company"})),
)
# What the lists and statuses of such tables are called. Where nothing else is known of an ending,
# it is better entered on the last day that the table names than left out: somebody who was turned
# down must not be told to ask how things stand.
STATUSES: dict[Stage, tuple[str, ...]] = {
    Stage.NOTHING_YET: ("wishlist", "bookmarked", "saved", "interested", "to apply", "applying"),
    Stage.APPLIED: ("applied", "submitted", "application sent"),
    Stage.INTERVIEWED: ("interview", "interviewing", "interviewed", "phone screen", "screening"),
    Stage.OFFERED: ("offer", "offered", "negotiating"),
    Stage.ACCEPTED: ("accepted", "hired", "offer accepted"),
    Stage.REJECTED: ("rejected", "no", "denied", "not selected", "no longer considered"),
    Stage.WITHDRAWN: ("withdrawn", "withdrew", "i withdrew", "archived"),
    Stage.DECLINED: ("declined", "offer declined"),
}


def columns(preset: Preset, headings: Sequence[str]) -> dict[Field, int]:
    """Return the column of each field that a table has, by its own headings, then the usual."""
    known = [plain(heading) for heading in headings]
    found: dict[Field, int] = {}
    fields = PRESETS[preset] if preset is Preset.LINKEDIN else {**SPREADSHEET, **PRESETS[preset]}
    for field, names in fields.items():
        wanted = dict.fromkeys((*names, *SPREADSHEET[field]))
        place = next((known.index(name) for name in wanted if name in known), None)
        if place is not None:
            found[field] = place
    return found


def recognised(headings: Sequence[str]) -> Preset:
    """Return whose table has such headings."""
    known = {plain(heading) for heading in headings}
    return next((one for one, marks in MARKS if marks <= known), Preset.SPREADSHEET)


def stage(status: str) -> Stage | None:
    """Return how far a status says that it came, or None where it says nothing that is known."""
    said = plain(status)
    return next((one for one, names in STATUSES.items() if said in names), None)


def plain(heading: str) -> str:
    """Return a heading in small letters, with single spaces for whatever is no letter.

    Programs write `companyName` where people write "Company name".
    """
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(re.findall(r"[^\W_]+", apart.casefold()))
