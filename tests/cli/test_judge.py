"""`afterword judge`: one act, another act, and a batch of them."""

import json

import pytest

from tests.cli.calling import EXAMPLES, FLOWERS, TOO_STRONG, UNCERTAIN, afterword


def test_the_answer_comes_first_then_the_reason_and_the_better_act() -> None:
    page = afterword("judge", UNCERTAIN).output
    assert page.startswith("No.\nGive something to Lena Ruiz by delivery\n")
    assert "no-gift-before-the-ink-is-dry · the founding article" in page
    assert "Better: Give your time" in page
    assert "Instead: thank Lena Ruiz." in page


def test_go_says_by_when() -> None:
    assert "Best by Wed 4 Mar, 14:30." in afterword("judge", str(EXAMPLES / "parted.toml")).output


def test_stop_says_where_opinions_differ() -> None:
    page = afterword("judge", TOO_STRONG).output
    assert page.startswith("Stop.")
    assert "Where opinions differ: One columnist allows three" in page


def test_another_act_can_be_asked_about() -> None:
    said = afterword("judge", UNCERTAIN, "--act", "check-in")
    assert said.output.startswith("Wait.")
    assert "Not before Tue 10 Mar, 09:00." in said.output


def test_flowers_can_be_asked_about_for_another_day() -> None:
    asked = ("--gift", "flowers", "--for", "office", "--on", "2026-03-05")
    assert afterword("judge", UNCERTAIN, *asked).output.startswith("No.")


def test_whom_to_ask_is_said() -> None:
    situation = {
        "now": "2026-03-03T18:30",
        "opportunity": {"via": "agency"},
        "people": [{"id": "c", "name": "Kim", "role": "interviewer", "email": True}],
        "events": [{"on": "2026-03-03T14:00", "kind": "interview", "with": ["c"]}],
        "proposal": {"act": "thank-you", "channel": "email", "to": ["c"]},
    }
    page = afterword("judge", "-", stdin=json.dumps(situation)).output
    assert page.startswith("Ask first.")
    assert "Ask your recruiter." in page


def test_why_shows_what_came_of_every_rule() -> None:
    page = afterword("judge", UNCERTAIN, "--why").output
    assert "no     no-gift-before-the-ink-is-dry (seed): decides" in page
    assert "no-occasion-for-a-gift (seed): silent: it only speaks where no other row does" in page
    traces = json.loads(afterword("judge", UNCERTAIN, "--why", "--json").output)
    assert traces["trace"]["lena"][0]["rule"] == "no-gift-before-the-ink-is-dry"


def test_why_without_people_speaks_of_nobody() -> None:
    situation = '{"now": "2026-03-03", "proposal": {"act": "complain"}}'
    assert "never-complain" in afterword("judge", "-", "--why", stdin=situation).output


@pytest.mark.parametrize(("file", "code"), [(FLOWERS, 0), (UNCERTAIN, 12), (TOO_STRONG, 13)])
def test_scripts_can_ask_for_an_exit_code(file: str, code: int) -> None:
    assert afterword("judge", file, "--exit-code").exit_code == code
    assert afterword("judge", file).exit_code == 0


def test_json_is_the_answer_of_the_format() -> None:
    verdict = json.loads(afterword("judge", UNCERTAIN, "--json").output)
    assert verdict["verdict"] == "no"
    assert verdict["instead"] == "thank-you"
    assert verdict["because"][0]["sources"][0] == "seed"


def test_a_gift_of_the_file_keeps_what_is_not_asked_about_anew() -> None:
    said = afterword("judge", FLOWERS, "--value", "80")
    assert "keep-the-price-reasonable" in said.output
    assert afterword("judge", FLOWERS, "--value", "20", "--currency", "EUR").output.startswith("Go")


def test_a_note_with_a_gift_in_it_is_a_gift_whatever_it_is_called() -> None:
    said = afterword("judge", UNCERTAIN, "--act", "thank-you", "--gift", "food")
    assert said.output.startswith("No.\nGive something to Lena Ruiz")


def test_a_batch_takes_no_file_and_gives_no_exit_code_of_a_verdict() -> None:
    for more in ([UNCERTAIN], ["--exit-code"]):
        assert afterword("judge", "--jsonl", *more, stdin="").exit_code == 2


def test_a_file_of_many_situations_is_told_how_to_be_judged() -> None:
    said = afterword("judge", str(EXAMPLES / "batch.jsonl"))
    assert "afterword judge --jsonl < FILE" in said.stderr


def test_a_day_that_has_passed_cannot_be_asked_about() -> None:
    said = afterword("judge", UNCERTAIN, "--act", "check-in", "--on", "2026-03-01")
    assert "is before now, and cannot be done any more" in said.stderr


def test_an_unknown_person_is_named_with_those_who_are_known() -> None:
    said = afterword("judge", UNCERTAIN, "--act", "check-in", "--to", "bob")
    assert said.exit_code == 1
    assert 'proposal.to[0]: "bob" is not the id of anybody in people' in said.stderr
    assert "lena" in said.stderr


def test_a_moment_that_cannot_be_read_is_named() -> None:
    said = afterword("judge", UNCERTAIN, "--on", "tomorrow")
    assert said.exit_code == 2
    assert "'tomorrow' is not a date" in said.stderr


def test_a_wrong_word_is_answered_with_the_right_ones() -> None:
    said = afterword("judge", UNCERTAIN, "--act", "chek-in")
    assert said.exit_code == 2
    assert "'check-in'" in said.stderr


def test_without_a_proposal_it_says_what_is_missing() -> None:
    said = afterword("judge", "-", stdin='{"now": "2026-03-03"}')
    assert said.exit_code == 1
    assert "proposal: is missing: say which act you have in mind" in said.stderr


def test_without_a_file_it_says_what_to_name() -> None:
    said = afterword("judge")
    assert said.exit_code == 2
    assert "Name a file with a situation, or use --jsonl." in said.stderr


def test_a_batch_keeps_its_order_and_goes_on_after_a_bad_line() -> None:
    good = '{"id": "%s", "now": "2026-03-03", "proposal": {"act": "complain"}}'
    lines = [good % "one", "rubbish", '{"id": "three"}', "", good % "five"]
    said = afterword("judge", "--jsonl", stdin="\n".join(lines))
    answers = [json.loads(line) for line in said.output.splitlines()]
    assert [answer["id"] for answer in answers] == ["one", None, "three", "five"]
    assert answers[1]["line"] == 2
    assert answers[2]["problems"][0]["path"] == "now"
    assert said.exit_code == 1


def test_a_batch_of_cases_ignores_what_only_cases_have() -> None:
    lines = (EXAMPLES.parent / "tests/cases/open.jsonl").read_text(encoding="utf-8")
    said = afterword("judge", "--jsonl", stdin=lines)
    assert said.exit_code == 0
    assert len(said.output.splitlines()) == len(lines.splitlines())
