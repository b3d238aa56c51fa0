"""A moment as a rule writes it is read, and found on the employer's calendar."""

import pytest

from afterword.etiquette.rulebook.mark import Mark, Rest, Unit, parse, when
from afterword.etiquette.standing import Anchor
from afterword.etiquette.workdays import workdays
from tests.etiquette.timeline import at

FRIDAY = {Anchor.INTERVIEW: at("2026-03-06 14:30")}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("interview", Mark(Anchor.INTERVIEW)),
        ("interview + 1 hour", Mark(Anchor.INTERVIEW, 1, Unit.HOURS)),
        ("last-ask + 30 minutes", Mark(Anchor.LAST_ASK, 30, Unit.MINUTES)),
        ("offer-deadline - 1 day", Mark(Anchor.OFFER_DEADLINE, -1, Unit.DAYS)),
        ("promise + 2 working days", Mark(Anchor.PROMISE, 2, Unit.WORKING_DAYS)),
        ("next weekday", Mark(rest=Rest.WEEKEND)),
        ("next working day", Mark(rest=Rest.DAYS_OFF)),
    ],
)
def test_a_mark_is_read_as_a_person_says_it(text: str, mark: Mark) -> None:
    assert parse(text) == mark


@pytest.mark.parametrize(
    "text", ["", "soon", "lunch + 2 hours", "interview + two hours", "interview + 2 weeks"]
)
def test_another_text_is_refused_and_told_what_a_mark_looks_like(text: str) -> None:
    with pytest.raises(ValueError, match=r'form "interview \+ 2 hours"; the anchors are applic'):
        parse(text)


@pytest.mark.parametrize(
    ("mark", "moment"),
    [
        ("interview", "2026-03-06 14:30"),
        ("interview + 0 days", "2026-03-06 14:30"),
        ("interview + 90 minutes", "2026-03-06 16:00"),
        ("interview + 24 hours", "2026-03-07 14:30"),
        ("interview + 1 day", "2026-03-07 09:00"),
        ("interview - 1 day", "2026-03-05 09:00"),
        ("interview + 1 working day", "2026-03-09 09:00"),
    ],
)
def test_hours_count_to_the_minute_and_days_begin_at_nine(mark: str, moment: str) -> None:
    assert when(parse(mark), FRIDAY, workdays("US"), ends=False) == at(moment)


@pytest.mark.parametrize(
    ("mark", "moment"),
    [
        ("interview + 90 minutes", "2026-03-06 16:00"),
        ("interview + 1 day", "2026-03-07 17:00"),
        ("interview + 1 working day", "2026-03-09 17:00"),
    ],
)
def test_what_ends_on_a_day_ends_at_five(mark: str, moment: str) -> None:
    assert when(parse(mark), FRIDAY, workdays("US"), ends=True) == at(moment)


@pytest.mark.parametrize("mark", ["promise + 2 days", "next weekday"])
def test_a_mark_without_its_anchor_is_no_moment(mark: str) -> None:
    assert when(parse(mark), FRIDAY, workdays("US"), ends=False) is None
