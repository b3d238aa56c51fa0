"""Moments of a rule in words: "two working days after the day that they named"."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from afterword.etiquette.rulebook.mark import Rest, Unit, parse
from afterword.etiquette.standing import Anchor

ANCHORS: Mapping[Anchor, str | Promise] = {
    Anchor.APPLICATION: lazy("your application"),
    Anchor.CLOSING: lazy("the posting closed"),
    Anchor.SCHEDULED: lazy("the interview that is agreed"),
    Anchor.INTERVIEW: lazy("the interview"),
    Anchor.MEETING: lazy("you met"),
    Anchor.MISSED: lazy("the appointment that was missed"),
    Anchor.WORD: lazy("their last word"),
    Anchor.MESSAGE: lazy("their last message"),
    Anchor.PROMISE: lazy("the day that they named"),
    Anchor.LETTER_PROMISE: lazy("the day that they named for the letter"),
    Anchor.INVITED: lazy("the day on which to ask again"),
    Anchor.QUESTION: lazy("their question"),
    Anchor.REQUEST: lazy("their request"),
    Anchor.OWN_FOLLOW_UP: lazy("the day that you named"),
    Anchor.OWN_MATERIAL: lazy("the day for what you promised"),
    Anchor.LAST_ASK: lazy("your last question"),
    Anchor.LAST_CONTACT: lazy("your last message"),
    Anchor.OTHER_MESSAGE: lazy("your last message to them over another role"),
    Anchor.OTHER_QUESTION: lazy("your last question to them over another role"),
    Anchor.OTHER_QUESTION_BEFORE: lazy("your last question there but one, over other roles"),
    Anchor.RETURN: lazy("their return"),
    Anchor.ENDING: lazy("it ended"),
    Anchor.REPOSTING: lazy("the role was advertised again"),
    Anchor.NEW_OPENING: lazy("the new opening"),
    Anchor.OFFER: lazy("the offer"),
    Anchor.OFFER_DEADLINE: lazy("the day by which to answer the offer"),
    Anchor.TALKS: lazy("your talks about pay"),
    Anchor.ACCEPTANCE: lazy("you accepted"),
    Anchor.START: lazy("your first day"),
    Anchor.COMPETING_OFFER: lazy("the other offer"),
    Anchor.COMPETING_DEADLINE: lazy("the day by which to answer the other offer"),
    Anchor.SLIP: lazy("the slip"),
    Anchor.HELP: lazy("their help"),
    Anchor.NEWS: lazy("the news"),
}
RESTS: Mapping[Rest, str | Promise] = {
    Rest.WEEKEND: lazy("the next weekday"),
    Rest.DAYS_OFF: lazy("the next working day"),
}
UNITS: Mapping[Unit, str | Promise] = {
    Unit.MINUTES: lazy("minutes"),
    Unit.HOURS: lazy("hours"),
    Unit.DAYS: lazy("days"),
    Unit.WORKING_DAYS: lazy("working days"),
}


def marked(text: str) -> str:
    """Return a moment, as a table writes it, in words."""
    mark = parse(text)
    if mark.rest:
        return str(RESTS[mark.rest])
    assert mark.anchor is not None  # noqa: S101  what marks no rest has an anchor
    event = str(ANCHORS[mark.anchor])
    if not mark.amount:
        return _("from %(event)s on") % {"event": event}
    how = _("%(time)s after %(event)s") if mark.amount > 0 else _("%(time)s before %(event)s")
    return how % {"time": counted(mark.unit, abs(mark.amount)), "event": event}


def counted(unit: Unit, number: int) -> str:
    """Return a length of time in words: "2 working days"."""
    return _declined(unit, number) % {"n": number}


def _declined(unit: Unit, number: int) -> str:
    match unit:
        case Unit.MINUTES:
            return ngettext("%(n)d minute", "%(n)d minutes", number)
        case Unit.HOURS:
            return ngettext("%(n)d hour", "%(n)d hours", number)
        case Unit.DAYS:
            return ngettext("%(n)d day", "%(n)d days", number)
        case Unit.WORKING_DAYS:
            return ngettext("%(n)d working day", "%(n)d working days", number)
