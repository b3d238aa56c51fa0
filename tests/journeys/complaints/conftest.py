"""Marta; her mailbox is in memory, where whoever connects to any server finds it."""

from pathlib import Path

import pytest
from django.test import Client

from afterword.accounts.owners import the_owner
from afterword.mailbox import imap
from tests.journeys.complaints.candidate import Candidate
from tests.journeys.serving import Clock
from tests.mailbox.conftest import real_server
from tests.web.reading import Browser

__all__ = ["real_server"]


@pytest.fixture
def newcomer(journal: Path, clock: Clock) -> Candidate:
    """Return Marta on the evening of 3 March 2026, with nothing written down and no mailbox yet."""
    del journal
    owner, client = the_owner(now=clock.now), Client(SERVER_NAME="localhost")
    client.force_login(owner)
    return Candidate(owner, Browser(client), clock)


@pytest.fixture
def marta(newcomer: Candidate, monkeypatch: pytest.MonkeyPatch) -> Candidate:
    """Return Marta, whom every mail server leads to her mailbox in memory."""
    monkeypatch.setattr(imap, "connect", newcomer.opened)
    return newcomer
