"""Parts of a page that are kept in memory, because what they are made of is the same as before.

{% kept one %}…{% endkept %} renders what stands in it once for each value that it names, in each
language and habit of writing dates, and anew every quarter of an hour: no midnight anywhere falls
between two, so that what is said of a day stays true. Only what follows from those values may stand
in it; never a form, whose token is another in every answer.
"""

from collections.abc import Hashable

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from afterword.actions.memo import Memo
from afterword.web import clock, dates

register = template.Library()

MOST = 1024
"""Parts in memory, a kilobyte or two each."""
QUARTER = 15 * 60

_kept: Memo[Hashable, str] = Memo(MOST)


class Kept(template.Node):
    """A part of a template, and what it is made of."""

    def __init__(self, values: list[FilterExpression], nodelist: NodeList) -> None:
        self.values, self.nodelist = values, nodelist
        self.place = object()

    def render(self, context: Context) -> SafeString:
        """Return the part as it was, where nothing that it is made of is another."""
        told = tuple(value.resolve(context) for value in self.values)
        quarter = int(clock.now().timestamp() // QUARTER)
        key = (self.place, get_language(), dates.HABIT.get(), quarter, told)
        known = _kept.found(key, _any)
        if known is None:
            known = self.nodelist.render(context)
            _kept.keep(key, known)
        return SafeString(known)


def _any(part: str) -> bool:
    del part
    return True


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """Read `{% kept value value … %}` up to its `{% endkept %}`."""
    values = [parser.compile_filter(value) for value in token.split_contents()[1:]]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(values, nodelist)
