"""From nothing to a letter: the form, the draft, what a reader may stumble on, the card."""

import re

from afterword.accounts.models import User
from afterword.actions.save_notes import save_notes
from afterword.actions.timeline import timeline
from afterword.letters.notes import Note, Stem
from tests.web.conftest import NOW
from tests.web.reading import Browser, Page

TOLD = {
    "who": "Ms Adaeze Okafor",
    "employer": "Riverside Hospital",
    "role": "charge nurse",
    "on": "2026-11-23",
    "time": "12:00",
    "country": "GB",
    "timezone": "Europe/London",
    "stem-struck": "you run the handover in two minutes at the whiteboard",
    "stem-theirs": "cut the time that families wait for an answer",
    "signed": "Marta Lindqvist",
    "do": "keep",
}


def words(page: Page) -> str:
    found = re.search(r"<textarea[^>]*id=\"text\"[^>]*>(.*?)</textarea>", page.html, re.DOTALL)
    return found[1] if found else ""


def test_one_form_leads_to_a_letter_with_two_specifics_and_nothing_to_mend(page: Browser) -> None:
    letter = page.post("new", **TOLD)
    assert letter.address.startswith("/write/")
    assert "whiteboard" in words(letter)
    assert "Marta Lindqvist" in words(letter)
    assert "Nothing that a reader would stumble on." in letter.text


def test_the_letter_shows_while_it_is_typed(page: Browser) -> None:
    assert "With a name, your letter begins here." in page.post("preview", who="").text
    assert "Dear Ms Okafor," in page.post("preview", **TOLD).text
    assert "There are none yet" in page.open("opportunities").text


def test_several_people_and_a_day_are_understood(page: Browser, alice: User) -> None:
    page.post("new", **{**TOLD, "who": "Ms Okafor, Colin Shaw and Dr Lee", "by": "2026-11-26"})
    uid = re.search(r"/opportunities/([0-9a-z]{32})", page.open("opportunities").html)
    assert uid
    situation = timeline(alice, uid[1], now=NOW).situation
    assert [one.name for one in situation.people] == ["Ms Okafor", "Colin Shaw", "Dr Lee"]
    assert len(situation.events) == 2


def test_what_is_missing_is_told_and_nothing_is_lost(page: Browser) -> None:
    answer = page.post("new", **{**TOLD, "who": ""})
    assert answer.status == 422
    assert "whiteboard" in answer.html


def test_a_pasted_invitation_fills_in_the_form(page: Browser) -> None:
    text = (
        "Thank you for coming on 20 November to talk about the role of charge nurse.\n\n"
        "Kind regards,\nAdaeze Okafor\nadaeze@riverside.example"
    )
    html = page.post("new", pasted=text, do="read", on="").html
    for value in ("Adaeze Okafor", "Riverside", "charge nurse", "2026-11-20"):
        assert f'value="{value}"' in html


def test_findings_stand_beside_the_text(page: Browser, hunt: str) -> None:
    text = "Dear Ms Okafor,\n\nThis is my dream job, and I enclose a gift card for you.\n\nMarta"
    found = page.post("check", hunt, step="thank-you:okafor", channel="email", text=text)
    assert "Stop" in found.text
    assert "gift card" in found.text


def test_a_finding_names_its_rule_and_where_it_can_be_read(page: Browser, hunt: str) -> None:
    text = "Dear Ms Okafor,\n\nI enclose a gift card for you.\n\nMarta"
    found = page.post("check", hunt, step="thank-you:okafor", channel="email", text=text)
    assert found.html.count("reads as a bribe") == 1
    assert 'href="/rulebook/no-gift-before-the-ink-is-dry"' in found.html
    assert "the founding article askamanager.org" in found.text


def test_advice_is_told_and_only_a_wording_can_be_put_in(page: Browser, hunt: str) -> None:
    text = "Dear Ms Okafor,\n\nI enclose a gift card for you!!\n\nMarta"
    found = page.post("check", hunt, step="thank-you:okafor", channel="email", text=text)
    assert "Better: Leave it out; thanks cost nothing" in found.text
    assert found.html.count('name="use"') == 1
    assert 'data-use="."' in found.html


def test_other_wording_says_the_same_in_other_words(page: Browser, hunt: str) -> None:
    one = words(page.open("write", hunt, step="thank-you:okafor", channel="email"))
    other = words(page.open("write", hunt, step="thank-you:okafor", channel="email", variant="1"))
    assert one
    assert other
    assert one != other


def test_a_draft_is_kept_sent_and_undone(page: Browser, hunt: str) -> None:
    form = {
        "step": "thank-you:okafor",
        "channel": "email",
        "subject": "Friday",
        "text": "Dear Ms Okafor,\n\nMine.",
    }
    kept = page.post("write", hunt, **form, do="save")
    assert "Mine." in words(kept)
    sent = page.post("write", hunt, **form, do="sent")
    assert "Nothing to send today" in sent.text
    assert "Finish it" in page.undo(sent).text


def test_a_note_that_is_asked_for_goes_into_the_letter(page: Browser, hunt: str) -> None:
    asked = page.open("write", hunt, step="thank-you:okafor", channel="email")
    assert "One thing more" in asked.text
    form = {"step": "thank-you:okafor", "channel": "email", "do": "note", "variant": "0"}
    told = page.post("write", hunt, **form, **{"stem-struck": "the tea is free"})
    assert "the tea is free" in words(told)


def test_a_card_fits_the_hand_that_writes_it(page: Browser, hunt: str) -> None:
    shown = page.open("card", hunt, step="thank-you:okafor", size="a6", hand="large")
    assert "holds about 47" in shown.text
    assert "Guide sheet" in page.open("guide", hunt, step="thank-you:okafor").text


def test_what_there_is_to_write_is_listed(page: Browser, hunt: str) -> None:
    assert "Thank Ms Adaeze Okafor" in page.open("writing").text
    page.post("choose", hunt, step="thank-you:okafor", choice="did-it")
    assert "nothing to write now" in page.open("writing").text


def test_words_that_nobody_can_vouch_for_are_taken_out(page: Browser, hunt: str) -> None:
    text = "Dear Ms Okafor,\n\nI have been a nurse for 12 years now.\n\nMarta"
    start = text.index("12 years")
    form = {"step": "thank-you:okafor", "channel": "email", "text": text}
    page.post("write", hunt, **form, remove=f"{start}:{start + len('12 years')}")
    kept = page.open("write", hunt, step="thank-you:okafor", channel="email")
    assert "I have been a nurse for now." in kept.text


def test_what_was_typed_is_kept_when_the_page_is_left(page: Browser, hunt: str) -> None:
    form = {"step": "thank-you:okafor", "channel": "email", "text": "Dear Ms Okafor, so far"}
    headers = {"x-requested-with": "afterword"}
    answer = page.client.post(f"/write/{hunt}", {**form, "do": "save"}, headers=headers)
    assert answer.status_code == 204
    assert "so far" in page.open("write", hunt, step="thank-you:okafor", channel="email").text


def test_how_a_letter_sounds_can_be_chosen_for_this_one(page: Browser, hunt: str) -> None:
    asked = {"step": "thank-you:okafor", "channel": "email", "variant": "0"}
    letters = {
        sound: page.open("write", hunt, **asked, register=sound).html
        for sound in ("plain", "warm-formal", "formal", "shouted")
    }
    assert letters["plain"] != letters["formal"]
    assert '<strong aria-current="true">formal</strong>' in letters["formal"]
    assert letters["shouted"].count("aria-current") == letters["warm-formal"].count("aria-current")


def test_a_note_that_was_written_out_of_the_letter_can_be_added_again(
    page: Browser, alice: User, hunt: str
) -> None:
    save_notes(alice, hunt, (Note("you run the ward in two minutes", Stem.STRUCK),), now=NOW)
    asked = {"step": "thank-you:okafor", "channel": "email"}
    assert 'class="tag">told' in page.open("write", hunt, **asked).html
    page.post("write", hunt, **asked, text="Dear Ms Okafor,\n\nThank you.", do="save")
    assert 'class="tag">told' not in page.open("write", hunt, **asked).html
    page.post("write", hunt, **asked, text="You run the ward in two minutes!", do="save")
    assert 'class="tag">told' in page.open("write", hunt, **asked).html
