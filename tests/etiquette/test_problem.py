"""A problem is told in one line: where, what, and what would be right."""

from afterword.etiquette.problem import LONGEST_SHOWN, Malformed, Problem, shown


def test_a_problem_names_its_place_and_what_would_be_right() -> None:
    problem = Problem("events[0].kind", "is missing", None, ("applied", "interview"))
    assert str(problem) == "events[0].kind: is missing (accepted: applied, interview)"


def test_a_problem_of_the_whole_is_one_of_the_situation() -> None:
    assert str(Problem("", "this is not JSON")) == "situation: this is not JSON"


def test_malformed_says_all_of_its_problems() -> None:
    raised = Malformed([Problem("now", "is missing"), Problem("id", "is used twice")])
    assert str(raised) == "now: is missing\nid: is used twice"
    assert [problem.path for problem in raised.problems] == ["now", "id"]


def test_text_is_shown_in_quotes_and_other_values_are_not() -> None:
    assert (shown("five"), shown(5)) == ('"five"', "5")


def test_nothing_and_truth_are_shown_as_the_formats_write_them() -> None:
    assert (shown(None), shown(True), shown(False)) == ("null", "true", "false")  # noqa: FBT003


def test_a_long_value_is_cut_to_a_line() -> None:
    assert len(shown("x" * 100)) == LONGEST_SHOWN
    assert shown("x" * 100).endswith("x…")
