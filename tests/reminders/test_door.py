"""The one door of the digest: a real service takes it, and no address is ever repeated."""

import logging

import pytest

from afterword.reminders.door import Handed, Outcome, hand, is_there, service
from afterword.reminders.wording import Notice
from tests.reminders import listening

NOTICE = Notice("For today", "One thing to do.\n– A card to write")


def test_a_notice_arrives_as_it_was_shown() -> None:
    with listening.service() as told:
        assert hand([told.address], NOTICE) == (Handed("JSON", Outcome.TAKEN),)
    assert told.heard == [("For today", "One thing to do.\n– A card to write")]


def test_who_does_not_take_it_is_named_without_the_address(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with listening.service() as told:
        told.answer = 403
        handed = hand([told.address], NOTICE)
    assert handed == (Handed("JSON", Outcome.REFUSED),)
    assert "secret" not in repr(handed) + caplog.text + "".join(capfd.readouterr())


def test_nobody_there_is_a_refusal() -> None:
    with listening.service() as told:
        pass
    assert hand([told.address], NOTICE) == (Handed("JSON", Outcome.REFUSED),)


def test_one_service_in_trouble_does_not_keep_the_others_from_theirs() -> None:
    with listening.service() as good, listening.service() as bad:
        bad.answer = 500
        outcomes = [one.outcome for one in hand([bad.address, good.address], NOTICE)]
    assert sorted(outcomes) == [Outcome.REFUSED, Outcome.TAKEN]
    assert good.heard


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("json://127.0.0.1/", "JSON"),
        ("ntfys://my-topic", "ntfy"),
        ("mailto://me:password@example.org", "E-Mail"),
        ("nobody://knows", ""),
        ("me@example.org", ""),
        ("", ""),
    ],
)
def test_a_service_is_known_by_its_address(address: str, name: str) -> None:
    assert service(address) == name


def test_an_address_that_is_none_is_left_out() -> None:
    assert hand(["nobody://knows"], NOTICE) == ()


def test_the_extra_is_there_for_these_tests() -> None:
    assert is_there()
