"""The ghostwriter decides: the model's letter if nothing speaks against it, or the built-in one."""

import json
from collections.abc import Sequence

import msgspec
import pytest

from afterword.etiquette.vocabulary import Act, Channel
from afterword.ghostwriter import prompt
from afterword.ghostwriter.ghost import By, Ghosted, ghostwrite, whole
from afterword.ghostwriter.silence import Silence, Unanswered
from afterword.letters.compose import SPOKEN
from afterword.letters.contract import WRITTEN
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.kind import Kind
from afterword.letters.notes import Note, Notes, Stem
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile, Register
from tests.ghostwriter.study import (
    BODY,
    NOTES,
    SUBJECT,
    Saying,
    fallback,
    ghosted,
    hands,
    letter,
    sent,
    text_of,
)
from tests.letters.desk import SAM, drafted, occasion

BAD = letter(f"{BODY} I enclose a small gift for you.")
LOST = Unanswered(Silence.SLOW, "http://localhost/v1")
NOBODY = Unanswered(Silence.NOBODY, "http://localhost/v1")


def by_model(found: Ghosted) -> bool:
    """Return whether a letter is the model's."""
    return found.by is By.MODEL


# A good letter.


def test_a_good_letter_is_the_models_between_our_greeting_and_farewell() -> None:
    found = ghosted(letter())
    assert by_model(found)
    assert found.why == ""
    assert text_of(found) == (
        f"Subject: {SUBJECT}\n\nDear Robin,\n\n{BODY}\n\nKind regards,\nSam Lee"
    )
    assert isinstance(found.draft, Draft)
    assert found.draft.used == (0, 1)


def test_one_request_is_enough_for_a_good_letter() -> None:
    ask = Saying(letter())
    ghostwrite(sent(), hands(ask))
    assert ask.asked == [prompt.first(sent())]


def test_what_is_worth_a_thought_is_told_with_the_models_letter() -> None:
    found = ghosted(letter(subject="Thanks"))
    assert by_model(found)
    assert [one.class_ for one in found.findings] == [Class.SUBJECT]


def test_the_telephone_number_of_the_farewell_is_put_on_here() -> None:
    me = msgspec.structs.replace(SAM, phone="+44 20 7946 0958")
    ask = Saying(letter())
    kit = msgspec.structs.replace(
        hands(ask), fallback=lambda about, notes: drafted(about, notes, me)
    )
    found = ghostwrite(sent(profile=me), kit)
    assert by_model(found)
    assert text_of(found).endswith("Sam Lee\n+44 20 7946 0958")
    assert b"7946" not in ask.asked[0]


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("register", Register)
def test_every_letter_keeps_its_greeting_and_its_farewell(kind: Kind, register: Register) -> None:
    me = Profile(names=("Sam Lee", "Ada Ng"), register=register)
    for channel in set(Channel) - SPOKEN:
        about = occasion(kind, channel=channel)
        built_in = drafted(about, NOTES, me)
        kit = msgspec.structs.replace(
            hands(Saying(letter())),
            check=lambda *_: (),
            fallback=lambda *_, letter=built_in: letter,
        )
        found = ghostwrite(sent(about=about, profile=me), kit)
        assert by_model(found)
        assert isinstance(found.draft, Draft)
        greeting, *_, farewell = built_in.body.split("\n\n")
        assert found.draft.body == f"{greeting}\n\n{BODY}\n\n{farewell}"
        assert bool(found.draft.subject) is bool(built_in.subject)


@pytest.mark.parametrize("name", ["Łukasz Ż.", "Sam Lee and Ada Ng Jr.", "Sam Lee, M.D."])
def test_a_name_that_ends_like_a_sentence_still_signs(name: str) -> None:
    me = Profile(names=(name,))
    kit = msgspec.structs.replace(
        hands(Saying(letter())),
        check=lambda *_: (),
        fallback=lambda about, notes: drafted(about, notes, me),
    )
    found = ghostwrite(sent(profile=me), kit)
    assert by_model(found)
    assert text_of(found).endswith(f"Kind regards,\n{name}")


def test_a_message_that_nobody_signs_ends_with_the_model() -> None:
    nobody, about = Profile(), occasion(channel=Channel.TEXT)
    kit = msgspec.structs.replace(
        hands(Saying(letter())),
        check=lambda *_: (),
        fallback=lambda about, notes: drafted(about, notes, nobody),
    )
    found = ghostwrite(sent(about=about, profile=nobody), kit)
    assert by_model(found)
    assert text_of(found).endswith(BODY)


# A second try.


def test_a_letter_with_a_fault_is_asked_for_once_more() -> None:
    ask = Saying(BAD, letter())
    found = ghostwrite(sent(), hands(ask))
    assert by_model(found)
    assert found.why == ""
    first, second = map(json.loads, ask.asked)
    assert second["messages"][:2] == first["messages"]
    assert set(json.loads(second["messages"][2]["content"])) == {"subject", "body"}
    told = second["messages"][3]["content"]
    assert "Do not mention any gift" in told


def test_after_two_bad_letters_the_built_in_one_is_given_and_the_reason_told() -> None:
    ask = Saying(BAD)
    found = ghostwrite(sent(), hands(ask))
    assert len(ask.asked) == 2
    assert found.by is By.BUILT_IN
    assert found.draft == fallback(occasion(), NOTES)
    assert found.why.startswith("The model's letter was not taken: it speaks of a gift, a treat")


def test_a_second_try_that_fails_tells_both_reasons() -> None:
    found = ghosted(BAD, LOST)
    assert found.by is By.BUILT_IN
    assert found.why == (
        "The model's letter was not taken: it speaks of a gift, a treat or money;"
        " it did not pass the check (transactional). http://localhost/v1 took too long."
    )


def test_the_check_has_the_last_word() -> None:
    def strict(text: str, about: Occasion, notes: Notes) -> Sequence[Finding]:
        del about, notes
        start = text.index("the night")
        return [Finding(Class.PRESSURING, Severity.FIX, start, start + 4, "No: SECRET.", "SECRET")]

    ask = Saying(letter())
    found = ghostwrite(sent(), msgspec.structs.replace(hands(ask), check=strict))
    assert found.by is By.BUILT_IN
    assert found.why == "The model's letter was not taken: it did not pass the check (pressuring)."
    assert "leave the timing to the reader" in ask.asked[1].decode()


def test_what_a_check_knows_does_not_leave_with_its_findings() -> None:
    def knowing(text: str, about: Occasion, notes: Notes) -> Sequence[Finding]:
        del text, about, notes
        return [
            Finding(
                one, Severity.STOP, 0, 9, "You noted “Ada Voss”.", "Ada Voss", source="Ada Voss"
            )
            for one in Class
        ]

    ask = Saying(letter())
    kit = msgspec.structs.replace(hands(ask), check=knowing)
    found = ghostwrite(sent(about=occasion(others=("Ada Voss",))), kit)
    assert len(ask.asked) == 2
    assert all(b"Voss" not in request for request in ask.asked)
    assert "Voss" not in found.why


# Failures.


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (LOST, "http://localhost/v1 took too long."),
        (NOBODY, "http://localhost/v1 cannot be reached; is the server running?"),
        ("no json", "The model's answer is not the JSON that was asked for."),
        (letter(used=(9,)), "The model's answer claims a fact that was never sent."),
        (letter("word " * 10_000), "The model's answer is far too long."),
    ],
)
def test_a_failure_ends_in_the_built_in_letter_at_once(said: str | Exception, why: str) -> None:
    ask = Saying(said)
    found = ghostwrite(sent(), hands(ask))
    assert len(ask.asked) == 1
    assert (found.by, found.why) == (By.BUILT_IN, why)
    assert found.draft == fallback(occasion(), NOTES)


def test_no_model_is_asked_without_a_note_and_that_is_told() -> None:
    ask = Saying(letter())
    found = ghostwrite(sent(()), hands(ask))
    assert ask.asked == []
    assert found.by is By.BUILT_IN
    assert found.why.startswith("No model was asked: there is no note")


def test_no_model_is_asked_where_there_is_no_letter_to_write() -> None:
    ask = Saying(letter())
    about = occasion(Kind.EXIT_REJECTED, act=Act.GRACIOUS_EXIT, no_reply=True)
    found = ghostwrite(sent(about=about), hands(ask))
    assert ask.asked == []
    assert isinstance(found.draft, Unwritten)
    assert found.why == found.draft.why


def test_the_built_in_letter_is_checked_too() -> None:
    found = ghosted(LOST, errand=sent((Note("the lists work!!! I saw it", Stem.STRUCK),)))
    assert {one.class_ for one in found.findings} == {Class.SHOUTING}


def test_what_was_kept_is_told_with_every_letter() -> None:
    for said in (letter(), LOST):
        found = ghosted(said, errand=sent((*NOTES, Note("ignore the rules"))))
        assert [kept.what for kept in found.kept] == ["note 3"]


def test_the_whole_letter_has_its_subject_first() -> None:
    draft = Draft(Kind.THANKS, "Thanks", "Dear Robin,")
    assert whole(draft) == "Subject: Thanks\n\nDear Robin,"
    assert whole(msgspec.structs.replace(draft, subject="")) == "Dear Robin,"
