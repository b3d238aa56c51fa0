"""What a message is, asked at the door: each kind, and the traps that others fell into."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.recognise import recognise
from tests.mailbox.recognising.post import answer, asked, event, letter, made_of

REAL = Path(__file__).parent / "real"
START = "DTSTART:20260312T100000Z"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hi Mara,\n\nIt was lovely to meet you, too. Say hello to Ana!\n\nJo", Kind.HUMAN_REPLY),
        ("Could you send us the names of two referees?", Kind.QUESTION_OR_REQUEST),
        ("Does Thursday at 2pm suit you for a call with Lena?", Kind.INVITATION),
        ("Perfect, Thursday at 2pm it is. See you then!", Kind.CONFIRMATION),
        ("Something has come up. Could we move our call to Friday?", Kind.RESCHEDULE),
        ("We have to cancel tomorrow's interview, I am sorry.", Kind.CANCELLATION),
        ("We have not made a decision yet and need another week.", Kind.WE_NEED_MORE_TIME),
        ("We'd love to offer you the job!", Kind.OFFER),
        (
            "I really enjoyed our talk, but we have decided to go with another candidate.",
            Kind.PERSONAL_REJECTION,
        ),
    ],
)
def test_a_person_s_answer_is_understood(text: str, kind: Kind) -> None:
    found = made_of(answer(text))
    assert found.kind is kind
    assert found.human
    assert not found.automatic


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We have received your application and will review it shortly.", Kind.ACKNOWLEDGEMENT),
        (
            "After careful consideration we will not be moving forward with your application.",
            Kind.FORM_REJECTION,
        ),
        (
            "I came across your profile. Are you open to a new role with one of our clients?",
            Kind.RECRUITER_OUTREACH,
        ),
        ("New jobs for you this week. Unsubscribe here.", Kind.NEWSLETTER),
        ("Your password was changed.", Kind.OTHER),
    ],
)
def test_what_a_machine_sends_is_understood(text: str, kind: Kind) -> None:
    found = made_of(letter(text, "Pellworth", **{"from": "Pellworth <no-reply@greenhouse.io>"}))
    assert found.kind is kind
    assert not found.human


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("We are unable to offer you the position.", Kind.OFFER),
        ("I regret that we cannot make you an offer.", Kind.OFFER),
        (
            "Thank you for applying. If selected, we will invite you to an interview.",
            Kind.INVITATION,
        ),
        ("We received your application. Interviews take place on 24 March.", Kind.INVITATION),
        ("Only shortlisted candidates will be invited to an interview.", Kind.INVITATION),
        ("Thank you for the interview on Thursday at 2pm. It was a pleasure.", Kind.INVITATION),
        ("Nothing has been decided, you have not been rejected.", Kind.FORM_REJECTION),
        (
            "Unfortunately I cannot make Thursday. Would Friday at 2pm suit you?",
            Kind.FORM_REJECTION,
        ),
        ("Unfortunately we could not open the file. Could you send it again?", Kind.FORM_REJECTION),
        ("Unfortunately the slides are not online, but here is the paper.", Kind.FORM_REJECTION),
    ],
)
def test_a_trap_that_others_fell_into_is_avoided(text: str, wrong: Kind) -> None:
    assert made_of(answer(text)).kind is not wrong
    assert made_of(letter(text)).kind is not wrong


def test_what_is_quoted_is_not_said_by_the_sender() -> None:
    old = "\n\nOn Mon, 9 Mar 2026 Mara wrote:\n> Unfortunately I was not selected elsewhere."
    assert made_of(answer(f"Thanks, Mara!{old}")).kind is Kind.HUMAN_REPLY


def test_what_is_quoted_between_answers_is_not_said_by_the_sender() -> None:
    head = "On Mon, Mar 9, 2026 Mara <m@x.example> wrote:"
    text = f"{head}\n> We are not moving forward?\nYou are!\n> Oh.\nYes."
    assert made_of(answer(text)).kind is Kind.HUMAN_REPLY


def test_a_follow_up_on_an_invitation_is_no_new_one() -> None:
    assert made_of(answer("Great, thanks!", "Re: Interview invitation")).kind is Kind.HUMAN_REPLY


def test_a_genuine_invitation_may_carry_an_unsubscribe_link() -> None:
    head = {"from": "Pellworth <no-reply@lever.co>", "list_unsubscribe": "<https://x.example>"}
    text = "We would like to invite you to an interview. Please choose a time.\n\nUnsubscribe"
    assert made_of(letter(text, "Your application", **head)).kind is Kind.INVITATION


def test_a_rejection_may_carry_an_unsubscribe_link() -> None:
    head = {"from": "Pellworth <no-reply@lever.co>", "list_unsubscribe": "<https://x.example>"}
    text = "We have decided to move forward with other candidates.\n\nUnsubscribe"
    assert made_of(letter(text, "News from Pellworth", **head)).kind is Kind.FORM_REJECTION


def test_an_advertisement_may_quote_a_rejection() -> None:
    head = {"from": "Career Coach <news@coach.example>", "list_unsubscribe": "<https://x.example>"}
    text = '"We went with another candidate." Ever read that? Join my free webinar. Unsubscribe'
    assert made_of(letter(text, "Rejected?", **head)).kind is Kind.NEWSLETTER


def test_an_invitation_to_a_webinar_is_a_newsletter() -> None:
    head = {
        "from": "Pellworth <events@pellworth.example>",
        "list_unsubscribe": "<https://x.example>",
    }
    text = "You are invited to a session on data. Register here.\n\nUnsubscribe"
    assert made_of(letter(text, "You're invited", **head)).kind is Kind.NEWSLETTER


class TestInvitations:
    def test_a_request_is_an_invitation_with_its_instant(self) -> None:
        found = made_of(asked(event(START, "SUMMARY:Talk"), "See you there."))
        assert found.kind is Kind.INVITATION
        assert found.invitation
        assert found.invitation.start == datetime(2026, 3, 12, 10, tzinfo=UTC)
        assert not found.automatic

    def test_a_higher_sequence_moves_it(self) -> None:
        assert made_of(asked(event(START, "SEQUENCE:1"))).kind is Kind.RESCHEDULE

    def test_a_cancel_calls_it_off(self) -> None:
        assert made_of(asked(event("SUMMARY:Talk", method="CANCEL"))).kind is Kind.CANCELLATION

    @pytest.mark.parametrize(
        ("said", "kind"), [("ACCEPTED", Kind.CONFIRMATION), ("DECLINED", Kind.CANCELLATION)]
    )
    def test_an_answer_to_an_invitation_confirms_it_or_not(self, said: str, kind: Kind) -> None:
        calendar = event(START, f"ATTENDEE;PARTSTAT={said}:mailto:jo@x.example", method="REPLY")
        assert made_of(asked(calendar)).kind is kind

    def test_another_time_that_is_proposed_is_a_reschedule(self) -> None:
        assert made_of(asked(event(START, method="COUNTER"))).kind is Kind.RESCHEDULE

    def test_without_a_zone_the_hour_is_that_of_the_sender_s_clock(self) -> None:
        raw = asked(event("DTSTART:20260312T100000")).raw.replace(b"+0000", b"+0200")
        found = recognise(mime.read(raw)).invitation
        assert found
        assert found.start == datetime(2026, 3, 12, 8, tzinfo=UTC)

    def test_a_calendar_file_alone_is_recognised(self) -> None:
        assert recognise(mime.read(event(START))).kind is Kind.INVITATION


class TestAutomaticAnswers:
    def test_an_absence_tells_its_end(self) -> None:
        text = "I am out of the office until 16 March. In urgent cases write to Ann."
        found = made_of(
            answer(text, "Automatic reply: Data Engineer", auto_submitted="auto-replied")
        )
        assert (found.kind, found.automatic) == (Kind.AUTO_REPLY, True)
        assert found.returns == date(2026, 3, 16)

    def test_an_acknowledgement_sent_by_a_machine_is_an_acknowledgement(self) -> None:
        text = "Thank you. We have received your application."
        found = made_of(letter(text, auto_submitted="auto-replied"))
        assert (found.kind, found.automatic) == (Kind.ACKNOWLEDGEMENT, True)

    def test_a_delayed_message_is_no_answer_and_no_bounce(self) -> None:
        text = "Your message has not yet been delivered. Attempts will continue."
        found = made_of(
            letter(
                text,
                "Delayed",
                **{"from": "mailer-daemon@mx.example", "auto_submitted": "auto-replied"},
            )
        )
        assert found.kind is Kind.OTHER
        assert found.automatic

    def test_a_vacation_note_of_a_real_server(self) -> None:
        found = recognise(mime.read((REAL / "dovecot-sieve-vacation.eml").read_bytes()))
        assert found.kind is Kind.AUTO_REPLY


def test_bounces_come_before_automatic_answers_for_half_of_them_claim_to_be_both() -> None:
    text = "<jo.park@pellworth.example>: user unknown"
    head = {"from": "mailer-daemon@mx.example", "auto_submitted": "auto-replied"}
    found = made_of(letter(text, "Undelivered Mail Returned to Sender", **head))
    assert found.kind is Kind.BOUNCE
    assert "jo.park@pellworth.example" in found.bounced


def test_the_sentence_that_says_so_is_told() -> None:
    (told,) = made_of(answer("Hi Mara. We'd love to offer you the job! Best, Jo")).evidence
    assert told.sentence == "We'd love to offer you the job!"


def test_days_are_counted_from_the_message_and_only_without_a_date_from_now() -> None:
    text = "We have not decided yet. We will let you know by Friday."
    dated, undated = answer(text), answer(text, date="")
    now = datetime(2026, 6, 1, tzinfo=UTC)
    assert recognise(dated, now=now).promises[0].by == date(2026, 3, 13)
    assert recognise(undated, now=now).promises[0].by == date(2026, 6, 5)


def test_until_when_an_offer_holds_is_told() -> None:
    found = made_of(answer("We'd love to offer you the job! Please let us know by Friday."))
    assert found.answer_by == date(2026, 3, 13)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name_for_programs(kind: Kind) -> None:
    assert kind.value == kind.name.lower().replace("_", "-")


def test_a_message_with_nothing_in_it_is_something_else() -> None:
    assert recognise(mime.read(b"")).kind is Kind.OTHER
