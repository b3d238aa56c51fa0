"""Mailboxes for the tests of actions: one in memory, and one behind a real server."""

from tests.mailbox.conftest import calendar_server, desk, keeper, real_server

__all__ = ["calendar_server", "desk", "keeper", "real_server"]
