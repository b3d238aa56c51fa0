"""Why: what became of every row that matched."""

from afterword import rulebooks
from afterword.etiquette.explain import trace
from afterword.etiquette.fold import standing
from afterword.etiquette.rulebook.facts import Question
from afterword.etiquette.vocabulary import Act, Channel
from afterword.etiquette.weighing import Scale
from tests.etiquette.timeline import situation

BOOK = rulebooks.rulebook()


def outcomes(timeline: str, act: Act, channel: Channel, country: str = "US") -> dict[str, str]:
    """Return what became of every row, by its id, for an act towards Lena."""
    told = situation(
        timeline, now="2026-03-12T11:00", people="lena:hiring-manager", country=country
    )
    stands = standing(told)
    scale = Scale(BOOK, stands)
    rows = trace(scale, Question(act), stands.people["lena"], stands.now, channel)
    return {row.rule: row.outcome for row in rows}


ASKED_TWICE = """
    2026-03-03 14:00 interview with=lena
    2026-03-05 10:00 sent act=check-in channel=email to=lena
    2026-03-06 10:00 sent act=check-in channel=email to=lena
"""


def test_refusals_decide_and_agree_and_advice_gives_way() -> None:
    found = outcomes(ASKED_TWICE, Act.CHECK_IN, Channel.PHONE)
    assert found["one-channel-at-a-time"] == "decides"
    assert found["two-unanswered-questions-are-enough"] == "agrees"
    assert found["ask-once-after-a-week-of-silence"] == "gives way to one-channel-at-a-time"


def test_a_replaced_row_says_by_what() -> None:
    found = outcomes(ASKED_TWICE, Act.CHECK_IN, Channel.EMAIL, country="GB")
    assert found["two-unanswered-questions-are-enough"] == "replaced by one-reminder-in-britain"


def test_rows_whose_time_is_not_now_are_silent() -> None:
    found = outcomes("2026-03-11 14:00 interview with=lena", Act.THANK_YOU, Channel.EMAIL)
    assert found["thanks-can-wait-for-monday"] == "silent: its time is not now"
    assert found["nobody-to-thank-yet"].startswith("silent: it only speaks where no other")
