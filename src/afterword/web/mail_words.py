"""What messages are called, and why they belong where they do, in words for people."""

from django.utils.translation import gettext_lazy as lazy

from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.matching import Because

KINDS = {
    Kind.INVITATION: lazy("An invitation"),
    Kind.CONFIRMATION: lazy("A confirmation"),
    Kind.RESCHEDULE: lazy("Another time"),
    Kind.CANCELLATION: lazy("A cancellation"),
    Kind.HUMAN_REPLY: lazy("A reply"),
    Kind.QUESTION_OR_REQUEST: lazy("A question or a request"),
    Kind.ACKNOWLEDGEMENT: lazy("A receipt"),
    Kind.FORM_REJECTION: lazy("A rejection, in standard words"),
    Kind.PERSONAL_REJECTION: lazy("A rejection, in personal words"),
    Kind.OFFER: lazy("An offer"),
    Kind.OFFER_LETTER: lazy("An offer in writing"),
    Kind.WE_NEED_MORE_TIME: lazy("They need more time"),
    Kind.AUTO_REPLY: lazy("An automatic reply"),
    Kind.BOUNCE: lazy("Mail that could not be delivered"),
    Kind.RECRUITER_OUTREACH: lazy("A recruiter’s advert"),
    Kind.NEWSLETTER: lazy("A newsletter"),
    Kind.OTHER: lazy("A message"),
}
BECAUSE = {
    Because.THREAD: lazy("It stands in a thread of theirs."),
    Because.CORRECTION: lazy("You said that this sender belongs there."),
    Because.PERSON: lazy("The address is known there."),
    Because.DOMAIN: lazy("Somebody known there writes from the same domain."),
    Because.NAME: lazy("It names the employer."),
    Because.NOTHING: lazy("Nothing in it says where it belongs."),
}
CHOICES = tuple((str(kind), label) for kind, label in KINDS.items())
