"""How one kind is told from its neighbours, where a letter says several things at once."""

from email.message import EmailMessage

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


class TestAgreements:
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
