"""What fills the slots of a letter: the occasion's facts and the profile's, and no others."""

from datetime import date

import msgspec

from afterword.letters.dates import adverbial, calendar, noun, on
from afterword.letters.language import Case, Dates, Dialect, Language, Lists
from afterword.letters.names import called
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile


def facts(occasion: Occasion, profile: Profile, language: Language) -> dict[str, str]:
    """Return every fact by the name of its slot; what is not known is not there."""
    usage = language.usage
    dates = _spelt(usage.dates, language.dialects.get(profile.spelling))
    known = {
        "name": called(occasion.to.name, profile.register, usage.titles),
        "others": strung(occasion.others, usage.lists),
        "me": strung(profile.names, usage.lists),
        "phone": profile.phone,
        "employer": occasion.employer,
        "role": _role(occasion.role, usage.case),
        "opening": _role(occasion.opening, usage.case),
        **_met(occasion, dates),
        **_named("promised", occasion.promised, occasion.today, dates),
        **_named("deadline", occasion.deadline, occasion.today, dates),
        **_named("answer_by", occasion.answer_by, occasion.today, dates),
    }
    return {slot: fact for slot, value in known.items() if (fact := " ".join(value.split()))}


def strung(names: tuple[str, ...], lists: Lists) -> str:
    """Return names strung together: "Tom", "Tom and Ada", "Tom, Ada and Wen"."""
    *first, last = [name for name in names if name.strip()] or [""]
    return lists.last.join((lists.comma.join(first), last)) if first else last


def _met(occasion: Occasion, dates: Dates) -> dict[str, str]:
    met, today = occasion.met, occasion.today
    if met is None or occasion.absent or (today and met > today):
        return {}
    return {"day": noun(met, today, dates), "when": adverbial(met, today, dates)}


def _named(slot: str, day: date | None, today: date | None, dates: Dates) -> dict[str, str]:
    """Return a day that was named; once it has passed, "yesterday" would sound like a reproach."""
    if day is None:
        return {}
    if today and day < today:
        named = calendar(day, today, dates)
        return {slot: named, f"{slot}_on": on(named, dates)}
    return {slot: noun(day, today, dates), f"{slot}_on": adverbial(day, today, dates)}


def _spelt(dates: Dates, dialect: Dialect | None) -> Dates:
    if dialect is None:
        return dates
    return msgspec.structs.replace(
        dates, date=dialect.date or dates.date, dated=dialect.dated or dates.dated
    )


def _role(role: str, case: Case) -> str:
    """Return a job title inside a sentence: "Charge nurse" begins there with a small letter."""
    first, _, rest = role.partition(" ")
    if first in case.roles and rest == rest.lower():
        return f"{first.lower()} {rest}".strip()
    return role
