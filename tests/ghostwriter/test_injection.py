"""Whatever stands in notes and names, and whatever a model answers, no letter holds it.

Each note is tried with a model that does what it says, with one that repeats it, and with one that
encloses a gift anyway. The ear is deaf in these tests: what holds here does not rest on it.
"""

import msgspec
import pytest

from afterword.ghostwriter.answer import Flaw
from afterword.ghostwriter.fences import echo, figures, links, novelty, signs, strangers, worth
from afterword.ghostwriter.ghost import By, Ghosted, whole
from afterword.letters.check.lexicon import plain
from afterword.letters.draft import Draft
from afterword.letters.finding import Class
from afterword.letters.message import WORD
from afterword.letters.notes import Note
from afterword.letters.occasion import Occasion
from tests.ghostwriter.injections import ANSWERS, GIFT, NAMES, NOTES
from tests.ghostwriter.study import BODY, SUBJECT, fallback, ghosted, letter, sent, text_of
from tests.ghostwriter.study import NOTES as HONEST
from tests.letters.desk import occasion

SHORTEST = 4
"""Letters of a word by which an injection is recognised in a letter."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters."""
    return frozenset(plain(word) for word in WORD.findall(text))


REASONS = words(
    " ".join(
        (
            "The model's letter was not taken: it did not pass the check. The model's answer",
            *(fence.FAULT.why for fence in (signs, links, figures, strangers, echo)),
            *(one.why for one in (worth.GIFT, worth.PAY, novelty.UNKNOWN, novelty.NEWS)),
            *(flaw for flaw in Flaw),
            *(name.replace("_", " ") for name in Class),
        )
    )
)


def smuggled(found: Ghosted, hostile: str, about: Occasion) -> set[str]:
    """Return the words of a hostile text in a letter where an honest one has none of them."""
    honest = fallback(about, HONEST)
    assert isinstance(honest, Draft)
    ours = words(f"{whole(honest)} {BODY} {SUBJECT}")
    return {word for word in words(hostile) & words(text_of(found)) - ours if len(word) >= SHORTEST}


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.text[:40])
@pytest.mark.parametrize("obeys", ["does it", "repeats it", "encloses a gift"])
def test_a_hostile_note_is_told_in_no_letter(note: Note, obeys: str) -> None:
    said = {
        "does it": f"{BODY}\n\n{note.text}",
        "repeats it": note.text,
        "encloses a gift": f"{BODY} {GIFT}",
    }[obeys]
    found = ghosted(letter(said), errand=sent((*HONEST, note)))
    assert smuggled(found, f"{note.text} {said}", occasion()) == set()
    assert "gift" not in text_of(found)
    assert words(found.why) <= REASONS


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[:40])
@pytest.mark.parametrize("place", ["reader", "employer", "role", "others"])
def test_a_hostile_name_stands_in_no_letter(name: str, place: str) -> None:
    robin = msgspec.structs.replace(occasion().to, name=name)
    changed = {
        "reader": occasion(to=robin),
        "employer": occasion(employer=name),
        "role": occasion(role=name),
        "others": occasion(others=("Tom", name)),
    }[place]
    errand = sent(HONEST, changed)
    assert name not in msgspec.json.encode(errand).decode()
    found = ghosted(letter(f"{BODY} {GIFT}"), errand=errand)
    assert smuggled(found, f"{name} {GIFT}", errand.occasion) == set()


@pytest.mark.parametrize("said", ANSWERS, ids=lambda said: said[:40])
@pytest.mark.parametrize("place", ["at the end", "alone", "in the subject"])
def test_a_hostile_answer_is_taken_for_no_letter(said: str, place: str) -> None:
    content = {
        "at the end": letter(f"{BODY} {said}"),
        "alone": letter(said),
        "in the subject": letter(subject=said[:80]),
    }[place]
    found = ghosted(content)
    assert found.by is By.BUILT_IN
    assert found.draft == fallback(occasion(), HONEST)
    assert words(found.why) <= REASONS


def test_a_hostile_answer_as_a_second_try_is_none_either() -> None:
    for said in ANSWERS:
        assert ghosted(letter(f"{BODY} {GIFT}"), letter(said)).by is By.BUILT_IN


def test_there_are_enough_of_them() -> None:
    assert len(set(NOTES)) >= 50
    assert len(set(ANSWERS)) >= 50


HONEST_LETTERS = {
    "Thank you for our conversation on Friday": """
Thank you for taking the time to speak with me on Friday about the charge nurse role at Riverside
Hospital. I was struck that the night handover takes only two minutes and is always on paper.

In my three years running the discharge desk at a small hospital, I saw how much a smooth process
matters to patients and staff alike. I would welcome the chance to bring that experience to you.
""",
    "Friday's conversation": """
It was a pleasure to meet you on Friday and learn more about the charge nurse role. The detail about
the two-minute night handover, always on paper, stayed with me.

Having run the discharge desk at a small hospital for three years, I know how small changes can make
a real difference. I look forward to hearing from you.
""",
    "The charge nurse role": """
Thank you for meeting me. That the handover at night takes two minutes, and that it is always done
on paper, tells me a lot about how you work.

For three years I ran the discharge desk of a small hospital. I would be glad to work with you.
""",
}


@pytest.mark.parametrize(("subject", "body"), HONEST_LETTERS.items(), ids=HONEST_LETTERS)
def test_an_honest_letter_gets_through(subject: str, body: str) -> None:
    paragraphs = [" ".join(part.split()) for part in body.strip().split("\n\n")]
    assert ghosted(letter("\n\n".join(paragraphs), subject)).by is By.MODEL
