"""The words of every language: read, well formed, and found by their first letters."""

from zoneinfo import ZoneInfo

import pytest

from afterword.mailbox.recognising import sentences, wording
from afterword.mailbox.recognising.kind import Kind

CODES = sorted(wording.books())
NOT_KINDS = {
    *("rejection", "denial", "regret", "asks", "thanks"),
    *("application", "interview", "footer", "signing"),
    *("addressed", "alive", "elsewhere", "work"),
}


def test_the_languages_are_those_of_the_page() -> None:
    assert CODES == ["de", "en", "es", "fr", "it", "nl", "nordic", "pt", "rest"]


@pytest.mark.parametrize("code", CODES)
def test_what_a_language_knows_is_a_kind_or_helps_to_find_one(code: str) -> None:
    assert set(wording.books()[code].kinds) <= {str(kind) for kind in Kind} | NOT_KINDS


@pytest.mark.parametrize("code", CODES)
def test_months_and_weekdays_are_complete_or_missing(code: str) -> None:
    dates = wording.books()[code].dates
    assert len(dates.months) in {0, 12}
    assert len(dates.weekdays) in {0, 7}


@pytest.mark.parametrize("code", CODES)
def test_words_that_are_looked_up_stand_in_lower_case(code: str) -> None:
    book = wording.books()[code]
    words = [
        *(word for names in (*book.dates.months, *book.dates.weekdays) for word in names),
        *(
            word
            for one in book.kinds.values()
            for word in (*one.strong, *one.weak, *one.taken_back)
        ),
        *(word for said in book.promises.values() for word in said),
    ]
    assert [word for word in words if word != word.lower()] == []


def test_phrases_are_written_in_plain_words_as_texts_are() -> None:
    odd = [
        phrase
        for book in wording.books().values()
        for said in book.kinds.values()
        for phrase in (*said.strong, *said.weak)
        if any(char in phrase.replace("...", "") for char in "'’.,;:!?-_")
    ]
    assert odd == []


def test_every_phrase_compiles() -> None:
    count = sum(
        len((*said.strong, *said.weak))
        for language in wording.languages()
        for said in language.kinds.values()
    )
    assert count > 700


def test_each_phrase_is_found_in_the_index_once() -> None:
    index = wording.index()
    entries = {id(one) for one in index.always}
    entries |= {id(entry) for found in index.by_stem.values() for _, entry in found}
    said = [one for language in wording.languages() for one in language.kinds.values()]
    assert len(entries) == sum(len(one.strong) + len(one.weak) for one in said)


def test_few_phrases_need_to_be_looked_for_in_any_text() -> None:
    assert len(wording.index().always) < 20


def test_of_all_phrases_a_text_needs_few() -> None:
    words = sentences.plain("Thursday at ten is perfect, see you then.")
    assert len(list(wording.index().likely(words))) < 300


def test_no_phrase_comes_twice() -> None:
    likely = [id(one) for one in wording.index().likely("move moving moved move")]
    assert len(likely) == len(set(likely))


def test_words_of_all_languages_come_together() -> None:
    wrote = wording.every("quotes", "wrote")
    assert {"wrote", "schrieb"} <= set(wrote)
    assert len(wrote) == len(set(wrote))


@pytest.mark.parametrize("domain", ["greenhouse.io", "lever.co", "myworkday.com"])
def test_services_that_write_for_many_are_known(domain: str) -> None:
    assert domain in wording.relays()
    assert domain not in wording.public_domains()


def test_every_zone_that_people_name_exists() -> None:
    for name, zone in wording.zones().items():
        assert name == name.lower()
        assert ZoneInfo(zone).key == zone


def test_an_element_without_attributes_is_not_marked() -> None:
    assert not wording.clients().drop.fits({})
    assert wording.clients().drop.fits({"class": "x gmail_quote"})
    assert wording.clients().cut.fits({"style": "Border-Top: solid #E1E1E1 1.0pt"})
