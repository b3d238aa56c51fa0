"""`afterword draft`: words for what the plan has open, and a refusal for what the rules refuse."""

import json
from pathlib import Path

from tests.cli.calling import EXAMPLES, UNCERTAIN, afterword

NOTES = str(EXAMPLES / "notes.txt")
PARTED = str(EXAMPLES / "parted.toml")
WAITING = str(EXAMPLES / "waiting.toml")
PANEL = """
now = 2026-03-03T18:30:00

[opportunity]
employer = "Corbel"
role = "planner"

[[people]]
id = "lena"
name = "Lena Ruiz"
role = "hiring-manager"
email = true

[[people]]
id = "tom"
name = "Tom Adeyemi"
role = "interviewer"
email = true

[[events]]
on = 2026-03-03T14:00:00
kind = "interview"
with = ["lena", "tom"]
format = "panel"
"""


def test_the_open_step_is_put_into_words() -> None:
    page = afterword("draft", UNCERTAIN, "--notes", NOTES, "--signed", "Sam Hale").output
    assert page.startswith("Thank Lena Ruiz in your own hand\n\nDear Lena,\n")
    assert "the planners sit in the depot and not upstairs" in page
    assert "Sam Hale" in page


def test_a_letter_is_never_broken_so_that_it_can_be_copied() -> None:
    letter = json.loads(afterword("draft", UNCERTAIN, "--notes", NOTES, "--json").output)
    printed = afterword("draft", UNCERTAIN, "--notes", NOTES).output
    assert letter["drafts"][0]["body"] in printed


def test_without_notes_it_asks_for_the_one_that_is_worth_most() -> None:
    page = afterword("draft", UNCERTAIN).output
    assert "To make it worth sending, note one thing more: What did they say or show you" in page


def test_notes_can_be_given_one_by_one_and_from_standard_input() -> None:
    one = afterword("draft", UNCERTAIN, "--note", "I was struck that the depot is quiet").output
    assert "the depot is quiet" in one
    piped = afterword("draft", UNCERTAIN, "--notes", "-", stdin="struck: the depot is quiet").output
    assert piped == one


def test_another_variant_tells_the_same_in_other_words() -> None:
    first = afterword("draft", UNCERTAIN, "--notes", NOTES).output
    second = afterword("draft", UNCERTAIN, "--notes", NOTES, "--variant", "1").output
    assert first != second
    assert "the planners sit in the depot" in second


def test_each_person_gets_a_letter_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "panel.toml"
    file.write_text(PANEL, encoding="utf-8")
    about = "lena:\nI was struck that the depot is quiet\n\nTom:\nWe both cycle to work\n"
    page = afterword("draft", str(file), "--notes", "-", stdin=about).output
    to_lena, to_tom = page.split("Thank Tom Adeyemi")
    assert "the depot is quiet" in to_lena
    assert "cycle to work" not in to_lena
    assert "cycle to work" in to_tom
    only = afterword("draft", str(file), "--to", "tom").output
    assert "Lena Ruiz" not in only.split("Dear Tom", maxsplit=1)[0]


def test_a_channel_that_is_just_as_good_is_taken() -> None:
    page = afterword("draft", UNCERTAIN, "--channel", "email").output
    assert page.startswith("Thank Lena Ruiz by e-mail\n\nSubject: ")
    assert afterword("draft", UNCERTAIN, "--channel", "phone").output.startswith(
        "Thank Lena Ruiz in your own hand"
    )


def test_the_country_chooses_the_spelling_unless_it_is_asked_for() -> None:
    said = [
        afterword("draft", UNCERTAIN, "--spelling", spelling, "--json").output
        for spelling in ("us", "gb")
    ]
    assert said[0] == afterword("draft", UNCERTAIN, "--json").output
    assert "planner" in said[1]


def test_what_the_rules_refuse_is_not_written() -> None:
    said = afterword("draft", UNCERTAIN, "--act", "check-in")
    assert said.exit_code == 10
    assert said.output.startswith("Not written. Wait.\n  Not before Tue 10 Mar, 09:00.")
    gift = afterword("draft", UNCERTAIN, "--act", "gift", "--json")
    assert gift.exit_code == 12
    assert json.loads(gift.output)["verdict"] == "no"
    assert "Better: Give your time" in afterword("draft", UNCERTAIN, "--act", "gift").output


def test_an_act_that_is_right_can_be_asked_for() -> None:
    said = afterword("draft", PARTED, "--act", "gracious-exit")
    assert said.exit_code == 0
    assert "Part graciously from Adaeze Okafor" in said.output


def test_nothing_to_write_is_said() -> None:
    said = afterword("draft", WAITING)
    assert said.exit_code == 0
    assert said.output.startswith("There is nothing to write now.")


def test_what_is_said_and_not_written_has_no_signature() -> None:
    page = afterword("draft", str(EXAMPLES / "first-day.toml"), "--signed", "Sam Hale").output
    assert page.startswith("Thank Lena Ruiz in person")
    assert "Sam Hale" not in page


def test_a_stranger_is_named_with_those_who_are_known() -> None:
    said = afterword("draft", UNCERTAIN, "--to", "helena")
    assert said.exit_code == 1
    assert "--to: is nobody in the situation (accepted: lena)" in said.output


def test_a_language_that_is_not_there_is_named() -> None:
    said = afterword("draft", UNCERTAIN, "--language", "tlh")
    assert said.exit_code == 1
    assert '"tlh" is not a language that there is (accepted: en)' in said.output


def test_notes_that_cannot_be_read_are_named() -> None:
    said = afterword("draft", UNCERTAIN, "--notes", "nowhere.txt")
    assert said.exit_code == 1
    assert "nowhere.txt: cannot be read" in said.output
