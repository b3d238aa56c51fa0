"""`afterword card`: the kit as text, as JSON, as a page and as PDF."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from afterword.letters.card.envelope import Addressed, Box
from afterword.letters.card.fit import Fit, Room
from afterword.letters.card.hand import Hand
from afterword.letters.card.kit import EQUAL, Hold, Kit
from afterword.letters.card.outlook import Outlook
from afterword.letters.card.post import Service, Trip
from afterword.letters.card.stationery import Card, Sheet
from tests.cli.calling import EXAMPLES, ROOT, UNCERTAIN, afterword
from tests.press.measuring import printed

WENT_WELL = str(EXAMPLES / "went-well.toml")
WAITING = str(EXAMPLES / "waiting.toml")
FIRST_DAY = str(EXAMPLES / "first-day.toml")
WORDS = """\
Dear Lena,

Thank you for the hour on Tuesday, and for the planning room. I keep thinking of the board that
the night shift writes for the morning.

With kind regards,
Sam Lee
"""
PROMISED = """
[[events]]
on = 2026-03-03T14:00:00
kind = "promised"
what = "answer"
by = 2026-03-12
"""
STRUCTS: list[tuple[str, type[msgspec.Struct]]] = [
    ("The kit", Kit),
    ("A hold", Hold),
    ("A card", Card),
    ("A hand", Hand),
    ("Room", Room),
    ("The words on the card", Fit),
    ("An outlook", Outlook),
    ("A trip", Trip),
    ("An envelope", Addressed),
    ("A place", Box),
    ("A sheet", Sheet),
    ("A row of the post table", Service),
]


@pytest.fixture
def words(tmp_path: Path) -> str:
    file = tmp_path / "words.txt"
    file.write_text(WORDS, encoding="utf-8")
    return str(file)


def flat(said: str) -> str:
    return " ".join(said.split())


def test_it_prepares_a_card_from_the_words_that_are_given(words: str) -> None:
    said = afterword("card", UNCERTAIN, "--text", words)
    assert said.exit_code == 0
    page = said.output
    assert page.startswith("A card for Lena Ruiz\nAbout 9 minutes")
    assert "   1  Dear Lena,\n   2\n   3  Thank you for the hour on" in page
    assert "All of it fits." in flat(page)
    assert "Posted on Wed 4 Mar, it is on their desk between" in flat(page)
    assert "[ ] Post it by Wed 4 Mar, 17:00." in page
    assert EQUAL in flat(page)


def test_words_may_come_from_a_pipe() -> None:
    assert "Dear Lena," in afterword("card", UNCERTAIN, "--text", "-", stdin=WORDS).output


def test_it_composes_the_words_from_notes() -> None:
    note = "I was struck that the night shift writes the board"
    page = afterword("card", UNCERTAIN, "--note", note, "--signed", "Sam Lee").output
    assert "the night shift writes the board" in flat(re.sub(r"\n +\d+  ", " ", page))
    assert "Sam Lee" in page


def test_a_composed_card_names_days_that_hold_when_it_is_read() -> None:
    page = afterword("card", UNCERTAIN, "--signed", "Sam Lee").output
    words = page.partition("THE WORDS")[2].partition("THE POST")[0]
    assert "today" not in words
    assert "March 3" in flat(re.sub(r"\n +\d+  ", " ", words))


def test_without_notes_it_asks_for_the_one_that_is_missing() -> None:
    page = flat(afterword("card", UNCERTAIN).output)
    assert "To make it worth sending, note one thing more: What did they say" in page


def test_other_wording_says_the_same_in_other_words() -> None:
    first, second = (
        afterword("card", UNCERTAIN, "--variant", variant).output for variant in ("0", "1")
    )
    assert first.partition("THE WORDS")[2] != second.partition("THE WORDS")[2]


def test_what_the_rulebook_refuses_comes_first_with_the_better_act() -> None:
    said = afterword("card", WAITING)
    assert said.exit_code == 12
    page = said.output
    assert page.index("NO CARD NOW") < page.index("THE WORDS")
    assert "You have no postal address for this person" in page
    assert "no-card-without-an-address" in page
    assert "Better: An e-mail is just as good." in page
    assert "[ ] An e-mail is just as good." in page
    assert EQUAL in flat(page)


def test_a_card_that_has_to_wait_says_until_when(tmp_path: Path) -> None:
    file = tmp_path / "early.toml"
    text = Path(UNCERTAIN).read_text(encoding="utf-8")
    file.write_text(text.replace("now = 2026-03-03T18:30", "now = 2026-03-03T14:10"))
    said = afterword("card", str(file))
    assert said.exit_code == 10
    assert "NOT YET" in said.output
    assert "Not before Tue 3 Mar, 16:00." in said.output
    assert "[ ] Wait until Tue 3 Mar, 16:00." in said.output


def test_a_decision_that_comes_first_turns_the_card_into_an_e_mail(
    tmp_path: Path, words: str
) -> None:
    file = tmp_path / "soon.toml"
    file.write_text(Path(UNCERTAIN).read_text(encoding="utf-8") + PROMISED)
    said = afterword("card", str(file), "--text", words, "--from-country", "GB")
    page = flat(said.output)
    assert (
        "They decide by Thu 12 Mar: it may come too late, and an e-mail is there at once." in page
    )
    assert "[ ] Send the same words by e-mail instead" in page


def test_on_the_first_day_it_is_handed_over() -> None:
    page = afterword("card", FIRST_DAY).output
    assert "You meet at work: hand it over, without a stamp." in page
    assert "ENVELOPE" not in page


def test_nobody_in_the_file_is_nobody_in_the_title() -> None:
    page = afterword("card", "-", stdin='{"now": "2026-03-03T11:00"}').output
    assert page.startswith("A card\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "US A2, folded, portrait, holds about 54 in a medium hand"),
        (["--from-country", "gb"], "A6, folded, portrait, holds about 58"),
        (["--from-country", "UK"], "A6, folded, portrait, holds about 58"),
        (
            ["--card", "a6", "--hand", "small"],
            "A6, folded, portrait, holds about 72 in a small hand",
        ),
        (["--card", "a7", "--hand", "large"], "US A7 (5 × 7 in), folded, portrait, holds about 76"),
        (["--card", "dl"], "DL, folded, landscape, holds about 48"),
        (["--orientation", "landscape"], "US A2, folded, landscape, holds about 45"),
        (["--flat"], "US A2, flat, portrait"),
        (["--hand", "60"], "in your hand (2.61 mm a letter;"),
        (["--hand", "60mm"], "in your hand (2.61 mm a letter;"),
    ],
)
def test_card_and_hand_are_chosen(words: str, options: list[str], said: str) -> None:
    assert said in flat(afterword("card", UNCERTAIN, "--text", words, *options).output)


def test_what_does_not_fit_is_said_in_words_and_marked(words: str) -> None:
    page = afterword("card", UNCERTAIN, "--text", words, "--hand", "130").output
    assert "lines too long: about" in flat(page)
    assert "   (no room)\n" in page
    assert "[ ] Shorten it until it fits." in page


def test_a_table_of_one_s_own_is_heard(tmp_path: Path, words: str) -> None:
    table = tmp_path / "post.toml"
    table.write_text(
        '[[services]]\nname = "Bicycle"\nfrom = "US"\nto = "US"\ndays = [1, 1]\n'
        'postage = "5.00"\ncurrency = "USD"\nup_to_grams = 50\nchecked = 2026-03-01\n'
        'source = { title = "The messenger" }\n'
    )
    page = flat(afterword("card", UNCERTAIN, "--text", words, "--post-table", str(table)).output)
    assert "Posted on Wed 4 Mar, it is on their desk on Thu 5 Mar." in page
    assert "Stamp: 5.00 USD (Bicycle, up to 50 g; checked on 1 Mar 2026)." in page


def test_a_house_layer_is_heard(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(
        '[layer]\nkind = "house"\ntitle = "Ours"\n[no-thanks-on-paper]\nsay = "no"\n'
        'act = ["thank-you"]\nchannel = ["handwritten"]\nwhy = "Our employers scan their post."\n'
        'basis = "house"\nsources = ["https://example.org/advice"]\n'
    )
    assert (
        "Our employers scan their post."
        in afterword("card", UNCERTAIN, "--rulebook", str(house)).output
    )


def test_a_page_and_a_pdf_are_written(tmp_path: Path, words: str) -> None:
    page, pdf = tmp_path / "card.html", tmp_path / "card.pdf"
    said = afterword("card", UNCERTAIN, "--text", words, "--html", str(page), "--pdf", str(pdf))
    assert f"Written: {page}, {pdf}\n" in said.output
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert printed(pdf.read_bytes()).title == "A card for Lena Ruiz"


def test_nothing_is_written_that_was_not_asked_for(words: str, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    assert "--html card.html" in afterword("card", UNCERTAIN, "--text", words).output
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--html", "mine.toml"], '--html: must end in .html: "mine.toml" does not'),
        (["--pdf", "mine.html"], '--pdf: must end in .pdf: "mine.html" does not'),
        (["--html", "nowhere/card.html"], "nowhere/card.html: cannot be written: No such file"),
        (["--to", "bob"], "--to: is nobody in the situation (accepted: lena)"),
        (["--text", "nowhere.txt"], "nowhere.txt: cannot be read: No such file or directory"),
        (["--post-table", "nowhere.toml"], "nowhere.toml: cannot be read: No such file"),
        (["--language", "tlh"], "language:"),
    ],
)
def test_what_is_wrong_is_named_and_what_to_do(options: list[str], said: str) -> None:
    done = afterword("card", UNCERTAIN, *options)
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stderr.strip().endswith((".", "`."))


def test_a_wrong_name_for_a_file_leaves_it_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(Path(UNCERTAIN).read_text(encoding="utf-8"), encoding="utf-8")
    afterword("card", str(mine), "--html", str(mine))
    assert mine.read_text(encoding="utf-8") == Path(UNCERTAIN).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--hand", "huge"], "'huge' is not a hand. Say small, medium, large, or write"),
        (["--hand", "2.6"], "how long that line is in mm, from 25 to 200."),
        (["--hand", "nan"], "'nan' is not a hand."),
        (
            ["--from-country", "Britain"],
            "'Britain' is not a country: give two letters, such as GB.",
        ),
        (["--card", "b5"], "'a6', 'a2', 'a7', 'dl'"),
        (["--text", "-", "--note", "x"], "give it without --notes and --note"),
    ],
)
def test_a_wrong_call_is_answered_with_the_right_one(options: list[str], said: str) -> None:
    done = afterword("card", UNCERTAIN, *options)
    assert done.exit_code == 2
    assert said in flat(done.stderr)


def test_a_text_without_words_is_refused() -> None:
    done = afterword("card", UNCERTAIN, "--text", "-", stdin=" \n")
    assert done.exit_code == 1
    assert "--text: is empty: write into it what is to stand on the card" in done.stderr


def test_where_there_is_nothing_to_write_it_says_why() -> None:
    done = afterword("card", UNCERTAIN, "--act", "complain")
    why = json.loads(afterword("card", UNCERTAIN, "--act", "complain", "--json").output)["why"]
    assert done.exit_code == 0
    assert flat(done.output) == why


def test_json_holds_the_whole_kit(words: str) -> None:
    made = json.loads(afterword("card", WENT_WELL, "--text", words, "--json").output)
    assert made["card"] == {
        "size": "a2",
        "orientation": "portrait",
        "folded": True,
        "width": 107.95,
        "height": 139.7,
    }
    assert made["message"]["lines"][0] == "Dear Lena,"
    assert made["fits"] is True
    assert made["outlook"]["post_by"] == "2026-03-04"
    assert made["equal"] == EQUAL
    assert "hold" not in made


def test_json_tells_what_the_rulebook_refuses() -> None:
    done = afterword("card", WAITING, "--json")
    assert done.exit_code == 12
    assert json.loads(done.output)["hold"]["rule"] == "no-card-without-an-address"


def test_problems_come_as_json_where_json_was_asked_for() -> None:
    done = afterword("card", UNCERTAIN, "--to", "bob", "--json")
    assert json.loads(done.output)["problems"][0]["path"] == "--to"


def test_a_name_cannot_give_orders_to_the_terminal(words: str) -> None:
    text = Path(UNCERTAIN).read_text(encoding="utf-8").replace("Lena Ruiz", "Le\\u001b[2Jna")
    page = afterword("card", "-", "--text", words, stdin=text).output
    assert "\x1b" not in page
    assert "A card for Le [2Jna" in page


@pytest.mark.parametrize(("heading", "kind"), STRUCTS, ids=[heading for heading, _ in STRUCTS])
def test_the_reference_describes_every_field(heading: str, kind: type[msgspec.Struct]) -> None:
    reference = (ROOT / "docs/reference/card.md").read_text(encoding="utf-8")
    section = re.split(rf"^#+ {heading}$", reference, flags=re.MULTILINE)[1]
    rows = re.findall(
        r"^\| (.*?) \|", re.split(r"^#", section, flags=re.MULTILINE)[0], re.MULTILINE
    )
    fields = {field.encode_name for field in msgspec.structs.fields(kind)}
    assert set(re.findall(r"`(\w+)`", "\n".join(rows))) == fields
