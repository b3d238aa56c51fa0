"""The conditions of a rule as a person would say them: "you applied or there is an offer".

A condition is a field and what it admits. Here every field has a sentence, and every word that may
stand in it a phrase; a test holds that none is missing.
"""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from afterword.etiquette.ledger import BEFORE_OFFER
from afterword.etiquette.rulebook.facts import FIELDS, Sort
from afterword.etiquette.rulebook.rule import Clause, Value
from afterword.web.phrases import ROLES, SECTORS
from afterword.web.wording import FLAGS, NUMBERS, SENTENCES, WORDS

Text = str | Promise
MOST_NAMED = 5
COMPARISONS = {
    ">=": lazy("at least %(number)s"),
    "<=": lazy("at most %(number)s"),
    ">": lazy("more than %(number)s"),
    "<": lazy("fewer than %(number)s"),
    "==": lazy("exactly %(number)s"),
}
PHRASES: Mapping[str, Mapping[str, Text]] = {
    **WORDS,
    "role": {str(role): phrase for role, phrase in ROLES.items()},
    "sector": {str(sector): phrase for sector, phrase in SECTORS.items()},
}


def conditions(clause: Clause) -> Iterator[str]:
    """Yield what a clause asks, a sentence for each field."""
    for field, value in clause.items():
        yield _sentence(field, value)


def _sentence(field: str, value: Value) -> str:
    match FIELDS[field].sort:
        case Sort.FLAG:
            return str(FLAGS[field][0 if value else 1])
        case Sort.NUMBER:
            return str(NUMBERS[field]) % {"number": _number(value)}
        case _:
            return _worded(field, (value,) if isinstance(value, str) else value)


def _worded(field: str, value: Value) -> str:
    """Return a sentence with the words that a field admits, or where they are many, does not."""
    named = tuple(value) if isinstance(value, tuple | list) else (str(value),)
    if field == "stage" and set(named) == BEFORE_OFFER:
        return _("it is not decided yet")
    known = PHRASES.get(field, {})
    left = tuple(word for word in known if word not in named)
    told, but = SENTENCES[field]
    if len(named) > MOST_NAMED and 0 < len(left) < len(named):
        return str(but) % {"words": _either(field, left)}
    return str(told) % {"words": _either(field, named)}


def _either(field: str, words: tuple[str, ...]) -> str:
    phrases = [str(PHRASES.get(field, {}).get(word, word)) for word in words]
    *most, last = phrases
    return _("%(some)s or %(last)s") % {"some": ", ".join(most), "last": last} if most else last


def _number(value: Value) -> str:
    texts = value if isinstance(value, tuple | list) else (value,)
    return _(" and ").join(_compared(str(text)) for text in texts)


def _compared(text: str) -> str:
    sign, _space, number = text.partition(" ")
    if not number:
        return _("none") if text == "0" else text
    if (sign, number) == (">=", "1"):
        return _("at least one")
    return str(COMPARISONS[sign]) % {"number": number}
