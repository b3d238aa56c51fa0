"""The digest: once, with a reason, claimed before it leaves, and told how it went."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from afterword.accounts.models import Digest, User
from afterword.actions.choose import Choosing, choose
from afterword.actions.errors import Refused
from afterword.actions.opened import notice, opened
from afterword.actions.preferences import Calendar, Preferences, save_preferences
from afterword.actions.reminders.digest import Wanted, digest, want
from afterword.actions.reminders.remind import remind, send_test, text_for, turn
from afterword.actions.values import Decision, StepKey
from afterword.etiquette.problem import Malformed
from afterword.settings.folder import VAULT, data_folder
from tests.actions.hunt import EVENING, ZONE, at, interviewed, person
from tests.reminders import listening

pytestmark = pytest.mark.usefixtures("journal")
MORNING = at("2026-03-04 08:00")
THANKS = StepKey.parse("thank-you:lena")


@pytest.fixture
def service() -> Iterator[listening.Service]:
    with listening.service() as serving:
        yield serving


def wanting(service: listening.Service, now: datetime = EVENING, **more: bool) -> User:
    """Return Alice, who was interviewed, and wants a digest at eight."""
    alice = person()
    save_preferences(alice, Preferences(time_zone=ZONE))
    interviewed(alice)
    want(alice, Wanted(on=True, hour=8, **more), [service.address], now=now)
    return alice


def test_it_goes_out_at_its_hour_and_once_a_day(service: listening.Service) -> None:
    wanting(service)
    assert remind(now=MORNING - timedelta(minutes=1)) == 0
    assert [remind(now=MORNING + timedelta(minutes=ago)) for ago in (0, 1, 60)] == [1, 0, 0]
    assert len(service.heard) == 1
    assert Digest.objects.get().next == at("2026-03-05 08:00")


def test_it_names_nobody_unless_it_is_to(service: listening.Service) -> None:
    alice = wanting(service)
    remind(now=MORNING)
    assert service.heard == [
        (
            "For today",
            "One thing to do. About 12 minutes.\n– A card to write, best by Wed 4 Mar, 14:00",
        )
    ]
    want(alice, Wanted(on=True, names=True), now=MORNING)
    assert "– Thank Lena in your own hand (Corbel), best by" in text_for(alice, now=MORNING).body


def test_a_day_with_nothing_to_do_deserves_no_bell(service: listening.Service) -> None:
    alice = wanting(service)
    choose(alice, digest_uid(alice), THANKS, Choosing(Decision.DID_IT), now=EVENING)
    assert remind(now=MORNING) == 0
    assert service.heard == []
    assert digest(alice).said == "There was nothing to do, so nothing was sent."
    assert Digest.objects.get().day == MORNING.date()


def digest_uid(owner: User) -> str:
    return owner.opportunities.get().uid


def test_it_has_four_lines_at_most(service: listening.Service) -> None:
    alice = wanting(service)
    for name in "abcdef":
        interviewed(alice, employer=name)
    assert len(text_for(alice, now=MORNING).body.splitlines()) == 5


@pytest.mark.parametrize(
    ("woken", "sent", "following"),
    [
        ("2026-03-04 14:00", 1, "2026-03-05 08:00"),  # the computer was off at eight
        ("2026-03-04 22:30", 0, "2026-03-05 08:00"),  # too late in the day
        ("2026-03-05 01:00", 0, "2026-03-05 08:00"),  # it slept through a day; this one is to come
        ("2026-03-05 09:00", 1, "2026-03-06 08:00"),  # yesterday's is not sent beside today's
    ],
)
def test_what_was_slept_through(
    service: listening.Service, woken: str, sent: int, following: str
) -> None:
    wanting(service)
    assert remind(now=at(woken)) == sent
    assert len(service.heard) == sent
    assert Digest.objects.get().next == at(following)


def test_another_hour_on_the_same_day_brings_no_second_word(service: listening.Service) -> None:
    alice = wanting(service)
    remind(now=MORNING)
    want(alice, Wanted(on=True, hour=9), now=MORNING + timedelta(minutes=10))
    assert remind(now=at("2026-03-04 09:00")) == 0
    assert Digest.objects.get().next == at("2026-03-05 09:00")


def test_of_two_who_find_it_due_one_sends_it(service: listening.Service) -> None:
    wanting(service)
    found = Digest.objects.select_related("owner").get()
    assert [turn(found, now=MORNING), turn(found, now=MORNING)] == [1, 0]
    assert len(service.heard) == 1


def test_the_turn_is_written_down_before_anything_leaves(
    service: listening.Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice = wanting(service)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("afterword.reminders.door.hand", crash)
    with pytest.raises(KeyboardInterrupt):
        remind(now=MORNING)
    monkeypatch.undo()
    assert remind(now=MORNING + timedelta(minutes=1)) == 0
    assert service.heard == []
    assert "whether it arrived is not known" in digest(alice).said


def test_a_failure_is_told_and_not_tried_again_today(service: listening.Service) -> None:
    alice = wanting(service)
    service.answer = 500
    remind(now=MORNING)
    assert digest(alice).said.startswith("JSON did not take it. Look whether")
    assert digest(alice).tried == MORNING
    service.answer = 200
    assert remind(now=MORNING + timedelta(hours=1)) == 0
    assert remind(now=MORNING + timedelta(days=1)) == 1
    assert digest(alice).said == "JSON took it."


def test_a_test_sends_the_text_that_was_shown_and_no_second_at_once(
    service: listening.Service,
) -> None:
    alice = wanting(service)
    shown = text_for(alice, now=EVENING)
    assert send_test(alice, now=EVENING) == "JSON took it."
    assert service.heard == [(shown.title, shown.body)]
    with pytest.raises(Refused):
        send_test(alice, now=EVENING + timedelta(seconds=2))
    assert remind(now=MORNING) == 1


def test_off_is_off_and_forgotten_is_forgotten(service: listening.Service) -> None:
    alice = wanting(service)
    want(alice, Wanted(on=False), now=EVENING)
    assert remind(now=MORNING) == 0
    assert digest(alice).services == ("JSON",)
    want(alice, Wanted(on=False), (), now=EVENING)
    assert digest(alice).services == ()
    with pytest.raises(Refused):
        send_test(alice, now=EVENING)


def test_nothing_is_sent_unless_somebody_asked_for_it() -> None:
    interviewed(person())
    assert remind(now=MORNING) == 0
    assert Digest.objects.count() == 0


def test_addresses_are_sealed_and_never_shown(service: listening.Service) -> None:
    alice = wanting(service)
    kept = repr(list(Digest.objects.values())) + repr(digest(alice))
    assert "secret" not in kept
    assert service.address not in kept


def test_without_its_key_it_asks_for_the_addresses_once_more(service: listening.Service) -> None:
    alice = wanting(service)
    (data_folder() / VAULT).unlink()
    assert digest(alice).locked
    assert remind(now=MORNING) == 1
    assert digest(alice).said.endswith("Enter them once more.")
    want(alice, Wanted(on=True), [service.address], now=MORNING)
    assert digest(alice).services == ("JSON",)


@pytest.mark.parametrize(
    ("wanted", "told", "why"),
    [
        (Wanted(on=True), None, "say where"),
        (Wanted(on=True, hour=3), ["json://127.0.0.1"], "nobody is woken"),
        (Wanted(on=True), ["json://127.0.0.1", "sesame"], "line 2 is no address"),
        (Wanted(on=True), ["json://127.0.0.1"] * 5, "more than four"),
    ],
)
def test_what_is_wrong_is_said_without_repeating_an_address(
    wanted: Wanted, told: list[str] | None, why: str
) -> None:
    with pytest.raises(Malformed) as wrong:
        want(person(), wanted, told, now=EVENING)
    assert why in str(wrong.value)
    assert "sesame" not in str(wrong.value)
    assert Digest.objects.count() == 0


def test_what_is_due_is_found_by_its_index() -> None:
    rows = Digest.objects.filter(next__lte=MORNING).order_by("next")
    assert "digests_that_are_due" in rows.explain()


def test_what_is_open_keeps_its_name_and_can_be_discreet() -> None:
    alice = person()
    interviewed(alice)
    (thanks,) = opened(alice, now=EVENING)
    assert thanks.said == "Thank Lena in your own hand (Corbel)"
    assert opened(alice, now=EVENING + timedelta(hours=1)) == (thanks,)
    save_preferences(alice, Preferences(calendar=Calendar(discreet=True)))
    assert [one.said for one in opened(alice, now=EVENING)] == ["A card to write"]
    assert notice(person("bob"), now=EVENING, named=True) is None
