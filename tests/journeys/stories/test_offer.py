"""An offer: thanks for it at once, flowers only when it is accepted and pay is settled."""

import pytest

from tests.journeys.life import Life

FLOWERS = "send flowers"


@pytest.fixture
def offered(life: Life) -> Life:
    """Return somebody who was offered the job within the week."""
    life.interviewed("well")
    life.sends()
    life.day("2026-03-09 11:30")
    changed = life.happened("They made an offer", In_writing=True)
    assert "New: thank Lena Ruiz for the offer" in changed
    return life


def test_thanks_for_the_offer_come_first(offered: Life) -> None:
    offered.today()
    assert offered.do == ["Thank Lena Ruiz for the offer by e-mail"]
    offered.writes("for the offer")
    offered.sends()
    assert offered.do == []
    assert "Thank Lena Ruiz for the offer" not in " ".join(offered.alone)


def test_no_flowers_before_the_ink_is_dry_and_then_for_the_office(offered: Life) -> None:
    no = offered.may(FLOWERS)
    assert "No." in no
    assert "Better: Words only" in no

    offered.day("2026-03-10 09:00")
    offered.happened("We began to talk about pay")
    offered.today()
    assert "until Fri 13 Mar" in " ".join(offered.alone)
    assert "No." in offered.may(FLOWERS)

    offered.day("2026-03-12 09:00")
    offered.happened("Pay is settled")
    assert "No." in offered.may(FLOWERS)

    offered.day("2026-03-13 09:00")
    changed = offered.happened("I accepted", In_writing=True)
    assert "No longer to be left alone: give something to Lena Ruiz" in changed
    go = offered.may(FLOWERS)
    assert "Go ahead." in go
    assert "whole office" in go
    # Something for the manager alone is still a no, and it says what would be better.
    assert "small arrangement for the whole office" in offered.may("give a small present")

    # Taking the acceptance back takes the flowers back.
    offered.page.goto(offered.place)
    offered.page.get_by_role("link", name="Change I accepted").click()
    offered.page.get_by_role("button", name="It did not happen").click()
    offered.page.wait_for_url(offered.place)
    assert "No." in offered.may(FLOWERS)


def test_flowers_where_they_may_not_take_any(offered: Life) -> None:
    offered.happened("Pay is settled")
    offered.happened("I accepted")
    assert "Go ahead." in offered.may(FLOWERS)
    offered.page.goto(f"{offered.place}/facts")
    offered.page.get_by_label("May they accept gifts?").select_option(label="they accept none")
    offered.page.get_by_role("button", name="Keep it").click()
    offered.page.wait_for_url(offered.place)
    assert "Go ahead." not in offered.may(FLOWERS)
