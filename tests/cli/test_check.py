"""`afterword check`: what a reader may stumble on, for people, for editors and in batches."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import EXAMPLES, UNCERTAIN, afterword

NOTES = str(EXAMPLES / "notes.txt")
DRAFT = str(EXAMPLES / "draft.txt")
BATCH = (EXAMPLES / "drafts.jsonl").read_text(encoding="utf-8")
HELD = ("--situation", UNCERTAIN, "--notes", NOTES, "--act", "thank-you")
GOOD = """Dear Lena,

Thank you for showing me the depot on Tuesday. It stayed with me that the planners sit in it and not
upstairs. Planning the night shift a week ahead is work that I would enjoy: I planned the Christmas
rota for two warehouses.

Kind regards,
Sam Hale
"""


def test_the_first_line_says_what_could_only_come_from_here() -> None:
    page = afterword("check", DRAFT, *HELD).output
    assert page.startswith("Only from this conversation: ")
    assert "depot" in page.splitlines()[0]


def test_an_empty_letter_is_told_so() -> None:
    said = afterword(
        "check", "-", *HELD, stdin="Dear Lena,\n\nThank you for your time.\n\nSam Hale"
    )
    assert said.output.startswith("Only from this conversation: nothing yet\n")
    assert "[generic]" in said.output
    assert "Tell one thing from your notes" in said.output


def test_every_finding_has_file_line_and_column_for_editors() -> None:
    page = afterword("check", DRAFT, *HELD).output
    assert f"{DRAFT}:1:6: stop: You noted “Lena”." in page
    assert "[wrong_name]" in page


@pytest.mark.parametrize("class_", ["wrong_name", "invented_fact", "pressuring", "transactional"])
def test_the_example_is_wrong_in_four_ways(class_: str) -> None:
    review = json.loads(afterword("check", DRAFT, *HELD, "--json").output)
    assert class_ in {finding["class"] for finding in review["findings"]}


def test_every_finding_says_on_whose_authority() -> None:
    page = afterword("check", DRAFT, *HELD).output
    assert "    no-pressure · everybody agrees · acceleratetv.com\n" in page
    review = json.loads(afterword("check", DRAFT, *HELD, "--json").output)
    assert all(one["source"].startswith("http") for one in review["findings"])
    ruled = {one["rule"]: one["basis"] for one in review["findings"]}
    assert ruled["no-gift-before-the-ink-is-dry"] == "seed"


def test_a_sentence_that_presses_is_told_once() -> None:
    review = json.loads(afterword("check", DRAFT, *HELD, "--json").output)
    (one,) = [one for one in review["findings"] if one["class"] == "pressuring"]
    assert one["severity"] == "fix"


def test_advice_without_a_rule_names_where_it_was_published() -> None:
    said = afterword("check", "-", stdin="Thank you for the talk.\n\nKind regards,\nSam Hale")
    assert "    blog.prepory.com\n" in said.output


def test_spans_point_at_the_words() -> None:
    text = Path(DRAFT).read_text(encoding="utf-8")
    review = json.loads(afterword("check", DRAFT, *HELD, "--json").output)
    spans = [text[one["start"] : one["end"]] for one in review["findings"]]
    assert "Lina" in spans
    assert any("12 years" in span for span in spans)


def test_a_good_draft_is_ready_and_ends_with_nothing() -> None:
    said = afterword("check", "-", *HELD, stdin=GOOD)
    assert said.output.splitlines()[-1].startswith("Ready")
    assert said.exit_code == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("Kind regards,\nSam Hale\n", ""), 20),
        (("Thank you", "THANK YOU SO MUCH"), 21),
        (("Dear Lena", "Dear Lina"), 22),
    ],
)
def test_the_worst_finding_is_the_exit_code(change: tuple[str, str], code: int) -> None:
    assert afterword("check", "-", *HELD, stdin=GOOD.replace(*change)).exit_code == code


def test_what_the_rules_refuse_is_said_before_all_else() -> None:
    said = afterword("check", "-", "--situation", UNCERTAIN, "--act", "check-in", stdin=GOOD)
    first = json.loads(
        afterword(
            "check", "-", "--situation", UNCERTAIN, "--act", "check-in", "--json", stdin=GOOD
        ).output
    )["findings"][0]
    assert said.exit_code == 22
    assert first["class"] == "refused"
    assert "They named no day" in first["reason"]


def test_without_a_situation_the_words_alone_are_checked() -> None:
    said = afterword("check", "-", stdin="Dear [Name],\n\nThank you.\n\nSam Hale")
    assert "[placeholder]" in said.output
    assert said.exit_code == 22


def test_another_draft_to_the_same_employer_may_not_be_the_same(tmp_path: Path) -> None:
    sibling = tmp_path / "to-tom.txt"
    sibling.write_text(GOOD.replace("Lena", "Tom"), encoding="utf-8")
    said = afterword("check", "-", *HELD, "--sibling", str(sibling), stdin=GOOD)
    assert "[identical]" in said.output


def test_somebody_else_of_the_situation_can_be_meant() -> None:
    said = afterword("check", "-", *HELD, "--to", "helena", stdin=GOOD)
    assert said.exit_code == 1
    assert "--to: is nobody in the situation (accepted: lena)" in said.output


def test_a_batch_is_answered_line_by_line_in_order() -> None:
    said = afterword("check", "--jsonl", stdin=BATCH)
    answers = [json.loads(line) for line in said.output.splitlines()]
    assert [answer["id"] for answer in answers] == ["good", "title", "slip"]
    assert {one["severity"] for one in answers[0]["findings"]} <= {"consider"}
    assert answers[1]["findings"][0]["class"] == "gender_assumed"
    assert answers[2]["line"] == 3
    assert answers[2]["problems"][0]["path"] == "act"
    assert said.exit_code == 1


def test_a_batch_passes_over_empty_lines_and_labels() -> None:
    line = json.dumps({"act": "thank-you", "text": "Dear Jo,\n\nThank you.\n\nSam", "label": "bad"})
    said = afterword("check", "--jsonl", stdin=f"\n{line}\n\n")
    assert len(said.output.splitlines()) == 1
    assert said.exit_code == 0


@pytest.mark.parametrize("arguments", [(), (DRAFT, "--jsonl")])
def test_a_draft_or_a_batch_is_needed_and_not_both(arguments: tuple[str, ...]) -> None:
    assert afterword("check", *arguments).exit_code == 2
