"""Tables of other programs read in: asked about where they are unclear, and never guessed."""

import pytest

from afterword.actions.export import Form, export
from afterword.actions.import_ import Became, Imported, import_
from afterword.actions.opportunities import opportunities
from afterword.actions.tables.presets import Field, Preset, Reading
from afterword.actions.timeline import situation_at
from afterword.actions.undo import undo
from afterword.etiquette.problem import Malformed
from tests.actions.hunt import at, person

pytestmark = pytest.mark.usefixtures("journal")

LATER = at("2026-03-05 11:00")

LINKEDIN = """Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,\
Resume Name,Question And Answers
"2/15/26, 9:04 AM",me@example.org,555,Corbel,Planner,https://example.org/1,cv.pdf,Pay? 50
"2/17/26, 1:30 PM",,,Riverside,Nurse,https://example.org/2,cv.pdf,
"""

HUNTR = """id,createdAt,title,url,deadline,lastMovedAt,boardId,listName,companyId,companyName
1,2026-02-20 19:17:05,"Planner, nights",https://example.org/1,-,-,7,Applied,2,Corbel
3,2026-02-20 19:21:26,Nurse,-,-,2026-03-02 16:47:21,7,Rejected,4,Riverside
5,2026-02-21 08:00:00,Baker,-,-,-,7,Wishlist,6,Oak
"""


def became(imported: Imported) -> list[Became]:
    return [entry.became for entry in imported.entries]


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


def test_huntrs_own_headings_are_known_and_a_dash_is_nothing() -> None:
    alice = person()
    done = import_(alice, HUNTR.encode(), now=LATER)
    assert [entry.remarks for entry in done.entries] == [(), (), ()]
    cards = {card.employer: card for card in opportunities(alice, now=LATER)}
    assert {name: (card.role, card.stage, str(card.last)) for name, card in cards.items()} == {
        "Corbel": ("Planner, nights", "applied", "2026-02-20"),
        "Riverside": ("Nurse", "rejected", "2026-03-02"),
        "Oak": ("Baker", "nothing-yet", "None"),
    }


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
    import_(alice, table.encode(), now=LATER, how=Reading(preset=preset))
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


def test_dates_that_nothing_settles_are_asked_about() -> None:
    alice, table = person(), b"Company,Applied\nCorbel,03/02/2026\n"
    with pytest.raises(Malformed, match=r"'03/02/2026' may begin with the day .*day-first"):
        import_(alice, table, now=LATER)
    import_(alice, table, now=LATER, how=Reading(day_first=True))
    assert [str(card.last) for card in opportunities(alice, now=LATER)] == ["2026-02-03"]


def test_a_person_can_say_what_the_columns_are_and_where_the_employers_are() -> None:
    alice, table = person(), b"Firma;Wo;Als\nCorbel;Berlin;Planerin\n"
    columns = {Field.EMPLOYER: 0, Field.ROLE: 2}
    how = Reading(columns=columns, country="DE", zone="Europe/Berlin")
    import_(alice, table, now=LATER, how=how)
    (card,) = opportunities(alice, now=LATER)
    known = situation_at(alice, card.uid, now=LATER)
    assert (known.opportunity.role, known.opportunity.country) == ("Planerin", "DE")
    assert known.timezone == "Europe/Berlin"


def test_an_interview_without_a_day_is_asked_for() -> None:
    done = import_(person(), b"Company,Status\nCorbel,Interviewing\n", now=LATER)
    assert "but not when: add that yourself" in done.entries[0].remarks[0]


@pytest.mark.parametrize(
    "table",
    [
        "",
        "Company\n" + "Corbel\n" * 5001,
        ",".join(["Company"] * 201),
        'Company\n"' + "x" * 200_000 + '"',
    ],
)
def test_what_is_no_table_of_a_hunt_is_refused(table: str) -> None:
    with pytest.raises(Malformed):
        import_(person(), table.encode(), now=LATER)


def test_a_long_list_is_watched_as_it_comes_in() -> None:
    seen: list[tuple[int, int]] = []
    how = Reading(watch=lambda count, of: seen.append((count, of)))
    import_(person(), LINKEDIN.encode(), now=LATER, how=how)
    assert seen == [(1, 2), (2, 2)]


def test_a_table_without_employers_is_refused_with_its_headings() -> None:
    with pytest.raises(Malformed, match=r"say which one is \(accepted: Name, Colour\)"):
        import_(person(), b"Name,Colour\nx,y\n", now=LATER)


def test_an_apostrophe_of_a_table_is_kept_and_none_is_added() -> None:
    alice = person()
    import_(alice, b"Company,Role\n'=1+1,'s-Hertogenbosch\n", now=LATER)
    (card,) = opportunities(alice, now=LATER)
    assert (card.employer, card.role) == ("'=1+1", "'s-Hertogenbosch")
    text = export(alice, now=LATER, form=Form.CSV).decode("utf-8-sig")
    assert "'=1+1,'s-Hertogenbosch" in text
