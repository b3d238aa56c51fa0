"""Caps over several roles at one employer in words: "2 of 2 questions to Riverside this week"."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.actions.caps import Cap, Counted
from afterword.etiquette.rulebook.mark import Unit
from afterword.web.marks import counted

WEEK = (7, Unit.DAYS)


def capped(cap: Cap) -> str:
    """Return how much of what is allowed was sent."""
    return _("%(sent)s to %(whom)s %(time)s") % {
        "sent": _sent(cap),
        "whom": cap.whom or _("this employer"),
        "time": _("this week") if (cap.amount, cap.unit) == WEEK else _within(cap),
    }


def _within(cap: Cap) -> str:
    return _("within %(time)s") % {"time": counted(cap.unit, cap.amount)}


def _sent(cap: Cap) -> str:
    return _counted(cap.what, cap.most) % {"n": cap.most}


def _counted(what: Counted, number: int) -> str:
    match what:
        case Counted.MESSAGE:
            return ngettext("%(n)d of %(n)d message", "%(n)d of %(n)d messages", number)
        case Counted.QUESTION:
            return ngettext("%(n)d of %(n)d question", "%(n)d of %(n)d questions", number)
