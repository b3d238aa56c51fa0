"""Tags and filters of the pages: addresses of our own files, and words for what rules say."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from afterword.actions import called as naming
from afterword.actions.caps import Cap
from afterword.actions.items import Item
from afterword.etiquette.judge import Reason
from afterword.etiquette.problem import Problem
from afterword.etiquette.vocabulary import Act, Basis, Channel, Role, Stage, Word
from afterword.letters.notes import Note
from afterword.web import caps, clock, dates, phrases, stems, stock, wrong

register = template.Library()


@register.simple_tag
def asset(name: str) -> str:
    """Return the address of a file of the current edition."""
    return _asset(stock.digest(), name)


@cache  # there are a dozen, and each page names five
def _asset(edition: str, name: str) -> str:
    return reverse("asset", args=(edition, name))


@register.filter
def moment(when: datetime | None) -> str:
    """Return a moment as one speaks of it."""
    return phrases.moment(when, clock.now()) if when else ""


@register.filter
def day(when: date | None) -> str:
    """Return a day in brief."""
    return dates.short(when, clock.now()) if when else ""


@register.filter
def hour(when: datetime) -> str:
    """Return a moment to the minute: "Wed 25 Nov, 09:00"."""
    return f"{dates.short(when, clock.now())}, {dates.time(when)}"


@register.filter
def long_day(when: date) -> str:
    """Return a day in full."""
    return dates.long(when)


@register.filter
def iso_day(when: date) -> str:
    """Return a day as programs write it, on the calendar that it is given in."""
    return f"{when:%Y-%m-%d}"


@register.filter
def capped(cap: Cap) -> str:
    """Return how much of what is allowed over several roles was sent."""
    return caps.capped(cap)


@register.filter
def wanting(messages: int) -> str:
    """Return how many messages wait for a word, as a sentence."""
    return phrases.wanting(messages)


@register.filter
def since(item: Item, now: datetime) -> str:
    """Return what a step follows on, as one says it on the day of `now`."""
    return phrases.since(item.after, now.date())


@register.simple_tag
def foreign(language: str = "en") -> SafeString:
    """Return the attribute that says in which language a text is, where the page's is another."""
    here = (get_language() or "").partition("-")[0]
    return SafeString("") if here == language else format_html(' lang="{}"', language)


@register.filter
def by(channel: Channel) -> str:
    """Return how an act reaches its person."""
    return str(phrases.BY[channel])


@register.filter
def authority(basis: Basis) -> str:
    """Return on whose authority a rule speaks."""
    return str(phrases.AUTHORITY[basis])


@register.filter
def stage(word: Stage) -> str:
    """Return how far something has come."""
    return str(phrases.STAGES[word])


@register.filter
def role(word: Role) -> str:
    """Return what somebody is in an opportunity."""
    return str(phrases.ROLES[word])


@register.filter
def act(word: Act) -> str:
    """Return what somebody could do."""
    return str(phrases.ACTS[word])


@register.filter
def mark(word: Word) -> str:
    """Return the word of a verdict as a label."""
    return str(phrases.MARKS[word])


@register.filter
def sources(reason: Reason) -> int:
    """Return how many sources stand behind a reason."""
    return len(reason.sources)


@register.filter
def source(text: str) -> str:
    """Return where something was read, for reading."""
    return phrases.source(text)


@register.filter
def about(address: str) -> str:
    """Return what a page is about, as far as its address tells in words, and otherwise nothing."""
    return phrases.about(address)


@register.filter
def is_address(text: str) -> bool:
    """Return whether a source can be opened in a browser."""
    return text.startswith(("https://", "http://"))


@register.filter
def told(note: Note) -> str:
    """Return a note with its stem, as it was finished."""
    return stems.told(note)


@register.filter
def called(rule: str) -> str:
    """Return the id of a rule, which is a phrase, in words."""
    return naming.called(rule)


@register.filter
def ahead(coming: Sequence[Item]) -> str:
    """Return the heading over what comes: whether all of it is in this week, by its own clock."""
    days = [item.opens for item in coming if item.opens]
    return phrases.ahead(days, clock.now())


@register.filter
def details(number: int) -> str:
    """Return how much of a letter only this conversation can have told."""
    return phrases.details(number)


@register.simple_tag(takes_context=True)
def in_words(context: Context, problems: Iterable[Problem]) -> tuple[wrong.Wrong, ...]:
    """Return what is wrong as a form says it, by the labels of its fields, if it has such."""
    return wrong.in_words(problems, context.get("fields") or ())
