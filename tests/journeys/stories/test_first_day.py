"""The first day in the new job: a word to those who made it possible, and something to share."""

from tests.journeys.life import Life


def test_the_right_note_at_the_start(life: Life) -> None:
    life.interviewed("well")
    life.sends()
    life.day("2026-03-10 10:00")
    life.happened("They made an offer", In_writing=True)
    life.happened("Pay is settled")
    life.happened("I accepted", In_writing=True)

    life.day("2026-04-01 18:30")
    life.happened("I started there")
    life.today()
    assert life.opening == "Nothing to send today, and that is right."

    go = life.may("thank them by hand")
    assert "Go ahead." in go
    assert "those who met you" in go
    assert "Go ahead." in life.may("bring something sweet for the office")
    assert "No." in life.may("give a small present")
    assert "Go ahead." in life.may("connect on LinkedIn")
    assert "No." in life.may("ask how things stand")

    # From the answer to the letter is one press; what was sent can be taken back.
    life.may("thank somebody")
    life.page.locator("#verdict").get_by_role("link", name="Write it").click()
    assert "Lena" in life.letter
    life.sends()
    life.undoes()
    assert "Go ahead." in life.may("thank somebody")


def test_it_sinks_by_itself(life: Life) -> None:
    life.interviewed("well")
    life.happened("They made an offer")
    life.happened("I accepted")
    life.happened("I started there")
    life.page.goto(f"{life.home}/opportunities")
    text = life.page.get_by_role("main").inner_text()
    assert "Corbel" in text
    life.day("2026-05-08 09:00")
    assert life.opening.startswith("Nothing to send today")
    assert life.alone == []
