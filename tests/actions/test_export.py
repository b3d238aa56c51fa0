"""Export and import: nothing is lost, nothing comes twice, and a preview writes nothing."""

import csv
import io
from typing import get_args, get_type_hints

import msgspec
import pytest

from afterword.actions.correct_event import correct_event
from afterword.actions.errors import Missing
from afterword.actions.export import Form, export
from afterword.actions.import_ import Became, Imported, import_
from afterword.actions.log_event import log_event
from afterword.actions.opportunities import opportunities
from afterword.actions.preferences import Preferences, preferences, save_preferences
from afterword.actions.save_notes import save_notes
from afterword.actions.timeline import situation_at, timeline
from afterword.actions.undo import undo
from afterword.actions.values import Decision, DraftState
from afterword.etiquette.decode import to_json
from afterword.etiquette.problem import Malformed
from afterword.journal import portable
from afterword.letters.notes import Note
from afterword.letters.profile import Profile
from tests.actions.hunt import EVENING, at, book, event, interviewed, person, told

pytestmark = pytest.mark.usefixtures("journal")


LATER = at("2026-03-05 11:00")


def became(imported: Imported) -> list[Became]:
    return [entry.became for entry in imported.entries]


def test_a_journal_goes_elsewhere_with_its_history() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    row = book(alice, uid).events[0]
    correct_event(alice, row.uid, event("2026-03-03 interview with=lena"), now=LATER)
    done = save_notes(alice, uid, (Note("the harbour"),), now=LATER)
    file = export(alice, now=LATER)
    assert became(import_(bob, file, now=LATER)) == [Became.NEW]
    assert export(bob, now=LATER) == file
    undo(bob, done.change, now=LATER)  # the history came along
    assert timeline(bob, uid, now=LATER).notes == ()


def test_the_same_file_again_adds_nothing() -> None:
    alice = person()
    interviewed(alice)
    file = export(alice, now=LATER)
    assert became(import_(alice, file, now=LATER)) == [Became.KNOWN]
    assert export(alice, now=LATER) == file


def test_what_was_written_elsewhere_meanwhile_is_added() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    import_(bob, export(alice, now=EVENING), now=EVENING)
    log_event(alice, uid, event("2026-03-04 10:00 received what=reply from=lena"), now=LATER)
    assert became(import_(bob, export(alice, now=LATER), now=LATER)) == [Became.ADDED_TO]
    assert situation_at(bob, uid, now=LATER) == situation_at(alice, uid, now=LATER)


def test_of_two_corrections_of_the_same_event_the_one_that_is_here_stays() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    import_(bob, export(alice, now=EVENING), now=EVENING)
    row = book(alice, uid).events[0].uid
    correct_event(alice, row, event("2026-03-03 interview with=lena"), now=LATER)
    correct_event(bob, row, event("2026-03-02 interview with=lena"), now=LATER)
    imported = import_(bob, export(alice, now=LATER), now=LATER)
    assert "1 rows were corrected otherwise" in imported.entries[0].remarks[0]
    assert [one.on for one in book(bob, uid).events] == ["2026-03-02"]


def test_one_opportunity_can_go_alone_and_only_its_owners() -> None:
    alice, bob = person("alice"), person("bob")
    uid = interviewed(alice)
    interviewed(alice, employer="Riverside")
    import_(bob, export(alice, now=LATER, only=uid), now=LATER)
    assert [card.employer for card in opportunities(bob, now=LATER)] == ["Corbel"]
    with pytest.raises(Missing):
        export(person("carol"), now=LATER, only=uid)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"version": 1', b'"version": 2'),
        (b'"kind": "interview"', b'"kind": "holiday"'),
        (b'"on": "2026-03-03T14:00:00"', b'"on": "2027-03-03"'),
        (b'"place": 0', b'"place": "first"'),
        (b'"changes": [', b'"changes": [], "more": ['),
        (b'"stem": "free"', b'"stem": "stub"'),
        (b'"text": "the harbour"', b'"text": ' + b"[" * 100_000),
        (b'"made": "2026-03-05T16:00:00Z"', b'"made": "2026-03-05T16:00:00"'),
        (b'"place": 0', b'"place": 10000000000000000000000'),
        (b'"verb": "added"', b'"verb": "' + b"a" * 41 + b'"'),
        (b'"preferences": {', b'"preferences": {"single_keys": "maybe", "more": '),
    ],
)
def test_a_file_that_is_not_right_is_refused_and_leaves_nothing_behind(
    old: bytes, new: bytes
) -> None:
    alice, bob = person("alice"), person("bob")
    save_notes(alice, interviewed(alice), (Note("the harbour"),), now=LATER)
    save_preferences(alice, Preferences(time_zone="Europe/Paris"))
    file = export(alice, now=LATER)
    assert old in file
    with pytest.raises(Malformed):
        import_(bob, file.replace(old, new), now=LATER)
    assert not bob.opportunities.exists()


@pytest.mark.parametrize("uid", ["..", ".", "a/b", "a b", "", "a" * 65, "ä", "a\n"])
def test_a_name_that_could_stand_in_no_address_is_refused(uid: str) -> None:
    alice, bob = person("alice"), person("bob")
    mine = interviewed(alice)
    raw = export(alice, now=LATER).replace(mine.encode(), msgspec.json.encode(uid)[1:-1])
    with pytest.raises(Malformed, match="uid"):
        import_(bob, raw, now=LATER)


def test_what_a_file_may_say_of_a_decision_or_a_draft_is_what_we_say() -> None:
    """The journal's room knows no room above it, and names these words itself."""
    told = {
        portable.Choice: ("decision", set(Decision)),
        portable.Draft: ("state", set(DraftState)),
    }
    for shape, (field, words) in told.items():
        assert set(get_args(get_type_hints(shape)[field])) == words


def test_a_file_brings_settings_to_who_has_none_and_changes_nobodys() -> None:
    alice, bob, carol = person("alice"), person("bob"), person("carol")
    uid = interviewed(alice)
    save_preferences(alice, Preferences(profile=Profile(names=("Sam",)), time_zone="Europe/Paris"))
    save_preferences(carol, Preferences(single_keys=False))
    file = export(alice, now=LATER)
    assert import_(bob, file, now=LATER, write=False).settings
    assert preferences(bob) == Preferences()
    assert import_(bob, file, now=LATER).settings
    assert export(bob, now=LATER) == file
    assert not import_(carol, file, now=LATER).settings
    assert preferences(carol) == Preferences(single_keys=False)
    assert b"preferences" not in export(alice, now=LATER, only=uid)


def test_a_row_that_replaces_itself_is_refused() -> None:
    alice, bob = person("alice"), person("bob")
    interviewed(alice)
    raw = msgspec.json.decode(export(alice, now=LATER))
    row = raw["opportunities"][0]["events"][0]
    row["replaces"] = row["uid"]
    with pytest.raises(Malformed, match="replaces itself"):
        import_(bob, msgspec.json.encode(raw), now=LATER)


def test_a_situation_file_comes_in_once() -> None:
    alice = person()
    file = to_json(told())
    assert became(import_(alice, file, now=LATER)) == [Became.NEW]
    assert became(import_(alice, file, now=at("2026-03-09 11:00"))) == [Became.KNOWN]


def test_no_cell_of_a_table_is_a_formula() -> None:
    alice = person()
    interviewed(alice, employer="=HYPERLINK(1)", role="@SUM")
    text = export(alice, now=LATER, form=Form.CSV).decode("utf-8-sig")
    (_, row) = csv.reader(io.StringIO(text))
    assert row[1:3] == ["'=HYPERLINK(1)", "'@SUM"]
    assert row[4:] == ["2026-03-03T14:00:00", "interview", "Lena", "impression: uncertain"]


def test_markdown_is_for_reading_and_nothing_in_it_is_markup() -> None:
    alice = person()
    uid = interviewed(alice, employer="[Corbel](evil)")
    save_notes(alice, uid, (Note("the <harbour>"),), now=LATER)
    page = export(alice, now=LATER, form=Form.MARKDOWN).decode()
    assert "## \\[Corbel\\](evil) · planner" in page
    assert "- free: the \\<harbour\\>" in page
    assert "### To do" in page
