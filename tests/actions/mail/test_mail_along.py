"""What came by mail goes along, into files, backups and other journals; and is deleted."""

from pathlib import Path

import msgspec
import pytest

from afterword.accounts.models import User
from afterword.actions.backup import backup
from afterword.actions.delete_everything import delete_everything
from afterword.actions.export import export
from afterword.actions.import_ import import_
from afterword.actions.mail.answer_message import Correction, correct
from afterword.actions.mail.messages import messages
from afterword.actions.restore import restore
from afterword.etiquette.problem import Malformed
from afterword.journal import portable
from afterword.journal.models import Event, Message, Taught
from tests.actions.hunt import at, person
from tests.actions.mail.post import events, hunting, letter, taken

pytestmark = pytest.mark.usefixtures("journal")

DAY, NOW = "2026-03-13 09:00", at("2026-03-14 10:00")
WORD = letter("Hello Alice, the garden is lovely.", DAY, "Your visit")


def put_right(owner: User) -> tuple[str, str]:
    """Take a message in and say that it belongs elsewhere; return both opportunities."""
    uid, other = hunting(owner), hunting(owner, employer="Avra", people="lena:hr,email=no")
    correct(owner, taken(owner, WORD, DAY).message, Correction(opportunity=other), now=NOW)
    return uid, other


def test_it_goes_elsewhere_with_its_history_and_comes_once() -> None:
    alice, bella = person("alice"), person("bella")
    _, other = put_right(alice)
    file = export(alice, now=NOW)
    for _ in range(2):
        import_(bella, file, now=NOW)
    assert export(bella, now=NOW) == file
    assert events(bella, other) == events(alice, other)
    assert Taught.objects.filter(owner=bella).count() == 1


def test_a_file_of_one_opportunity_takes_its_own_mail_along() -> None:
    alice = person()
    uid, other = put_right(alice)
    elsewhere = letter("Corbel looks forward to it.", DAY, from_="Tom <tom@corbel.example>")
    assert taken(alice, elsewhere, DAY).opportunity == uid
    told = msgspec.json.decode(export(alice, now=NOW, only=other), type=portable.Journal)
    assert told.mail
    where = [row.opportunity for row in told.mail.messages]
    assert set(where) == {uid, other}  # the one message, with where it was at first
    bella = person("bella")
    import_(bella, export(alice, now=NOW, only=other), now=NOW)
    assert len(events(bella, other)) == 2


def test_what_came_here_too_is_left_as_it_is_here() -> None:
    alice, bella = person("alice"), person("bella")
    hunting(alice)
    hunting(bella)
    taken(alice, WORD, DAY)
    taken(bella, WORD, DAY)
    before = Message.objects.get(owner=bella).uid
    import_(bella, export(alice, now=NOW), now=NOW)
    assert [row.uid for row in Message.objects.filter(owner=bella)] == [before]


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "love-letter"), ("state", "lost"), ("because", "magic"), ("applied", [{"event": 3}])],
)
def test_a_file_with_what_no_message_can_be_is_refused(field: str, value: object) -> None:
    alice, bella = person("alice"), person("bella")
    hunting(alice)
    taken(alice, WORD, DAY)
    file = msgspec.json.decode(export(alice, now=NOW))
    file["mail"]["messages"][0][field] = value
    with pytest.raises(Malformed, match="mail"):
        import_(bella, msgspec.json.encode(file), now=NOW)
    assert not Message.objects.filter(owner=bella).exists()


def test_a_backup_brings_it_back(tmp_path: Path) -> None:
    alice = person()
    uid = hunting(alice)
    taken(alice, WORD, DAY)
    backup(tmp_path / "backup.sqlite3", now=NOW)
    taken(alice, letter("And another word.", DAY), DAY)
    restore(tmp_path / "backup.sqlite3", now=NOW)
    again = User.objects.get()
    assert len(messages(again, now=NOW).seen) == 1
    assert taken(again, letter("And another word.", DAY), DAY).opportunity == uid


def test_deleting_everything_deletes_it() -> None:
    alice = person()
    put_right(alice)
    delete_everything(alice, now=NOW)
    assert not any(model.objects.exists() for model in (Message, Taught, Event))
