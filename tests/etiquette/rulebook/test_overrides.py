"""Who may take the place of whose row.

Law and instructions only give way to their like, the founding article's rows only to more
restraint, and a house may change what is held by many.
"""

import pytest

from afterword.etiquette.judge import judge
from afterword.etiquette.rulebook.audit import audit
from afterword.etiquette.rulebook.book import Page, Rulebook
from afterword.etiquette.rulebook.rule import ADVICE
from afterword.etiquette.situation import Situation
from afterword.etiquette.vocabulary import Basis
from afterword.rulebooks import built_in, rulebook
from tests.etiquette.rulebook.shelf import base, complaints, house, region, sector
from tests.etiquette.timeline import situation

FIXED = {
    "law": "it is law",
    "instruction": "it is an explicit instruction",
    "seed": "it is fixed by the founding article",
}


def old(basis: str, say: str = "no") -> Page:
    """Return a page with the row whose place is at stake."""
    return base(f'[old]\nsay = "{say}"\nbasis = "{basis}"\nact = ["gift"]')


def heir(basis: str, say: str = "no") -> str:
    """Return a narrower row that takes its place."""
    narrower = 'act = ["gift"]\nwhen = { met = true }\nreplaces = ["old"]'
    return f'[heir]\nsay = "{say}"\nbasis = "{basis}"\n{narrower}'


@pytest.mark.parametrize("basis", ["law", "instruction"])
@pytest.mark.parametrize("claimed", ["law", "instruction", "house"])
def test_no_house_replaces_law_or_an_instruction_whatever_basis_it_claims(
    basis: str, claimed: str
) -> None:
    assert complaints(old(basis), house(heir(claimed, "stop"))) == [
        f'house.toml: heir: may not replace "old": {FIXED[basis]}'
    ]


@pytest.mark.parametrize("basis", ["seed", "consensus", "majority", "disputed"])
@pytest.mark.parametrize("replaced", ["law", "instruction"])
def test_no_weaker_row_replaces_law_or_an_instruction(replaced: str, basis: str) -> None:
    assert complaints(old(replaced), region(heir(basis, "stop"), "FR")) == [
        f'regions/fr.toml: heir: may not replace "old": {FIXED[replaced]}'
    ]


def test_an_instruction_does_not_replace_law() -> None:
    assert complaints(old("law"), sector(heir("instruction"), "law")) == [
        'sectors/law.toml: heir: may not replace "old": it is law'
    ]


@pytest.mark.parametrize(
    ("replaced", "basis"), [("law", "law"), ("instruction", "instruction"), ("instruction", "law")]
)
def test_law_and_instructions_give_way_to_their_like(replaced: str, basis: str) -> None:
    assert complaints(old(replaced), region(heir(basis, "may"), "FR")) == []


@pytest.mark.parametrize("say", ["may", "prefer", "wait", "ask"])
@pytest.mark.parametrize("basis", ["consensus", "majority"])
def test_no_row_replaces_a_no_of_the_founding_article_by_a_milder_word(
    basis: str, say: str
) -> None:
    assert complaints(old("seed"), region(heir(basis, say), "FR")) == [
        f'regions/fr.toml: heir: may not replace "old": {FIXED["seed"]}'
    ]


@pytest.mark.parametrize("say", ["may", "prefer", "wait", "ask"])
def test_no_house_replaces_a_no_of_the_founding_article_by_a_milder_word(say: str) -> None:
    assert complaints(old("seed"), house(heir("law", say))) == [
        f'house.toml: heir: may not replace "old": {FIXED["seed"]}'
    ]


@pytest.mark.parametrize("say", ["wait", "no", "stop"])
def test_no_house_takes_the_place_of_thanks_that_are_due_with_a_restraint(say: str) -> None:
    forbidden = f'house.toml: heir: may not replace "old": {FIXED["seed"]}'
    assert forbidden in complaints(old("seed", "do"), house(heir("house", say)))


DUE = base('[due]\nsay = "do"\nbasis = "seed"\nact = ["gift"]\nwhen = { met = true }')


@pytest.mark.parametrize("say", ["no", "stop"])
def test_no_house_refuses_what_the_founding_article_recommends(say: str) -> None:
    never = f'[never]\nsay = "{say}"\nact = ["gift"]\nwhen = {{ round = 1 }}'
    (complaint,) = complaints(DUE, house(never))
    assert complaint == (
        'house.toml: never: undoes "due", which the founding article fixes: '
        "rule out a channel or a trait instead"
    )


@pytest.mark.parametrize(
    "row",
    [
        'act = ["gift"]\nchannel = ["post"]',
        'act = ["gift"]\nwhen = { traits = ["long"] }',
        'act = ["gift"]\nwhen = { met = false }',
        'act = ["check-in"]',
        'act = ["gift"]\nsay = "may"',
        'act = ["gift"]\nsay = "wait"',
    ],
)
def test_a_house_refuses_a_manner_another_occasion_or_another_act(row: str) -> None:
    assert complaints(DUE, house(f"[ours]\n{row}")) == []


def test_other_layers_may_refuse_where_the_founding_article_recommends() -> None:
    assert complaints(DUE, region('[law]\nbasis = "law"\nact = ["gift"]', "FR")) == []


@pytest.mark.parametrize(("before", "after"), [("do", "may"), ("no", "no"), ("no", "stop")])
def test_the_founding_article_may_be_said_in_other_windows_or_more_strictly(
    before: str, after: str
) -> None:
    assert complaints(old("seed", before), region(heir("majority", after), "FR")) == []


@pytest.mark.parametrize("basis", ["law", "instruction"])
def test_the_founding_article_gives_way_to_law_and_to_an_instruction(basis: str) -> None:
    assert complaints(old("seed"), region(heir(basis, "may"), "FR")) == []


def test_no_general_row_replaces_a_more_specific_one() -> None:
    assert complaints(sector('[old]\nact = ["gift"]', "tech"), region(heir("majority"), "FR")) == [
        'regions/fr.toml: heir: may not replace "old": that row stands in a more specific layer'
    ]


@pytest.mark.parametrize("basis", ["consensus", "majority", "disputed"])
def test_a_house_replaces_what_is_only_held_by_many(basis: str) -> None:
    assert complaints(old(basis), house('[heir]\nact = ["gift"]\nreplaces = ["old"]')) == []


def test_a_house_may_silence_what_it_may_replace_and_nothing_else() -> None:
    rows = '[{0}]\nsay = "may"\nact = ["gift"]\nbasis = "{0}"\n'
    held = [base(rows.format(basis), basis) for basis in ("law", "instruction", "seed", "majority")]
    assert complaints(*held, house('[never]\nact = ["gift"]')) == [
        f'house.toml: never: leaves "{basis}" nothing to say'
        for basis in ("law", "instruction", "seed")
    ]


def test_a_house_that_silences_itself_is_told_so() -> None:
    own = '[one]\nact = ["gift"]\nsay = "may"\n[other]\nact = ["gift"]\n'
    assert complaints(house(own)) == [
        'house.toml: one: can never speak: "other" always comes before it'
    ]


# --- on top of the built-in rulebook -------------------------------------------------------------

ASKING_AFTER_SEVEN_WORKING_DAYS = situation(
    "2026-03-03 14:00  interview  with=manager",
    now="2026-03-12 11:00",
    timezone="America/New_York",
    proposal="check-in to=manager",
)


def with_house(text: str) -> Rulebook:
    """Return the built-in rulebook with a house layer on top, audited."""
    book = Rulebook([*built_in(), house(text)])
    audit(book)
    return book


def answer(told: Situation, book: Rulebook) -> tuple[str, str]:
    """Return the word of a verdict, and the rule that decides it."""
    verdict = judge(told, book)
    return verdict.verdict, verdict.because[0].rule


def test_a_house_adds_a_restraint() -> None:
    august = with_house(
        """
        [no-check-ins-in-march]
        say = "no"
        act = ["check-in"]
        when = { stage = ["interviewed"] }
        """
    )
    assert answer(ASKING_AFTER_SEVEN_WORKING_DAYS, rulebook())[0] == "go"
    assert answer(ASKING_AFTER_SEVEN_WORKING_DAYS, august) == ("no", "no-check-ins-in-march")


def test_a_house_puts_a_majority_s_window_later() -> None:
    patient = with_house(
        """
        [ask-after-twelve-days]
        say = "do"
        act = ["check-in", "ask-question"]
        when = { works-for = ["employer"], promise = ["none", "undated"], stage = ["interviewed"] }
        unless = { missed-by = ["employer"] }
        from = "word + 12 working days"
        replaces = ["ask-once-after-a-week-of-silence"]
        """
    )
    assert answer(ASKING_AFTER_SEVEN_WORKING_DAYS, rulebook()) == (
        "go",
        "ask-once-after-a-week-of-silence",
    )
    assert answer(ASKING_AFTER_SEVEN_WORKING_DAYS, patient) == ("wait", "ask-after-twelve-days")


def test_a_house_lifts_a_majority_s_refusal() -> None:
    calling = situation(
        "2026-03-03 14:00  interview  with=manager",
        now="2026-03-12 11:00",
        proposal="check-in channel=phone to=manager",
    )
    lifted = with_house(
        """
        [here-one-calls]
        say = "may"
        act = ["check-in"]
        channel = ["phone"]
        from = "interview + 5 working days"
        replaces = ["write-do-not-call"]
        """
    )
    assert answer(calling, rulebook()) == ("no", "write-do-not-call")
    assert answer(calling, lifted)[0] == "go"


def attempts(basis: Basis) -> dict[str, str]:
    """Return, for each built-in row of a basis, a house row that would turn it round."""
    rows = {name: rule.row for name, rule in rulebook().rules.items() if rule.row.basis is basis}
    return {
        name: f'say = "{"no" if row.say in ADVICE else "may"}"\nreplaces = ["{name}"]'
        for name, row in rows.items()
    }


@pytest.mark.parametrize("basis", [Basis.LAW, Basis.INSTRUCTION, Basis.SEED])
def test_no_house_turns_a_row_round_that_is_fixed(basis: Basis) -> None:
    fixed = attempts(basis)
    ours = [f"[ours-{name}]\nwhen = {{ done = 9 }}\n{text}\n" for name, text in fixed.items()]
    found = complaints(*built_in(), house("".join(ours)))
    for name in fixed:
        assert f'house.toml: ours-{name}: may not replace "{name}": {FIXED[basis]}' in found


@pytest.mark.parametrize("country", sorted(rulebook().regions))
@pytest.mark.parametrize("sector", ["other", "government", "academia", "hospitality"])
def test_the_day_that_they_named_holds_in_every_country_and_sector(
    country: str, sector: str
) -> None:
    told = situation(
        """
        2026-03-03 14:00  interview  with=manager
        2026-03-04        told       instruction=check-back by=2026-05-05 from=manager
        """,
        now="2026-04-28 11:00",
        proposal="check-in channel=email to=manager",
        country=country,
        sector=sector,
    )
    assert answer(told, rulebook()) == ("wait", "ask-on-the-day-they-named")


def test_the_front_desk_spells_a_name_on_the_phone_where_calls_to_deciders_are_risky() -> None:
    told = situation(
        "2026-03-03 14:00  interview  with=manager",
        now="2026-03-04 11:00",
        people="manager:hiring-manager desk:assistant",
        proposal="ask-question channel=phone to=desk",
        country="AU",
    )
    assert answer(told, rulebook()) == ("go", "ask-the-front-desk-for-a-name")
