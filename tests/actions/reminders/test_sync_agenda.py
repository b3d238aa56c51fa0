"""The person's own calendar: as the plan is, nothing twice, and what they change is theirs."""

from datetime import timedelta
from pathlib import Path

import icalendar
import pytest
from django.test import override_settings

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.backup import backup
from afterword.actions.choose import Choosing, choose
from afterword.actions.delete_everything import delete_everything
from afterword.actions.errors import Missing, Refused
from afterword.actions.export import export
from afterword.actions.log_event import log_event
from afterword.actions.preferences import Calendar, Preferences, save_preferences
from afterword.actions.reminders.agenda import agenda
from afterword.actions.reminders.agenda_door import Door
from afterword.actions.reminders.connect_agenda import (
    Asked,
    choose_calendar,
    connect_agenda,
    found,
    try_agenda,
)
from afterword.actions.reminders.forget_agenda import forget_agenda
from afterword.actions.reminders.sync_agenda import (
    LONG_PAUSE,
    PAUSE,
    Synced,
    sync,
    sync_now,
    write_soon,
)
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.restore import restore
from afterword.actions.values import Decision, StepKey
from afterword.etiquette.problem import Malformed
from afterword.journal.agendas import Agenda as Row
from afterword.journal.agendas import Entered
from afterword.mailbox.agenda import Agenda, Listed
from afterword.mailbox.agenda_memory import MemoryAgenda
from afterword.mailbox.server import Password
from afterword.mailbox.trouble import Dropped, NotLetIn
from tests.actions.hunt import EVENING, at, event, interviewed, person, told
from tests.actions.reminders.agendas import SECRET, URL, connected, door_of
from tests.mailbox.desks import MEMORY, Desk, MemoryDesk, raw
from tests.mailbox.servers.radicale import Radicale

pytestmark = pytest.mark.usefixtures("journal")
THANKS = StepKey.parse("thank-you:lena")
AGREED = "2026-03-01 10:00  interview-scheduled  at=2026-03-05T14:00 with=lena"
MOVED = "2026-03-02 08:30  interview-scheduled  at=2026-03-06T15:00 with=lena"
MONDAY = at("2026-03-02 09:00")
OTHER = Listed("https://calendars.example.org/alice/other/", "Other")


def titles(desk: Desk) -> list[str]:
    """Return what stands in a calendar, by the eyes of its owner."""
    assert isinstance(desk, MemoryDesk)
    return sorted(
        str(one.get("SUMMARY"))
        for entry in desk.server.kept[desk.calendar].values()
        for one in icalendar.Calendar.from_ical(entry.raw).events
    )


def agreed(owner: User) -> str:
    """Return the uid of an opportunity with an interview on Thursday."""
    return add_opportunity(owner, told(AGREED, now="2026-03-02 09:00"), now=MONDAY).opportunity


def refusing(url: str, credentials: Password) -> Agenda:
    """Lead to a server that lets nobody in."""
    del url, credentials

    class Shut(MemoryAgenda):
        def calendars(self) -> tuple[Listed, ...]:
            raise NotLetIn("calendars.example.org", "")

        def etags(self, calendar: object, names: object) -> dict[str, str]:
            del calendar, names
            raise NotLetIn("calendars.example.org", "")

    return Shut(MemoryDesk().server)


def test_an_interview_stands_there_moves_and_goes(desk: Desk) -> None:
    alice = person()
    uid = agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    assert sync_now(alice, now=MONDAY, door=door) == Synced(put=1)
    assert sync_now(alice, now=MONDAY, door=door) == Synced()
    name = f"{Entered.objects.get().uid}.ics"
    log_event(alice, uid, event(MOVED), now=at("2026-03-02 10:00"))
    assert sync_now(alice, now=at("2026-03-02 10:01"), door=door) == Synced(replaced=1)
    remove_opportunity(alice, uid, now=at("2026-03-02 11:00"))
    assert sync_now(alice, now=at("2026-03-02 11:01"), door=door) == Synced(removed=1)
    assert desk.agenda().etags(desk.calendar, [name]) == {}


def test_a_real_server_is_found_and_written_over_tls(
    calendar_server: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(calendar_server.papers.authority))
    calendar_server.empty()
    calendar = calendar_server.calendar("Hunt")
    alice = person()
    agreed(alice)
    asked = Asked(found(calendar_server.url), "alice", calendar_server.credentials.secret)
    connect_agenda(alice, asked, now=MONDAY)
    assert sync(now=MONDAY) == 1
    (entry,) = calendar_server.kept(calendar)
    assert "DTSTART;TZID=America/New_York:20260305T140000" in entry
    assert forget_agenda(alice, now=MONDAY, take_away=True) == 1
    assert calendar_server.kept(calendar) == []


def test_a_window_goes_once_it_is_done() -> None:
    alice, desk = person(), MemoryDesk()
    uid = interviewed(alice)
    door = connected(alice, desk, now=EVENING)
    sync_now(alice, now=EVENING, door=door)
    thanks = "Thank Lena in your own hand (Corbel)"
    assert thanks in titles(desk)
    choose(alice, uid, THANKS, Choosing(Decision.DID_IT), now=EVENING)
    sync_now(alice, now=EVENING, door=door)
    assert thanks not in titles(desk)


def test_an_interview_that_took_place_stays_as_a_memory() -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    sync_now(alice, now=MONDAY, door=door)
    sync_now(alice, now=at("2026-03-09 09:00"), door=door)
    assert "Interview (Corbel)" in titles(desk)


def test_what_the_person_changed_or_took_away_is_theirs() -> None:
    alice, desk = person(), MemoryDesk()
    uid = agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    sync_now(alice, now=MONDAY, door=door)
    (name,) = desk.server.kept[MEMORY]
    desk.server.write(MEMORY, name, raw(name.removesuffix(".ics"), "Take the blue folder"))
    log_event(alice, uid, event(MOVED), now=MONDAY)
    assert sync_now(alice, now=MONDAY, door=door) == Synced()
    assert titles(desk) == ["Take the blue folder"]
    seen = agenda(alice)
    assert seen
    assert (seen.entries, seen.theirs) == (0, 1)


def test_the_due_work_writes_when_it_is_time_or_the_plan_changed() -> None:
    alice, desk = person(), MemoryDesk()
    uid = agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    later = MONDAY + timedelta(minutes=2)
    assert [sync(now=now, door=door) for now in (MONDAY, later)] == [1, 0]
    log_event(alice, uid, event(MOVED), now=later)
    assert sync(now=later + timedelta(minutes=1), door=door) == 1
    assert sync(now=later + timedelta(minutes=2), door=door) == 0
    assert sync(now=later + timedelta(minutes=1) + PAUSE, door=door) == 1


def test_other_words_are_written_at_the_next_turn() -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    sync(now=MONDAY, door=door)
    save_preferences(alice, Preferences(calendar=Calendar(discreet=True)))
    write_soon(alice)
    assert sync(now=MONDAY + timedelta(minutes=1), door=door) == 1
    assert titles(desk) == ["Appointment"]


def test_two_never_write_at_once() -> None:
    alice, desk = person(), MemoryDesk()
    door = connected(alice, desk, now=MONDAY)
    Row.objects.update(writing=MONDAY)
    with pytest.raises(Refused):
        sync_now(alice, now=MONDAY, door=door)
    assert sync(now=MONDAY, door=door) == 0
    assert sync(now=MONDAY + timedelta(hours=1), door=door) == 1  # who began was killed


def test_trouble_is_told_and_a_wrong_password_is_not_tried_again_and_again() -> None:
    alice, desk = person(), MemoryDesk()
    uid = agreed(alice)
    connected(alice, desk, now=MONDAY)
    assert sync(now=MONDAY, door=refusing) == 1
    seen = agenda(alice)
    assert seen
    assert "did not let us in" in seen.trouble
    log_event(alice, uid, event(MOVED), now=MONDAY + timedelta(minutes=1))
    assert sync(now=MONDAY + timedelta(hours=1), door=refusing) == 0
    assert sync(now=MONDAY + LONG_PAUSE, door=door_of(desk)) == 1
    after = agenda(alice)
    assert after
    assert after.trouble == ""


def test_what_broke_off_in_the_middle_goes_on_there() -> None:
    alice, desk = person(), MemoryDesk()
    interviewed(alice)
    connected(alice, desk, now=EVENING)

    class Dropping(MemoryAgenda):
        def put(self, calendar: str, name: str, raw: bytes, *, instead: str = "") -> str:
            super().put(calendar, name, raw, instead=instead)
            raise Dropped("calendars.example.org")

    def dropping(url: str, credentials: Password) -> Agenda:
        del url, credentials
        return Dropping(desk.server)

    assert sync_now(alice, now=EVENING, door=dropping).trouble
    assert len(titles(desk)) == 1
    whole = sync_now(alice, now=EVENING, door=door_of(desk))
    assert whole.trouble == ""
    assert len(titles(desk)) == len(set(titles(desk))) == Entered.objects.count() > 1


def test_nothing_is_written_before_a_calendar_is_chosen() -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    desk.server.names[OTHER.url], desk.server.kept[OTHER.url] = OTHER.name, {}
    door = connected(alice, desk, now=MONDAY)
    with pytest.raises(Refused):
        sync_now(alice, now=MONDAY, door=door)
    assert sync(now=MONDAY, door=door) == 0
    with pytest.raises(Malformed):
        choose_calendar(alice, "https://elsewhere.example.org/", now=MONDAY, door=door)
    choose_calendar(alice, MEMORY, now=MONDAY, door=door)
    assert sync(now=MONDAY, door=door) == 1
    choose_calendar(alice, OTHER.url, now=MONDAY, door=door)
    assert desk.server.kept[MEMORY] == {}
    assert Row.objects.get().written is None
    assert sync(now=MONDAY, door=door) == 1
    assert len(desk.server.kept[OTHER.url]) == 1
    assert try_agenda(alice, door=door) == 2


@pytest.mark.parametrize(
    "asked",
    [
        Asked("http://calendars.example.org/", "alice", SECRET),
        Asked(URL, "", SECRET),
        Asked(URL, "alice", ""),
        Asked(URL, "alice", "x" * 2000),
    ],
)
def test_what_cannot_be_right_is_refused(asked: Asked) -> None:
    with pytest.raises(Malformed):
        connect_agenda(person(), asked, now=MONDAY, door=door_of(MemoryDesk()))
    assert SECRET not in repr(asked)


def test_a_calendar_that_does_not_let_us_in_is_not_remembered() -> None:
    alice = person()
    with pytest.raises(Malformed) as refused:
        connect_agenda(alice, Asked(URL, "alice", SECRET), now=MONDAY, door=refusing)
    assert SECRET not in str(refused.value)
    assert agenda(alice) is None


def test_where_calendars_begin_is_asked_without_a_password() -> None:
    assert found("alice@example.org", lambda url: f"{url}dav/") == "https://example.org/dav/"
    for wrong in ("", "http://example.org/"):
        with pytest.raises(Malformed):
            found(wrong, str)


@pytest.mark.parametrize("inside", ["https://10.0.0.1/", "https://intranet/", "http://localhost/"])
def test_served_for_others_no_calendar_of_the_inner_network_is_named(inside: str) -> None:
    with override_settings(HTTPS=True), pytest.raises(Malformed):
        found(inside, str)
    with override_settings(HTTPS=True), pytest.raises(Malformed):
        found("example.org", lambda _: inside)  # nor does another lead there
    assert found(inside, str) == inside


def test_a_new_password_keeps_what_was_written_and_another_server_does_not() -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    sync_now(alice, now=MONDAY, door=door)
    connected(alice, desk, now=MONDAY)
    assert Entered.objects.count() == 1

    def elsewhere(url: str, credentials: Password) -> Agenda:
        del url, credentials
        return MemoryDesk().agenda()

    asked = Asked("https://other.example.org/", "alice", SECRET)
    connect_agenda(alice, asked, now=MONDAY, door=elsewhere)
    assert Entered.objects.count() == 0


@pytest.mark.parametrize(("take_away", "left"), [(True, 0), (False, 1)])
def test_who_leaves_takes_the_entries_along_or_not(take_away: bool, left: int) -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    sync_now(alice, now=MONDAY, door=door)
    late = at("2026-03-09 09:00")  # what took place goes too, then
    assert forget_agenda(alice, now=late, take_away=take_away, door=door) == 1 - left
    assert len(titles(desk)) == left
    assert not Row.objects.exists()
    assert not Entered.objects.exists()
    with pytest.raises(Missing):
        forget_agenda(alice, now=late, door=door)


def test_who_cannot_take_the_entries_along_does_not_lose_hold_of_them() -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    door = connected(alice, desk, now=MONDAY)
    sync_now(alice, now=MONDAY, door=door)
    with pytest.raises(Malformed):
        forget_agenda(alice, now=MONDAY, take_away=True, door=refusing)
    assert Entered.objects.count() == 1


def test_no_secret_leaves_with_an_export_and_all_goes_with_everything() -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    sync_now(alice, now=MONDAY, door=connected(alice, desk, now=MONDAY))
    assert SECRET.encode() not in export(alice, now=MONDAY)
    assert b"calendars.example.org" not in export(alice, now=MONDAY)
    assert SECRET not in Row.objects.get().secret
    delete_everything(alice, now=MONDAY)
    assert not Row.objects.exists()
    assert not Entered.objects.exists()


def test_after_a_restore_nothing_is_written_before_the_person_says_so(tmp_path: Path) -> None:
    alice, desk = person(), MemoryDesk()
    agreed(alice)
    door: Door = connected(alice, desk, now=MONDAY)
    backup(tmp_path / "kept.sqlite3", now=MONDAY)
    restore(tmp_path / "kept.sqlite3", now=MONDAY)
    assert sync(now=MONDAY + LONG_PAUSE, door=door) == 0
    seen = agenda(User.objects.get())
    assert seen
    assert seen.rests
    assert sync_now(User.objects.get(), now=MONDAY, door=door) == Synced(put=1)


def test_where_the_key_is_gone_the_page_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    alice, desk = person(), MemoryDesk()
    door = connected(alice, desk, now=MONDAY)
    monkeypatch.setenv("AFTERWORD_KEY", "of no use")
    assert "Enter it once more" in sync_now(alice, now=MONDAY, door=door).trouble
    with pytest.raises(Malformed):
        connect_agenda(alice, Asked(URL, "alice", ""), now=MONDAY, door=door)
    with pytest.raises(Malformed):
        forget_agenda(alice, now=MONDAY, take_away=True, door=door)
