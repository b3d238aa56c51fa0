"""Real mail is read however it is broken; `python -m tools.fuzz` breaks it for an hour."""

import random

import pytest

from tools import fuzz

MANY = 300


def test_real_mail_is_read_however_it_is_broken() -> None:
    chance, mail = random.Random(MANY), fuzz.originals()  # noqa: S311  no secret is made of it
    assert mail
    found = filter(None, (fuzz.read(fuzz.broken(chance, mail)) for _ in range(MANY)))
    assert [one.why for one in found] == []


def test_a_message_that_cannot_be_read_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(message: object) -> None:
        del message
        raise ZeroDivisionError

    monkeypatch.setattr(fuzz, "recognise", stumble)
    finding = fuzz.read(b"From: lena@example.org\n\nHello.\n")
    assert finding
    assert "ZeroDivisionError" in finding.why


def test_a_message_that_holds_the_reading_up_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "SLOW", 0.0)
    finding = fuzz.read(b"From: lena@example.org\n\nHello.\n")
    assert finding
    assert finding.why.startswith("It took")


def test_a_run_tells_how_many_it_tried() -> None:
    run = fuzz.Run()
    assert list(fuzz.findings(0.2, MANY, run)) == []
    assert run.tried > 0
    assert run.slowest > 0
