"""`afterword plan`: the page, its JSON, and its reasons."""

import json
from pathlib import Path

from tests.cli.calling import EXAMPLES, FLOWERS, UNCERTAIN, afterword


def test_it_opens_on_a_sentence() -> None:
    assert "One thing to do, three to leave alone." in afterword("plan", UNCERTAIN).output


def test_a_step_says_whom_how_when_and_why() -> None:
    page = afterword("plan", UNCERTAIN).output
    assert "Thank Lena Ruiz in your own hand" in page
    assert "Best by Wed 4 Mar, 14:00; too late after Fri 6 Mar, 17:00." in page
    assert "thank-each-person-you-met · the founding article" in page
    assert "Why in your own hand: When you cannot tell how it went" in page
    assert "Just as good: by e-mail or by post." in page


def test_what_to_leave_alone_has_its_date_and_its_better_act() -> None:
    page = afterword("plan", UNCERTAIN).output
    assert "Ask Lena Ruiz how things stand: wait until Tue 10 Mar, 09:00" in page
    assert "Give something to Lena Ruiz: no" in page
    assert "Give your time: a handwritten note, or a short e-mail." in page


def test_a_weekend_interrupts_a_window() -> None:
    page = " ".join(afterword("plan", UNCERTAIN).output.split())
    assert "not between Fri 13 Mar, 18:00 and Mon 16 Mar, 09:00" in page


def test_silence_is_named_where_it_is_right() -> None:
    page = afterword("plan", str(EXAMPLES / "too-strong.toml")).output
    assert "Nothing to do today" in page
    assert "Say nothing\n    You have asked twice" in page
    assert "Look again when something happens." in page


def test_what_was_let_pass_is_told_with_what_to_do_about_it(tmp_path: Path) -> None:
    file = tmp_path / "late.toml"
    text = Path(UNCERTAIN).read_text(encoding="utf-8")
    file.write_text(text.replace("now = 2026-03-03T18:30", "now = 2026-03-16T11:00"))
    page = afterword("plan", str(file)).output
    assert "TOO LATE NOW" in page
    assert "put one line of thanks into your next message" in " ".join(page.split())


def test_it_says_where_there_is_no_regional_evidence(tmp_path: Path) -> None:
    file = tmp_path / "kenya.toml"
    text = Path(UNCERTAIN).read_text(encoding="utf-8")
    file.write_text(text.replace('role = "planner"', 'role = "planner"\ncountry = "KE"'))
    assert "There is no evidence of customs in KE" in afterword("plan", str(file)).output


def test_an_empty_situation_says_what_to_write_down() -> None:
    said = afterword("plan", "-", stdin='{"now": "2026-03-03T11:00"}')
    assert said.exit_code == 0
    assert "Nothing has happened yet" in said.output


def test_json_holds_the_whole_plan() -> None:
    planned = json.loads(afterword("plan", UNCERTAIN, "--json").output)
    assert planned["sentence"] == "One thing to do, three to leave alone."
    step = planned["steps"][0]
    assert (step["act"], step["to"], step["channel"]) == ("thank-you", "lena", "handwritten")
    assert step["window"]["best_by"] == "2026-03-04T14:00:00-05:00"
    assert planned["restraints"][0]["until"] == "2026-03-10T09:00:00-04:00"


def test_why_shows_every_rule_that_matched_and_what_came_of_it() -> None:
    page = afterword("plan", FLOWERS, "--why").output
    assert "Every rule that matched:" in page
    assert "do     thank-the-manager-who-hired-you (seed): decides" in page
    traces = json.loads(afterword("plan", FLOWERS, "--why", "--json").output)["trace"]
    assert traces["thank-you lena"][0]["outcome"] == "decides"


def test_a_house_layer_is_heard(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(
        """
        [layer]
        kind = "house"
        title = "Our centre"

        [no-thanks-on-paper]
        say = "no"
        act = ["thank-you"]
        channel = ["handwritten"]
        why = "Our employers scan their post."
        basis = "house"
        sources = ["https://example.org/advice"]
        """
    )
    page = afterword("plan", UNCERTAIN, "--rulebook", str(house)).output
    assert "Thank Lena Ruiz by e-mail" in page


def test_a_broken_house_layer_is_named_with_its_row(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text('[layer]\nkind = "house"\ntitle = "Ours"\n\n[a-row]\nsay = "maybe"\n')
    said = afterword("plan", UNCERTAIN, "--rulebook", str(house))
    assert said.exit_code == 1
    assert "a-row.say" in said.stderr
    assert "maybe" in said.stderr


def test_a_file_of_ones_own_can_only_be_a_house_layer(tmp_path: Path) -> None:
    region = tmp_path / "region.toml"
    region.write_text('[layer]\nkind = "region"\ntitle = "Ours"\ncountries = ["US"]\n')
    said = afterword("plan", UNCERTAIN, "--rulebook", str(region))
    assert said.exit_code == 1
    assert (
        'layer.kind: is "region", and a file of your own can only be a house layer' in said.stderr
    )


def test_no_house_may_forbid_the_thanks_that_are_due(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(
        """
        [layer]
        kind = "house"
        title = "Ours"

        [no-thanks-here]
        say = "no"
        act = ["thank-you"]
        when = { via = ["direct"] }
        why = "We do not thank."
        basis = "house"
        sources = ["https://example.org"]
        """
    )
    said = afterword("plan", UNCERTAIN, "--rulebook", str(house))
    assert 'no-thanks-here: undoes "' in said.stderr
    assert "rulebook-format.md" in said.stderr


def test_a_house_layer_that_is_not_there_is_named() -> None:
    said = afterword("plan", UNCERTAIN, "--rulebook", "nowhere.toml")
    assert said.exit_code == 1
    assert "nowhere.toml: cannot be read: No such file or directory" in said.stderr


def test_a_house_layer_that_is_not_text_is_named(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_bytes(b"\xff\xfe\x00")
    said = afterword("plan", UNCERTAIN, "--rulebook", str(house))
    assert "cannot be read: it is not UTF-8 text" in said.stderr


def test_a_long_list_of_names_is_cut() -> None:
    people = [{"id": f"p{number}", "role": "interviewer", "email": True} for number in range(5)]
    met = {"on": "2026-03-03T14:00", "kind": "interview", "with": [p["id"] for p in people]}
    situation = {"now": "2026-03-03T18:00", "people": people, "events": [met]}
    page = afterword("plan", "-", stdin=json.dumps(situation)).output
    assert "Give something to p0, p1, p2 and 2 more: no" in page


def test_a_step_that_has_no_end_is_to_be_done_as_soon_as_possible() -> None:
    situation = {
        "now": "2026-03-03T18:00",
        "people": [{"id": "ref", "role": "reference", "works_for": "third-party", "email": True}],
        "events": [{"on": "2026-02-03T14:00", "kind": "helped", "who": "ref", "how": "reference"}],
    }
    assert "As soon as you can." in afterword("plan", "-", stdin=json.dumps(situation)).output
