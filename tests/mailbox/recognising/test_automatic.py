"""Automatic answers: what says so, what does not, and when somebody is back."""

from datetime import UTC, date, datetime

import pytest

from afterword.mailbox.recognising import automatic, reply
from tests.mailbox.recognising.post import answer, letter

SENT = datetime(2026, 3, 10, 10, 15, tzinfo=UTC)
AWAY = "I am out of the office until 16 March with no access to email."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Auto-Submitted", "auto-replied"),
        ("Auto-Submitted", "auto-replied (vacation)"),
        ("auto-submitted", "Auto-Replied"),
        ("X-Autoreply", "yes"),
        ("X-Autorespond", "Thank you"),
        ("X-Auto-Reply", "1"),
        ("Precedence", "auto_reply"),
        ("X-Precedence", "auto-reply"),
        ("X-Post-MessageClass", "9; Autoresponder"),
        ("Delivered-To", "Autoresponder"),
    ],
)
def test_a_header_says_so(name: str, value: str) -> None:
    read = letter("Thank you.", **{name: value})
    assert automatic.answer(read, "Thank you.").lower().startswith(name.lower())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Auto-Submitted", "no"),
        ("Auto-Submitted", "auto-generated"),
        ("Auto-Submitted", "auto-notified"),
        ("X-Auto-Response-Suppress", "All"),
        ("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply"),
        ("X-Autoreply", "no"),
        ("Precedence", "bulk"),
        ("List-Unsubscribe", "<https://x.example>"),
    ],
)
def test_a_header_that_proves_nothing_proves_nothing(name: str, value: str) -> None:
    assert automatic.answer(letter("Thursday works.", **{name: value}), "Thursday works.") == ""


@pytest.mark.parametrize("value", ["auto-generated", "auto-notified", "auto-replied"])
def test_a_machine_says_that_it_is_one(value: str) -> None:
    assert automatic.is_machine(letter("x", auto_submitted=value))


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Data Engineer",
        "Out of Office: Data Engineer",
        "Out of office",
        "OOO Re: Data Engineer",
        "Auto: Data Engineer",
        "[External] Automatic reply: Data Engineer",
        "Automatische Antwort: Bewerbung",
        "Abwesenheitsnotiz: Bewerbung",
        "Réponse automatique : Candidature",
        "Respuesta automática: Solicitud",
        "Risposta automatica: Candidatura",
        "Automatisch antwoord: Sollicitatie",
        "Resposta automática: Candidatura",
        "Autosvar: Ansökan",
        "自动回复: 申请",
        "Автоответ: заявка",
    ],
)
def test_a_subject_says_so_in_many_languages(subject: str) -> None:
    assert automatic.answer(letter("I am away.", subject), "I am away.")


@pytest.mark.parametrize(
    "subject",
    [
        "Auto insurance for new employees",
        "Automotive engineer",
        "Re: out of office hours",
        "On leave policies",
        "Our automatic reply system: a talk",
        "Data Engineer",
    ],
)
def test_a_subject_that_begins_alike_says_nothing(subject: str) -> None:
    assert automatic.answer(letter("Thursday works.", subject), "Thursday works.") == ""


@pytest.mark.parametrize(
    "text",
    [
        AWAY,
        "Ich bin bis 16. März im Urlaub und nicht erreichbar. Ich bin danach wieder da.",
        "Je suis absent du bureau jusqu'au 16 mars. De retour au bureau le 17.",
        "I'm on parental leave. I will not be checking email.",
    ],
)
def test_a_text_says_so_where_it_says_it_twice(text: str) -> None:
    assert automatic.answer(answer(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Mara, I was out of the office on Monday, sorry. I had no access to email.",
        "I am out of the office tomorrow. Does Thursday suit?",
        "Sorry for the delay, I was on holiday. Your talk was great.",
        "I will be back on Monday and send you the contract.",
        "We met when I was on vacation and out of the office. "
        + "And there is much to tell. " * 40,
    ],
)
def test_a_person_who_tells_of_an_absence_is_no_machine(text: str) -> None:
    assert automatic.answer(answer(text), text) == ""


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("I am away until 16 March.", date(2026, 3, 16)),
        ("I am away until Monday, 16 March 2026.", date(2026, 3, 16)),
        ("I am on leave through 13 March.", date(2026, 3, 14)),
        ("I am on leave until 13 March inclusive.", date(2026, 3, 14)),
        ("I am away from 9 March to 13 March.", date(2026, 3, 14)),
        ("I am away from 9 to 13 March and back on 16 March.", date(2026, 3, 16)),
        ("I will be back on Monday 16 March.", date(2026, 3, 16)),
        ("I will return on 2026-03-16.", date(2026, 3, 16)),
        ("I'm back Monday.", date(2026, 3, 16)),
        ("Ich bin bis einschließlich 13. März im Urlaub.", date(2026, 3, 14)),
        ("Ich bin bis zum 13.03.2026 nicht im Büro.", date(2026, 3, 13)),
        ("Ab dem 16. März bin ich wieder da.", date(2026, 3, 16)),
        ("Je suis absent jusqu'au 16 mars.", date(2026, 3, 16)),
        ("Estoy fuera hasta el 16 de marzo.", date(2026, 3, 16)),
        ("Sono assente fino al 16 marzo.", date(2026, 3, 16)),
        ("Ik ben afwezig tot 16 maart.", date(2026, 3, 16)),
    ],
)
def test_the_day_of_the_return_is_understood(text: str, back: date) -> None:
    assert automatic.returns("", text, SENT) == back


@pytest.mark.parametrize(
    "text",
    [
        "I am away.",
        "I am away from 9 March.",
        "I was back on 2 March.",
        "I will be back in a while.",
        "I am back next week or so.",
    ],
)
def test_where_no_day_is_named_none_is_made_up(text: str) -> None:
    assert automatic.returns("", text, SENT) is None


def test_the_subject_may_tell_the_day() -> None:
    assert automatic.returns("Out of office: back on 16 March", "Thanks!", SENT) == date(
        2026, 3, 16
    )


def test_an_absence_is_told_from_other_automatic_answers() -> None:
    away, ticket = letter(AWAY), letter("Your request was received.", auto_submitted="auto-replied")
    assert automatic.is_away(away, reply.own_words(away))
    assert not automatic.is_away(ticket, reply.own_words(ticket))
