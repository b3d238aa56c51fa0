"""A page is read with all its mistakes named, and pages together make one rulebook."""

import pytest

from afterword.etiquette.problem import Malformed
from afterword.etiquette.rulebook.book import Rulebook, read_page
from afterword.etiquette.rulebook.mark import Mark, Unit
from afterword.etiquette.rulebook.rule import LayerKind
from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import Basis, Say
from tests.etiquette.rulebook.shelf import base, region, sector

PAGE = """
[layer]
kind = "base"
title = "Thanks"

[rates]
EUR = 1.1

[thank-them]
say = "do"
act = ["thank-you"]
from = "interview + 2 hours"
best = "interview + 1 day"
until = "interview + 7 days"
why = "Everybody likes to be thanked."
basis = "seed"
sources = ["seed"]
"""


def complaints(text: str) -> list[str]:
    """Return what is wrong with the text of a page, a line for each problem."""
    with pytest.raises(Malformed) as caught:
        read_page("small.toml", text)
    return list(map(str, caught.value.problems))


def test_a_page_is_a_layer_its_rows_and_its_rates() -> None:
    page = read_page("small.toml", PAGE)
    assert (page.name, page.layer.kind, page.layer.title) == ("small.toml", "base", "Thanks")
    assert page.rates == {"EUR": 1.1}
    row = page.rows["thank-them"]
    assert (row.say, row.basis, row.from_) == (Say.DO, Basis.SEED, "interview + 2 hours")


def test_text_that_is_not_toml_is_named_with_its_line() -> None:
    (line,) = complaints("[layer\n")
    assert line.startswith("small.toml: this is not TOML: ")
    assert "line 1" in line


def test_a_page_without_a_layer_is_refused() -> None:
    assert complaints("") == ["small.toml.layer: is missing: say which layer this file is"]


def test_every_mistake_in_a_page_is_named_at_once_with_its_row_and_field() -> None:
    text = PAGE.replace('"do"', '"perhaps"').replace("best", "bets").replace("1.1", '"much"')
    say, bets, rates = sorted(complaints(text), key=lambda line: "rates" in line)
    assert say.startswith('small.toml: thank-them.say: "perhaps" is not')
    assert bets.startswith("small.toml: thank-them.bets: is not a field here")
    assert rates.startswith("small.toml: rates.EUR: expected a number")


def test_marks_are_read() -> None:
    rule = Rulebook([read_page("small.toml", PAGE)]).rules["thank-them"]
    assert rule.opens == Mark(Anchor.INTERVIEW, 2, Unit.HOURS)
    assert rule.best == Mark(Anchor.INTERVIEW, 1, Unit.DAYS)
    assert rule.ends == Mark(Anchor.INTERVIEW, 7, Unit.DAYS)
    assert rule.after is None


def test_a_refusal_may_begin_at_a_mark() -> None:
    rule = Rulebook([base('[row]\nafter = "interview + 3 days"')]).rules["row"]
    assert rule.after == Mark(Anchor.INTERVIEW, 3, Unit.DAYS)


def test_a_mark_that_cannot_be_read_names_its_row() -> None:
    with pytest.raises(Malformed, match=r"base/small\.toml: row: \"soon\" is not of the form"):
        Rulebook([base('[row]\nfrom = "soon"')])


def test_every_row_that_cannot_be_read_is_named_at_once() -> None:
    with pytest.raises(Malformed) as caught:
        Rulebook(
            [
                base('[one]\nwhen = { stage = "limbo" }\n[fine]'),
                region('[two]\nwhen = { met = 2 }\nreplaces = ["fine"]', "FR"),
            ]
        )
    assert [problem.path for problem in caught.value.problems] == [
        "base/small.toml: one",
        "regions/fr.toml: two",
    ]


def test_a_row_that_replaces_what_is_not_there_is_named() -> None:
    with pytest.raises(Malformed) as caught:
        Rulebook([base('[row]\nreplaces = ["other"]\n[other-row]\nreplaces = ["row"]')])
    assert list(map(str, caught.value.problems)) == [
        'base/small.toml: row.replaces: there is no row "other"'
    ]


def test_the_rows_of_all_pages_are_one_rulebook() -> None:
    book = Rulebook([base("[one]"), region("[two]", "CA", "CA-QC"), sector("[three]", "tech")])
    assert list(book.rules) == ["one", "two", "three"]
    assert book.rules["two"].layer.kind is LayerKind.REGION
    assert book.regions == {"CA", "CA-QC"}


@pytest.mark.parametrize(
    ("value", "currency", "dollars"),
    [(10, "EUR", 11), (0, "EUR", 0), (None, "EUR", None), (10, "XXX", None)],
)
def test_a_price_is_compared_in_dollars_where_the_rate_is_known(
    value: float | None, currency: str, dollars: float | None
) -> None:
    book = Rulebook([read_page("small.toml", PAGE)])
    assert book.dollars(value, currency) == pytest.approx(dollars)
