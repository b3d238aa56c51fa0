"""Connecting: found by the address, tried, sealed; and nothing of it in what leaves."""

from collections.abc import Iterator
from uuid import uuid4

import msgspec
import pytest
from django.test import override_settings

from afterword.accounts.models import User
from afterword.actions.backup import backup
from afterword.actions.delete_everything import delete_everything
from afterword.actions.export import Form, export
from afterword.actions.mail.connect_mailbox import Asked, connect_mailbox, suggestion, try_mailbox
from afterword.actions.mail.forget_mailbox import forget_mailbox
from afterword.actions.mail.look_in import look
from afterword.actions.mail.mailbox import Wishes, mailbox, wish
from afterword.actions.mail.mailbox_door import address, by_imap, credentials, row_of
from afterword.actions.restore import restore
from afterword.etiquette.problem import Malformed
from afterword.journal.mailboxes import Mailbox, Place, Placed
from afterword.mailbox.box import Box
from afterword.mailbox.connecting import Record
from afterword.mailbox.server import Credentials, Password, Server
from afterword.mailbox.trouble import NotLetIn
from afterword.settings.folder import DATABASE, VAULT, data_folder
from tests.actions.hunt import at, person
from tests.actions.mail.mailboxes import (
    ADDRESS,
    ASKED,
    SECRET,
    connected,
    leads_to,
    looked,
    thanked,
)
from tests.mailbox.keepers import MemoryKeeper
from tests.mailbox.servers.dovecot import PASSWORD, Dovecot

pytestmark = pytest.mark.usefixtures("journal")
NOW = at("2026-03-04 10:00")


class Names:
    """A name server that knows one service."""

    def srv(self, name: str) -> tuple[Record, ...]:
        known = name == "_imaps._tcp.home.example"
        return (Record("imap.home.example", 993),) if known else ()

    def mx(self, domain: str) -> tuple[str, ...]:
        del domain
        return ()


def held() -> Iterator[bytes]:
    """Yield every file of the data folder but the key."""
    for path in data_folder().iterdir():
        if path.name != VAULT:
            yield path.read_bytes()


def test_the_server_is_found_by_the_address() -> None:
    found = suggestion(ADDRESS, Names())
    assert found
    assert found.server == Server("imap.home.example")
    assert suggestion("alice@nowhere.example", Names()) is None
    assert (large := suggestion("alice@gmail.com", Names()))
    assert large.provider
    assert "read, delete and send" in large.provider.note


@pytest.mark.parametrize("wrong", ["", "alice", "alice@home", "a b@home.example", "a@b.c" * 100])
def test_what_is_no_address_is_said(wrong: str) -> None:
    with pytest.raises(Malformed, match="is no address such as"):
        suggestion(wrong, Names())


def test_it_is_remembered_sealed_and_its_first_look_is_due() -> None:
    alice = person()
    connected(alice, MemoryKeeper(), now=NOW)
    row = row_of(alice)
    assert credentials(row) == Password(ADDRESS, SECRET)
    assert (row.next, row.looked, row.trouble) == (NOW, None, "")
    assert address(alice) == ADDRESS
    assert not any(SECRET.encode() in content for content in held())
    assert SECRET not in f"{ASKED!r} {row.__dict__} {mailbox(alice)!r}"


def test_one_that_does_not_let_us_in_is_not_remembered() -> None:
    def shut(server: Server, credentials: Credentials) -> Box:
        raise NotLetIn(server.host, f"wrong {credentials.user}")

    alice = person()
    with pytest.raises(Malformed, match="did not let us in") as refused:
        connect_mailbox(alice, ASKED, now=NOW, door=shut)
    assert SECRET not in str(refused.value)
    assert mailbox(alice) is None


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("address", "alice", "is no address"),
        ("host", "", "is no mail server"),
        ("host", "imap home", "is no mail server"),
        ("port", 0, "is a number such as 993"),
        ("port", 70000, "is a number such as 993"),
        ("security", "none", "is tls or starttls"),
        ("secret", "", "There has to be something here"),
        ("secret", "x" * 1001, "longer than any"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field: str, value: object, why: str) -> None:
    asked = msgspec.structs.replace(ASKED, **{field: value})
    with pytest.raises(Malformed, match=why):
        connect_mailbox(person(), asked, now=NOW, door=leads_to(MemoryKeeper()))


@pytest.mark.parametrize("host", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "localhost", "::1"])
def test_served_for_others_it_leads_nowhere_inside(host: str) -> None:
    asked = msgspec.structs.replace(ASKED, host=host)
    with override_settings(HTTPS=True), pytest.raises(Malformed, match="is no mail server"):
        connect_mailbox(person(), asked, now=NOW, door=leads_to(MemoryKeeper()))


def test_the_spaces_in_which_app_passwords_are_shown_are_no_part_of_them() -> None:
    heard: list[str] = []

    def door(server: Server, credentials: Credentials) -> Box:
        del server
        heard.append(credentials.secret)
        return MemoryKeeper().box()

    asked = Asked("a@gmail.com", "abcd efgh ijkl", "imap.gmail.com")
    connect_mailbox(person(), asked, now=NOW, door=door)
    connect_mailbox(
        person("bob"), msgspec.structs.replace(asked, host="x.example"), now=NOW, door=door
    )
    assert heard == ["abcdefghijkl", "abcd efgh ijkl"]


def test_an_empty_password_keeps_the_one_there_is_and_sends_it_to_no_other_server() -> None:
    alice = person()
    door = connected(alice, MemoryKeeper(), now=NOW)
    same = msgspec.structs.replace(ASKED, secret="")
    connect_mailbox(alice, same, now=NOW, door=door)
    assert credentials(row_of(alice)) == Password(ADDRESS, SECRET)
    assert try_mailbox(row_of(alice), door=door) == 3
    with pytest.raises(Malformed, match="There has to be something here"):
        connect_mailbox(
            alice, msgspec.structs.replace(same, host="evil.example"), now=NOW, door=door
        )


def test_without_its_key_it_asks_for_the_password_once_more() -> None:
    alice = person()
    door = connected(alice, MemoryKeeper(), now=NOW)
    (data_folder() / VAULT).unlink()
    assert "Enter it once more" in looked(alice, door, "2026-03-04 10:00").trouble
    with pytest.raises(Malformed, match="enter it once more"):
        try_mailbox(row_of(alice), door=door)
    connected(alice, MemoryKeeper(), now=NOW)
    assert not looked(alice, door, "2026-03-04 10:05").trouble


def test_another_mailbox_begins_anew() -> None:
    alice = person()
    thanked(alice)
    door = connected(alice, MemoryKeeper(), now=NOW)
    looked(alice, door, "2026-03-04 10:00")
    assert Place.objects.count() == 2
    other = Asked("alice@other.example", SECRET, "imap.other.example")
    connect_mailbox(alice, other, now=NOW, door=lambda *_: MemoryKeeper().box())
    assert Place.objects.count() == 0


def test_forgotten_is_forgotten() -> None:
    alice, bob = person(), person("bob")
    for owner in (alice, bob):
        door = connected(owner, MemoryKeeper(), now=NOW)
        looked(owner, door, "2026-03-04 10:00")
    sealed = row_of(alice).secret.encode()
    assert forget_mailbox(alice)
    assert not forget_mailbox(alice)
    assert mailbox(alice) is None
    assert mailbox(bob)
    assert not any(one.mailbox.owner == alice for one in Place.objects.all())
    assert sealed


def test_it_leaves_with_no_export_and_goes_when_everything_is_deleted() -> None:
    alice = person()
    door = connected(alice, MemoryKeeper(), now=NOW)
    looked(alice, door, "2026-03-04 10:00")
    sealed = row_of(alice).secret.encode()
    for form in Form:
        told = export(alice, now=NOW, form=form)
        assert sealed not in told
        assert b"home.example" not in told
    delete_everything(alice, now=NOW)
    for model in (Mailbox, Place, Placed):
        assert not model._default_manager.exists()  # noqa: SLF001  Django's public name for it
    assert not any(sealed in content for content in held())


def test_a_mailbox_from_a_backup_rests_until_its_owner_says_so(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    alice = person()
    door = connected(alice, MemoryKeeper(), now=NOW)
    file = tmp_path_factory.mktemp("backup") / "backup.sqlite3"
    backup(file, now=NOW)
    assert SECRET.encode() not in file.read_bytes()
    forget_mailbox(alice)
    restore(file, now=NOW)
    assert look(now=at("2026-04-01 10:00"), door=door) == 0
    again = User.objects.get(name="alice")
    assert (seen := mailbox(again))
    assert seen.rests
    assert looked(again, door, "2026-04-01 10:00").ended
    assert (data_folder() / DATABASE).exists()


def test_wishes_are_kept_and_a_longer_look_back_begins_anew() -> None:
    alice = person()
    door = connected(alice, MemoryKeeper(), now=NOW)
    looked(alice, door, "2026-03-04 10:00")
    wish(alice, Wishes(("INBOX", "Nowhere"), back=30, drafts=False), now=NOW)
    assert Place.objects.count() == 2
    wish(alice, Wishes(("INBOX", "Nowhere"), back=90), now=NOW)
    assert Place.objects.count() == 0
    seen = mailbox(alice)
    assert seen
    assert dict(seen.folders) == {"INBOX": True, "Drafts": False, "Sent": False}
    with pytest.raises(Malformed, match="from 1 to 365"):
        wish(alice, Wishes(back=0), now=NOW)


def test_a_real_server_is_reached_over_tls(
    real_server: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, user = person(), f"alice-{uuid4().hex}"
    asked = Asked(ADDRESS, PASSWORD, real_server.host, user, real_server.tls)
    with pytest.raises(Malformed, match="could not prove that it is localhost"):
        connect_mailbox(alice, asked, now=NOW)
    monkeypatch.setenv("SSL_CERT_FILE", str(real_server.papers.authority))
    with pytest.raises(Malformed, match="did not let us in"):
        connect_mailbox(alice, msgspec.structs.replace(asked, secret=SECRET), now=NOW)
    connect_mailbox(alice, asked, now=NOW)
    assert try_mailbox(row_of(alice)) == 3
    assert look(now=NOW, door=by_imap) == 1
    assert row_of(alice).looked == NOW
    assert PASSWORD not in real_server.log
