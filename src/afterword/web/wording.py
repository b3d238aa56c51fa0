"""The words in which the conditions of rules are told, field by field."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

Text = str | Promise

# How a field is told: with the words that it admits, and with those that it does not, where the
# latter are fewer.
SENTENCES: Mapping[str, tuple[Text, Text]] = {
    "stage": (lazy("%(words)s"), lazy("whatever has happened, but not once %(words)s")),
    "pay": (lazy("pay %(words)s"), lazy("pay is anything but: %(words)s")),
    "offer": (lazy("their offer %(words)s"), lazy("their offer is anything but: %(words)s")),
    "competing-offer": (
        lazy("an offer of another employer %(words)s"),
        lazy("another offer is anything but: %(words)s"),
    ),
    "sector": (lazy("they work in %(words)s"), lazy("they do not work in %(words)s")),
    "region": (lazy("they are in %(words)s"), lazy("they are not in %(words)s")),
    "via": (lazy("you came in %(words)s"), lazy("you did not come in %(words)s")),
    "gift-policy": (lazy("their policy on gifts %(words)s"), lazy("their policy: not %(words)s")),
    "promise": (lazy("%(words)s"), lazy("it is not so that %(words)s")),
    "missed-by": (lazy("%(words)s"), lazy("it is not so that %(words)s")),
    "rejection": (lazy("%(words)s"), lazy("it is not so that %(words)s")),
    "owed": (lazy("you promised %(words)s"), lazy("you promised anything but %(words)s")),
    "asked-for": (lazy("they asked for %(words)s"), lazy("they asked, but not for %(words)s")),
    "slips": (lazy("it happened to you: %(words)s"), lazy("it is another slip than %(words)s")),
    "role": (
        lazy("the person’s part in it: %(words)s"),
        lazy("the person may have any part in it but: %(words)s"),
    ),
    "works-for": (lazy("the person works for %(words)s"), lazy("but not for %(words)s")),
    "format": (lazy("you met %(words)s"), lazy("you met, but not %(words)s")),
    "impression": (lazy("%(words)s"), lazy("it is not so that %(words)s")),
    "decision": (lazy("they decide %(words)s"), lazy("they do not decide %(words)s")),
    "email": (lazy("their e-mail address is %(words)s"), lazy("the address is not %(words)s")),
    "post": (lazy("their postal address is %(words)s"), lazy("the address is not %(words)s")),
    "told": (lazy("they told you %(words)s"), lazy("they told you anything but %(words)s")),
    "helped": (lazy("they helped you with %(words)s"), lazy("they helped, not with %(words)s")),
    "act": (lazy("you think of this: %(words)s"), lazy("you think of anything but: %(words)s")),
    "channel": (lazy("it goes %(words)s"), lazy("it does not go %(words)s")),
    "traits": (lazy("what you have in mind %(words)s"), lazy("your words do not: %(words)s")),
    "gift": (lazy("the gift is %(words)s"), lazy("the gift is anything but %(words)s")),
    "gift-audience": (lazy("the gift is for %(words)s"), lazy("the gift is not for %(words)s")),
}

WORDS: Mapping[str, Mapping[str, Text]] = {
    "stage": {
        "nothing-yet": lazy("nothing has happened yet"),
        "applied": lazy("you have applied"),
        "invited": lazy("an interview is agreed"),
        "interviewed": lazy("you were interviewed"),
        "parted": lazy("you parted by agreement"),
        "rejected": lazy("they said no"),
        "filled": lazy("another got the role"),
        "offered": lazy("there is an offer"),
        "accepted": lazy("you accepted"),
        "started": lazy("you started there"),
        "declined": lazy("you declined"),
        "withdrawn": lazy("you withdrew"),
        "taken-elsewhere": lazy("you took another job"),
    },
    "pay": {
        "unspoken": lazy("was not spoken of"),
        "open": lazy("is being talked about"),
        "settled": lazy("is settled"),
    },
    "offer": {
        "none": lazy("has not been made"),
        "verbal": lazy("was spoken, and not written"),
        "written": lazy("is in writing"),
    },
    "competing-offer": {
        "none": lazy("there is none of"),
        "verbal": lazy("was spoken, and not written"),
        "written": lazy("is in writing"),
    },
    "via": {
        "direct": lazy("by yourself"),
        "agency": lazy("through an agency"),
        "referral": lazy("through somebody who referred you"),
        "internal": lazy("from inside"),
    },
    "gift-policy": {
        "unknown": lazy("is not known"),
        "none-accepted": lazy("allows none"),
        "modest-accepted": lazy("allows modest ones"),
    },
    "promise": {
        "none": lazy("they did not say when you would hear"),
        "undated": lazy("they said that you would hear, but not when"),
        "dated": lazy("they named a day"),
    },
    "missed-by": {
        "none": lazy("nobody missed the appointment"),
        "candidate": lazy("you missed the appointment"),
        "employer": lazy("they missed the appointment"),
    },
    "rejection": {
        "none": lazy("they have not said no"),
        "before-interview": lazy("they said no without an interview"),
        "after-interview": lazy("they said no after an interview"),
    },
    "owed": {
        "follow-up": lazy("to be in touch"),
        "sample": lazy("a sample of your work"),
        "information": lazy("information"),
    },
    "asked-for": {
        "sample": lazy("a sample of your work"),
        "references": lazy("references"),
        "information": lazy("information"),
        "documents": lazy("documents"),
    },
    "slips": {
        "typo": lazy("a typing mistake"),
        "wrong-name": lazy("a wrong name"),
        "wrong-employer": lazy("the wrong employer"),
        "wrong-fact": lazy("a wrong fact"),
        "weak-answer": lazy("a weak answer"),
        "double-send": lazy("something sent twice"),
        "wrong-recipient": lazy("something sent to the wrong person"),
        "sent-too-early": lazy("something sent too early"),
    },
    "works-for": {
        "employer": lazy("the employer"),
        "agency": lazy("the agency"),
        "third-party": lazy("somebody else"),
    },
    "format": {
        "unknown": lazy("in a way that is not written down"),
        "phone-screen": lazy("on the phone"),
        "video": lazy("by video"),
        "onsite": lazy("at their place"),
        "panel": lazy("before a panel"),
        "campus": lazy("on campus"),
        "assessment-centre": lazy("at an assessment centre"),
        "informational": lazy("for an informational talk"),
        "meal": lazy("at a meal"),
    },
    "impression": {
        "unknown": lazy("you did not say how it went"),
        "well": lazy("it went well"),
        "uncertain": lazy("you are not sure how it went"),
        "poorly": lazy("it went poorly"),
    },
    "decision": {
        "unknown": lazy("nobody knows when"),
        "same-day": lazy("the same day"),
        "within-week": lazy("within a week"),
        "weeks": lazy("in some weeks"),
    },
    "email": {
        "known": lazy("known"),
        "guessed": lazy("guessed"),
        "unknown": lazy("not known"),
    },
    "post": {
        "known": lazy("known"),
        "guessed": lazy("guessed"),
        "unknown": lazy("not known"),
    },
    "told": {
        "no-thank-you-notes": lazy("to send no thank-you notes"),
        "do-not-contact": lazy("not to contact them"),
        "we-will-contact-you": lazy("that they will contact you"),
        "through-recruiter": lazy("to go through the recruiter"),
        "email-only": lazy("to write e-mail only"),
        "call-me": lazy("to call"),
        "connect-with-me": lazy("to connect online"),
        "keep-in-touch": lazy("to keep in touch"),
        "check-back": lazy("to ask again"),
        "no-gifts": lazy("that they take no gifts"),
    },
    "helped": {
        "reference": lazy("a reference"),
        "referral": lazy("a referral"),
        "introduction": lazy("an introduction"),
        "advice": lazy("advice"),
    },
    "traits": {
        "asks-for-result": lazy("asks for the result"),
        "mentions-salary": lazy("mentions pay"),
        "mentions-other-offer": lazy("mentions another offer"),
        "ultimatum": lazy("sets an ultimatum"),
        "reproach": lazy("reproaches them"),
        "apologises-at-length": lazy("apologises at length"),
        "effusive": lazy("is effusive"),
        "flattery": lazy("flatters"),
        "form-text": lazy("is a form text"),
        "same-text-to-all": lazy("is the same text to all"),
        "copied-to-all": lazy("is copied to all"),
        "long": lazy("is long"),
        "attachment-unasked": lazy("has an attachment that nobody asked for"),
        "false-claim": lazy("claims what is not so"),
        "asks-for-favour": lazy("asks for a favour"),
        "goes-over-head": lazy("goes over somebody’s head"),
        "by-third-party": lazy("comes from somebody else on your behalf"),
        "from-work-account": lazy("comes from your account at work"),
        "personal": lazy("is personal"),
        "pressure": lazy("presses them"),
        "jokes": lazy("jokes"),
        "gimmick": lazy("is a gimmick"),
        "unproofed": lazy("was not read through"),
    },
    "gift": {
        "none": lazy("not there"),
        "flowers": lazy("flowers"),
        "food": lazy("food"),
        "drink": lazy("drink"),
        "gift-card": lazy("a gift card"),
        "cash": lazy("money"),
        "object": lazy("a thing"),
        "hospitality": lazy("an invitation"),
        "sample-of-own-work": lazy("a sample of your own work"),
        "donation": lazy("a donation"),
    },
    "gift-audience": {
        "unknown": lazy("you did not say whom"),
        "person": lazy("one person"),
        "office": lazy("the whole office"),
    },
}

# How a flag is told: where it is up, and where it is not.
FLAGS: Mapping[str, tuple[Text, Text]] = {
    "warm": (lazy("their no was friendly"), lazy("their no was a plain one")),
    "no-reply": (
        lazy("they wrote from an address that takes no replies"),
        lazy("their last address takes replies"),
    ),
    "reposted": (lazy("the role is advertised again"), lazy("the role was not advertised again")),
    "new-opening": (
        lazy("another suitable role has come up there since"),
        lazy("no other suitable role has come up there since"),
    ),
    "closed": (lazy("the posting is closed"), lazy("the posting is still open")),
    "scheduled": (lazy("an interview lies ahead"), lazy("no interview lies ahead")),
    "invited-back": (
        lazy("they named the day on which to ask again"),
        lazy("they named no day on which to ask again"),
    ),
    "letter-promised": (
        lazy("they named a day for the letter"),
        lazy("they named no day for the letter"),
    ),
    "competing-deadline": (
        lazy("the other offer has a date by which to answer"),
        lazy("the other offer has no date by which to answer"),
    ),
    "met": (lazy("you met the person"), lazy("you have not met the person")),
    "thanked": (lazy("the person was thanked already"), lazy("the person was not thanked yet")),
    "arranged": (lazy("the person arranged it"), lazy("the person did not arrange it")),
    "wrote-texts": (
        lazy("the person wrote a text message first"),
        lazy("the person did not write text messages first"),
    ),
    "phoned": (lazy("the person phoned first"), lazy("the person did not phone first")),
    "colleague-away": (
        lazy("somebody else who decides is away"),
        lazy("everybody else who decides is there"),
    ),
    "bounced": (lazy("your last message came back"), lazy("your last message did not come back")),
    "question-open": (
        lazy("a question of theirs waits for you"),
        lazy("no question of theirs waits for you"),
    ),
    "message-open": (
        lazy("a message of theirs waits for you"),
        lazy("no message of theirs waits for you"),
    ),
    "news-since-help": (
        lazy("something has happened since they helped"),
        lazy("nothing has happened since they helped"),
    ),
    "leaves-some-out": (
        lazy("it leaves out some of those who sat together"),
        lazy("it leaves out nobody who sat there"),
    ),
}

NUMBERS: Mapping[str, Text] = {
    "crowd": lazy("people in the last interview: %(number)s"),
    "round": lazy("round: %(number)s"),
    "session": lazy("people in that interview: %(number)s"),
    "unanswered": lazy("your questions there without an answer: %(number)s"),
    "unanswered-calls": lazy("your calls there without an answer: %(number)s"),
    "done": lazy("how often you did this for the same occasion: %(number)s"),
    "done-to-them": lazy("how often towards this person: %(number)s"),
    "recipients": lazy("people it would go to: %(number)s"),
    "gift-value": lazy("what the gift costs, in US dollars: %(number)s"),
}
