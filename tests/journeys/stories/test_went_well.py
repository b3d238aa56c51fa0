"""It went well, and they named a day: one simple note, and no more until after that day."""

from tests.journeys.life import Life

NAMED = {"When will they decide?": "2026-03-12"}


def test_one_simple_note(life: Life) -> None:
    life.interviewed("well", **NAMED)
    life.knows_the_address("Lena Ruiz")
    life.today()
    assert life.do == ["Thank Lena Ruiz in your own hand"]

    # An e-mail will do as well, and is gone within the hour.
    life.writes("Thank Lena Ruiz")
    life.page.get_by_role("link", name="by e-mail").click()
    letter = life.letter
    assert "one wall" in letter
    assert letter.count("!") == 0
    assert "No longer needed: thank Lena Ruiz" in life.sends()
    assert life.opening == "Nothing to send today, and that is right. Next: Mon 16 Mar, Corbel."


def test_more_thanks_would_hurt(life: Life) -> None:
    life.interviewed("well", **NAMED)
    life.sends()
    again = life.may("thank somebody")
    assert "Go ahead." not in again
    assert "No." in life.may("give a small present")
    assert "Wait." in life.may("connect on LinkedIn")


def test_from_the_note_to_their_word(life: Life) -> None:
    life.interviewed("well", **NAMED)
    life.sends()
    # Their day comes and goes; asking is right two working days after it, and not before.
    for day in ("2026-03-04 08:30", "2026-03-12 21:00", "2026-03-13 08:30"):
        life.day(day)
        assert life.do == []
        assert any("how things stand until" in one for one in life.alone)
        assert "Wait." in life.may("ask how things stand")
    life.day("2026-03-16 09:30")
    assert life.do == ["Ask Lena Ruiz how things stand by e-mail"]

    # The question is half written when the offer comes: the plan is another one at once.
    changed = life.happened("They made an offer")
    assert "No longer needed: ask Lena Ruiz how things stand" in changed
    assert "New: thank Lena Ruiz for the offer" in changed
    life.undoes()
    life.today()
    assert life.do == ["Ask Lena Ruiz how things stand by e-mail"]
