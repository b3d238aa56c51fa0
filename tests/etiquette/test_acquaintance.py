"""With each person things stand in their own way: met, thanked, told, asked, helped by."""

import pytest

from afterword.etiquette.standing import Acquaintance, Anchor
from afterword.etiquette.vocabulary import Act, Decision, Format, Help, Impression, Instruction
from tests.etiquette.timeline import after, at

PEOPLE = "manager:hiring-manager hr:hr eve:agency-recruiter@agency bob:referrer@third-party"


def people(timeline: str, now: str = "2026-03-31 11:00") -> dict[str, Acquaintance]:
    """Return how things stand with each of the four after a timeline."""
    return dict(after(timeline, now=now, people=PEOPLE).people)


def told(timeline: str) -> dict[str, set[str]]:
    """Return the instructions in force for each of the four after a timeline."""
    return {id_: set(them.told) for id_, them in people(timeline).items()}


# --- meeting and thanking ---------------------------------------------------------------------


def test_whoever_sat_in_the_interview_was_met_in_that_session() -> None:
    stands = people(
        "2026-03-03 14:00  interview  with=manager,hr format=panel impression=well",
    )
    for id_ in ("manager", "hr"):
        assert stands[id_].met
        assert stands[id_].session == 2
        assert stands[id_].format is Format.PANEL
        assert stands[id_].impression is Impression.WELL
        assert stands[id_].anchors[Anchor.MEETING] == at("2026-03-03 14:00")
    assert not stands["eve"].met
    assert stands["eve"].format is None
    assert stands["eve"].session == 0
    assert stands["eve"].impression is None
    assert stands["eve"].decision is None


def test_one_is_thanked_and_the_other_is_not() -> None:
    stands = people(
        """
        2026-03-03 14:00  interview  with=manager,hr
        2026-03-04 10:00  sent       act=thank-you to=manager
        """
    )
    assert stands["manager"].thanked
    assert stands["manager"].done == {Act.THANK_YOU: 1}
    assert not stands["hr"].thanked


def test_a_gracious_exit_is_thanks_enough() -> None:
    stands = people(
        """
        2026-03-03 14:00  interview  with=manager
        2026-03-03 14:30  parted
        2026-03-04 10:00  sent       act=gracious-exit to=manager
        """
    )
    assert stands["manager"].thanked


def test_another_round_is_worth_new_thanks_from_those_who_were_in_it() -> None:
    stands = people(
        """
        2026-03-03 14:00  interview  with=manager,hr
        2026-03-04 10:00  sent       act=thank-you to=manager,hr
        2026-03-10 14:00  interview  with=manager
        """
    )
    assert not stands["manager"].thanked
    assert stands["manager"].done == {}
    assert stands["hr"].thanked


def test_a_favour_is_worth_new_thanks_and_an_update() -> None:
    stands = people(
        """
        2026-03-02 10:00  helped  who=bob how=referral
        2026-03-02 11:00  sent    act=thank-you to=bob
        2026-03-03 10:00  sent    act=update-helper to=bob
        2026-03-04 10:00  helped  who=bob how=reference
        """
    )
    assert stands["bob"].helped == {Help.REFERRAL, Help.REFERENCE}
    assert not stands["bob"].thanked
    assert stands["bob"].done == {}
    assert stands["bob"].anchors[Anchor.HELP] == at("2026-03-04 10:00")


# --- when a decision falls ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("promise", "decision"),
    [
        ("2026-03-03", Decision.SAME_DAY),
        ("2026-03-04", Decision.WITHIN_WEEK),
        ("2026-03-10", Decision.WITHIN_WEEK),
        ("2026-03-11", Decision.WEEKS),
    ],
)
def test_a_promise_tells_how_soon_a_decision_falls(promise: str, decision: Decision) -> None:
    stands = people(
        f"""
        2026-03-03 14:00  interview  with=manager
        2026-03-03 15:00  promised   what=answer by={promise}
        """
    )
    assert stands["manager"].decision is decision


def test_what_the_candidate_wrote_down_about_the_decision_goes_before_a_promise() -> None:
    stands = people(
        """
        2026-03-03 14:00  interview  with=manager decision_expected=same-day
        2026-03-03 15:00  promised   what=answer by=2026-03-20
        """
    )
    assert stands["manager"].decision is Decision.SAME_DAY


def test_without_a_promise_nobody_knows_when_a_decision_falls() -> None:
    assert people("2026-03-03 interview with=manager")["manager"].decision is None


# --- instructions -------------------------------------------------------------------------------


def test_an_instruction_of_the_employers_holds_for_everybody() -> None:
    assert told("2026-03-03 told instruction=no-gifts from=hr") == {
        "manager": {"no-gifts"},
        "hr": {"no-gifts"},
        "eve": {"no-gifts"},
        "bob": {"no-gifts"},
    }


def test_an_instruction_about_one_person_holds_for_that_person() -> None:
    stands = told("2026-03-03 told instruction=do-not-contact to_whom=manager from=hr")
    assert stands == {"manager": {"do-not-contact"}, "hr": set(), "eve": set(), "bob": set()}


@pytest.mark.parametrize("invitation", ["call-me", "connect-with-me"])
def test_a_personal_invitation_is_to_the_person_who_gave_it(invitation: str) -> None:
    stands = told(f"2026-03-03 told instruction={invitation} from=manager")
    assert stands == {"manager": {invitation}, "hr": set(), "eve": set(), "bob": set()}


def test_a_personal_invitation_of_nobody_in_particular_is_to_anybody() -> None:
    assert all(told("2026-03-03 told instruction=call-me").values())


def test_a_recruiter_speaks_for_the_employer_and_for_themselves_but_not_for_their_agency() -> None:
    people = "manager:hiring-manager eve:agency-recruiter@agency ann:coordinator@agency"
    stands = after(
        "2026-03-03 told instruction=do-not-contact from=eve", now="2026-03-04", people=people
    )
    silent = {id_ for id_, them in stands.people.items() if them.told}
    assert silent == {"manager", "eve"}


@pytest.mark.parametrize(
    ("before", "later"),
    [
        ("do-not-contact", "keep-in-touch"),
        ("we-will-contact-you", "check-back"),
        ("we-will-contact-you", "connect-with-me"),
        ("do-not-contact", "call-me"),
        ("email-only", "call-me"),
        ("call-me", "email-only"),
        ("keep-in-touch", "do-not-contact"),
        ("check-back", "we-will-contact-you"),
    ],
)
def test_a_later_word_takes_an_earlier_one_back(before: str, later: str) -> None:
    stands = told(
        f"""
        2026-03-03 10:00  told  instruction={before} from=manager
        2026-03-09 10:00  told  instruction={later} from=manager
        """
    )
    assert stands["manager"] == {later}


@pytest.mark.parametrize(
    ("before", "later"),
    [
        ("no-gifts", "keep-in-touch"),
        ("email-only", "keep-in-touch"),
        ("do-not-contact", "we-will-contact-you"),
        ("through-recruiter", "no-thank-you-notes"),
    ],
)
def test_words_that_agree_are_in_force_together(before: str, later: str) -> None:
    stands = told(
        f"""
        2026-03-03 10:00  told  instruction={before} from=manager
        2026-03-09 10:00  told  instruction={later} from=manager
        """
    )
    assert stands["manager"] == {before, later}


def test_an_invitation_to_check_back_on_a_day_is_from_the_morning_of_that_day() -> None:
    stands = after("2026-03-03 told instruction=check-back by=2026-03-16", now="2026-03-04")
    assert stands.anchors[Anchor.INVITED] == at("2026-03-16 09:00")
    assert Anchor.WORD in stands.anchors
    assert stands.people["manager"].told == {Instruction.CHECK_BACK}


# --- hearing from people ------------------------------------------------------------------------


def test_a_word_inside_one_house_is_a_word_to_all_of_that_house() -> None:
    stands = people(
        """
        2026-03-03 10:00  received  what=reply from=manager
        2026-03-05 10:00  received  what=acknowledgement from=hr
        """
    )
    assert stands["manager"].anchors[Anchor.WORD] == at("2026-03-05 10:00")


def test_a_friend_outside_keeps_the_moment_of_their_own_word() -> None:
    stands = people(
        """
        2026-03-03 10:00  received  what=reply from=bob
        2026-03-05 10:00  received  what=reply from=hr
        """
    )
    assert stands["bob"].anchors[Anchor.WORD] == at("2026-03-03 10:00")


def test_a_message_of_ones_own_is_open_for_that_person_only() -> None:
    stands = people("2026-03-03 10:00 received what=question from=manager")
    assert stands["manager"].question_open
    assert stands["manager"].message_open
    assert not stands["hr"].question_open


def test_a_question_of_nobody_in_particular_is_open_for_the_house_and_not_for_friends() -> None:
    stands = people("2026-03-03 10:00 received what=question")
    assert stands["manager"].question_open
    assert stands["hr"].message_open
    assert not stands["bob"].question_open
    assert not stands["bob"].message_open


def test_how_somebody_writes_is_remembered() -> None:
    stands = people(
        """
        2026-03-03 10:00  received  what=question from=manager channel=text
        2026-03-04 10:00  received  what=invitation from=hr channel=phone
        2026-03-05 10:00  received  what=reply from=hr channel=email
        """
    )
    assert stands["manager"].wrote_texts
    assert not stands["manager"].phoned
    assert stands["hr"].phoned
    assert stands["hr"].arranged
    assert not stands["hr"].wrote_texts


# --- asking -------------------------------------------------------------------------------------


def test_what_was_asked_is_counted_for_each_and_once_for_the_house() -> None:
    stands = after(
        """
        2026-03-09 10:00  sent  act=check-in channel=email to=manager,hr
        2026-03-16 10:00  sent  act=check-in channel=phone to=manager
        """,
        now="2026-03-17",
        people=PEOPLE,
    )
    assert (stands.unanswered, stands.unanswered_calls) == (2, 1)
    asked = {id_: them.unanswered for id_, them in stands.people.items()}
    assert asked == {"manager": 2, "hr": 1, "eve": 0, "bob": 0}
    assert Anchor.LAST_ASK in stands.anchors
    assert stands.people["manager"].unanswered_calls == 1


def test_asking_outside_the_house_is_counted_there() -> None:
    stands = after("2026-03-09 10:00 sent act=check-in to=eve", now="2026-03-17", people=PEOPLE)
    assert stands.unanswered == 0
    assert Anchor.LAST_ASK not in stands.anchors
    assert stands.people["eve"].unanswered == 1
    assert stands.people["eve"].anchors[Anchor.LAST_ASK] == at("2026-03-09 10:00")


def test_a_meeting_answers_what_was_asked_of_those_who_were_in_it() -> None:
    stands = people(
        """
        2026-03-09 10:00  sent       act=check-in to=eve
        2026-03-10 14:00  interview  with=eve
        """
    )
    assert stands["eve"].unanswered == 0
    assert Anchor.LAST_ASK not in stands["eve"].anchors
