"""`afterword rules`: listed, searched, explained."""

import json

from tests.cli.calling import afterword


def test_all_rules_are_listed_under_their_layers() -> None:
    page = afterword("rules").output
    assert "\nTHANKS\n" in page
    assert "\nUNITED KINGDOM\n" in page


def test_words_are_searched_for() -> None:
    page = afterword("rules", "flowers", "office").output
    assert "flowers-for-the-whole-office" in page
    assert "do-not-just-turn-up" not in page


def test_one_rule_is_explained_with_condition_and_sources() -> None:
    page = afterword("rules", "one-reminder-in-britain").output
    for part in (
        "Says: stop",
        "Acts: check-in",
        "Replaces: two-unanswered-questions",
        "careerwell",
    ):
        assert part in page


def test_dissent_windows_and_limits_are_explained() -> None:
    page = " ".join(afterword("rules", "flowers-for-the-whole-office").output.split())
    assert "Where opinions differ: Ask a Manager" in page
    assert "Not before: acceptance" in page
    assert "Limit: A small arrangement" in page


def test_flags_in_a_condition_are_told_as_yes_and_no() -> None:
    page = afterword("rules", "do-not-send-it-twice").output
    assert "bounced no" in page


def test_only_law() -> None:
    found = json.loads(afterword("rules", "--basis", "law", "--json").output)
    assert {rule["basis"] for rule in found} == {"law"}


def test_json_has_one_object_for_each_rule() -> None:
    found = json.loads(afterword("rules", "never-complain", "--json").output)
    assert [rule["id"] for rule in found] == ["never-complain"]


def test_markdown_of_everything_is_the_reference_page() -> None:
    assert afterword("rules", "--markdown").output.startswith("# The rulebook")


def test_markdown_of_one_rule_is_its_section() -> None:
    page = afterword("rules", "in-britain-one-note-to-the-lead", "--markdown").output
    assert page.startswith("### in-britain-one-note-to-the-lead")


def test_nothing_found_says_so_and_how_to_see_all() -> None:
    said = afterword("rules", "helicopter")
    assert said.exit_code == 1
    assert "No rule speaks of helicopter. All of them: afterword rules" in said.output
