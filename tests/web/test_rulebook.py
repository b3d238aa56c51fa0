"""The rulebook's pages: a rule in words, the person's own word on it, and rules of their own."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.actions.test_override import OURS
from tests.web.reading import Browser

WEEK = "leave-a-week-between-questions"
SAID = "You turned off “leave a week between questions”"


def test_a_rule_says_in_words_when_it_holds(page: Browser) -> None:
    text = page.open("rule", "ask-once-after-a-missed-promise").text
    for said in (
        "they named a day",
        "the person works for the employer",
        "When it does not apply they missed the appointment",
        "Not before 2 working days after the day that they named",
        "Havent heard back",
    ):
        assert said.casefold() in text.casefold()
    assert "works-for" not in text


def test_turning_a_rule_off_warns_and_shows_and_is_undone(page: Browser, hunt: str) -> None:
    assert "what was sent cannot be called back" in page.open("rule", WEEK).text
    done = page.post("override", WEEK, do="off", where="everywhere")
    assert f"{SAID}." in done.text
    assert "Turn it on again" in done.text
    assert f"{SAID}." in page.open("rulebook").text
    page.undo(done)
    assert "Turn it on again" not in page.open("rule", WEEK).text
    assert hunt


def test_a_rule_is_off_at_one_employer_and_on_the_timeline_there(page: Browser, hunt: str) -> None:
    done = page.post("override", WEEK, do="off", where=f"employer:{hunt}")
    assert f"{SAID} at Riverside Hospital." in done.text
    assert f"{SAID} at Riverside Hospital." in page.open("opportunity", hunt).text
    rule = page.open("rule", WEEK)
    back = page.post("override", WEEK, lift=rule.hidden("lift"))
    assert "“leave a week between questions” is as it was." in back.text
    assert SAID not in page.open("opportunity", hunt).text


def test_a_window_is_changed_in_numbers_and_units(page: Browser) -> None:
    form = {"until-number": "10", "until-unit": "working days", "where": "everywhere"}
    assert "A shorter wait lets you do more" in page.open("rule", WEEK).text
    done = page.post("override", WEEK, do="window", **form)
    assert "You changed the window of “leave a week between questions”." in done.text
    assert "Back to the usual window" in done.text


def test_who_came_from_an_opportunity_is_asked_about_its_employer_first(
    page: Browser, hunt: str
) -> None:
    here = page.client.get(f"/rulebook/{WEEK}?for={hunt}").content.decode()
    assert here.index("at Riverside Hospital") < here.index("everywhere")
    assert f'name="next" value="/rulebook/{WEEK}?for={hunt}"' in here


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"where": "nowhere", "do": "off"}, 422),
        ({"where": "employer:none", "do": "off"}, 404),
        ({"where": "everywhere", "until-number": "many", "until-unit": "days"}, 422),
        ({"where": "everywhere", "until-number": "0", "until-unit": "days"}, 422),
        ({"where": "everywhere", "until-number": "7", "until-unit": "days"}, 422),
        ({"where": "everywhere", "until-number": "7", "until-unit": "moons"}, 422),
        ({"where": "everywhere"}, 422),
        ({"lift": "nothing"}, 404),
    ],
)
def test_a_form_that_decides_nothing_is_refused(
    page: Browser, form: dict[str, str], status: int
) -> None:
    assert page.post("override", WEEK, **form).status == status


def test_what_is_fixed_says_why_and_offers_no_button(page: Browser) -> None:
    gift = page.open("rule", "no-gift-before-the-ink-is-dry")
    assert "This one cannot be turned off." in gift.text
    assert 'value="off"' not in gift.html
    refused = page.post("override", "no-gift-before-the-ink-is-dry", do="off", where="everywhere")
    assert refused.status == 409
    assert "founded on" in refused.text


def test_a_rule_that_is_not_there_is_missing(page: Browser) -> None:
    assert page.post("override", "no-such-rule", do="off", where="everywhere").status == 404


def test_a_stranger_s_decision_is_not_taken_back(page: Browser, stranger: Browser) -> None:
    page.post("override", WEEK, do="off", where="everywhere")
    lift = page.open("rule", WEEK).hidden("lift")
    assert stranger.post("override", WEEK, lift=lift).status == 404
    assert SAID not in stranger.open("rule", WEEK).text


# --- rules of one's own ---------------------------------------------------------------------------


def test_pasted_rules_are_read_listed_and_undone(page: Browser) -> None:
    done = page.post("house", toml=OURS)
    assert "Your rules hold from now on." in done.text
    assert "No check ins in march" in page.open("rulebook").text
    rule = page.open("rule", "no-check-ins-in-march")
    assert "It is a rule of your own." in rule.text
    page.undo(done)
    assert "No check ins in march" not in page.open("rulebook").text


def test_a_file_of_rules_is_read(page: Browser) -> None:
    page.post("house", file=SimpleUploadedFile("ours.toml", OURS.encode()))
    assert "In force now" in page.open("house").text


def test_rules_are_taken_out(page: Browser) -> None:
    page.post("house", toml=OURS)
    done = page.post("house", remove="yes")
    assert "Your rules are taken out." in done.text
    assert "In force now" not in page.open("house").text
    page.undo(done)
    assert "In force now" in page.open("house").text


def test_rules_with_mistakes_come_back_with_lines_and_nothing_is_lost(page: Browser) -> None:
    page.post("house", toml=OURS)
    wrong = OURS.replace('say = "no"', 'say = "never"').replace("title", "tilte")
    answer = page.post("house", toml=wrong)
    assert answer.status == 422
    assert "line 7: no-check-ins-in-march.say" in answer.text
    assert "line 2: layer.tilte" in answer.text or "line 4: layer.tilte" in answer.text
    assert 'say = "never"' in answer.text.replace("&quot;", '"')
    assert "what was kept before is kept" in answer.text
    assert "No check ins in march" in page.open("rulebook").text


def test_a_file_with_mistakes_stands_in_the_form_to_be_put_right(page: Browser) -> None:
    wrong = OURS.replace('basis = "house"', 'basis = "hearsay"')
    file = SimpleUploadedFile("ours.toml", wrong.encode())
    answer = page.post("house", file=file)
    assert answer.status == 422
    assert "line 11: no-check-ins-in-march.basis" in answer.text
    assert 'basis = "hearsay"' in answer.text


def test_what_is_no_table_at_all_says_on_which_line(page: Browser) -> None:
    answer = page.post("house", toml='[layer]\nkind = "house\n')
    assert answer.status == 422
    assert "line 2" in answer.text
    assert 'kind = "house' in answer.text


def test_a_file_that_is_no_text_is_refused(page: Browser) -> None:
    answer = page.post("house", file=SimpleUploadedFile("ours.toml", b"\xff\xfe\x00"))
    assert answer.status == 422
    assert "not text in UTF-8" in answer.text
