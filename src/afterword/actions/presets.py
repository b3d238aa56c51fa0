"""Which column of another program's table means what: one mapping for each program.

LinkedIn's headings are those of `Job Applications.csv` in its data archive. Huntr and Teal let
people choose and rename columns, so that several headings are known for each; what a table calls
otherwise is looked for among those of a plain spreadsheet.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

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
    STATUS = "status"
    NOTES = "notes"
    URL = "url"
    CONTACT = "contact"
    EMAIL = "email"


Headings = Mapping[Field, Sequence[str]]

SPREADSHEET: Headings = {
    Field.EMPLOYER: ("company", "employer", "company name", "organisation", "organization"),
    Field.ROLE: ("role", "position", "title", "job title", "job", "job position"),
    Field.APPLIED: ("applied", "date applied", "applied on", "applied date", "application date"),
    Field.INTERVIEWED: ("interview", "interview date", "date of interview", "interviewed"),
    Field.UPDATED: ("updated", "last updated", "updated at", "status date", "date of answer"),
    Field.STATUS: ("status", "stage", "state", "outcome", "list"),
    Field.NOTES: ("notes", "note", "comments", "remarks"),
    Field.URL: ("url", "link", "job url", "posting"),
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
        Field.ROLE: ("job title", "title"),
        Field.APPLIED: ("applied date", "date applied", "applied at"),
        Field.STATUS: ("list", "list name", "stage", "status"),
        Field.URL: ("job post url", "post url", "url"),
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
MARKS: dict[Preset, frozenset[str]] = {
    Preset.LINKEDIN: frozenset({"application date", "company name", "job title", "resume name"}),
    Preset.TEAL: frozenset({"job position", "company"}),
    Preset.HUNTR: frozenset({"list", "company"}),
}
# What the lists and statuses of such tables are called. Where nothing else is known of an ending,
# it is better entered on the last day that the table names than left out: somebody who was turned
# down must not be told to ask how things stand.
STATUSES: dict[Stage, tuple[str, ...]] = {
    Stage.APPLIED: ("applied", "applying", "submitted"),
    Stage.INTERVIEWED: ("interview", "interviewing", "interviewed", "phone screen"),
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
    return next((one for one, marks in MARKS.items() if marks <= known), Preset.SPREADSHEET)


def stage(status: str) -> Stage | None:
    """Return how far a status says that it came, or None where it says nothing that is known."""
    said = plain(status)
    return next((one for one, names in STATUSES.items() if said in names), None)


def plain(heading: str) -> str:
    """Return a heading in small letters, with single spaces for whatever is no letter."""
    return " ".join(re.findall(r"[^\W_]+", heading.casefold()))
