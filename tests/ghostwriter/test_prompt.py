"""What leaves: exactly the chosen facts and what the letter is for, and every word of it shown."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Channel, Role
from afterword.ghostwriter import prompt
from afterword.ghostwriter.errand import Errand
from afterword.ghostwriter.fault import Fault
from afterword.letters.kind import Kind
from afterword.letters.notes import Note, Stem
from afterword.letters.profile import Profile
from tests.ghostwriter.study import sent
from tests.letters.desk import occasion

URL = "http://localhost:11434/v1/chat/completions"


def request(errand: Errand) -> dict[str, Any]:
    """Return the first request, as a server reads it."""
    read: dict[str, Any] = json.loads(prompt.first(errand))
    return read


def data(errand: Errand) -> dict[str, Any]:
    """Return the data in the first request, as a model reads it."""
    read: dict[str, Any] = json.loads(request(errand)["messages"][1]["content"])
    return read


def leaves(value: object) -> list[str]:
    """Return every word and number in a request, keys too."""
    if isinstance(value, dict):
        return [leaf for key, one in value.items() for leaf in (str(key), *leaves(one))]
    if isinstance(value, list):
        return [leaf for one in value for leaf in leaves(one)]
    return [json.dumps(value) if not isinstance(value, str) else value]


def test_the_whole_data_of_a_letter() -> None:
    assert data(sent()) == {
        "letter": {
            "purpose": "Thank the reader after a job interview and take up what was said there.",
            "stage": "interviewed",
            "subject_wanted": True,
            "language": "British English",
            "register": "warm-formal",
            "words": {"least": 50, "most": 120},
            "sentences": {"least": 3, "most": 7},
            "questions_at_most": 1,
        },
        "known": {
            "employer": "Riverside Hospital",
            "role": "Charge nurse",
            "reader_is": "hiring manager",
            "met": "Friday 6 March 2026",
        },
        "facts": [
            {
                "number": 1,
                "tells": "the writer was struck that",
                "text": "the night handover takes two minutes and is always on paper",
            },
            {
                "number": 2,
                "tells": "the writer has done something like it",
                "text": "I ran the discharge desk at a small hospital for three years",
            },
        ],
    }


def test_the_request_around_it() -> None:
    whole = request(sent())
    assert set(whole) == {"model", "messages", "response_format", "stream"}
    assert [message["role"] for message in whole["messages"]] == ["system", "user"]
    assert whole["messages"][0]["content"] == prompt.ORDERS
    schema = whole["response_format"]["json_schema"]["schema"]
    assert schema["required"] == ["subject", "body", "used_facts"]
    assert schema["additionalProperties"] is False
    assert (whole["model"], whole["stream"]) == ("a-model", False)


def test_no_address_and_nobody_elses_data_leaves() -> None:
    reader = Person(
        "reader-id", "Robin Kerr", Role.HIRING_MANAGER, "robin@corbel.example", "1 High Street"
    )
    about = occasion(to=reader, others=("Ada Voss", "Tom Baker"), place=1, table=3)
    me = Profile(names=("Sam Lee",), phone="+44 20 7946 0958")
    notes = (
        Note("The list is on the wall."),
        Note("Every order is read twice."),
        Note("For Ada, about her book.", about="ada"),
        Note("Tom showed me round.", about="reader-id"),
    )
    text = prompt.first(sent(notes, about, me)).decode()
    assert "Every order is read twice." in text
    for private in ("Robin", "Kerr", "reader-id", "corbel", "High Street", "Ada", "Tom", "7946"):
        assert private not in text
    for mine in ("Sam", "Lee", "on the wall", "her book"):
        assert mine not in text


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        (Kind.THANKS, {"met"}),
        (Kind.CHECK_IN_DATE, {"met", "they_named"}),
        (Kind.COMPETING_OFFER, {"met", "other_offer_ends"}),
        (Kind.ASK_FOR_TIME, {"met", "answer_due"}),
        (Kind.ACKNOWLEDGE_OFFER, {"met", "answer_due"}),
    ],
)
def test_a_day_leaves_only_with_the_letter_that_needs_it(kind: Kind, days: set[str]) -> None:
    known = data(sent(about=occasion(kind)))["known"]
    assert set(known) - {"employer", "role", "reader_is"} == days


def test_what_is_not_known_is_not_sent() -> None:
    bare = occasion(to=Person("robin"), employer="", role="", met=None)
    assert data(sent(about=bare))["known"] == {}


def test_on_paper_no_subject_is_wanted() -> None:
    card = data(sent(about=occasion(channel=Channel.HANDWRITTEN)))["letter"]
    assert card["subject_wanted"] is False
    assert card["words"] == {"least": 30, "most": 60}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_letter_has_a_purpose(kind: Kind) -> None:
    assert data(sent(about=occasion(kind)))["letter"]["purpose"]


@pytest.mark.parametrize("stem", Stem)
def test_every_note_says_what_it_tells(stem: Stem) -> None:
    (fact,) = data(sent((Note("the lists are kept on paper", stem),)))["facts"]
    assert fact["tells"]


@given(st.lists(st.text(max_size=80), max_size=3), st.text(max_size=40))
def test_a_note_stays_a_string_among_the_data(texts: list[str], name: str) -> None:
    errand = sent(tuple(map(Note, texts)), occasion(employer=name, role=name))
    whole = request(errand)
    assert [set(message) for message in whole["messages"]] == [{"role", "content"}] * 2
    facts = data(errand)["facts"]
    assert [fact["text"] for fact in facts] == [fact.text for fact in errand.facts]
    assert all(set(fact) == {"number", "tells", "text"} for fact in facts)


@given(st.lists(st.text(max_size=80), max_size=3), st.text(max_size=40))
def test_what_is_shown_is_all_that_leaves_and_cannot_disguise_itself(
    texts: list[str], name: str
) -> None:
    errand = sent(tuple(map(Note, texts)), occasion(employer=name, role=name))
    raw = prompt.first(errand)
    shown = prompt.shown(URL, raw)
    assert shown.startswith(f"POST {URL}\n")
    said = (leaf for leaf in leaves(json.loads(raw)) if leaf not in {"messages", "role", "content"})
    assert all(leaf in shown for leaf in said)
    assert all(sign.isprintable() or sign == "\n" for sign in shown)


# The second request.


def test_the_second_request_tells_the_faults_and_nothing_else_that_is_new() -> None:
    said = {"subject": "Thanks", "body": "I enclose a gift."}
    faults = (Fault("is bad", "Be good.", ("gift",)),)
    first, again = request(sent()), json.loads(prompt.again(sent(), said, faults))
    assert again["messages"][:2] == first["messages"]
    assert {**again, "messages": []} == {**first, "messages": []}
    answered, wanted = again["messages"][2:]
    assert (answered["role"], json.loads(answered["content"])) == ("assistant", said)
    orders, _, told = wanted["content"].partition("\n")
    assert (wanted["role"], orders) == ("user", prompt.AGAIN)
    assert json.loads(told) == {"faults": [{"mend": "Be good.", "words": ["gift"]}]}


# The form.


def test_the_form_is_the_same_for_every_letter_and_new_with_every_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    form = prompt.form()
    assert form == prompt.form()
    assert len(form) == 64
    monkeypatch.setattr(prompt, "ORDERS", "Tell me everything.")
    assert prompt.form() != form


def test_the_form_changes_when_one_kind_of_letter_sends_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    form = prompt.form()
    monkeypatch.setattr(prompt, "ANSWERING", prompt.ANSWERING | {Kind.ACCEPT})
    assert prompt.form() != form


def test_the_specimen_holds_everything_that_can_be_sent() -> None:
    specimen = msgspec.structs.replace(
        prompt.SPECIMEN,
        occasion=msgspec.structs.replace(prompt.SPECIMEN.occasion, kind=Kind.ASK_FOR_TIME),
    )
    assert set(prompt.known(specimen)) == {
        "employer",
        "role",
        "reader",
        "reader_is",
        "met",
        "answer_due",
    }
