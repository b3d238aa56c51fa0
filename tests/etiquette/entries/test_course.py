"""An opportunity goes from stage to stage, and each stage begins its own occasions."""

import pytest

from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import Act, Paper, Pay, Side, Stage
from tests.etiquette.timeline import after, at

NOW = "2026-03-31 11:00"
MEETING = "2026-03-03 14:00  interview  with=manager"
OFFER = "2026-03-10 10:00  offered"


@pytest.mark.parametrize(
    ("event", "stage"),
    [
        ("applied", Stage.APPLIED),
        ("interview-scheduled at=2026-04-02T10:00", Stage.INVITED),
        ("interview with=manager", Stage.INTERVIEWED),
        ("parted", Stage.PARTED),
        ("rejected", Stage.REJECTED),
        ("filled", Stage.FILLED),
        ("offered", Stage.OFFERED),
        ("accepted", Stage.ACCEPTED),
        ("declined", Stage.DECLINED),
        ("withdrew", Stage.WITHDRAWN),
        ("started", Stage.STARTED),
        ("accepted-elsewhere", Stage.TAKEN_ELSEWHERE),
        ("reposted", Stage.NOTHING_YET),
        ("closed", Stage.NOTHING_YET),
    ],
)
def test_an_event_leads_to_its_stage(event: str, stage: Stage) -> None:
    assert after(f"2026-03-03 {event}", now=NOW).stage is stage


@pytest.mark.parametrize(
    ("timeline", "stage"),
    [
        (f"{MEETING}\n2026-03-04 applied", Stage.INTERVIEWED),
        (f"{OFFER}\n2026-03-11 interview with=manager", Stage.OFFERED),
        (f"{OFFER}\n2026-03-11 interview-scheduled at=2026-03-12", Stage.OFFERED),
        ("2026-03-03 accepted\n2026-03-04 offered written=yes", Stage.ACCEPTED),
        ("2026-03-03 started\n2026-03-04 offered written=yes", Stage.STARTED),
        ("2026-03-03 accepted\n2026-03-04 filled", Stage.ACCEPTED),
        ("2026-03-03 rejected\n2026-03-04 filled", Stage.REJECTED),
        ("2026-03-03 rejected\n2026-03-04 accepted-elsewhere", Stage.REJECTED),
    ],
)
def test_what_happens_out_of_order_leads_nowhere(timeline: str, stage: Stage) -> None:
    assert after(timeline, now=NOW).stage is stage


@pytest.mark.parametrize(
    ("again", "stage"),
    [
        ("applied", Stage.APPLIED),
        ("interview-scheduled at=2026-04-02", Stage.INVITED),
        ("interview with=manager", Stage.INTERVIEWED),
        ("offered", Stage.OFFERED),
    ],
)
def test_what_had_ended_may_begin_again(again: str, stage: Stage) -> None:
    assert after(f"2026-03-03 rejected\n2026-03-20 {again}", now=NOW).stage is stage


def test_applying_again_begins_every_occasion_again() -> None:
    stands = after(
        """
        2026-03-01 10:00  sent      act=check-in channel=phone to=manager
        2026-03-03 10:00  rejected  no_reply=yes
        2026-03-20 10:00  applied
        """,
        now=NOW,
    )
    assert stands.done == {}
    assert (stands.unanswered, stands.unanswered_calls) == (0, 0)
    assert stands.anchors[Anchor.APPLICATION] == at("2026-03-20 10:00")


@pytest.mark.parametrize(
    "event",
    [MEETING, "2026-03-03 14:00 interview-scheduled at=2026-04-02", "2026-03-03 14:00 parted"],
)
def test_a_meeting_an_appointment_and_a_parting_are_words_of_theirs(event: str) -> None:
    stands = after(f"2026-03-02 10:00 sent act=check-in to=manager\n{event}", now=NOW)
    assert stands.unanswered == 0
    assert stands.anchors[Anchor.WORD] == at("2026-03-03 14:00")


def test_an_interview_that_took_place_lies_ahead_no_longer() -> None:
    stands = after(
        """
        2026-03-30 13:00  interview-scheduled  at=2026-03-31T09:00
        2026-03-31 10:00  interview            with=manager,hr
        """,
        now=NOW,
        people="manager hr",
    )
    assert Anchor.SCHEDULED not in stands.anchors
    assert stands.crowd == 2


def test_an_interview_that_nobody_agreed_again_makes_good_what_was_missed() -> None:
    stands = after("2026-03-02 interview-missed by=employer\n2026-03-03 interview", now=NOW)
    assert stands.missed_by is None
    assert Anchor.MISSED not in stands.anchors


def test_whatever_was_asked_before_an_interview_was_answered_in_it() -> None:
    stands = after(f"2026-03-02 received what=question from=manager\n{MEETING}", now=NOW)
    assert not stands.people["manager"].question_open
    assert not stands.people["manager"].message_open


def test_an_interview_is_an_occasion_for_thanks_and_for_something_new() -> None:
    stands = after(
        """
        2026-03-02 10:00  sent       act=thank-you
        2026-03-02 11:00  sent       act=introduce-new-fact
        2026-03-03 14:00  interview  with=manager
        """,
        now=NOW,
    )
    assert stands.done == {}


def test_rounds_are_counted_unless_they_are_named() -> None:
    stands = after(f"{MEETING},hr\n2026-03-09 interview", now=NOW, people="manager hr")
    assert (stands.round, stands.crowd) == (2, 0)
    assert after(f"{MEETING} round=3", now=NOW).round == 3


def test_a_talk_for_information_is_no_round_of_a_selection() -> None:
    stands = after(f"{MEETING} format=informational", now=NOW)
    assert stands.stage is Stage.NOTHING_YET
    assert stands.round == 0
    assert stands.people["manager"].met


def test_a_talk_for_information_that_is_agreed_begins_no_selection() -> None:
    agreed = "2026-03-30 interview-scheduled at=2026-04-02T10:00 format=informational"
    stands = after(agreed, now=NOW)
    assert stands.stage is Stage.NOTHING_YET
    assert stands.anchors[Anchor.SCHEDULED] == at("2026-04-02 10:00")


def test_an_interview_keeps_what_was_promised_before_it() -> None:
    stands = after(f"2026-03-01 promised what=next-step by=2026-03-06\n{MEETING}", now=NOW)
    assert not stands.promised
    assert Anchor.PROMISE not in stands.anchors


def test_an_interview_agreed_keeps_what_was_promised_and_makes_good_what_was_missed() -> None:
    stands = after(
        """
        2026-03-01  interview-missed     by=employer
        2026-03-01  promised             what=next-step by=2026-03-06
        2026-03-04  interview-scheduled  at=2026-04-02T10:00
        """,
        now=NOW,
    )
    assert stands.missed_by is None
    assert not stands.promised
    assert stands.anchors[Anchor.SCHEDULED] == at("2026-04-02 10:00")
    assert {Anchor.PROMISE, Anchor.MISSED}.isdisjoint(stands.anchors)


def test_an_interview_missed_lies_ahead_no_longer_and_asks_for_an_apology() -> None:
    stands = after(
        """
        2026-03-01 10:00  interview-scheduled  at=2026-03-31T10:00
        2026-03-02 10:00  sent                 act=apology to=manager
        2026-03-31 10:00  interview-missed     by=candidate reason=technical
        """,
        now=NOW,
    )
    assert stands.missed_by is Side.CANDIDATE
    assert stands.anchors[Anchor.MISSED] == at("2026-03-31 10:00")
    assert Anchor.SCHEDULED not in stands.anchors
    assert Act.APOLOGY not in stands.done


def test_an_end_ends_what_was_promised_agreed_and_opened() -> None:
    stands = after(
        """
        2026-03-01 10:00  promised             what=answer by=2026-03-20
        2026-03-02 10:00  interview-scheduled  at=2026-04-02
        2026-03-03 10:00  opening              role="Data engineer"
        2026-03-04 10:00  sent                 act=keep-in-touch to=manager
        2026-03-05 10:00  parted
        """,
        now=NOW,
    )
    assert not stands.promised
    assert not stands.new_opening
    assert Act.KEEP_IN_TOUCH not in stands.done
    assert stands.anchors[Anchor.ENDING] == at("2026-03-05 10:00")
    gone = {Anchor.PROMISE, Anchor.SCHEDULED, Anchor.NEW_OPENING, Anchor.LAST_CONTACT}
    assert gone.isdisjoint(stands.anchors)


def test_a_rejection_says_how_it_was_meant() -> None:
    stands = after("2026-03-03 10:00 rejected warm=yes interviewed=no", now=NOW)
    assert stands.warm
    assert stands.rejected_after_interview is False
    assert not stands.no_reply
    assert stands.anchors[Anchor.WORD] == at("2026-03-03 10:00")


def test_a_rejection_by_a_machine_is_no_word_of_anybodys() -> None:
    stands = after("2026-03-03 rejected no_reply=yes", now=NOW)
    assert stands.no_reply
    assert stands.rejected_after_interview
    assert Anchor.WORD not in stands.anchors


@pytest.mark.parametrize(
    ("said", "paper"),
    [("", Paper.WRITTEN), ("written=yes", Paper.WRITTEN), ("written=no", Paper.VERBAL)],
)
def test_an_offer_is_taken_to_be_written_unless_it_was_not(said: str, paper: Paper) -> None:
    assert after(f"2026-03-03 offered {said}", now=NOW).offer is paper
    assert after(f"2026-03-03 competing-offer {said}", now=NOW).competing_offer is paper


def test_an_offer_opens_the_talks_and_keeps_the_promise_of_its_letter() -> None:
    stands = after(
        """
        2026-03-03 10:00  promised  what=answer by=2026-03-06
        2026-03-03 11:00  promised  what=offer-letter by=2026-03-09
        2026-03-09 10:00  offered   answer_by=2026-03-16
        """,
        now=NOW,
    )
    assert stands.pay is Pay.OPEN
    assert stands.anchors[Anchor.OFFER] == at("2026-03-09 10:00")
    assert {Anchor.PROMISE, Anchor.LETTER_PROMISE}.isdisjoint(stands.anchors)


def test_a_new_offer_is_a_word_and_an_occasion_of_its_own() -> None:
    stands = after(
        """
        2026-03-02 10:00  sent     act=ask-for-time to=manager
        2026-03-02 11:00  sent     act=check-in to=manager
        2026-03-09 10:00  offered
        """,
        now=NOW,
    )
    assert stands.done == {Act.CHECK_IN: 1}
    assert stands.unanswered == 0


def test_a_spoken_offer_does_not_keep_the_promise_of_a_letter() -> None:
    stands = after(
        """
        2026-03-03 11:00  promised  what=offer-letter by=2026-03-09
        2026-03-09 10:00  offered   written=no
        """,
        now=NOW,
    )
    assert stands.anchors[Anchor.LETTER_PROMISE] == at("2026-03-09 09:00")


def test_a_better_offer_is_the_same_occasion_with_another_deadline() -> None:
    stands = after(
        """
        2026-03-09 10:00  offered  answer_by=2026-03-16
        2026-03-09 12:00  sent     act=acknowledge-offer to=manager
        2026-03-12 10:00  offered
        """,
        now=NOW,
    )
    assert stands.done == {Act.ACKNOWLEDGE_OFFER: 1}
    assert Anchor.OFFER_DEADLINE not in stands.anchors


def test_the_letter_that_comes_after_a_yes_opens_no_talks() -> None:
    stands = after("2026-03-03 accepted\n2026-03-04 offered written=yes", now=NOW)
    assert stands.pay is Pay.SETTLED
    assert stands.offer is Paper.WRITTEN
    assert Anchor.OFFER not in stands.anchors


def test_pay_is_settled_when_the_talks_are_closed() -> None:
    assert after(OFFER, now=NOW).pay is Pay.OPEN
    stands = after(f"{OFFER}\n2026-03-11 negotiating closed=yes", now=NOW)
    assert stands.pay is Pay.SETTLED
    assert Anchor.TALKS not in stands.anchors


def test_accepting_settles_pay_until_somebody_opens_the_talks_again() -> None:
    accepted = f"{OFFER}\n2026-03-11 10:00 accepted"
    assert after(accepted, now=NOW).pay is Pay.SETTLED
    stands = after(f"{accepted}\n2026-03-12 10:00 negotiating", now=NOW)
    assert stands.pay is Pay.OPEN
    assert stands.anchors[Anchor.TALKS] == at("2026-03-12 10:00")


def test_accepting_is_an_occasion_to_thank_everybody_once_more() -> None:
    stands = after(
        f"{MEETING}\n2026-03-04 sent act=thank-you to=manager\n2026-03-11 10:00 accepted", now=NOW
    )
    assert not stands.people["manager"].thanked
    assert Act.THANK_YOU not in stands.done
    assert stands.anchors[Anchor.ACCEPTANCE] == at("2026-03-11 10:00")


def test_the_first_day_is_an_occasion_for_a_note() -> None:
    stands = after("2026-03-20 sent act=thank-you\n2026-03-30 09:00 started", now=NOW)
    assert stands.done == {}
    assert stands.anchors[Anchor.START] == at("2026-03-30 09:00")
    assert stands.pay is Pay.SETTLED


def test_another_employers_offer_is_an_occasion_to_share_its_deadline() -> None:
    stands = after(
        """
        2026-03-09 10:00  competing-offer  answer_by=2026-03-16
        2026-03-09 12:00  sent             act=share-offer-deadline to=manager
        2026-03-12 10:00  competing-offer  written=no
        """,
        now=NOW,
    )
    assert stands.competing_offer is Paper.VERBAL
    assert stands.anchors[Anchor.COMPETING_OFFER] == at("2026-03-12 10:00")
    assert Anchor.COMPETING_DEADLINE not in stands.anchors
    assert stands.done == {}


def test_what_the_employer_publishes_is_remembered_with_its_moment() -> None:
    stands = after(
        """
        2026-03-09 10:00  closed
        2026-03-10 10:00  reposted
        2026-03-11 10:00  sent     act=re-approach to=manager
        2026-03-12 10:00  opening  role="Data engineer"
        """,
        now=NOW,
    )
    assert stands.closed
    assert stands.reposted
    assert stands.new_opening
    assert stands.anchors[Anchor.CLOSING] == at("2026-03-09 10:00")
    assert stands.anchors[Anchor.REPOSTING] == at("2026-03-10 10:00")
    assert stands.anchors[Anchor.NEW_OPENING] == at("2026-03-12 10:00")
    assert Act.RE_APPROACH not in stands.done


def test_applying_again_begins_every_count_again() -> None:
    stands = after(
        """
        2026-01-05 10:00  applied
        2026-01-20 10:00  sent      act=check-in to=manager
        2026-02-01 10:00  rejected  interviewed=no no_reply=yes
        2026-03-01 10:00  applied
        """,
        now=NOW,
    )
    assert stands.unanswered == 0
    assert stands.people["manager"].unanswered == 0
    assert stands.people["manager"].done == {}


# --- what they said lapses when it has served its purpose ----------------------------------------


@pytest.mark.parametrize("word", ["we-will-contact-you", "do-not-contact"])
@pytest.mark.parametrize(
    "coming", ["offered written=yes", "interview-scheduled at=2026-04-01T10:00"]
)
def test_when_they_have_come_by_themselves_there_is_no_more_waiting(word: str, coming: str) -> None:
    stands = after(
        f"2026-03-03 10:00 told instruction={word} from=manager\n2026-03-09 10:00 {coming}", now=NOW
    )
    assert stands.people["manager"].told == set()


def test_a_wish_for_no_notes_ends_with_the_candidacy() -> None:
    told = "2026-03-03 10:00 told instruction=no-thank-you-notes from=manager"
    assert after(told, now=NOW).people["manager"].told
    assert not after(f"{told}\n2026-03-09 accepted", now=NOW).people["manager"].told


def test_the_way_through_the_recruiter_ends_on_the_first_day() -> None:
    told = "2026-03-03 10:00 told instruction=through-recruiter from=manager"
    assert after(f"{told}\n2026-03-08 accepted", now=NOW).people["manager"].told
    assert not after(f"{told}\n2026-03-09 started", now=NOW).people["manager"].told


def test_a_recruiter_of_an_agency_sits_at_the_agency_whatever_the_file_leaves_out() -> None:
    stands = after("2026-03-03 applied", now=NOW, people="rex:agency-recruiter")
    assert stands.people["rex"].person.works_for == "agency"
