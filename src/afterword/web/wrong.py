"""What a person wrote wrong, as a page says it: at which field, and what would be right."""

import re
from collections.abc import Iterable

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from afterword.etiquette.problem import Problem
from afterword.web.asking import Field

# How the rooms below word what they find; a form knows better words for the same.
STILL_TO_COME = re.compile(r"is after now \(")
NOTHING_SAID = re.compile(r"^is missing$|missing required field")
DOES_NOT_FIT = re.compile(
    r"^expected |^Expected |^Invalid |is not a field here|is not one of the accepted values"
    r"|is not a value that it takes|is not a date such as|names no act"
)
IN_WORDS: tuple[tuple[re.Pattern[str], str | Promise], ...] = (
    (STILL_TO_COME, lazy("That is still to come: log it when it has happened.")),
    (NOTHING_SAID, lazy("There has to be something here.")),
    (DOES_NOT_FIT, lazy("That does not fit here. Look at it once more, or leave it empty.")),
)
# A failure to convert says where at its end: "… - at `$.by`", or names the field that is missing.
AT = re.compile(r"at `\$\.(\w+)|missing required field `(\w+)`")
LAST = re.compile(r"([\w-]+)(?:\[\d+\])?$")


class Wrong(msgspec.Struct, frozen=True):
    """One thing to put right; `name` is that of a field on the page, or nothing."""

    name: str
    label: str
    said: str

    def __str__(self) -> str:
        """Return it in one line."""
        return f"{self.label}: {self.said}" if self.label else self.said


def outside(problems: Iterable[Problem]) -> list[str]:
    """Return problems as a page says them that has no form to put them right."""
    elsewhere = _("That asks for something that there is not. Go back, and choose once more.")
    told = (
        elsewhere if DOES_NOT_FIT.search(one.message) else str(_wrong(one, {})) for one in problems
    )
    return list(dict.fromkeys(told))


def in_words(problems: Iterable[Problem], fields: Iterable[Field] = ()) -> tuple[Wrong, ...]:
    """Return problems as a page says them, each with the label of the field that it is about."""
    labels = {field.name: str(field.label).rstrip("?") for field in fields}
    return tuple(_wrong(one, labels) for one in problems)


def _wrong(problem: Problem, labels: dict[str, str]) -> Wrong:
    said = next(
        (str(words) for form, words in IN_WORDS if form.search(problem.message)), problem.message
    )
    name = _name(problem)
    if name in labels:
        return Wrong(name, labels[name], said)
    return Wrong("", name if said == problem.message else "", said)


def _name(problem: Problem) -> str:
    """Return the field that a problem is about, without where its event stands in the journal."""
    if found := AT.search(problem.message):
        return found[1] or found[2]
    found = LAST.search(problem.path)
    return found[1] if found else ""
