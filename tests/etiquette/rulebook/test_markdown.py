"""The rulebook as a page to read."""

from afterword import rulebooks
from afterword.etiquette.rulebook.markdown import book_page, rule_section

BOOK = rulebooks.rulebook()


def test_every_rule_has_its_section() -> None:
    page = book_page(BOOK)
    assert all(f"\n### {name}\n" in page for name in BOOK.rules)


def test_thin_evidence_is_said_at_the_head_of_a_layer() -> None:
    assert "Thin evidence: one university's advice." in book_page(BOOK)


def test_a_section_has_condition_window_dissent_and_sources() -> None:
    section = rule_section(BOOK.rules["thank-each-person-you-met"])
    for part in (
        "- when `met`: yes",
        "- from: meeting + 2 hours",
        "Where opinions differ:",
        "the founding article",
        "<https://www.askamanager.org/",
    ):
        assert part in section


def test_a_section_says_what_is_better_and_what_it_replaces() -> None:
    section = rule_section(BOOK.rules["one-reminder-in-britain"])
    assert "Better: Let it rest" in section
    assert "- replaces: `two-unanswered-questions-are-enough`" in section


def test_a_row_for_where_nothing_else_speaks_says_so() -> None:
    assert "only where no other row speaks" in rule_section(BOOK.rules["nothing-to-mend"])
