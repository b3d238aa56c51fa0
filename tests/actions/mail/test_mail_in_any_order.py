"""Mail may come in any order, and twice: what stands in the journal in the end is the same."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.accounts.models import User
from afterword.actions.mail.messages import messages
from afterword.actions.mail.take_message import take
from afterword.actions.timeline import timeline
from afterword.etiquette.plan import Plan
from afterword.journal.models import Message
from tests.actions.hunt import at, book, person
from tests.actions.mail.post import RELAY, hunting, invitation, letter

pytestmark = pytest.mark.usefixtures("journal")

NOW = at("2026-03-20 12:00")
OTHER = "talk-2@corbel.example"
MAIL = (
    letter("We have received your application.", "2026-03-05 09:00", "Corbel", from_=RELAY),
    letter("Hello Alice, the garden is lovely.", "2026-03-06 09:00"),
    letter(
        "I am out of the office until 12 March 2026.",
        "2026-03-07 09:00",
        "Automatic reply",
        auto_submitted="auto-replied",
    ),
    invitation("2026-03-09 09:00", "20260316T140000"),
    invitation("2026-03-10 09:00", "20260317T150000", 1),
    invitation("2026-03-11 09:00", "20260317T150000", 2, method="CANCEL"),
    invitation("2026-03-12 09:00", "20260324T090000", uid=OTHER),
    invitation("2026-03-12 10:00", "20260325T090000", uid=OTHER),
    letter("We need more time. You will hear from us by 27 March.", "2026-03-13 09:00"),
    letter("Could you send us two references?", "2026-03-16 09:00"),
    letter("We have decided to move forward with other candidates.", "2026-03-18 09:00"),
)


def planned(owner: User, uid: str) -> tuple[list[tuple[str, str, str]], Plan, int]:
    """Return what stands in the journal, what the plan makes of it, and what waits for a word."""
    rows = sorted((row.on, row.kind, str(row.payload)) for row in book(owner, uid).events)
    return rows, timeline(owner, uid, now=NOW).plan, len(messages(owner, now=NOW).waiting)


def once(owner: User, raws: Sequence[bytes]) -> tuple[list[tuple[str, str, str]], Plan, int]:
    """Return what comes of mail in the order in which it was written, each message once."""
    uid = hunting(owner)
    for raw in raws:
        take(owner, raw, now=NOW)
    return planned(owner, uid)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_in_any_order_and_twice_the_plan_is_the_same(data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(range(len(MAIL)))))
    shuffled = data.draw(st.permutations([*chosen, *sorted(chosen)[::2]]))
    number = User.objects.count()
    orderly, disorderly = person(f"alice {number}"), person(f"bella {number}")
    expected = once(orderly, [MAIL[one] for one in sorted(chosen)])
    assert once(disorderly, [MAIL[one] for one in shuffled]) == expected
    assert Message.objects.filter(owner=disorderly).count() == len(chosen)
