"""What can be logged, in the words of a person: each is an event of the situation format.

A happening is the kind of an event, the fields of it that are settled by its name, and those that
its form asks for. The names of the fields are those of the format.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.utils.translation import gettext_lazy as lazy

from afterword.etiquette.vocabulary import Channel
from afterword.web import phrases
from afterword.web.asking import Field, Shape, some, words


class Happening(msgspec.Struct, frozen=True):
    """Something that can be logged."""

    name: str
    label: Any
    kind: str
    settled: Mapping[str, str | bool] = {}
    asks: tuple[Field, ...] = ()


CHANNELS = some(
    (
        (str(Channel.EMAIL), lazy("by e-mail")),
        (str(Channel.PHONE), lazy("by phone")),
        (str(Channel.TEXT), lazy("by text message")),
        (str(Channel.LINKEDIN), lazy("on LinkedIn")),
        (str(Channel.POST), lazy("by post")),
        (str(Channel.IN_PERSON), lazy("in person")),
    )
)
FROM = Field("from", lazy("From whom?"), Shape.PERSON)
CHANNEL = Field("channel", lazy("How?"), Shape.CHOICE, CHANNELS)
WITH = Field("with", lazy("With whom?"), Shape.PEOPLE)
FORMAT = Field(
    "format",
    lazy("What kind?"),
    Shape.CHOICE,
    some(
        (
            ("onsite", lazy("at their place")),
            ("video", lazy("video call")),
            ("phone-screen", lazy("first call on the phone")),
            ("panel", lazy("panel")),
            ("assessment-centre", lazy("assessment centre")),
            ("meal", lazy("over a meal")),
            ("campus", lazy("on campus")),
            ("informational", lazy("only to learn about it")),
        )
    ),
)
IMPRESSION = Field(
    "impression",
    lazy("How did it go?"),
    Shape.CHOICE,
    some(
        (("well", lazy("well")), ("uncertain", lazy("I cannot tell")), ("poorly", lazy("poorly")))
    ),
)
EXPECTED = Field(
    "decision_expected",
    lazy("When do you expect a decision?"),
    Shape.CHOICE,
    some(
        (
            ("same-day", lazy("the same day")),
            ("within-week", lazy("within a week")),
            ("weeks", lazy("in some weeks")),
        )
    ),
)
ROUND = Field("round", lazy("Which round?"), Shape.NUMBER)
WRITTEN = Field("written", lazy("In writing"), Shape.YES)
NO_REPLY = Field("no_reply", lazy("From an address that nobody reads"), Shape.YES)
ANSWER_BY = Field("answer_by", lazy("They want an answer by"), Shape.DAY)
BY = Field("by", lazy("By when?"), Shape.DAY)

PROMISES = (
    ("answer", lazy("an answer")),
    ("call", lazy("a call")),
    ("next-step", lazy("the next step")),
    ("offer-letter", lazy("the offer in writing")),
)
INSTRUCTIONS = (
    ("we-will-contact-you", lazy("we will contact you")),
    ("do-not-contact", lazy("do not contact us")),
    ("no-thank-you-notes", lazy("no thank-you notes")),
    ("through-recruiter", lazy("write through the recruiter")),
    ("email-only", lazy("only by e-mail")),
    ("call-me", lazy("call me")),
    ("connect-with-me", lazy("connect with me")),
    ("keep-in-touch", lazy("keep in touch")),
    ("check-back", lazy("check back")),
    ("no-gifts", lazy("no gifts")),
)
MISTAKES = (
    ("typo", lazy("a typing error")),
    ("wrong-name", lazy("a wrong name")),
    ("wrong-employer", lazy("another employer’s name")),
    ("wrong-fact", lazy("something that is not so")),
    ("weak-answer", lazy("a weak answer")),
    ("double-send", lazy("sent twice")),
    ("wrong-recipient", lazy("sent to the wrong person")),
    ("sent-too-early", lazy("sent too early")),
)
UNDERTAKINGS = (
    ("follow-up", lazy("to write again")),
    ("sample", lazy("a sample of work")),
    ("information", lazy("some information")),
)
WISHES = (
    ("sample", lazy("a sample of work")),
    ("references", lazy("references")),
    ("information", lazy("some information")),
    ("documents", lazy("documents")),
)
FAVOURS = (
    ("reference", lazy("was a reference")),
    ("referral", lazy("referred me")),
    ("introduction", lazy("introduced me")),
    ("advice", lazy("gave advice")),
)


def _what(label: object, choices: tuple[tuple[str, Any], ...]) -> Field:
    return Field("what", label, Shape.CHOICE, choices, required=True)


def _received(name: str, label: object, *asks: Field) -> Happening:
    return Happening(name, label, "received", {"what": name}, (FROM, CHANNEL, *asks))


HAPPENINGS: dict[str, Happening] = {
    one.name: one
    for one in (
        _received("reply", lazy("They wrote to me")),
        Happening(
            "call", lazy("They called"), "received", {"what": "reply", "channel": "phone"}, (FROM,)
        ),
        Happening(
            "interview",
            lazy("We met"),
            "interview",
            {},
            (WITH, FORMAT, IMPRESSION, EXPECTED, ROUND),
        ),
        Happening(
            "promised",
            lazy("They named a day"),
            "promised",
            {},
            (_what(lazy("For what?"), PROMISES), BY, FROM),
        ),
        Happening("offered", lazy("They made an offer"), "offered", {}, (WRITTEN, ANSWER_BY)),
        Happening(
            "rejected",
            lazy("They said no"),
            "rejected",
            {},
            (Field("warm", lazy("It was a personal, friendly no"), Shape.YES), NO_REPLY),
        ),
        Happening(
            "sent",
            lazy("I wrote or called"),
            "sent",
            {},
            (
                Field(
                    "act", lazy("What was it?"), Shape.CHOICE, words(phrases.ACTS), required=True
                ),
                Field("to", lazy("To whom?"), Shape.PEOPLE),
                Field("channel", lazy("How?"), Shape.CHOICE, some(words(phrases.BY))),
            ),
        ),
        Happening("withdrew", lazy("I withdrew"), "withdrew", {}, (WRITTEN,)),
        Happening(
            "interview-scheduled",
            lazy("An interview is agreed"),
            "interview-scheduled",
            {},
            (
                Field("at", lazy("For which day?"), Shape.DAY, required=True),
                Field("at_time", lazy("At what time?"), Shape.TIME),
                WITH,
                FORMAT,
                ROUND,
            ),
        ),
        _received("invitation", lazy("They invited me")),
        _received("question", lazy("They asked me something")),
        _received("acknowledgement", lazy("They confirmed receipt")),
        _received("auto-reply", lazy("An automatic answer came"), NO_REPLY),
        _received("bounce", lazy("My message came back")),
        _received("form-letter", lazy("A form letter came"), NO_REPLY),
        Happening(
            "told",
            lazy("They told me how to keep in touch"),
            "told",
            {},
            (
                Field(
                    "instruction",
                    lazy("What did they say?"),
                    Shape.CHOICE,
                    INSTRUCTIONS,
                    required=True,
                ),
                Field("from", lazy("Who said so?"), Shape.PERSON),
                Field("by", lazy("From which day on?"), Shape.DAY),
            ),
        ),
        Happening(
            "requested",
            lazy("They asked for something"),
            "requested",
            {},
            (_what(lazy("For what?"), WISHES),),
        ),
        Happening(
            "undertook",
            lazy("I promised something"),
            "undertook",
            {},
            (_what(lazy("What?"), UNDERTAKINGS), BY),
        ),
        Happening("slip", lazy("I made a mistake"), "slip", {}, (_what(lazy("Which?"), MISTAKES),)),
        Happening(
            "interview-missed",
            lazy("The interview did not take place"),
            "interview-missed",
            {},
            (
                Field(
                    "by",
                    lazy("Because of whom?"),
                    Shape.CHOICE,
                    (("employer", lazy("them")), ("candidate", lazy("me"))),
                    required=True,
                ),
            ),
        ),
        Happening(
            "absent",
            lazy("Somebody is away"),
            "absent",
            {},
            (
                Field("who", lazy("Who?"), Shape.PERSON, required=True),
                Field("until", lazy("Until when?"), Shape.DAY, required=True),
            ),
        ),
        Happening(
            "helped",
            lazy("Somebody did me a favour"),
            "helped",
            {},
            (
                Field("who", lazy("Who?"), Shape.PERSON, required=True),
                Field("how", lazy("What was it?"), Shape.CHOICE, FAVOURS, required=True),
            ),
        ),
        Happening("negotiating", lazy("We began to talk about pay"), "negotiating"),
        Happening("settled", lazy("Pay is settled"), "negotiating", {"closed": True}),
        Happening("accepted", lazy("I accepted"), "accepted", {}, (WRITTEN,)),
        Happening("declined", lazy("I declined"), "declined", {}, (WRITTEN,)),
        Happening("started", lazy("I started there"), "started"),
        Happening("parted", lazy("We agreed to leave it"), "parted"),
        Happening(
            "competing-offer",
            lazy("I have another offer"),
            "competing-offer",
            {},
            (WRITTEN, ANSWER_BY),
        ),
        Happening("accepted-elsewhere", lazy("I took another job"), "accepted-elsewhere"),
        Happening("applied", lazy("I applied"), "applied"),
        Happening("closed", lazy("The posting closed"), "closed"),
        Happening("reposted", lazy("It is advertised again"), "reposted"),
        Happening(
            "opening",
            lazy("Another role opened there"),
            "opening",
            {},
            (Field("role", lazy("Which role?"), Shape.TEXT),),
        ),
        Happening("filled", lazy("Somebody else has it"), "filled"),
    )
}
USUAL = ("reply", "call", "promised", "interview", "offered", "rejected", "sent", "withdrew")
GROUPS = (
    (
        lazy("From them"),
        (
            "reply",
            "call",
            "invitation",
            "question",
            "promised",
            "told",
            "requested",
            "offered",
            "rejected",
            "parted",
        ),
    ),
    (
        lazy("From me"),
        (
            "sent",
            "undertook",
            "slip",
            "negotiating",
            "settled",
            "accepted",
            "declined",
            "withdrew",
            "started",
            "applied",
        ),
    ),
    (lazy("Meetings"), ("interview", "interview-scheduled", "interview-missed")),
    (
        lazy("What else happens"),
        (
            *("acknowledgement", "auto-reply", "form-letter", "bounce", "absent", "helped"),
            *("competing-offer", "accepted-elsewhere", "opening", "reposted", "closed", "filled"),
        ),
    ),
)


def happening_of(raw: Mapping[str, Any]) -> Happening:
    """Return what an event of the format is called here: the one that settles most of it."""
    fits = [
        one
        for one in HAPPENINGS.values()
        if one.kind == raw["kind"]
        and all(raw.get(name) == value for name, value in one.settled.items())
    ]
    return max(fits, key=lambda one: len(one.settled))
