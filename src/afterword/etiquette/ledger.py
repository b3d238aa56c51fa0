"""What is known so far, while the events go by: the state of the fold, and how it closes."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from afterword.etiquette.acquaintance import Contact
from afterword.etiquette.events import PersonId
from afterword.etiquette.moment import Moment
from afterword.etiquette.situation import Person, Situation
from afterword.etiquette.standing import Anchor, Standing
from afterword.etiquette.vocabulary import (
    Act,
    Instruction,
    Mistake,
    Paper,
    Pay,
    Role,
    Side,
    Stage,
    Undertaking,
    Wish,
    WorksFor,
)
from afterword.etiquette.workdays import closing, opening

# An interview whose hour has passed by this much without a word of it lies ahead no longer.
LONGEST_INTERVIEW = timedelta(hours=12)


BEFORE_OFFER = frozenset({Stage.NOTHING_YET, Stage.APPLIED, Stage.INVITED, Stage.INTERVIEWED})
OPEN_STAGES = BEFORE_OFFER | {Stage.OFFERED}
ENDED = frozenset(Stage) - OPEN_STAGES - {Stage.ACCEPTED, Stage.STARTED}


def _seated(person: Person) -> Person:
    """Return a person on the right side of the table: an agency's recruiter sits at the agency."""
    if person.role is Role.AGENCY_RECRUITER and person.works_for is WorksFor.EMPLOYER:
        return msgspec.structs.replace(person, works_for=WorksFor.AGENCY)
    return person


class Ledger:
    """What is known so far, while the events go by."""

    def __init__(self, situation: Situation, zone: ZoneInfo) -> None:
        self.zone = zone
        self.now = situation.now.at(zone)
        self.at = self.now
        self.opportunity = situation.opportunity
        self.contacts: dict[PersonId, Contact] = {
            person.id: Contact(_seated(person)) for person in situation.people
        }
        self.last_reached: list[Contact] = []
        self.last_asked = False
        self.anchors: dict[Anchor, datetime] = {}
        self.done: dict[Act, int] = {}
        self.stage = Stage.NOTHING_YET
        self.pay = Pay.UNSPOKEN
        self.offer = self.competing_offer = Paper.NONE
        self.missed_by: Side | None = None
        self.crowd = self.round = 0
        self.promised = self.no_reply = self.warm = False
        self.rejected_after_interview: bool | None = None
        self.reposted = self.new_opening = self.closed = False
        self.question_open = self.message_open = False
        self.unanswered = self.unanswered_calls = 0
        self.owed: set[Undertaking] = set()
        self.asked_for: set[Wish] = set()
        self.slips: set[Mistake] = set()

    def drop(self, *anchors: Anchor) -> None:
        """Forget moments that no longer count."""
        for anchor in anchors:
            self.anchors.pop(anchor, None)

    def occasion(self, *acts: Act) -> None:
        """Begin a new occasion for `acts`: what was done of them before no longer counts."""
        for act in acts:
            self.done.pop(act, None)

    def lapse(self, said: frozenset[Instruction]) -> None:
        """Note that what they said before has served its purpose, for everybody."""
        for contact in self.contacts.values():
            contact.lapse(said)

    def owe_thanks(self) -> None:
        """Begin an occasion that is worth new thanks to everybody."""
        self.occasion(Act.THANK_YOU)
        for contact in self.contacts.values():
            contact.owe_thanks(self.at)

    def move(self, stage: Stage) -> None:
        """Go to another stage, which is news to those who helped."""
        self.stage = stage
        self.anchors[Anchor.NEWS] = self.at
        for contact in self.contacts.values():
            contact.done.pop(Act.UPDATE_HELPER, None)

    def invite(self) -> None:
        """Note an invitation, which begins a course or begins it again."""
        if self.stage in {Stage.NOTHING_YET, Stage.APPLIED} or self.stage in ENDED:
            self.move(Stage.INVITED)

    def word(self, from_: PersonId | None) -> None:
        """Note a human word: it answers what was asked, and pauses everything that was due."""
        contact = self.contacts.get(from_) if from_ else None
        if contact:
            contact.hear(self.at)
            if contact.person.works_for is WorksFor.THIRD_PARTY:
                return
        self.anchors[Anchor.WORD] = self.at
        self.unanswered = self.unanswered_calls = 0
        self.drop(Anchor.LAST_ASK)

    def answered(self, contacts: Iterable[Contact]) -> None:
        """Note that nothing of theirs waits for the candidate any more."""
        self.question_open = self.message_open = False
        for contact in contacts:
            contact.question_open = contact.message_open = False

    def moment(self, moment: Moment) -> datetime:
        """Return a named moment; of a bare date, the opening of that day."""
        at = moment.at(self.zone)
        return at if moment.exact else opening(at.date(), at)

    def deadline(self, moment: Moment) -> datetime:
        """Return a named deadline; of a bare date, the close of work on that day."""
        at = moment.at(self.zone)
        return at if moment.exact else closing(at.date(), at)

    def close(self) -> Standing:
        """Return what the events amount to."""
        if self.anchors.get(Anchor.SCHEDULED, self.now) < self.now - LONGEST_INTERVIEW:
            self.drop(Anchor.SCHEDULED)
        return Standing(
            now=self.now,
            opportunity=self.opportunity,
            stage=self.stage,
            pay=self.pay,
            offer=self.offer,
            competing_offer=self.competing_offer,
            missed_by=self.missed_by,
            crowd=self.crowd,
            round=self.round,
            promised=self.promised,
            rejected_after_interview=self.rejected_after_interview,
            warm=self.warm,
            no_reply=self.no_reply,
            reposted=self.reposted,
            new_opening=self.new_opening,
            closed=self.closed,
            unanswered=self.unanswered,
            unanswered_calls=self.unanswered_calls,
            owed=frozenset(self.owed),
            asked_for=frozenset(self.asked_for),
            slips=frozenset(self.slips),
            done=self.done,
            anchors=self.anchors,
            people={key: contact.close(self) for key, contact in self.contacts.items()},
        )
