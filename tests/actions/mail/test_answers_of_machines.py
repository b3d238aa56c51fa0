"""What mailboxes answer by themselves comes in by a look, and is no answer: by real Sieve."""

from datetime import date, timedelta

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.items import Item
from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox
from afterword.actions.mail.look_in import look_in
from afterword.actions.mail.messages import waiting
from afterword.actions.timeline import timeline
from afterword.etiquette.vocabulary import Act, Channel
from tests.actions.hunt import book, person, told
from tests.actions.mail.post import events
from tests.mailbox.servers.dovecot import PASSWORD
from tests.mailbox.servers.sieve import UNKNOWN
from tests.mailbox.towns import NOW, Alice, alice, either_way, through_opensmtpd, town

__all__ = ["alice", "town"]
pytestmark = pytest.mark.usefixtures("journal")

BACK = NOW.date() + timedelta(days=30)  # long after anybody would ask how things stand
AWAY = f'require "vacation";\nvacation :days 7 :subject "Out of office" "I am back on {BACK}.";\n'
GONE = 'require "reject";\nreject "She has left the company.";\n'


class Hunt:
    """Alice's, at Corbel, where she met Lena two days ago and thanked her yesterday."""

    def __init__(self, alice: Alice, lena: str) -> None:
        """Begin with her mailbox connected, and nothing in it."""
        self.owner: User = person()
        self.alice, self.lena = alice, lena
        met, thanked = (NOW.date() - timedelta(days=days) for days in (2, 1))
        lines = f"""
        {met} 14:00  interview  with=lena impression=uncertain
        {thanked} 14:00  sent  act=thank-you channel=email to=lena
        """
        people = f"lena:hiring-manager,name=Lena,email={lena}"
        situation = told(lines, now=NOW.isoformat(), people=people)
        self.uid = add_opportunity(self.owner, situation, now=NOW).opportunity
        where = alice.keeper.where
        asked = Asked(alice.address, PASSWORD, where.host, port=where.port)
        connect_mailbox(self.owner, asked, now=NOW, door=alice.door)

    def writes_to_lena(self) -> None:
        """Write a letter, and look into the mailbox when an answer has come."""
        self.alice.writes(self.lena)
        self.alice.hears()
        assert look_in(self.owner, now=NOW, door=self.alice.door).taken == 1

    @property
    def plan(self) -> dict[Act, Item]:
        """What there is to do now, or will be."""
        items = timeline(self.owner, self.uid, now=NOW).items
        return {item.key.act: item for item in items}

    def asks_on(self) -> date:
        """Return the first day on which to ask how things stand."""
        opens = self.plan[Act.CHECK_IN].opens
        assert opens
        return opens.date()


@either_way
def test_a_vacation_note_is_no_answer_and_shifts_the_clock(alice: Alice) -> None:
    hunt = Hunt(alice, alice.knows(AWAY))
    assert hunt.asks_on() < BACK
    hunt.writes_to_lena()
    assert events(hunt.owner, hunt.uid) == ["interview", "sent", "received auto-reply", "absent"]
    assert hunt.asks_on() >= BACK
    assert Act.REPLY not in hunt.plan
    assert waiting(hunt.owner) == 0


def marked(hunt: Hunt) -> bool:
    """Return whether it is noted that nothing reaches Lena by mail, and nothing more is sent so."""
    last = book(hunt.owner, hunt.uid).events[-1]
    assert last.payload == {"what": "bounce", "from": "lena", "channel": "email"}
    return all(item.step.channel is not Channel.EMAIL for item in hunt.plan.values())


@either_way
def test_a_rejection_by_a_filter_marks_the_address_and_takes_the_thanks_back(alice: Alice) -> None:
    hunt = Hunt(alice, alice.knows(GONE))
    assert Act.THANK_YOU not in hunt.plan
    hunt.writes_to_lena()
    assert marked(hunt)
    assert Act.THANK_YOU in hunt.plan


@through_opensmtpd
def test_a_refusal_at_the_door_marks_the_address(alice: Alice) -> None:
    hunt = Hunt(alice, f"{UNKNOWN}@corbel.example")
    hunt.writes_to_lena()
    assert marked(hunt)
