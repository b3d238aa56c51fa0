"""The letters around a question, an offer, a no and a slip read as a careful person would write.

Those of thanks have tests of their own; what holds for all kinds stands in test_variety and
test_invents. Here are the manners of each kind: what it says first, asks, and leaves out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from statistics import median

import msgspec
import pytest

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Channel, Role
from afterword.letters.bands import band
from afterword.letters.contract import WRITTEN
from afterword.letters.draft import Draft
from afterword.letters.kind import Kind
from afterword.letters.language import Part
from afterword.letters.notes import Note, Stem
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Profile, Register
from tests.letters.desk import (
    ENGLISH,
    JOTTED,
    PHASES,
    ROBIN,
    drafted,
    jotted,
    occasion,
    sentences,
    words,
)

WITH_THE_THANKS = {Kind.UPDATE, Kind.FLOWERS}
KINDS = [kind for kind in WRITTEN if not kind.startswith("thanks") and kind not in WITH_THE_THANKS]
NUDGES = [kind for kind in KINDS if kind.startswith("check-in") and kind is not Kind.CHECK_IN_LAST]
ASKING = [
    *NUDGES,
    Kind.FEEDBACK,
    Kind.RE_APPROACH,
    Kind.COMPETING_OFFER,
    Kind.APOLOGY_MISSED,
    Kind.ASK_FOR_TIME,
    Kind.NEGOTIATE,
]
APOLOGIES = {Kind.CORRECTION, Kind.APOLOGY, Kind.APOLOGY_MISSED}
YES = r"\baccept|\byes\b"
NO = r"\bdeclin|\bnot (?:to )?(?:be )?(?:accept|tak)|\bsay(?:ing)? no\b|\bcannot take"
LEAVING = r"\bwithdr[ae]w|\bstepping back\b"
DECISIONS = {
    Kind.ACCEPT: YES,
    Kind.DECLINE: NO,
    Kind.WITHDRAW: LEAVING,
    Kind.TELL_OTHERS: LEAVING,
}
OUT_OF_PLACE = [
    r"hear(?:ing)? from you (?:soon|at your)|busy (?:schedule|week)|hesitate to|finds you well",
    r"tak\w+ (?:the )?time to\b|your consideration\b|(?:hope|trust) (?:all is|you are) well",
    r"dream|thrilled|honou?red|amazing|incredibl|fantastic|passionate|\bexcited|over the moon",
    r"as soon as possible|urgent|immediately|asap|need to hear|follow(?:ing)? up|\bremind",
    r"any (?:news|updates?)\b|touch base|check(?:ing)? in\b|not heard|haven’t heard|still waiting",
    r"\bbeg\b|please, please|last chance|only hope|would do anything|desperate|gave up",
    r"\b(?:salary|pay|wages?|money|compensation|benefits|bonus)\b",
    r"\b(?:gift|present|voucher|lunch|flowers|chocolates?|treat you)\b",
    r"in advance|please advise|\bkindly|await|(?<!what )I (?:expect|demand|insist)\b",
    r"\b(?:perfect|ideal|best|strongest|only) (?:candidate|fit|choice|match)|when I (?:start|join)",
]
SLIPS = [
    r"[\[\]{}|]|\bNone\b",  # a wording shows through
    r"[.!?,;:][.,;:]|\s[.,;:!?]|  ",  # stops that do not belong together, or a gap
    r"\ba (?!one\b|us)[aeiou]\w*\b|\ban [^aeiouh\W]\w*\b",  # an article that does not suit its word
    r"\b(\w+) \1\b(?! \1)",  # a word twice
]
# What goes before a stem's note or after it, where a note may be more than one thing.
AGREEING = {
    Stem.SENDING: r"\b(?:is|was|are|comes|an?) \{note\}|\{note\},? (?:is|was|are|comes|has)\b",
    Stem.GRATEFUL: r"\{[nN]ote\},? (?:is|was|are|has)\b",
    Stem.TIMES: r"\bon \{note\}|\{note\},? (?:is|was|are|be|suits?|would|works?)\b",
}
MOST_ALIKE = 0.101  # one in ten, and how floats add up
SPARE = {"free", "otherwise", "topic"}  # the candidate's own, and what stands in for a missing fact
NOTHING_KNOWN: dict[str, object] = {
    "employer": "",
    "role": "",
    "opening": "",
    "met": None,
    "promised": None,
    "deadline": None,
    "answer_by": None,
}


def candidate(kind: Kind, number: int, **changes: object) -> Occasion:
    """Return the occasion of one of many candidates."""
    phases = PHASES.get(kind, (Phase.WAITING,))
    about = occasion(
        kind,
        channel=Channel.LINKEDIN if kind is Kind.CONNECT else Channel.EMAIL,
        phase=phases[number % len(phases)],
        to=Person(id=f"p{number}", name="Robin Kerr", role=Role.HIRING_MANAGER),
        employer=f"Firm{number}",
        role=f"Role{number}",
    )
    return msgspec.structs.replace(about, **changes)


def letters(kind: Kind, count: int, **changes: object) -> Iterator[Draft]:
    """Yield the letters of many candidates in turn of register, with none to three notes."""
    registers = tuple(Register)
    for number in range(count):
        profile = Profile(names=("Sam Lee",), register=registers[number % len(registers)])
        notes = jotted(kind, number, number // 3 % 4)
        yield drafted(candidate(kind, number, **changes), notes, profile)


def parts(kind: Kind) -> Iterator[tuple[str, Part]]:
    """Yield the parts that a letter may say, shared ones among them, by name."""
    letter = ENGLISH.letters[kind]
    orders = (*letter.order, *letter.card, *letter.bare)
    for name in sorted({name for line in orders for entry in line for name in entry.split("|")}):
        yield name, letter.parts.get(name) or ENGLISH.parts[name]


def ways(template: str) -> list[str]:
    """Return all that a template can come to, its slots left as they are."""
    pieces = re.split(r"\[([^\[\]]*)\]", template)
    options = [piece.split("|") if place % 2 else [piece] for place, piece in enumerate(pieces)]
    return ["".join(chosen) for chosen in product(*options)]


def own_templates(kind: Kind) -> set[str]:
    """Return the templates that only this letter has."""
    letter = ENGLISH.letters[kind]
    return {
        each
        for wordings in (letter.subjects, *letter.parts.values())
        for register in Register
        for each in wordings.of(register)
    }


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("kind", KINDS)
def test_the_usual_letter_has_the_usual_length_in_each_register(
    kind: Kind, register: Register
) -> None:
    profile = Profile(names=("Sam Lee",), register=register)
    said = [
        sentences(drafted(candidate(kind, number), jotted(kind, number, 2 + number % 2), profile))
        for number in range(100)
    ]
    aim = band(candidate(kind, 0))
    assert aim.low <= median(len(words(" ".join(each))) for each in said) <= aim.high
    assert aim.sentences[0] <= median(map(len, said)) <= aim.sentences[1]


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_of_ours_comes_up_more_than_one_time_in_ten(
    kind: Kind, register: Register
) -> None:
    for name, part in parts(kind):
        if name in SPARE or part.phases or part.readers:
            continue
        shares: dict[str, float] = defaultdict(float)
        templates = part.of(register)
        for template in templates:
            spelled = ways(template)
            for each in spelled:
                shares[each] += 1 / len(templates) / len(spelled)
        assert {text for text, share in shares.items() if share > MOST_ALIKE} == set(), name


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("kind", KINDS)
def test_every_part_has_six_wordings_in_each_register(kind: Kind, register: Register) -> None:
    few = {
        name
        for name, part in parts(kind)
        if len(part.of(register)) < 6 and not (name in SPARE or part.phases or part.readers)
    }
    assert few <= {"ask-timing"}


@pytest.mark.parametrize(("kind", "decision"), DECISIONS.items())
def test_a_decision_stands_in_the_first_two_sentences(kind: Kind, decision: str) -> None:
    for draft in [*letters(kind, 300), *letters(kind, 60, **NOTHING_KNOWN)]:
        assert re.search(decision, " ".join(sentences(draft)[:2]), re.IGNORECASE), draft.body


@pytest.mark.parametrize("kind", [Kind.DECLINE, Kind.WITHDRAW])
def test_who_goes_back_on_a_yes_says_so_and_is_sorry_once(kind: Kind) -> None:
    for draft in letters(kind, 60, phase=Phase.ACCEPTED):
        first = sentences(draft)[0]
        assert re.search(DECISIONS[kind], first)
        assert re.search("my word|accepted|my promise|after all", first)
        assert draft.body.count("sorry") == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_asks_one_question_where_it_is_one_and_else_none(kind: Kind) -> None:
    for draft in [*letters(kind, 150), *letters(kind, 30, **NOTHING_KNOWN)]:
        assert draft.body.count("?") == (kind in ASKING), draft.body


@pytest.mark.parametrize("kind", NUDGES)
def test_a_nudge_reproaches_nobody(kind: Kind) -> None:
    blame = r"you (?:said|promised|told me)|still (?:no|not)\b|but (?:no|I have not)|overdue|delay"
    for template in own_templates(kind):
        assert not re.search(blame, template), template


@pytest.mark.parametrize("kind", KINDS)
def test_no_wording_is_stock_pressing_or_out_of_place(kind: Kind) -> None:
    for template in own_templates(kind):
        for said in ways(template):
            for wrong in OUT_OF_PLACE:
                assert not re.search(wrong, said, re.IGNORECASE), said


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in APOLOGIES])
def test_only_an_apology_apologises(kind: Kind) -> None:
    for name, part in ENGLISH.letters[kind].parts.items():
        said = " ".join(each for register in Register for each in part.of(register))
        assert name == "back" or not re.search(r"\bsorry\b|apolog|forgive", said), name


@pytest.mark.parametrize("kind", sorted(APOLOGIES))
def test_an_apology_is_made_once(kind: Kind) -> None:
    for draft in letters(kind, 150):
        words_of_regret = re.compile(r"\bsorry\b|apolog|forgive|regret", re.IGNORECASE)
        assert sum(map(bool, map(words_of_regret.search, sentences(draft)))) == 1, draft.body


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_plain_register_shortens_its_words(kind: Kind) -> None:
    short = r"n’t\b|’(?:m|ve|re|ll|d)\b|\b(?:it|that|there|here|what|nothing)’s\b"
    letter = ENGLISH.letters[kind]
    for wordings in (letter.subjects, *letter.parts.values()):
        for each in (*wordings.all, *wordings.warm_formal, *wordings.formal):
            assert not re.search(short, each, re.IGNORECASE), each


@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_joined_without_a_slip(kind: Kind) -> None:
    changes: tuple[dict[str, object], ...] = (
        {},
        NOTHING_KNOWN,
        {"employer": "Acme & Daughters", "role": "Office manager"},
        {"role": ""},
        {"met": None},
        {"channel": Channel.TEXT},
        {"to": msgspec.structs.replace(ROBIN, name="")},
    )
    for change in changes:
        for draft in letters(kind, 60, **change):
            text = f"{draft.subject}\n\n{draft.body}"
            for slip in SLIPS:
                assert not re.search(slip, text), text
            for sentence in sentences(draft):
                assert re.match(r"[“A-Z]", sentence), sentence
                assert re.search(r"[.!?]”?$", sentence), sentence


@pytest.mark.parametrize("kind", KINDS)
def test_a_wording_agrees_with_whatever_is_noted(kind: Kind) -> None:
    for part in ENGLISH.letters[kind].parts.values():
        wrong = AGREEING.get(part.wants) if part.wants else None
        for template in {each for register in Register for each in part.of(register)}:
            assert not re.search(r"\ban? \{(?:role|employer|note)\}", template)
            for said in ways(template) if wrong else ():
                assert not re.search(wrong or "", said), said


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_message_is_short_and_has_no_subject(kind: Kind) -> None:
    drafts = list(letters(kind, 60, channel=Channel.TEXT))
    assert {draft.subject for draft in drafts} == {""}
    assert median(len(words(" ".join(sentences(draft)))) for draft in drafts) <= 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_asks_only_for_notes_that_it_can_tell(kind: Kind) -> None:
    tells = {part.wants for _, part in parts(kind)}
    assert set(ENGLISH.letters[kind].asks) <= tells


def test_another_offer_is_told_with_its_day_and_preferred_only_if_noted() -> None:
    preference = r"rather|sooner|first choice|prefer|choose|pick|Given the choice|closest"
    for draft in letters(Kind.COMPETING_OFFER, 150):
        news, *rest = sentences(draft)
        assert "written offer" in news or "in writing" in news
        assert "Friday" in news
        assert bool(re.search(preference, " ".join(rest))) == bool(draft.used), draft.body


def test_without_a_day_another_offer_names_none() -> None:
    for draft in letters(Kind.COMPETING_OFFER, 60, deadline=None):
        assert not re.search(r"\bby (?:then|that day)|\bdate\b", draft.body)


def test_a_day_that_passed_is_named_as_they_named_it() -> None:
    for draft in letters(Kind.CHECK_IN_DATE, 100):
        assert "Thursday" in sentences(draft)[0]


def test_time_is_asked_for_up_to_a_day_if_one_is_noted() -> None:
    until = Note("on Monday 16 March", Stem.TIMES)
    for number in range(60):
        asked = drafted(candidate(Kind.ASK_FOR_TIME, number), (until,))
        assert "on Monday 16 March" in asked.body
        longer = drafted(candidate(Kind.ASK_FOR_TIME, number))
        assert longer.missing is Stem.TIMES
        assert "Friday" in longer.body


def test_terms_are_talked_about_without_a_figure() -> None:
    for draft in letters(Kind.NEGOTIATE, 100):
        assert not re.search(
            r"\d|[$€£%]", re.sub(r"(?:Firm|Role)\d+", "", " ".join(sentences(draft)))
        )


def test_who_asks_about_expectations_is_not_thanked_for_an_offer() -> None:
    answer = Note("I would like to earn what I earn now", Stem.ANSWER)
    for number in range(40):
        about = candidate(Kind.NEGOTIATE, number, phase=Phase.INTERVIEWED)
        said = " ".join(sentences(drafted(about, (answer,))))
        assert answer.text in said
        assert "offer" not in said


def test_keeping_in_touch_without_news_tells_what_struck() -> None:
    struck = Note(JOTTED[Stem.STRUCK][0], Stem.STRUCK)
    news = Note(JOTTED[Stem.NEWS][0], Stem.NEWS)
    for number in range(20):
        about = candidate(Kind.KEEP_IN_TOUCH, number)
        assert struck.text in drafted(about, (struck,)).body
        assert struck.text not in drafted(about, (struck, news)).body


def test_whoever_was_not_at_the_meeting_does_not_hear_of_its_day() -> None:
    for kind in (Kind.CHECK_IN, Kind.EXIT_REJECTED, Kind.FEEDBACK, Kind.WITHDRAW):
        for draft in letters(kind, 60, absent=True):
            assert not re.search(r"(conversation|interview|talk|chat) on ", draft.body), draft.body


def test_the_new_role_is_named_where_one_has_opened() -> None:
    for draft in letters(Kind.RE_APPROACH, 150):
        assert "shift lead" in " ".join(sentences(draft))


def test_without_a_new_role_none_is_spoken_of() -> None:
    for draft in letters(Kind.RE_APPROACH, 60, opening=""):
        assert re.search(r"appl|try|another go|second go", draft.body), draft.body


def test_where_somebody_else_was_taken_no_decision_is_spoken_of() -> None:
    told = r"decision|choice|chose|outcome|hoped for|considering me|the better match"
    for draft in letters(Kind.EXIT_FILLED, 300):
        assert not re.search(told, draft.body), draft.body


def test_a_recruiter_is_asked_what_they_heard_once_it_is_decided() -> None:
    for draft in letters(Kind.CHECK_IN_RECRUITER, 60, phase=Phase.REJECTED):
        assert not re.search(r"when .*\?", " ".join(sentences(draft))), draft.body


def test_somebody_who_helped_is_thanked_for_that_when_connecting() -> None:
    mentor = Person(id="m", name="Ada Cole", role=Role.MENTOR)
    for draft in letters(Kind.CONNECT, 60, to=mentor):
        assert "conversation" not in sentences(draft)[0]
        assert len(sentences(draft)) <= 2


def test_a_long_note_ends_its_sentence() -> None:
    long = f"{JOTTED[Stem.STRUCK][0]}: {JOTTED[Stem.STRUCK][1]}"
    for number in range(60):
        for kind in (Kind.CHECK_IN, Kind.CHECK_IN_DATE, Kind.CHECK_IN_LAST, Kind.CONNECT):
            assert f"{long}." in drafted(candidate(kind, number), (Note(long, Stem.STRUCK),)).body
