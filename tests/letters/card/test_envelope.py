"""The envelope: what each country's post wants, and address lines that nobody rearranges."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.card.envelope import CUSTOMS, Addressed, Box, Route, address_lines, addressed
from afterword.letters.card.stationery import A2, A7, C6, DL, NUMBER_10, Sheet
from tests.letters.card.cards import ADDRESS

ENVELOPES = (C6, DL, A2, A7, NUMBER_10)
COUNTRIES = (*CUSTOMS, "SE")
GERMAN = "Nordwind GmbH\nHafenstraße 12\n20457 Hamburg"


def layout(
    sheet: Sheet = C6, to: str = "US", sender: str = "US", recorded: str = ADDRESS
) -> Addressed:
    return addressed(sheet, Route(sender, to), "Lena Ruiz", recorded)


@pytest.mark.parametrize("sheet", ENVELOPES, ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("country", COUNTRIES)
def test_nothing_overlaps_and_nothing_leaves_the_envelope(sheet: Sheet, country: str) -> None:
    laid = layout(sheet, country, country)
    boxes = [box for box in (laid.reader, laid.stamp, laid.empty, laid.sender) if box]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    for box in boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= sheet.width + 0.02
        assert box.y + box.height <= sheet.height + 0.02


@pytest.mark.parametrize("sheet", ENVELOPES, ids=lambda sheet: sheet.name)
def test_american_machines_read_an_address_between_two_lines(sheet: Sheet) -> None:
    box = layout(sheet).reader
    assert sheet.height - box.y <= 2.75 * 25.4 + 0.02
    assert sheet.height - (box.y + box.height) >= 0.625 * 25.4 - 0.02
    assert box.x >= 12.7
    assert sheet.width - (box.x + box.width) == pytest.approx(12.7, abs=0.02)


def test_the_lower_right_corner_stays_empty_for_the_bar_code() -> None:
    empty = layout(A7).empty
    assert (empty.width, empty.height) == pytest.approx((120.65, 15.88), abs=0.02)
    assert empty.x + empty.width == pytest.approx(A7.width, abs=0.02)
    assert empty.y + empty.height == pytest.approx(A7.height, abs=0.02)


@pytest.mark.parametrize("country", ["DE", "SE", "GB", "FR", "JP"])
def test_elsewhere_an_address_begins_four_centimetres_from_the_top(country: str) -> None:
    box = layout(C6, country, country).reader
    assert box.y >= 40
    assert C6.height - (box.y + box.height) >= 15
    assert C6.width - (box.x + box.width) >= 15


@pytest.mark.parametrize(
    ("country", "on_back"), [("US", False), ("DE", False), ("GB", True), ("FR", True)]
)
def test_the_sender_stands_where_that_country_looks_for_it(country: str, *, on_back: bool) -> None:
    laid = layout(C6, country, country)
    assert (laid.sender is None) is on_back
    assert ("Your own name and address go on the back." in laid.advice) is on_back


@pytest.mark.parametrize("sheet", ENVELOPES, ids=lambda sheet: sheet.name)
def test_a_sender_on_the_front_stays_in_the_left_half_and_the_upper_third(sheet: Sheet) -> None:
    sender = layout(sheet).sender
    assert sender
    assert sender.x + sender.width <= sheet.width / 2 + 0.02
    assert sender.y + sender.height <= sheet.height / 3 + 0.02


def test_an_address_stands_in_the_order_in_which_it_was_recorded() -> None:
    assert layout().lines == (
        "Lena Ruiz",
        "Corbel",
        "12 Harbor Street, Suite 4",
        "Portland, ME 04101",
    )


def test_a_name_that_is_in_the_address_is_not_written_twice() -> None:
    recorded = "Ms LENA RUIZ\nCorbel"
    assert address_lines("Lena Ruiz", recorded, Route("US", "US")) == ("Ms LENA RUIZ", "Corbel")


def test_the_country_stands_last_where_the_card_goes_abroad() -> None:
    assert layout(to="DE", sender="GB", recorded=GERMAN).lines[-1] == "GERMANY"
    assert layout(to="DE", sender="DE", recorded=GERMAN).lines[-1] == "20457 Hamburg"
    assert layout(to="CA-QC", sender="CA", recorded="1 rue A\nQuébec").lines[-1] == "Québec"


def test_a_country_that_was_recorded_is_not_written_twice() -> None:
    assert layout(to="DE", sender="GB", recorded=f"{GERMAN}\nGermany").lines[-2:] == (
        "20457 Hamburg",
        "Germany",
    )


def test_a_country_without_a_name_here_is_left_to_the_person() -> None:
    laid = layout(to="KE", sender="GB", recorded="1 Moi Avenue\nNairobi")
    assert laid.lines[-1] == "Nairobi"
    assert "It goes abroad: the last line is the country, in capitals." in laid.advice


def test_an_address_that_was_not_written_down_leaves_empty_lines() -> None:
    laid = layout(to="DE", sender="GB", recorded="")
    assert laid.lines == ()
    assert laid.reader.height == pytest.approx(4 * laid.pitch)
    assert "Their address is not in your file: write it on these lines." in laid.advice
    assert "It goes abroad: the last line is GERMANY." in laid.advice


def test_many_lines_stand_closer_and_far_too_many_are_named() -> None:
    seven = "\n".join(f"Part {number}" for number in range(7))
    assert 5 < layout(recorded=seven).pitch < 8
    laid = layout(recorded=f"{seven}\n{seven}")
    assert "That is a long address: leave out what the post does not need." in laid.advice
    assert laid.reader.y + laid.reader.height <= C6.height - 15


LINES = st.lists(st.text("abc 123,.", min_size=1, max_size=20).filter(str.strip), min_size=1)


@given(LINES, st.sampled_from(COUNTRIES), st.sampled_from(COUNTRIES))
def test_no_address_is_ever_rearranged(recorded: list[str], sender: str, reader: str) -> None:
    lines = address_lines("Lena Ruiz", "\n".join(recorded), Route(sender, reader))
    kept = [" ".join(line.split()) for line in recorded]
    place = lines.index(kept[0])
    assert list(lines[place : place + len(kept)]) == kept
    assert len(lines) <= len(kept) + 2


def overlap(one: Box, other: Box) -> bool:
    """Return whether two places on an envelope have more than an edge in common."""
    return (
        one.x < other.x + other.width - 0.02
        and other.x < one.x + one.width - 0.02
        and one.y < other.y + other.height - 0.02
        and other.y < one.y + one.height - 0.02
    )
