"""A candidate's calendar: what is planned stands in it, and what is not does not."""

from datetime import datetime, timedelta

import icalendar
import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.choose import Choosing, choose, dates_allowed
from afterword.actions.errors import Missing
from afterword.actions.log_event import log_event
from afterword.actions.preferences import Calendar, Preferences, save_preferences
from afterword.actions.reminders.calendar import calendar, dates_of
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.undo import undo
from afterword.actions.values import Decision, StepKey
from tests.actions.hunt import EVENING, at, event, interviewed, person, told

pytestmark = pytest.mark.usefixtures("journal")
THANKS = StepKey.parse("thank-you:lena")
AGREED = "2026-03-01 10:00  interview-scheduled  at=2026-03-05T14:00 with=lena"


def entries(owner: User, now: str = "2026-03-03 18:30") -> dict[str, icalendar.Event]:
    read = icalendar.Calendar.from_ical(calendar(owner, now=at(now), link="http://here/{}"))
    return {str(one["SUMMARY"]): one for one in read.events}


def rings(one: icalendar.Event) -> list[timedelta | datetime | None]:
    return [alarm.TRIGGER for alarm in one.walk("VALARM") if isinstance(alarm, icalendar.Alarm)]


def wish(owner: User, **wishes: bool) -> None:
    save_preferences(owner, Preferences(calendar=Calendar(**wishes)))


def test_a_window_stands_from_when_it_opens_to_when_it_had_best_be_done() -> None:
    alice = person()
    interviewed(alice)
    found = entries(alice)
    thanks = found["Thank Lena in your own hand (Corbel)"]
    assert (thanks.start, thanks.end) == (at("2026-03-03 16:00"), at("2026-03-04 14:00"))
    check_in = found["Ask Lena how things stand by e-mail (Corbel)"]
    assert check_in.start == at("2026-03-10 09:00")
    assert rings(check_in) == [timedelta(0)]


def test_an_entry_gives_its_reason_and_leads_to_its_page() -> None:
    alice = person()
    uid = interviewed(alice)
    thanks = entries(alice)["Thank Lena in your own hand (Corbel)"]
    assert str(thanks["DESCRIPTION"]).startswith("Best by Wed 4 Mar, 14:00.\n\n")
    assert str(thanks["URL"]) == f"http://here/{uid}"


def test_what_is_done_or_set_aside_disappears() -> None:
    alice = person()
    uid = interviewed(alice)
    done = choose(alice, uid, THANKS, Choosing(Decision.DID_IT), now=EVENING)
    assert not [title for title in entries(alice) if title.startswith("Thank")]
    undo(alice, done.change, now=EVENING)
    assert [title for title in entries(alice) if title.startswith("Thank")]
    remove_opportunity(alice, uid, now=EVENING)
    assert entries(alice) == {}


def test_what_is_put_off_moves_to_the_morning_of_its_day_under_the_same_name() -> None:
    alice = person()
    uid = interviewed(alice)
    before = entries(alice)["Thank Lena in your own hand (Corbel)"]
    later = dates_allowed(alice, uid, THANKS, now=EVENING)[0]
    choose(alice, uid, THANKS, Choosing(Decision.LATER, later), now=EVENING + timedelta(minutes=5))
    after = entries(alice)["Thank Lena in your own hand (Corbel)"]
    assert str(after.start)[:10] == str(later)
    assert rings(after) == [timedelta(hours=8)]
    assert after["UID"] == before["UID"]
    assert after.sequence > before.sequence


def test_names_stay_the_same_as_long_as_it_is_the_same_thing() -> None:
    alice = person()
    uid = interviewed(alice)
    first = entries(alice)["Ask Lena how things stand by e-mail (Corbel)"]
    log_event(
        alice, uid, event("2026-03-03 18:00  promised  what=answer by=2026-03-20"), now=EVENING
    )
    moved = entries(alice)["Ask Lena how things stand by e-mail (Corbel)"]
    assert moved["UID"] == first["UID"]
    assert moved.start > first.start
    (thanks,) = [one["UID"] for title, one in entries(alice).items() if "Thank" in title]
    log_event(alice, uid, event("2026-03-03 18:10  sent  act=thank-you to=lena"), now=EVENING)
    again = event("2026-03-25 14:00  interview  with=lena")
    log_event(alice, uid, again, now=at("2026-03-25 18:00"))
    after = entries(alice, "2026-03-25 18:30")
    assert thanks not in [one["UID"] for title, one in after.items() if "Thank" in title]
    assert any("Thank" in title for title in after)


def test_an_interview_takes_up_time_and_rings_before() -> None:
    alice = person()
    add_opportunity(alice, told(AGREED, now="2026-03-02 09:00"), now=at("2026-03-02 09:00"))
    found = entries(alice, "2026-03-02 09:00")["Interview (Corbel)"]
    assert found.start == at("2026-03-05 14:00")
    assert str(found["TRANSP"]) == "OPAQUE"
    assert str(found["DESCRIPTION"]) == "With Lena."
    assert rings(found) == [timedelta(hours=-2)]


def test_an_interview_that_is_moved_moves_and_one_that_is_called_off_goes() -> None:
    alice, now = person(), "2026-03-02 09:00"
    uid = add_opportunity(alice, told(AGREED, now=now), now=at(now)).opportunity
    before = entries(alice, now)["Interview (Corbel)"]
    moved = "2026-03-02 08:00  interview-scheduled  at=2026-03-06T11:00 with=lena"
    log_event(alice, uid, event(moved), now=at(now))
    after = entries(alice, now)["Interview (Corbel)"]
    assert after.start == at("2026-03-06 11:00")
    assert after["UID"] == before["UID"]
    log_event(alice, uid, event("2026-03-02 08:30  withdrew"), now=at(now))
    assert "Interview (Corbel)" not in entries(alice, now)


def test_an_interview_on_a_day_lasts_all_day() -> None:
    alice, now = person(), "2026-03-02 09:00"
    line = "2026-03-01 10:00  interview-scheduled  at=2026-03-05"
    add_opportunity(alice, told(line, now=now), now=at(now))
    found = entries(alice, now)["Interview (Corbel)"]
    assert found.start == at("2026-03-05 00:00").date()
    assert rings(found) == []


def test_discreet_entries_name_nobody() -> None:
    alice = person()
    interviewed(alice)
    wish(alice, discreet=True, rests=True)
    add_opportunity(alice, told(AGREED, now="2026-03-02 09:00"), now=EVENING)
    written = calendar(alice, now=EVENING, link="http://here/{}").decode()
    for word in ("Lena", "Corbel", "Thank", "Interview", "http", "Afterword\r"):
        assert word not in written
    assert set(entries(alice)) >= {"A card to write", "A message to write", "Appointment"}


def test_times_of_rest_are_whole_days_and_only_for_who_wants_them() -> None:
    alice = person()
    uid = interviewed(alice)
    choose(alice, uid, THANKS, Choosing(Decision.DID_IT), now=EVENING)
    assert "Leave alone (Corbel)" not in entries(alice)
    wish(alice, rests=True)
    rest = entries(alice)["Leave alone (Corbel)"]
    assert (str(rest.start), str(rest.end)) == ("2026-03-03", "2026-03-10")
    assert str(rest["TRANSP"]) == "TRANSPARENT"


def test_alarms_keep_to_the_candidates_night() -> None:
    alice = person()
    interviewed(alice)
    save_preferences(alice, Preferences(time_zone="Asia/Tokyo"))
    # It opens at 22:00 there, and waits until eight in the morning.
    asking = entries(alice)["Ask Lena how things stand by e-mail (Corbel)"]
    assert rings(asking) == [timedelta(hours=10)]


def test_an_alarm_that_is_long_past_is_left_out() -> None:
    alice = person()
    interviewed(alice)
    thanks = "Thank Lena in your own hand (Corbel)"
    assert rings(entries(alice, "2026-03-04 10:00")[thanks])
    late = entries(alice, "2026-03-05 10:00")
    assert not rings(next(one for title, one in late.items() if title.startswith("Thank")))


def test_a_file_holds_one_opportunity_or_one_step_of_it() -> None:
    alice = person()
    uid = interviewed(alice)
    interviewed(alice, employer="Harbour")
    whole = icalendar.Calendar.from_ical(dates_of(alice, uid, now=EVENING))
    assert {str(one["SUMMARY"]).rpartition(" ")[2] for one in whole.events} == {"(Corbel)"}
    one = icalendar.Calendar.from_ical(dates_of(alice, uid, THANKS, now=EVENING))
    (thanks,) = one.events
    assert thanks["UID"] == entries(alice)["Thank Lena in your own hand (Corbel)"]["UID"]
    assert str(one["METHOD"]) == "PUBLISH"


def test_a_strangers_opportunity_is_missing_and_their_names_differ() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    with pytest.raises(Missing):
        dates_of(bob, uid, now=EVENING)
    assert entries(bob) == {}
