"""She cannot tell how it went: a card by hand, the gift of time, and a silence that is right."""

from tests.journeys.life import Life

THANKS = "Thank Lena Ruiz in your own hand"


def test_a_card_by_hand(life: Life) -> None:
    life.interviewed("I cannot tell")
    assert life.letter.startswith("Dear Lena")
    # A card needs an address; asking for one would spoil it, and an e-mail is as good.
    life.today()
    assert life.do == ["Thank Lena Ruiz by e-mail"]
    life.knows_the_address("Lena Ruiz")

    life.today()
    assert life.opening == "One thing to do, two things to leave alone."
    assert life.do == [THANKS]
    assert "Ask Lena Ruiz how things stand" in " ".join(life.alone)

    answer = life.may("send flowers")
    assert "No." in answer
    assert "present while a decision is pending" in answer
    assert "Better: Words only: a short" in answer

    life.writes(THANKS)
    life.page.get_by_role("link", name="To the card").click()
    assert "A card for Lena Ruiz" in life.page.get_by_role("heading", level=1).inner_text()
    life.page.get_by_role("button", name="I posted it").click()
    assert "Done" in life.said

    # Nothing to do, and it says until when and why; a press takes it back.
    assert life.opening.startswith("Nothing to send today, and that is right. Next: ")
    life.undoes()
    assert life.do == [THANKS]
    life.undoes()
    assert life.do == []


def test_the_days_after_it(life: Life) -> None:
    life.interviewed("I cannot tell")
    life.sends()
    for day in ("2026-03-04 09:00", "2026-03-06 09:00", "2026-03-09 20:00"):
        life.day(day)
        assert life.do == []
        assert any("how things stand until" in one for one in life.alone)

    life.day("2026-03-12 09:00")
    assert life.away.startswith("You were away three days.")
    assert "Now is the time: ask Lena Ruiz how things stand" in life.away

    # A no to "may I call?", with what to do instead; then she writes to them herself.
    assert "No." in life.may("call and ask")
    changed = life.happened("They wrote to me")
    assert "Leave alone: ask Lena Ruiz how things stand" in changed
    life.today()
    assert life.do == []
