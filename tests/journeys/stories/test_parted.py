"""They parted in agreement: a brief e-mail; and when another role opens, the door stands open."""

from tests.journeys.life import Life


def test_a_brief_email_and_an_opening_a_month_later(life: Life) -> None:
    life.interviewed("—")
    changed = life.happened("We agreed to leave it")
    assert "No longer needed: thank Lena Ruiz" in changed
    assert "New: part graciously from Lena Ruiz by e-mail" in changed

    life.today()
    assert life.do == ["Part graciously from Lena Ruiz by e-mail"]
    letter = life.writes("Part graciously")
    assert len(letter.split()) <= 100
    life.sends()
    assert life.opening.startswith("Nothing to send today, and that is right.")

    # It is over: no question, no present; a month is left alone.
    life.day("2026-03-05 09:00")
    assert life.do == []
    assert "No." in life.may("ask how things stand")
    assert "No." in life.may("send flowers")
    assert "Wait." in life.may("write about a new opening")
    life.day("2026-03-20 09:00")
    assert life.do == []

    life.day("2026-04-07 09:00")
    changed = life.happened("Another role opened there", Which_role="shift planner")
    assert "New: write to Lena Ruiz about the new opening by e-mail" in changed
    assert "Go ahead." in life.may("write about a new opening")
    life.today()
    assert life.do == ["Write to Lena Ruiz about the new opening by e-mail"]
    assert "shift planner" in life.writes("about the new opening")
    life.sends()

    # Once is enough.
    life.day("2026-04-09 09:00")
    assert life.do == []
    assert "Go ahead." not in life.may("write about a new opening")
