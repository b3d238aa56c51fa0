"""What it costs when the rulebook doubles, and when the events become a thousand."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

import msgspec

from afterword import rulebooks
from afterword.etiquette.events import Sent
from afterword.etiquette.judge import judge
from afterword.etiquette.moment import Moment
from afterword.etiquette.rulebook.book import Page, Rulebook
from afterword.etiquette.rulebook.rule import LayerKind
from afterword.etiquette.situation import Situation
from afterword.etiquette.vocabulary import Act, Channel
from bench.cases import Row, best, situations

ENOUGH = 3000
COUNTS = (10, 100, 1000)


def rows(scale: int) -> Iterator[Row]:
    """Yield the cost of twice the rows, and of ten, a hundred and a thousand events."""
    cases = situations() * max(1, 20 // scale)
    book = rulebooks.rulebook()
    twice = doubled(book)
    once = best(lambda: [judge(case, book) for case in cases])
    double = best(lambda: [judge(case, twice) for case in cases])
    yield f"{len(twice.rules)} rows against {len(book.rules)}", f"{double / once:.2f} ×", "≤ 1.3 ×"
    base = 0.0
    for count in COUNTS:
        case = busy(count)
        times = max(3, ENOUGH // count // scale)
        seconds = best(partial(_judge_often, case, book, times))
        cost = seconds / times * 1e6
        per_event = cost / count
        base = base or per_event
        aim = "linear: ≤ 1 × per event" if count > COUNTS[0] else ""
        value = f"{cost:,.0f} µs, {per_event / base:.2f} × per event"
        yield f"a situation of {count} events", value, aim


def _judge_often(case: Situation, book: Rulebook, times: int) -> None:
    for _ in range(times):
        judge(case, book)


def doubled(book: Rulebook) -> Rulebook:
    """Return a rulebook with each row twice, the copies under other names and for another country.

    The copies speak about the same acts, so that every question has to pass them over.
    """
    copies = [_copy(page) for page in book.pages]
    return Rulebook([*book.pages, *copies])


def _copy(page: Page) -> Page:
    layer = page.layer
    if layer.kind is LayerKind.REGION:
        layer = msgspec.structs.replace(layer, countries=("XX",))
    rows = {
        f"{name}-copied": msgspec.structs.replace(
            row,
            replaces=tuple(f"{other}-copied" for other in row.replaces),
            when={**row.when}
            if layer.kind is LayerKind.REGION
            else {**row.when, "region": ("XX",)},
        )
        for name, row in page.rows.items()
    }
    return Page(f"{page.name} (copied)", layer, rows)


def busy(count: int) -> Situation:
    """Return the first open case with `count` events: one interview, and the rest messages."""
    case = situations()[0]
    begin = datetime(2025, 1, 1, 9)  # noqa: DTZ001  local to the zone of the situation
    sent = [
        Sent(
            on=Moment(begin + timedelta(hours=number)),
            act=Act.CHECK_IN,
            channel=Channel.EMAIL,
            to=("manager",),
        )
        for number in range(count - 1)
    ]
    return msgspec.structs.replace(case, events=(*sent, *case.events))
