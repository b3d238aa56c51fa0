"""How far it has come: the entries that move an opportunity from stage to stage."""

from afterword.etiquette import events as happened
from afterword.etiquette.acquaintance import CLOSING_WORDS
from afterword.etiquette.ledger import BEFORE_OFFER, ENDED, OPEN_STAGES, Ledger
from afterword.etiquette.standing import Anchor
from afterword.etiquette.vocabulary import Act, Format, Instruction, Paper, Pay, Stage

# What is said to candidates ends with the candidacy; what runs through an agency, with the start.
DURING_SELECTION = CLOSING_WORDS | {Instruction.NO_THANK_YOU_NOTES}
BEFORE_THE_FIRST_DAY = DURING_SELECTION | {Instruction.THROUGH_RECRUITER}


def applied(ledger: Ledger, _: happened.Applied) -> None:
    """Begin, or begin again after an end."""
    ledger.anchors[Anchor.APPLICATION] = ledger.at
    if ledger.stage is Stage.NOTHING_YET or ledger.stage in ENDED:
        ledger.move(Stage.APPLIED)
        ledger.occasion(*Act)
        ledger.unanswered = ledger.unanswered_calls = 0
        for contact in ledger.contacts.values():
            contact.begin_again()


def interview(ledger: Ledger, event: happened.Interview) -> None:
    """Meet people; a talk for information is no step in a selection."""
    for person_id in event.with_:
        ledger.contacts[person_id].meet(ledger.at, event)
    ledger.word(None)
    ledger.answered(ledger.contacts.values())
    ledger.missed_by = None
    ledger.drop(Anchor.SCHEDULED, Anchor.MISSED)
    ledger.anchors[Anchor.INTERVIEW] = ledger.at
    ledger.crowd = len(event.with_)
    ledger.occasion(Act.THANK_YOU, Act.INTRODUCE_NEW_FACT)
    if event.format is Format.INFORMATIONAL:
        return
    ledger.round = event.round or ledger.round + 1
    ledger.promised = False
    ledger.drop(Anchor.PROMISE)
    if ledger.stage in BEFORE_OFFER or ledger.stage in ENDED:
        ledger.move(Stage.INTERVIEWED)


def interview_scheduled(ledger: Ledger, event: happened.InterviewScheduled) -> None:
    """Look forward to a meeting: whatever was promised has been kept."""
    ledger.word(None)
    ledger.lapse(CLOSING_WORDS)  # they said that they would come, and have
    ledger.anchors[Anchor.SCHEDULED] = event.at.at(ledger.zone)
    ledger.missed_by = None
    ledger.promised = False
    ledger.drop(Anchor.PROMISE, Anchor.MISSED)
    if event.format is not Format.INFORMATIONAL:
        ledger.invite()


def interview_missed(ledger: Ledger, event: happened.InterviewMissed) -> None:
    """Note who did not come."""
    ledger.missed_by = event.by
    ledger.anchors[Anchor.MISSED] = ledger.at
    ledger.drop(Anchor.SCHEDULED)
    ledger.occasion(Act.APOLOGY)


def _ended(ledger: Ledger, stage: Stage) -> None:
    ledger.move(stage)
    ledger.anchors[Anchor.ENDING] = ledger.at
    ledger.new_opening = ledger.promised = False
    ledger.drop(Anchor.PROMISE, Anchor.LAST_CONTACT, Anchor.SCHEDULED, Anchor.NEW_OPENING)
    ledger.occasion(
        Act.REPLY, Act.GRACIOUS_EXIT, Act.FEEDBACK_REQUEST, Act.RE_APPROACH, Act.KEEP_IN_TOUCH
    )


def parted(ledger: Ledger, _: happened.Parted) -> None:
    """Part by agreement, which is worth thanks of its own."""
    ledger.word(None)
    ledger.owe_thanks()
    _ended(ledger, Stage.PARTED)


def rejected(ledger: Ledger, event: happened.Rejected) -> None:
    """Hear a no, from a person or from a machine."""
    if not event.no_reply:
        ledger.word(None)
    ledger.no_reply = bool(event.no_reply)
    ledger.warm = bool(event.warm)
    ledger.rejected_after_interview = event.interviewed
    _ended(ledger, Stage.REJECTED)


def filled(ledger: Ledger, _: happened.Filled) -> None:
    """Learn that somebody else was taken."""
    if ledger.stage in OPEN_STAGES:
        _ended(ledger, Stage.FILLED)


def offered(ledger: Ledger, event: happened.Offered) -> None:
    """Receive an offer, or its letter after a yes."""
    ledger.word(None)
    ledger.lapse(CLOSING_WORDS)  # they said that they would come, and have
    ledger.offer = Paper.VERBAL if event.written is False else Paper.WRITTEN
    ledger.drop(Anchor.PROMISE)
    if ledger.offer is Paper.WRITTEN:
        ledger.drop(Anchor.LETTER_PROMISE)
    if ledger.stage in {Stage.ACCEPTED, Stage.STARTED}:
        return
    ledger.anchors[Anchor.OFFER] = ledger.at
    ledger.drop(Anchor.OFFER_DEADLINE)
    if event.answer_by:
        ledger.anchors[Anchor.OFFER_DEADLINE] = ledger.deadline(event.answer_by)
    ledger.pay = Pay.OPEN
    if ledger.stage is not Stage.OFFERED:
        ledger.occasion(Act.ACKNOWLEDGE_OFFER, Act.ASK_FOR_TIME, Act.ACCEPT, Act.DECLINE)
        ledger.move(Stage.OFFERED)


def negotiating(ledger: Ledger, event: happened.Negotiating) -> None:
    """Talk about pay, or have done so."""
    ledger.pay = Pay.SETTLED if event.closed else Pay.OPEN
    if not event.closed:
        ledger.anchors[Anchor.TALKS] = ledger.at


def accepted(ledger: Ledger, _: happened.Accepted) -> None:
    """Say yes, which closes the talks."""
    ledger.pay = Pay.SETTLED
    ledger.anchors[Anchor.ACCEPTANCE] = ledger.at
    ledger.lapse(DURING_SELECTION)
    ledger.owe_thanks()
    ledger.move(Stage.ACCEPTED)


def declined(ledger: Ledger, _: happened.Declined) -> None:
    """Say no to an offer."""
    _ended(ledger, Stage.DECLINED)


def withdrew(ledger: Ledger, _: happened.Withdrew) -> None:
    """Leave the running."""
    _ended(ledger, Stage.WITHDRAWN)


def started(ledger: Ledger, _: happened.Started) -> None:
    """Begin at the new place."""
    ledger.pay = Pay.SETTLED
    ledger.anchors[Anchor.START] = ledger.at
    ledger.lapse(BEFORE_THE_FIRST_DAY)
    ledger.owe_thanks()
    ledger.move(Stage.STARTED)


def competing_offer(ledger: Ledger, event: happened.CompetingOffer) -> None:
    """Hold another employer's offer."""
    ledger.competing_offer = Paper.VERBAL if event.written is False else Paper.WRITTEN
    ledger.anchors[Anchor.COMPETING_OFFER] = ledger.at
    ledger.drop(Anchor.COMPETING_DEADLINE)
    if event.answer_by:
        ledger.anchors[Anchor.COMPETING_DEADLINE] = ledger.deadline(event.answer_by)
    ledger.occasion(Act.SHARE_OFFER_DEADLINE)


def reposted(ledger: Ledger, _: happened.Reposted) -> None:
    """See the role advertised again."""
    ledger.reposted = True
    ledger.anchors[Anchor.REPOSTING] = ledger.at


def new_opening(ledger: Ledger, _: happened.Opening) -> None:
    """See another, suitable role."""
    ledger.new_opening = True
    ledger.anchors[Anchor.NEW_OPENING] = ledger.at
    ledger.occasion(Act.RE_APPROACH)


def closed(ledger: Ledger, _: happened.Closed) -> None:
    """See the posting closed for applications."""
    ledger.closed = True
    ledger.anchors[Anchor.CLOSING] = ledger.at


def accepted_elsewhere(ledger: Ledger, _: happened.AcceptedElsewhere) -> None:
    """Take another employer's job."""
    if ledger.stage in OPEN_STAGES:
        ledger.move(Stage.TAKEN_ELSEWHERE)
