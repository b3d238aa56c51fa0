"""Export and import: nothing is lost, nothing comes twice, and a preview writes nothing."""

import csv
import io

import msgspec
import pytest

from afterword.actions.correct_event import correct_event
from afterword.actions.errors import Missing
from afterword.actions.export import Form, export
from afterword.actions.import_ import Became, Imported, import_
from afterword.actions.log_event import log_event
from afterword.actions.opportunities import opportunities
from afterword.actions.presets import Preset
from afterword.actions.save_notes import save_notes
from afterword.actions.timeline import situation_at, timeline
from afterword.actions.undo import undo
from afterword.etiquette.decode import to_json
from afterword.etiquette.problem import Malformed
from afterword.letters.notes import Note
from tests.actions.hunt import EVENING, at, book, event, interviewed, person, told

pytestmark = pytest.mark.usefixtures("journal")

LATER = at("2026-03-05 11:00")
LINKEDIN = """Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,\
Resume Name,Question And Answers
"2/15/26, 9:04 AM",me@example.org,555,Corbel,Planner,https://example.org/1,cv.pdf,Pay? 50
"2/17/26, 1:30 PM",,,Riverside,Nurse,https://example.org/2,cv.pdf,
"""


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
    ],
)
def test_a_file_that_is_not_right_is_refused_and_leaves_nothing_behind(
    old: bytes, new: bytes
) -> None:
    alice, bob = person("alice"), person("bob")
    interviewed(alice)
    file = export(alice, now=LATER)
    assert old in file
    with pytest.raises(Malformed):
        import_(bob, file.replace(old, new), now=LATER)
    assert not bob.opportunities.exists()


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


def test_linkedins_archive_comes_in_and_can_be_taken_back_at_once() -> None:
    alice = person()
    done = import_(alice, LINKEDIN.encode(), now=LATER)
    cards = opportunities(alice, now=LATER)
    assert {(card.employer, card.role) for card in cards} == {
        ("Corbel", "Planner"),
        ("Riverside", "Nurse"),
    }
    assert became(import_(alice, LINKEDIN.encode(), now=LATER)) == [Became.KNOWN] * 2
    undo(alice, done.change, now=LATER)
    assert opportunities(alice, now=LATER) == ()


def test_what_linkedin_calls_contact_is_the_candidate_and_no_person_of_the_employer() -> None:
    alice = person()
    import_(alice, LINKEDIN.encode(), now=LATER)
    (first, _) = opportunities(alice, now=LATER)
    assert situation_at(alice, first.uid, now=LATER).people == ()


def test_a_preview_says_what_would_come_and_writes_nothing() -> None:
    alice = person()
    preview = import_(alice, LINKEDIN.encode(), now=LATER, write=False)
    assert became(preview) == [Became.NEW, Became.NEW]
    assert (preview.written, preview.change) == (False, "")
    assert not alice.opportunities.exists()


@pytest.mark.parametrize(
    ("preset", "table"),
    [
        (Preset.HUNTR, "Company,Job Title,List,Applied Date\nCorbel,planner,Rejected,2026-02-20\n"),
        (
            Preset.TEAL,
            "Company;Job Position;Status;Date Applied\nCorbel;planner;Rejected;20.02.2026",
        ),
        (
            Preset.SPREADSHEET,
            "Employer\tRole\tOutcome\tApplied\nCorbel\tplanner\tRejected\t2/20/26",
        ),
    ],
)
def test_tables_of_other_programs_tell_how_far_it_came(preset: Preset, table: str) -> None:
    alice = person()
    import_(alice, table.encode(), now=LATER, preset=preset)
    (card,) = opportunities(alice, now=LATER)
    assert (card.employer, card.role, card.stage) == ("Corbel", "planner", "rejected")


def test_what_cannot_be_read_is_said_and_the_rest_comes_in() -> None:
    alice = person()
    table = "Company,Status,Applied\nCorbel,Ghosted,someday\nRiverside,Offer,\nOak,,2026-12-24\n"
    done = import_(alice, table.encode(), now=LATER)
    assert [entry.remarks for entry in done.entries] == [
        (
            "the date 'someday' is left out: it cannot be read",
            "the status 'Ghosted' is left out: it is not known",
        ),
        ("the status 'Offer' is left out: no day stands in the line",),
        ("the date '2026-12-24' is left out: it has not come yet",),
    ]


def test_dates_that_begin_with_the_day_are_known_by_those_that_can_only_be_so() -> None:
    alice = person()
    table = "Company,Applied\nCorbel,04/02/2026\nRiverside,20/02/2026\n"
    import_(alice, table.encode("cp1252"), now=LATER)
    days = {card.employer: str(card.last) for card in opportunities(alice, now=LATER)}
    assert days == {"Corbel": "2026-02-04", "Riverside": "2026-02-20"}


def test_a_table_without_employers_is_refused_with_its_headings() -> None:
    with pytest.raises(Malformed, match=r"company or employer \(accepted: Name, Colour\)"):
        import_(person(), b"Name,Colour\nx,y\n", now=LATER)


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
