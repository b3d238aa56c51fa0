"""Looking in: what concerns the hunt is taken in once, and the rest is left as it lies."""

from datetime import timedelta

import pytest

from afterword.accounts.models import User
from afterword.actions.errors import Missing, Refused
from afterword.actions.mail.forget_mailbox import forget_mailbox
from afterword.actions.mail.look_in import look, look_in, must_look
from afterword.actions.mail.mailbox import mailbox
from afterword.actions.timeline import timeline
from afterword.actions.today import today
from afterword.etiquette.events import Received
from afterword.journal import mail as kept
from afterword.journal.mailboxes import Mailbox
from afterword.mailbox.box import Box
from afterword.mailbox.server import Credentials, Server
from afterword.mailbox.trouble import Dropped, NotLetIn, Trouble
from tests.actions.hunt import at, interviewed, person
from tests.actions.mail.mailboxes import ADDRESS, connected, deliver, looked, mail, thanked
from tests.mailbox.faults import FaultyBox, Plan
from tests.mailbox.keepers import Keeper, MemoryKeeper

pytestmark = pytest.mark.usefixtures("journal")
ANSWER = "Hi Alice,\n\nwe are still talking to others, and I will tell you more.\n\nLena"
LATER = "2026-03-16 10:00"


def subjects(owner: User) -> list[str]:
    return sorted(row.subject for row in kept.messages(owner))


def acts(owner: User, when: str) -> list[str]:
    return [str(item.key) for item in today(owner, now=at(when)).do]


def test_an_answer_takes_the_check_in_from_today(keeper: Keeper) -> None:
    alice = person()
    uid = thanked(alice)
    door = connected(alice, keeper)
    assert acts(alice, LATER) == ["check-in:lena"]
    deliver(keeper, mail(ANSWER, when="2026-03-15 21:00"), when="2026-03-15 21:00")
    assert looked(alice, door, LATER).taken == 1
    assert acts(alice, LATER) == []
    newest = timeline(alice, uid, now=at(LATER)).events[0]
    assert isinstance(newest.event, Received)
    assert newest.at == at("2026-03-15 21:00")
    assert keeper.unread("INBOX") == 1


def test_a_message_counts_once_however_often_it_is_met(keeper: Keeper) -> None:
    alice = person()
    thanked(alice)
    door = connected(alice, keeper)
    for _ in range(2):
        deliver(keeper, mail(ANSWER, when="2026-03-10 09:00"), when="2026-03-10 09:00")
    assert looked(alice, door, "2026-03-10 10:00").taken == 1
    assert looked(alice, door, "2026-03-10 10:05").taken == 0
    assert len(subjects(alice)) == 1


def test_strangers_and_their_lists_are_left_alone(keeper: Keeper) -> None:
    alice = person()
    thanked(alice)
    door = connected(alice, keeper)
    for number, (sender, subject) in enumerate(
        [
            ("Shop <news@shop.example>", "Sale"),
            ("Jobs <jobs@board.example>", "New jobs at Corbel"),
        ]
    ):
        raw = mail(
            "x", when=f"2026-03-10 0{number}:00", sender=sender, subject=subject, list_id="<l>"
        )
        deliver(keeper, raw, when="2026-03-10 09:00")
    assert looked(alice, door, "2026-03-10 10:00").taken == 0
    assert subjects(alice) == []


def test_somebody_new_who_names_the_employer_is_heard(keeper: Keeper) -> None:
    alice = person()
    thanked(alice)
    door = connected(alice, keeper)
    raw = mail(
        "Hi Alice,\n\nwe would like to meet you again. When would suit you?\n\nTom",
        when="2026-03-10 09:00",
        sender="Tom <tom@recruiting.example>",
        subject="Corbel: second interview",
    )
    deliver(keeper, raw, when="2026-03-10 09:00")
    assert looked(alice, door, "2026-03-10 10:00").taken == 1


@pytest.mark.parametrize(
    ("sender", "text", "taken"),
    [
        ("Hiring <no-reply@eu.greenhouse.io>", "The team at Corbel has chosen somebody else.", 1),
        ("Hiring <no-reply@eu.greenhouse.io>", "The team at Halden has chosen somebody else.", 0),
        ("News <jobs@linkedin.com>", "Corbel has chosen somebody else for its board.", 0),
        ("Ann <ann@elsewhere.example>", "The team at Corbel has chosen somebody else.", 0),
    ],
    ids=["of-ours", "of-others", "a-job-board", "somebody"],
)
def test_a_service_that_employers_hire_with_may_name_them_in_its_text_alone(
    keeper: Keeper, sender: str, text: str, taken: int
) -> None:
    alice = person()
    thanked(alice)
    door = connected(alice, keeper)
    raw = mail(text, when="2026-03-10 09:00", sender=sender, subject="Your application")
    deliver(keeper, raw, when="2026-03-10 09:00")
    assert looked(alice, door, "2026-03-10 10:00").taken == taken


def test_what_came_before_its_opportunity_was_written_down_is_found_then(keeper: Keeper) -> None:
    alice = person()
    door = connected(alice, keeper)
    raw = mail(ANSWER, when="2026-03-05 09:00")
    deliver(keeper, raw, when="2026-03-05 09:00")
    assert looked(alice, door, "2026-03-06 10:00").taken == 0
    thanked(alice)
    assert looked(alice, door, "2026-03-06 10:05").taken == 1
    assert looked(alice, door, "2026-03-06 10:10").taken == 0


def test_what_the_candidate_sent_is_no_answer(keeper: Keeper) -> None:
    alice = person()
    thanked(alice)
    door = connected(alice, keeper)
    own = mail(
        "Dear Lena, thank you.",
        when="2026-03-10 09:00",
        sender=f"Alice <{ADDRESS}>",
        to="Lena <lena@corbel.example>",
    )
    alias = own.replace(b"alice@home", b"a.smith@work").replace(b"Message-Id: <", b"Message-Id: <2")
    there = {one.name for one in keeper.box().folders()}
    sent = "Sent" if "Sent" in there else "Gesendete Objekte"
    for raw in (own, alias):
        deliver(keeper, raw, when="2026-03-10 09:00", folder=sent)
    looked(alice, door, "2026-03-10 10:00")
    assert [row.state for row in kept.messages(alice)] == ["own", "own"]
    assert acts(alice, LATER) == ["check-in:lena"]


def test_a_mailbox_suddenly_empty_is_told_until_the_person_says_that_it_is_right(
    keeper: Keeper,
) -> None:
    alice = person()
    thanked(alice)
    door = connected(alice, keeper)
    uids = [
        deliver(keeper, mail(f"{n}", when="2026-03-04 09:00"), when="2026-03-04 09:00")
        for n in range(20)
    ]
    looked(alice, door, "2026-03-04 10:00")
    for uid in uids:
        keeper.drop("INBOX", uid)
    doubt = looked(alice, door, "2026-03-04 10:05")
    assert doubt.doubted == "INBOX"
    assert "held 20 messages at the last look, and 0 now" in doubt.trouble
    seen = mailbox(alice)
    assert seen
    assert seen.trouble == doubt.trouble
    assert not looked(alice, door, "2026-03-04 10:10", trusted=True).trouble


def failing(trouble: Trouble) -> Box:
    raise trouble


@pytest.mark.parametrize(
    ("trouble", "minutes"),
    [(Dropped("imap.home.example"), 5), (NotLetIn("imap.home.example", "no"), 360)],
)
def test_what_keeps_it_from_looking_is_told_in_words(trouble: Trouble, minutes: int) -> None:
    alice = person()
    connected(alice, MemoryKeeper())
    now = at("2026-03-04 10:00")
    found = look_in(alice, now=now, door=lambda *_: failing(trouble))
    assert not found.ended
    assert found.trouble == str(trouble)
    row = Mailbox.objects.get()
    assert (row.trouble, row.looked, row.looking) == (str(trouble), None, None)
    assert row.next == now + timedelta(minutes=minutes)
    with pytest.raises(Trouble, match=r"imap\.home\.example"):
        must_look(alice, now=now, door=lambda *_: failing(trouble))


@pytest.mark.parametrize("call", range(1, 12))
def test_a_look_that_breaks_off_anywhere_is_finished_by_the_next(call: int) -> None:
    alice = person()
    thanked(alice)
    keeper = MemoryKeeper()
    door = connected(alice, keeper)
    for n in range(3):
        deliver(
            keeper, mail(f"{n}", when="2026-03-04 09:00", subject=f"{n}"), when="2026-03-04 09:00"
        )

    def breaking(server: Server, credentials: Credentials) -> Box:
        del server, credentials
        return FaultyBox(keeper.memory, Plan(breaks_at=call))

    looked(alice, breaking, "2026-03-04 10:00")
    looked(alice, door, "2026-03-04 10:05")
    assert subjects(alice) == ["0", "1", "2"]


def test_it_is_looked_into_when_it_is_due_and_not_before() -> None:
    alice = person()
    door = connected(alice, MemoryKeeper(), now=at("2026-03-04 10:00"))
    assert look(now=at("2026-03-04 09:59"), door=door) == 0
    assert [look(now=at(f"2026-03-04 10:0{n}"), door=door) for n in (0, 1, 4, 5)] == [1, 0, 0, 1]
    assert "mailboxes_that_are_due" in (
        Mailbox.objects.filter(next__lte=at(LATER)).order_by("next").explain()
    )


def test_of_two_looks_at_once_one_waits() -> None:
    alice = person()
    keeper = MemoryKeeper()
    connected(alice, keeper)
    now = at("2026-03-04 10:00")

    def meanwhile(server: Server, credentials: Credentials) -> Box:
        with pytest.raises(Refused, match="under way"):
            look_in(alice, now=now, door=meanwhile)
        del server, credentials
        return keeper.box()

    assert look_in(alice, now=now, door=meanwhile).ended
    Mailbox.objects.update(looking=now)  # a look whose computer was switched off
    assert look_in(alice, now=now + timedelta(minutes=30), door=lambda *_: keeper.box()).ended


def test_without_a_mailbox_there_is_nothing_to_look_into() -> None:
    with pytest.raises(Missing):
        look_in(person(), now=at(LATER))
    assert look(now=at(LATER)) == 0


def test_the_folders_that_are_read_are_those_chosen() -> None:
    alice = person()
    interviewed(alice)
    keeper = MemoryKeeper()
    door = connected(alice, keeper)
    keeper.make("Jobs")
    deliver(
        keeper,
        mail(ANSWER, when="2026-03-05 09:00", subject="Corbel"),
        when="2026-03-05 09:00",
        folder="Jobs",
    )
    assert looked(alice, door, "2026-03-06 10:00").taken == 0
    Mailbox.objects.update(folders=["Jobs"])
    assert looked(alice, door, "2026-03-06 10:05").taken == 1
    Mailbox.objects.update(folders=["Jobs", "Gone"])
    assert "The folder Gone cannot be opened." in looked(alice, door, "2026-03-06 10:10").trouble


def test_what_is_forgotten_while_it_is_looked_into_stays_forgotten() -> None:
    alice = person()
    thanked(alice)
    keeper = MemoryKeeper()
    connected(alice, keeper)
    deliver(keeper, mail(ANSWER, when="2026-03-05 09:00"), when="2026-03-05 09:00")

    def meanwhile(server: Server, credentials: Credentials) -> Box:
        del server, credentials
        return FaultyBox(keeper.memory, Plan(happens_at=6, happens=lambda: forgotten(alice)))

    assert "was forgotten meanwhile" in looked(alice, meanwhile, LATER).trouble
    assert subjects(alice) == []
    assert mailbox(alice) is None


def forgotten(owner: User) -> None:
    assert forget_mailbox(owner)
