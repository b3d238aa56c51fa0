"""`afterword doctor`: one line a check."""

import json
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest

from afterword import rulebooks
from afterword.accounts.vault import SystemRing, Vault
from afterword.cli import doctor
from afterword.journal.agendas import Agenda
from afterword.journal.mailboxes import Mailbox
from afterword.settings.folder import VAULT
from tests.actions.hunt import EVENING, person
from tests.cli.calling import afterword
from tests.mailbox.conftest import real_server
from tests.mailbox.servers.dovecot import PASSWORD, Dovecot

__all__ = ["real_server"]


def test_all_is_well() -> None:
    said = afterword("doctor")
    assert said.exit_code == 0
    assert all(line.startswith("OK ") for line in said.output.splitlines())


def test_json_has_every_check() -> None:
    told = json.loads(afterword("doctor", "--json").output)
    assert all(check["ok"] for check in told["checks"])


def test_a_broken_house_layer_is_told_with_its_cure(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text("[a-row]\n")
    said = afterword("doctor", "--rulebook", str(house))
    assert said.exit_code == 1
    assert "FAIL  rulebook with your house layer" in said.output
    assert "Cure: put right the rows named here" in said.output


def test_a_stale_copy_of_the_rulebook_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rulebooks, "COMPILED", str(tmp_path / "compiled.json"))
    said = afterword("doctor")
    assert "is parsed anew at every start" in said.output
    assert "make docs" in said.output


def test_missing_time_zones_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(doctor, "ZoneInfo", none)
    assert "pip install tzdata" in afterword("doctor").output


def test_a_calendar_that_cannot_be_written_is_told(journal: Path) -> None:
    assert "calendar to write into: none" in afterword("doctor", "--data", str(journal)).output
    Agenda.objects.create(owner=person(), url="https://home.example/", connected=EVENING)
    assert "OK    calendar to write into: 1" in afterword("doctor", "--data", str(journal)).output
    Agenda.objects.update(trouble="The calendar is not there any more. Choose another.")
    said = afterword("doctor", "--data", str(journal))
    assert said.exit_code == 1
    assert "FAIL  calendar to write into: https://home.example/: The calendar is not" in said.output


def connected(where: Path, server: Dovecot, secret: str) -> None:
    """Write down a mailbox at a server, as if it had let us in."""
    sealed = Vault(where, {}, SystemRing()).seal(secret)
    (where / VAULT).chmod(0o600)
    Mailbox.objects.create(
        owner=person(),
        address="alice@home.example",
        user="alice",
        host=server.host,
        port=server.tls,
        secret=sealed,
        connected=EVENING,
    )


def test_a_mailbox_that_answers_is_in_order_and_one_that_does_not_is_told(
    journal: Path, real_server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(real_server.papers.authority))
    assert "mailbox: none connected" in afterword("doctor", "--data", str(journal)).output
    connected(journal, real_server, PASSWORD)
    assert "OK    mailbox: 1 answering" in afterword("doctor", "--data", str(journal)).output
    Mailbox.objects.all().update(secret=Vault(journal, {}, SystemRing()).seal("wrong"))
    said = afterword("doctor", "--data", str(journal))
    assert said.exit_code == 1
    assert "FAIL  mailbox alice@home.example: localhost did not let us in" in said.output
    (journal / VAULT).unlink()
    assert "cannot be opened with the key" in afterword("doctor", "--data", str(journal)).output
