"""What a message can be."""

from enum import StrEnum


class Kind(StrEnum):
    """What came back."""

    INVITATION = "invitation"
    CONFIRMATION = "confirmation"
    RESCHEDULE = "reschedule"
    CANCELLATION = "cancellation"
    HUMAN_REPLY = "human-reply"
    QUESTION_OR_REQUEST = "question-or-request"
    ACKNOWLEDGEMENT = "acknowledgement"
    FORM_REJECTION = "form-rejection"
    PERSONAL_REJECTION = "personal-rejection"
    OFFER = "offer"
    OFFER_LETTER = "offer-letter"
    WE_NEED_MORE_TIME = "we-need-more-time"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    RECRUITER_OUTREACH = "recruiter-outreach"
    NEWSLETTER = "newsletter"
    OTHER = "other"
