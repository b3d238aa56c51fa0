"""How one kind is told from its neighbours, where a letter says several things at once."""

from email.message import EmailMessage
from typing import ClassVar

import pytest

from afterword.mailbox.recognising import mime
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.message import Message
from tests.mailbox.recognising.post import JO, MARA, TUESDAY, answer, letter, made_of

RELAY = {"from": "Pellworth <no-reply@greenhouse.io>"}


def with_attachment(text: str, name: str) -> Message:
    """Return a letter with a document."""
    built = EmailMessage()
    built["From"], built["To"], built["Date"], built["Subject"] = JO, MARA, TUESDAY, "Documents"
    built.set_content(text)
    built.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=name)
    return mime.read(built.as_bytes())


class TestOffers:
    @pytest.mark.parametrize("name", ["Offer letter.pdf", "contract.pdf", "Arbeitsvertrag.pdf"])
    def test_an_offer_in_writing_is_attached(self, name: str) -> None:
        assert made_of(with_attachment("As discussed.", name)).kind is Kind.OFFER_LETTER

    def test_a_letter_that_says_so_and_has_any_attachment_is_one(self) -> None:
        read = with_attachment("Please find attached your offer letter.", "scan001.pdf")
        assert made_of(read).kind is Kind.OFFER_LETTER

    def test_a_letter_to_be_signed_elsewhere_is_one(self) -> None:
        read = letter("Please review and sign your offer letter with the link below.", **RELAY)
        assert made_of(read).kind is Kind.OFFER_LETTER

    def test_a_letter_that_is_only_announced_is_an_offer(self) -> None:
        text = "We'd love to offer you the job! The contract will follow next week."
        assert made_of(answer(text)).kind is Kind.OFFER

    @pytest.mark.parametrize("name", ["directions.pdf", "job-description.pdf"])
    def test_another_document_is_no_offer(self, name: str) -> None:
        read = with_attachment("See you on Thursday at 2pm.", name)
        assert made_of(read).kind not in {Kind.OFFER, Kind.OFFER_LETTER}

    def test_a_no_goes_before_a_contract_that_is_attached(self) -> None:
        read = with_attachment("We have filled the role. The NDA is attached.", "contract.pdf")
        assert made_of(read).kind in {Kind.FORM_REJECTION, Kind.PERSONAL_REJECTION}


class TestRejections:
    def test_a_no_for_one_role_may_be_a_yes_for_another(self) -> None:
        text = (
            "You were not selected for the senior role, but we'd like to talk about another one. "
            "Could we speak on Thursday at 3pm?"
        )
        assert made_of(answer(text)).kind is Kind.INVITATION

    def test_a_no_with_thanks_for_the_interview_stays_a_no(self) -> None:
        text = "Thank you for the interview on Thursday. We went with another candidate."
        assert made_of(answer(text)).kind in {Kind.FORM_REJECTION, Kind.PERSONAL_REJECTION}

    def test_a_no_that_begins_as_an_acknowledgement_stays_a_no(self) -> None:
        text = "We received your application and reviewed it. You have not been shortlisted."
        assert made_of(letter(text, **RELAY)).kind is Kind.FORM_REJECTION

    @pytest.mark.parametrize(
        "text",
        [
            "Sadly, there was no suitable match for the position.",
            "Unfortunately the requirements of the role do not fit your profile.",
            "We are sorry that we cannot offer you anything. We wish you success in your search.",
        ],
    )
    def test_what_is_denied_with_regret_is_a_no(self, text: str) -> None:
        assert made_of(letter(text, "Your application", **RELAY)).kind is Kind.FORM_REJECTION

    def test_hints_alone_add_up_to_a_no(self) -> None:
        text = (
            "The field was very strong, and it was a difficult decision. We wish you every success "
            "in your search and keep your details on file. Do not be discouraged, and apply again."
        )
        assert made_of(letter(text, **RELAY)).kind is Kind.FORM_REJECTION

    def test_in_a_long_text_hints_add_up_by_chance_and_count_for_nothing(self) -> None:
        text = "Unfortunately the position is not easy to find. " * 40
        assert made_of(letter(text, **RELAY)).kind is Kind.OTHER

    @pytest.mark.parametrize(
        "text",
        [
            "The committee has recommended another candidate to the Dean.",
            "The post has gone to a colleague who is already known to the school.",
            "Yours has not been taken forward.",
            "This time we didn't choose you.",
            "The spot is taken.",
            "All seasonal positions have now been filled.",
            "The successful candidate has been appointed.",
            "Our journey together comes to an end.",
            "They won't be meeting you, you're too senior for the budget.",
            "It's not going to be a yes.",
            "Im not gonna lie, we werent able to take you on board.",
            "Unsere Wahl ist auf eine Mitbewerberin gefallen.",
            "Nous avons choisi de poursuivre avec une autre candidate.",
            "La nostra scelta è ricaduta su un altro profilo.",
            "Wij hebben voor iemand anders gekozen.",
            "Tras valorar todas las candidaturas hemos decidido continuar con otros perfiles.",
            "Optamos por seguir com outros candidatos.",
        ],
    )
    def test_a_no_says_what_is_not_done_or_who_was_taken_or_what_ended(self, text: str) -> None:
        assert made_of(letter(text, "Your application", **RELAY)).kind is Kind.FORM_REJECTION

    @pytest.mark.parametrize(
        "text",
        [
            "We have not decided yet. You are still very much in the running.",
            "The role is on hold while finance goes over the budget. It has not been cancelled.",
            "The interviews will not go ahead on Monday. Your application is not affected.",
            "We are unable to consider your application until you have sent your references.",
            "I was sure they would go with someone from outside.",
            "My own first application was rejected as well.",
            "We don't move forward with everyone, but you will always get an answer.",
            "We've picked someone from the team to interview you.",
        ],
    )
    def test_what_is_open_or_somebody_else_s_is_no_no(self, text: str) -> None:
        assert made_of(letter(text)).kind not in {Kind.FORM_REJECTION, Kind.PERSONAL_REJECTION}

    def test_a_letter_with_an_offer_may_tell_of_a_no_to_others(self) -> None:
        text = (
            "I am delighted to offer you the post. "
            "The other candidates have been unsuccessful and will be told today."
        )
        assert made_of(letter(text)).kind is Kind.OFFER

    @pytest.mark.parametrize(
        "text",
        [
            "Your application for the flat was not successful: the landlord has chosen others.",
            "We are sorry that you were not selected in the ballot.",
        ],
    )
    def test_an_application_for_something_else_than_work_is_not_ours(self, text: str) -> None:
        assert made_of(letter(text, "Your application")).kind is Kind.OTHER

    def test_the_same_no_for_work_is_ours(self) -> None:
        text = "Your application for the role of letting agent was not successful."
        assert made_of(letter(text, "Your application", **RELAY)).kind is Kind.FORM_REJECTION

    def test_a_polite_see_you_below_a_no_confirms_nothing(self) -> None:
        text = "Unfortunately we can't offer you a position right now. See you in the store!"
        assert made_of(letter(text, **RELAY)).kind is Kind.FORM_REJECTION

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Dear candidate, we will not be moving forward at this time.", Kind.FORM_REJECTION),
            (
                "I am sorry. I loved your talk, but we went with the other finalist.",
                Kind.PERSONAL_REJECTION,
            ),
        ],
    )
    def test_a_form_is_told_from_a_person_s_own_words(self, text: str, kind: Kind) -> None:
        assert made_of(answer(text)).kind is kind


class TestQuestions:
    @pytest.mark.parametrize("text", ["Do you drive?", "Are you still interested?"])
    def test_what_ends_in_a_question_mark_asks(self, text: str) -> None:
        assert made_of(answer(text)).kind is Kind.QUESTION_OR_REQUEST

    @pytest.mark.parametrize("text", ["I am happy to have you here.", "What you said was true."])
    def test_the_same_words_without_one_do_not(self, text: str) -> None:
        assert made_of(answer(text)).kind is Kind.HUMAN_REPLY

    def test_what_is_lacking_is_asked_for_and_no_rejection(self) -> None:
        text = "Unfortunately your application is without a CV. Please upload it by Friday."
        assert made_of(letter(text)).kind is Kind.QUESTION_OR_REQUEST


class TestOutreach:
    OFFERED = "I came across your profile and recruit for a client of mine. "

    def test_a_stranger_s_praise_is_outreach(self) -> None:
        assert made_of(letter(self.OFFERED)).kind is Kind.RECRUITER_OUTREACH

    def test_in_a_thread_it_takes_more_than_a_word_of_it(self) -> None:
        assert made_of(answer("Our client liked you.")).kind is not Kind.RECRUITER_OUTREACH

    def test_an_invitation_with_an_hour_is_one_whoever_the_client_is(self) -> None:
        text = "Our client would like to meet you for an interview on Thursday at 14:00."
        assert made_of(letter(text)).kind is Kind.INVITATION

    def test_a_stranger_who_asks_for_a_talk_turns_nobody_down(self) -> None:
        text = (
            "You are not a fit for that one, but I have another client who looks for your skills. "
            "Are you open to a conversation?"
        )
        assert made_of(letter(text)).kind is Kind.RECRUITER_OUTREACH


class TestNewsletters:
    BULK: ClassVar = {
        "from": "Careers <news@weekly.example>",
        "list_unsubscribe": "<https://weekly.example/u>",
    }

    def test_a_newsletter_may_quote_the_no_of_others(self) -> None:
        text = '"They chose another candidate." What to answer now.\n\nUnsubscribe'
        assert made_of(letter(text, "Ding letters", **self.BULK)).kind is Kind.NEWSLETTER

    def test_a_no_with_thanks_for_an_application_may_be_sent_in_bulk(self) -> None:
        text = "Thank you for applying. We have chosen another candidate.\n\nUnsubscribe"
        assert made_of(letter(text, "Your application", **self.BULK)).kind is Kind.FORM_REJECTION


class TestAgreements:
    def test_what_is_cancelled_until_further_notice_is_not_moved(self) -> None:
        text = "I have to cancel today's call. We'll find another time when the outage is over."
        assert made_of(answer(text)).kind is Kind.CANCELLATION

    def test_what_is_cancelled_beside_another_hour_is_moved(self) -> None:
        text = "I have to cancel today's call. Could we reschedule it to Friday at 3pm?"
        assert made_of(answer(text)).kind is Kind.RESCHEDULE

    def test_what_asks_for_another_time_confirms_nothing(self) -> None:
        text = "Friday works for me. Could we also schedule a call on Monday?"
        assert made_of(answer(text)).kind is not Kind.CONFIRMATION

    def test_a_reminder_confirms(self) -> None:
        text = "Reminder: your interview is on Thursday 12 March at 14:00."
        assert made_of(letter(text, "Reminder", **RELAY)).kind is Kind.CONFIRMATION

    def test_more_time_is_asked_for_by_a_person_though_the_application_was_received(self) -> None:
        text = (
            "We received your application and are still reviewing all of them, sorry for the wait."
        )
        assert made_of(answer(text)).kind in {Kind.WE_NEED_MORE_TIME, Kind.ACKNOWLEDGEMENT}
