"""The table of posts: ours is sound and dated, and a person's own is read or told what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from afterword.etiquette.problem import Malformed
from afterword.letters.card.envelope import Route
from afterword.letters.card.post import Service, serving
from afterword.press.tables import EXPECTED, FIELDS, post_table

ROW = """
[[services]]
name = "Fast letter"
from = "US"
to = "US"
days = [1, 2]
last_post = 16:30:00
postage = "9.80"
currency = "USD"
up_to_grams = 50
checked = 2026-11-23
source = { title = "The counter in Portland" }
"""
BUILT_IN = post_table().services


def own(tmp_path: Path, text: str) -> str:
    file = tmp_path / "post.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def problems(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(Malformed) as caught:
        post_table(own(tmp_path, text))
    return [str(each).removeprefix(f"{tmp_path / 'post.toml'}: ") for each in caught.value.problems]


@pytest.mark.parametrize("country", ["US", "GB", "DE", "FR", "JP"])
def test_the_countries_with_an_envelope_of_their_own_have_a_post(country: str) -> None:
    assert serving(BUILT_IN, Route(country, country))


@pytest.mark.parametrize("row", BUILT_IN, ids=lambda row: f"{row.name} to {row.to}")
def test_every_row_says_where_it_was_read_and_when(row: Service) -> None:
    assert row.source.title
    assert row.checked >= date(2026, 11, 23)
    assert row.source.link or row.unverified


@pytest.mark.parametrize("row", BUILT_IN, ids=lambda row: f"{row.name} to {row.to}")
def test_a_row_without_a_price_is_not_called_verified(row: Service) -> None:
    assert row.postage or row.unverified
    assert bool(row.postage) is bool(row.currency)


def test_the_services_of_a_route_stand_from_the_cheapest_to_the_dearest() -> None:
    for country in ("GB", "FR", "JP"):
        prices = [float(each.postage or 0) for each in serving(BUILT_IN, Route(country, country))]
        assert prices == sorted(prices)


def test_a_person_s_own_rows_stand_for_their_route_alone(tmp_path: Path) -> None:
    table = post_table(own(tmp_path, ROW)).services
    assert [each.name for each in serving(table, Route("US", "US"))] == ["Fast letter"]
    assert serving(table, Route("GB", "GB")) == serving(BUILT_IN, Route("GB", "GB"))


def test_an_hour_of_the_last_collection_may_be_given(tmp_path: Path) -> None:
    assert str(post_table(own(tmp_path, ROW)).services[0].last_post) == "16:30:00"


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [
        ('name = "Fast letter"', "name = 3", "services[0].name: expected text, found 3"),
        (
            'from = "US"',
            'from = "us"',
            'services[0].from: expected a country such as US or CA-QC, found "us"',
        ),
        (
            'to = "US"',
            'to = "anywhere"',
            'services[0].to: expected a country such as US, or "*" for any other, found "anywhere"',
        ),
        (
            "days = [1, 2]",
            "days = [1]",
            "services[0].days: expected two whole numbers of days such as [1, 3], found [1]",
        ),
        (
            "days = [1, 2]",
            "days = [-1, 2]",
            "services[0].days: expected two whole numbers of days such as [1, 3], found [-1, 2]",
        ),
        (
            "days = [1, 2]",
            'days = [1, 2]\nrests = ["noday"]',
            (
                'services[0].rests: expected a list of at most six weekdays such as ["sunday"], '
                "found ['noday']"
            ),
        ),
        (
            'postage = "9.80"',
            "postage = 9.80",
            'services[0].postage: expected a price in quotes such as "0.78", found 9.8',
        ),
        (
            "checked = 2026-11-23",
            'checked = "soon"',
            'services[0].checked: expected a date such as 2026-11-23, found "soon"',
        ),
        ("up_to_grams = 50\n", "", "services[0].up_to_grams: is missing: a whole number of grams"),
    ],
)
def test_what_is_wrong_is_named_with_what_would_be_right(
    tmp_path: Path, line: str, wrong: str, said: str
) -> None:
    assert problems(tmp_path, ROW.replace(line, wrong)) == [said]


def test_everything_wrong_is_named_at_once(tmp_path: Path) -> None:
    text = ROW.replace('name = "Fast letter"', "name = 3").replace("days = [1, 2]", "days = 1")
    assert len(problems(tmp_path, text)) == 2


def test_a_field_that_is_none_is_answered_with_those_that_are(tmp_path: Path) -> None:
    (said,) = problems(tmp_path, f"{ROW}colour = 1\n")
    assert said.startswith(
        "services[0].colour: is not a field here (accepted: name, from, to, days"
    )


def test_a_service_that_rests_all_week_would_never_deliver(tmp_path: Path) -> None:
    week = '["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]'
    (said,) = problems(tmp_path, f"{ROW}rests = {week}\n")
    assert said.startswith("services[0].rests: expected a list of at most six weekdays")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "services: expected at least one [[services]]"),
        ("services = []", "services: expected at least one [[services]]"),
        ("services = [1]", "services[0]: expected a table, found 1"),
        (f"other = 1\n{ROW}", "other: is not a field here (accepted: services)"),
    ],
)
def test_a_table_needs_services(tmp_path: Path, text: str, said: str) -> None:
    assert said in problems(tmp_path, text)


def test_what_is_no_toml_is_named(tmp_path: Path) -> None:
    (said,) = problems(tmp_path, "services = [")
    assert said.startswith("this is not TOML: ")


def test_what_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "post.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(Malformed, match="this is not TOML"):
        post_table(str(tmp_path / "post.toml"))


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(Malformed, match=r"nowhere\.toml: cannot be read: No such file"):
        post_table("nowhere.toml")


def test_every_field_has_words_for_what_it_takes() -> None:
    assert set(EXPECTED) == set(FIELDS)
