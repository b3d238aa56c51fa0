"""How things come to stand with one person, while the events go by."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from afterword.etiquette.events import Interview, Received, Told
from afterword.etiquette.situation import Person
from afterword.etiquette.standing import Acquaintance, Anchor
from afterword.etiquette.vocabulary import (
    Act,
    Channel,
    Decision,
    Help,
    Inbound,
    Instruction,
    WorksFor,
)

# Acts that leave somebody thanked: a second note of thanks would be one too many.
THANKING = frozenset({Act.THANK_YOU, Act.GRACIOUS_EXIT})

# Invitations that concern nobody but the person who gave them.
PERSONAL = frozenset({Instruction.CALL_ME, Instruction.CONNECT_WITH_ME})

# A later word takes an earlier one back.
CLOSING_WORDS = frozenset({Instruction.DO_NOT_CONTACT, Instruction.WE_WILL_CONTACT_YOU})
INVITING_WORDS = frozenset(
    {
        Instruction.CALL_ME,
        Instruction.KEEP_IN_TOUCH,
        Instruction.CHECK_BACK,
        Instruction.CONNECT_WITH_ME,
    }
)
TAKES_BACK: Mapping[Instruction, frozenset[Instruction]] = {
    **dict.fromkeys(INVITING_WORDS, CLOSING_WORDS),
    **dict.fromkeys(CLOSING_WORDS, INVITING_WORDS),
    Instruction.CALL_ME: CLOSING_WORDS | {Instruction.EMAIL_ONLY},
    Instruction.EMAIL_ONLY: frozenset({Instruction.CALL_ME}),
}

WEEK_IN_DAYS = 7


class House(Protocol):
    """What holds for everybody at the employer."""

    anchors: dict[Anchor, datetime]
    question_open: bool
    message_open: bool


class Contact:
    """One person, as far as the events have been read."""

    def __init__(self, person: Person) -> None:
        """Begin knowing nothing but the entry in `people`."""
        self.person = person
        self.meeting: Interview | None = None
        self.thanked = self.arranged = self.bounced = False
        self.occasion: datetime | None = None
        self.wrote_texts = self.phoned = False
        self.question_open = self.message_open = False
        self.told: set[Instruction] = set()
        self.helped: set[Help] = set()
        self.unanswered = self.unanswered_calls = 0
        self.last: tuple[Act, bool] | None = None
        self.done: dict[Act, int] = {}
        self.anchors: dict[Anchor, datetime] = {}

    def meet(self, at: datetime, interview: Interview) -> None:
        """Meet at an interview, which is worth new thanks."""
        self.meeting = interview
        self.owe_thanks(at)
        self.anchors[Anchor.MEETING] = at
        self.hear(at)

    def owe_thanks(self, at: datetime) -> None:
        """Have an occasion that is worth new thanks."""
        self.occasion = at
        self.thanked = False
        self.done.pop(Act.THANK_YOU, None)

    def thanked_elsewhere(self, at: datetime) -> None:
        """Be thanked over another role, which is thanks for what was before it here as well."""
        if self.occasion and at.timestamp() >= self.occasion.timestamp():
            self.thanked = True

    def hear(self, at: datetime) -> None:
        """Hear from this person, which answers what was asked of them."""
        self.unanswered = self.unanswered_calls = 0
        self.anchors.pop(Anchor.LAST_ASK, None)
        self.anchors[Anchor.WORD] = at

    def listen(self, event: Received) -> None:
        """Note how this person writes, and whether they arrange things."""
        self.wrote_texts = self.wrote_texts or event.channel is Channel.TEXT
        self.phoned = self.phoned or event.channel is Channel.PHONE
        self.arranged = self.arranged or event.what is Inbound.INVITATION

    def heed(self, event: Told, teller: "Contact | None") -> None:
        """Take an instruction to heart if it concerns this person."""
        said = event.instruction
        if event.to_whom not in {None, self.person.id}:
            return
        if said in PERSONAL and teller not in {None, self}:
            return
        if teller and teller is not self and event.to_whom is None:
            beside = teller.person.works_for is not WorksFor.EMPLOYER
            if beside and teller.person.works_for is self.person.works_for:
                return
        self.told -= TAKES_BACK.get(said, frozenset())
        self.told.add(said)

    def lapse(self, said: frozenset[Instruction]) -> None:
        """Note that instructions have served their purpose."""
        self.told -= said

    def reached(self, at: datetime, act: Act, *, asks: bool, call: bool) -> None:
        """Count what the candidate did towards this person."""
        self.done[act] = self.done.get(act, 0) + 1
        self.thanked = self.thanked or act in THANKING
        self.bounced = False
        self.last = (act, asks)
        if asks:
            self.unanswered += 1
            self.unanswered_calls += call
            if self.person.works_for is not WorksFor.EMPLOYER:
                self.anchors[Anchor.LAST_ASK] = at

    def came_back(self) -> None:
        """Take back the last message to this person, which nobody has read."""
        self.bounced = True
        if self.last is None:
            return
        act, asked = self.last
        self.last = None
        self.done[act] = max(0, self.done.get(act, 0) - 1)
        self.unanswered = max(0, self.unanswered - asked)
        if act in THANKING:
            self.thanked = False

    def begin_again(self) -> None:
        """Forget what was done and asked in an earlier round of applying."""
        self.done.clear()
        self.unanswered = self.unanswered_calls = 0

    def help(self, at: datetime, how: Help) -> None:
        """Be done a favour, which is worth an update."""
        self.helped.add(how)
        self.anchors[Anchor.HELP] = at
        self.done.pop(Act.UPDATE_HELPER, None)
        self.owe_thanks(at)

    def close(self, house: House) -> Acquaintance:
        """Return how things stand, with what holds for the whole house under this person's own."""
        meeting, anchors = self.meeting, house.anchors
        theirs = self.person.works_for is not WorksFor.THIRD_PARTY
        return Acquaintance(
            person=self.person,
            met=meeting is not None,
            format=meeting.format if meeting else None,
            session=len(meeting.with_) if meeting else 0,
            impression=meeting.impression if meeting else None,
            decision=self._decision(anchors.get(Anchor.PROMISE)),
            thanked=self.thanked,
            told=frozenset(self.told),
            helped=frozenset(self.helped),
            arranged=self.arranged,
            wrote_texts=self.wrote_texts,
            phoned=self.phoned,
            bounced=self.bounced,
            away=Anchor.RETURN in self.anchors,
            question_open=self.question_open or (theirs and house.question_open),
            message_open=self.message_open or (theirs and house.message_open),
            unanswered=self.unanswered,
            unanswered_calls=self.unanswered_calls,
            done=self.done,
            anchors=self._anchors(anchors),
        )

    def _anchors(self, shared: Mapping[Anchor, datetime]) -> Mapping[Anchor, datetime]:
        """Return the moments for this person; inside one house, a word of anybody's counts."""
        own = {**shared, **self.anchors}
        if self.person.works_for is not WorksFor.THIRD_PARTY and Anchor.WORD in shared:
            own[Anchor.WORD] = max(shared[Anchor.WORD], own[Anchor.WORD])
        return own

    def _decision(self, promise: datetime | None) -> Decision | None:
        if self.meeting is None:
            return None
        if self.meeting.decision_expected or promise is None:
            return self.meeting.decision_expected
        days = (promise.date() - self.anchors[Anchor.MEETING].date()).days
        if days <= 0:
            return Decision.SAME_DAY
        return Decision.WITHIN_WEEK if days <= WEEK_IN_DAYS else Decision.WEEKS
