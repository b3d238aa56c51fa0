"""A review of any draft: what could only come from here, and findings that point where they say."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword import rulebooks
from afterword.etiquette.judge import Verdict, judge
from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act, Basis, Channel
from afterword.letters.check.review import GATES, Review, review
from afterword.letters.check.sheet import Claims, Ear, Sound
from afterword.letters.contract import WRITTEN
from afterword.letters.draft import Draft
from afterword.letters.finding import Class, Finding, Severity
from afterword.letters.kind import ALWAYS, Kind
from afterword.letters.notes import Notes
from afterword.letters.occasion import Occasion, Phase
from afterword.letters.profile import Profile, Register, Spelling
from afterword.letters.telling import retold
from tests.etiquette.timeline import situation
from tests.house import tree
from tests.letters.check.desk import aids, letter, told
from tests.letters.check.taught import BEGGING, CALM, Taught
from tests.letters.desk import ENGLISH, READERS, drafted, jotted, occasion
from tests.letters.test_message import texts

NOTES = Claims(notes=("half of the orders arrive by fax", "I repaired tractors"))
GOOD = letter(
    "Thank you for the tour on Friday. The fax in the yard office made me smile, since I repaired"
    " tractors for years with one beside me. I would be glad to help you to be rid of it.",
    subject="The charge nurse role",
)
BAD = letter("I need this post.  I liked it so much!! Please see [Name].", "Dear Robyn,")


def reviewed(
    text: str,
    about: Occasion | None = None,
    claims: Claims = NOTES,
    ear: Ear = CALM,
    verdict: Verdict | None = None,
) -> Review:
    """Return the review of a text, as thanks to Robin Kerr unless it is something else."""
    return review(text, about or occasion(), claims, aids(ear), verdict)


def test_a_good_letter_is_ready() -> None:
    found = reviewed(GOOD)
    assert found.findings == ()
    assert found.ready


def test_the_first_word_is_what_could_only_come_from_here() -> None:
    assert reviewed(GOOD).specifics == ("fax", "repaired", "tractors")


def test_what_a_gate_and_the_ear_both_notice_is_told_once() -> None:
    text = letter("A bottle of wine is on its way to you. I repaired tractors beside a fax.")
    giving = Taught({"bottle": Sound(0.9, Class.TRANSACTIONAL)})
    assert told(reviewed(text, ear=giving).findings, text) == [
        "stop: A bottle of wine is on its way to you."
    ]


def test_a_specific_word_is_told_once() -> None:
    assert reviewed(letter("A fax, a fax, and faxes.")).specifics == ("fax", "faxes")


def test_findings_come_in_the_order_of_the_letter_and_the_gravest_first() -> None:
    found = reviewed(BAD, ear=BEGGING)
    assert told(found.findings, BAD)[:2] == ["stop: Robyn", "stop: I need this post."]
    starts = [one.start for one in found.findings]
    assert starts == sorted(starts)
    assert {one.class_ for one in found.findings} >= {
        *(Class.WRONG_NAME, Class.DESPERATE, Class.GUSHING, Class.SHOUTING, Class.PLACEHOLDER),
    }
    assert not found.ready


@pytest.mark.parametrize(
    ("weights", "ready"),
    [
        ("", True),
        ("consider", True),
        ("consider consider", True),
        ("consider consider consider", False),
        ("fix", False),
        ("stop", False),
        ("consider stop", False),
    ],
)
def test_it_is_ready_with_no_stop_no_fix_and_fewer_than_three_to_consider(
    weights: str, *, ready: bool
) -> None:
    findings = tuple(
        Finding(Class.UNCLEAR, Severity(weight), 0, 0, "") for weight in weights.split()
    )
    assert Review(findings=findings).ready is ready


def proposed(proposal: str, timeline: str = "2026-03-03 14:00  interview  with=manager") -> Verdict:
    """Return the rulebook's verdict on an act a week after an interview."""
    world = situation(timeline, now="2026-03-04 09:00", proposal=proposal)
    return judge(world, rulebooks.rulebook())


def test_an_act_that_the_rulebook_refuses_is_told_before_all_else() -> None:
    refusal = proposed("gift channel=delivery to=manager gift.kind=flowers")
    first, *rest = reviewed(BAD, verdict=refusal).findings
    assert (first.class_, first.severity, first.start, first.end) == (
        *(Class.REFUSED, Severity.STOP),
        *(0, 0),
    )
    assert first.reason == refusal.because[0].why
    assert first.alternative == refusal.better
    assert (first.rule, first.basis) == (refusal.because[0].rule, Basis.SEED)
    assert first.source == refusal.because[0].sources[1]  # the first that is an address
    assert tuple(rest) == reviewed(BAD).findings


def test_a_refusal_that_only_the_founding_article_makes_names_it() -> None:
    refusal = proposed("thank-you channel=email to=manager traits=effusive")
    first = reviewed(BAD, verdict=refusal).findings[0]
    assert refusal.because[0].sources == ("seed",)
    assert first.source == "seed"


def test_an_act_that_must_wait_is_refused_and_one_that_may_go_is_not() -> None:
    assert not reviewed(GOOD, verdict=proposed("check-in channel=email to=manager")).ready
    assert reviewed(GOOD, verdict=proposed("thank-you channel=email to=manager")).ready


def test_an_empty_draft_is_not_ready() -> None:
    assert not reviewed("").ready


# Drafts made of what some gate looks at, side by side as nobody would write it.
LURES = (
    *(
        "Dear Robyn,\n",
        "Dear Sir,",
        "Mrs Kerr ",
        "Robin",
        "Kerr & ",
        "at Cedarbrook ",
        "X-ﾞ ",
        "the ",
    ),
    *("the sales role ", "forty ", "14:30 ", "the 17th ", "In October ", "on Tuesday ", "1,2 "),
    *(
        "“they said so to me” ",
        "another offer ",
        "recieved ",
        "you're time ",
        "SO LOUD ",
        "?! ",
        "! ",
    ),
    *(
        "[Name]",
        "award ",
        "I decline. ",
        "and ",
        "\n\n",
        "\nSam",
        "Thank you for ",
        "Šárka ",
        "of ",
    ),
)
drafts = st.lists(st.sampled_from(LURES), max_size=20).map("".join) | texts | st.text()
occasions = st.builds(
    Occasion,
    kind=st.sampled_from(Kind),
    act=st.sampled_from(Act),
    channel=st.sampled_from(Channel),
    phase=st.sampled_from(Phase),
    to=st.builds(Person, st.just("x"), texts | st.sampled_from(["Robin Kerr", "Dr Rao", "ﾞ"])),
    others=st.lists(texts, max_size=2).map(tuple),
    employer=texts | st.sampled_from(["Kerr & Quill", "Cedarbrok", "&"]),
    role=texts,
    met=st.dates() | st.none(),
)
claimed = st.builds(
    Claims,
    notes=st.lists(texts, max_size=3).map(tuple),
    siblings=st.lists(texts, max_size=1).map(tuple),
)


@given(drafts, occasions, claimed)
def test_any_text_can_be_reviewed_and_every_finding_lies_in_it(
    text: str, about: Occasion, claims: Claims
) -> None:
    found = reviewed(text, about, claims, BEGGING)
    for one in found.findings:
        assert 0 <= one.start <= one.end <= len(text)
        assert one.reason.strip()
        assert one.source.startswith("http")
        assert bool(one.rule) is (one.basis is not None)
    assert all(word in text for word in found.specifics)


@given(drafts, occasions, claimed)
def test_the_same_draft_is_reviewed_the_same(text: str, about: Occasion, claims: Claims) -> None:
    assert reviewed(text, about, claims, BEGGING) == reviewed(text, about, claims, BEGGING)


@given(drafts, occasions, claimed)
def test_no_two_findings_of_a_class_overlap(text: str, about: Occasion, claims: Claims) -> None:
    found = reviewed(text, about, claims, BEGGING).findings
    for one, other in combinations(found, 2):
        if one.class_ is other.class_:
            assert max(one.start, other.start) >= min(one.end, other.end)


def test_every_gate_is_asked_and_asked_once() -> None:
    there = {path.stem for path in (tree.SRC / "letters/check/gates").glob("*.py")}
    asked = [gate.__name__.rpartition(".")[2] for gate in GATES]
    assert set(asked) == there - {"__init__", "tact"}  # which is asked with an ear
    assert len(asked) == len(set(asked))


ACTS = {kind: act for act, kind in ALWAYS.items()} | {
    Kind.REPLY: Act.REPLY,
    Kind.WITHDRAW: Act.WITHDRAW,
    Kind.TELL_OTHERS: Act.WITHDRAW,
}
BEGINNINGS = {
    "thanks": Act.THANK_YOU,
    "check-in": Act.CHECK_IN,
    "exit": Act.GRACIOUS_EXIT,
    "apology": Act.APOLOGY,
    "material": Act.SEND_MATERIAL,
}


def written(kind: Kind, number: int, channel: Channel) -> tuple[Draft, Occasion, Notes]:
    """Return one of many letters of ours, with what it is about."""
    act = ACTS.get(kind) or next(act for word, act in BEGINNINGS.items() if kind.startswith(word))
    about = occasion(kind, act=act, channel=channel, to=_reader(kind, number))
    notes = jotted(kind, number, 2 * (number % 3))
    register, spelling = list(Register)[number % 3], list(Spelling)[number % 2]
    profile = Profile(names=("Sam Lee",), register=register, spelling=spelling)
    return drafted(about, notes, profile, variant=number), about, notes


def _reader(kind: Kind, number: int) -> Person:
    names = ("Robin Kerr", "Dr Kavita Rao", "Wang Wei", "Šárka Dvořáková")
    roles = READERS.get(kind, (occasion().to.role,))
    return Person(id="p", name=names[number % 4], role=roles[number % len(roles)])


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.HANDWRITTEN, Channel.TEXT])
@pytest.mark.parametrize("kind", WRITTEN)
def test_a_letter_of_ours_gets_past_every_gate(kind: Kind, channel: Channel) -> None:
    for number in range(12):
        draft, about, notes = written(kind, number, channel)
        text = f"Subject: {draft.subject}\n\n{draft.body}" if draft.subject else draft.body
        claims = Claims(notes=tuple(retold(note, ENGLISH.usage) for note in notes))
        found = reviewed(text, about, claims).findings
        assert [one for one in found if one.severity is not Severity.CONSIDER] == []
