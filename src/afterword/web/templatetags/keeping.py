"""Parts of a page that are kept in memory, because what they are made of is the same as before.

{% kept one %}…{% endkept %} renders what stands in it once for each value that it names, in each
language and habit of writing dates, and anew every quarter of an hour: no midnight anywhere falls
between two, so that what is said of a day stays true. Only what follows from those values may stand
in it. Forms may: their token, which is another in every answer, is put in afterwards.

{% kept one with more %} is the same, with further variables that take a while to work out: `more`
returns them by their names, and is asked only where nothing is kept.
"""

import secrets
from collections.abc import Hashable

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from afterword.actions.memo import Memo
from afterword.web import clock, dates

register = template.Library()

MOST = 2_000_000
"""Characters in memory, of all parts together."""
QUARTER = 15 * 60
TOKEN = f"token-{secrets.token_hex()}"
"""What stands for the token of a form; nobody can guess it, and write it into a letter."""

_kept: Memo[Hashable, str] = Memo(MOST, weight=len)


class Kept(template.Node):
    """A part of a template, and what it is made of."""

    def __init__(
        self, values: list[FilterExpression], more: FilterExpression | None, nodelist: NodeList
    ) -> None:
        self.values, self.more, self.nodelist = values, more, nodelist
        self.place = object()

    def render(self, context: Context) -> SafeString:
        """Return the part as it was, where nothing that it is made of is another."""
        told = tuple(value.resolve(context) for value in self.values)
        quarter = int(clock.now().timestamp() // QUARTER)
        key = (self.place, get_language(), dates.HABIT.get(), quarter, told)
        known = _kept.found(key, _any)
        if known is None:
            more = self.more.resolve(context) if self.more else {}
            with context.push(csrf_token=TOKEN, **more):
                known = self.nodelist.render(context)
            _kept.keep(key, known)
        if TOKEN in known:
            known = known.replace(TOKEN, str(context["csrf_token"]))
        return SafeString(known)


def forget() -> None:
    """Let go of every part, as after a start."""
    _kept.clear()


def _any(part: str) -> bool:
    del part
    return True


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """Read `{% kept value value … [with more] %}` up to its `{% endkept %}`."""
    names = token.split_contents()[1:]
    more = parser.compile_filter(names.pop()) if "with" in names[-2:-1] else None
    values = [parser.compile_filter(name) for name in names if name != "with"]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(values, more, nodelist)
