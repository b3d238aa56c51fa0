"""Several roles at one employer: one person is one person, and too much there is told and waits."""

from datetime import date

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.also import Also, also_of
from afterword.actions.caps import Cap, Counted
from afterword.actions.choose import Choosing, choose
from afterword.actions.due import derived
from afterword.actions.edit_opportunity import edit_opportunity
from afterword.actions.log_event import log_event
from afterword.actions.override import Deciding, override
from afterword.actions.remove_opportunity import remove_opportunity
from afterword.actions.save_notes import save_notes
from afterword.actions.timeline import timeline
from afterword.actions.today import today
from afterword.actions.undo import undo
from afterword.actions.values import Changed, Decision, StepKey
from afterword.etiquette.rulebook.mark import Unit
from afterword.etiquette.rulebook.override import Bounds
from afterword.etiquette.situation import Opportunity
from afterword.etiquette.vocabulary import Act
from afterword.letters.notes import Note
from tests.actions.hunt import at, event, person, told

pytestmark = pytest.mark.usefixtures("journal")

NOW = at("2026-03-12 11:00")
CLOSE = "two-questions-a-week-to-one-employer"
MET = "2026-03-03 14:00 interview with={} format=phone-screen"
QUIET = f"{MET}\n2026-03-03 18:00 sent act=thank-you channel=email to={{}}"
ASKS = "{} sent act=check-in channel=email to={}"
ANYBODY = "lena:hiring-manager,name=Lena tom:hr,name=Tom kim:hiring-manager,name=Kim"


def role(owner: User, name: str, lines: str, who: str = "lena", **more: str) -> str:
    """Add a role at Corbel, and what went to and fro with somebody over it."""
    here = {"people": f"{who}:hiring-manager,name={who.capitalize()}", "role": name, **more}
    situation = told(lines.replace("{}", who), now="2026-03-12 10:00", **here)
    return add_opportunity(owner, situation, now=NOW).opportunity


def asks(owner: User, uid: str, who: str, when: str = "2026-03-12 10:30") -> Changed:
    """Write down that somebody was asked how things stand."""
    return log_event(owner, uid, event(ASKS.format(when, who), people=ANYBODY), now=NOW)


def three(owner: User) -> tuple[str, str, str]:
    """Add three roles with three managers, each of whom has been silent for a week."""
    planner, clerk = role(owner, "planner", QUIET), role(owner, "clerk", QUIET, "tom")
    return planner, clerk, role(owner, "porter", QUIET, "kim")


def waits(owner: User) -> dict[str, Cap | None]:
    """Return what is to be left alone over each role, and which cap says so."""
    alone = today(owner, now=NOW).alone
    return {one.role: one.cap for one in alone if one.restraint and one.restraint.until}


# --- caps -----------------------------------------------------------------------------------------


def test_two_questions_to_one_employer_hold_back_a_third() -> None:
    alice = person()
    planner, clerk, _ = three(alice)
    assert {item.role for item in today(alice, now=NOW).do} == {"planner", "clerk", "porter"}
    asks(alice, planner, "lena")
    assert {item.role for item in today(alice, now=NOW).do} == {"clerk", "porter"}
    asks(alice, clerk, "tom")
    assert not today(alice, now=NOW).do
    assert waits(alice)["porter"] == Cap(2, Counted.QUESTION, "Corbel", 7, Unit.DAYS)


def test_what_that_changes_beside_it_is_said_and_undone() -> None:
    alice = person()
    planner, clerk, porter = three(alice)
    asks(alice, planner, "lena")
    done = asks(alice, clerk, "tom")
    said = "For porter: Leave alone: ask Kim how things stand."
    assert said in [change.said for change in done.replanned.changes]
    assert said in done.replanned.sentence
    undone = undo(alice, done.change, now=NOW)
    assert "For porter: Now is the time: ask Kim how things stand" in undone.replanned.sentence
    assert porter in {item.opportunity for item in today(alice, now=NOW).do}


def test_their_answer_over_one_role_opens_the_question_over_another() -> None:
    alice = person()
    planner, clerk, _ = three(alice)
    asks(alice, planner, "lena")
    asks(alice, clerk, "tom")
    reply = event("2026-03-12 10:45 received what=acknowledgement from=tom", people=ANYBODY)
    log_event(alice, clerk, reply, now=NOW)
    assert "porter" in {item.role for item in today(alice, now=NOW).do}


def test_one_person_is_asked_about_one_role_a_week() -> None:
    alice = person()
    planner = role(alice, "planner", QUIET)
    role(alice, "clerk", QUIET)
    asks(alice, planner, "lena", "2026-03-10 10:30")
    assert waits(alice)["clerk"] == Cap(1, Counted.QUESTION, "Lena", 7, Unit.DAYS)


def test_one_person_gets_one_message_a_day() -> None:
    alice = person()
    planner = role(alice, "planner", QUIET)
    role(alice, "clerk", QUIET)
    reply = event("2026-03-12 10:30 sent act=reply channel=email to=lena")
    log_event(alice, planner, reply, now=NOW)
    assert waits(alice)["clerk"] == Cap(1, Counted.MESSAGE, "Lena", 1, Unit.WORKING_DAYS)


def test_the_timeline_shows_the_cap_beside_what_waits() -> None:
    alice = person()
    planner, clerk, porter = three(alice)
    asks(alice, planner, "lena")
    asks(alice, clerk, "tom")
    (item,) = timeline(alice, porter, now=NOW).items
    assert item.cap
    assert not item.open


def test_a_cap_whose_rule_is_off_holds_nothing_back_and_another_window_shows() -> None:
    alice = person()
    planner, clerk, _ = three(alice)
    asks(alice, planner, "lena")
    asks(alice, clerk, "tom")
    longer = Deciding(CLOSE, Bounds(until="other-question-before + 10 working days"))
    override(alice, longer, now=NOW)
    assert waits(alice)["porter"] == Cap(2, Counted.QUESTION, "Corbel", 10, Unit.WORKING_DAYS)
    override(alice, Deciding(CLOSE), now=NOW)
    assert "porter" in {item.role for item in today(alice, now=NOW).do}


def test_what_waits_for_another_reason_shows_no_cap() -> None:
    alice = person()
    planner = role(alice, "planner", QUIET)
    asks(alice, planner, "lena")
    assert waits(alice) == {"planner": None}


@pytest.mark.parametrize("employer", ["Riverside", ""])
def test_another_employer_is_no_neighbour(employer: str) -> None:
    alice = person()
    planner = role(alice, "planner", QUIET, employer=employer)
    role(alice, "clerk", QUIET)
    assert not asks(alice, planner, "lena").replanned.sentence.count("clerk")
    assert "clerk" in {item.role for item in today(alice, now=NOW).do}


def test_who_moves_in_next_door_is_looked_at_again() -> None:
    alice = person()
    planner = role(alice, "planner", QUIET, employer="Riverside")
    clerk = role(alice, "clerk", QUIET)
    asks(alice, planner, "lena")
    done = edit_opportunity(alice, planner, Opportunity("planner", "Corbel"), now=NOW)
    assert "For clerk: Leave alone" in done.replanned.sentence
    gone = remove_opportunity(alice, planner, now=NOW)
    assert "For clerk: Now is the time" in gone.replanned.sentence
    row = alice.opportunities.get(uid=clerk)
    assert row.look_again == derived(row, NOW)


def test_notes_are_no_concern_of_those_beside() -> None:
    alice = person()
    planner = role(alice, "planner", QUIET)
    clerk = role(alice, "clerk", QUIET)
    before = alice.opportunities.get(uid=clerk).looked
    save_notes(alice, planner, (Note("The harbour"),), now=at("2026-03-13 09:00"))
    assert alice.opportunities.get(uid=clerk).looked == before


# --- people in several ----------------------------------------------------------------------------


def test_whoever_is_in_several_roles_says_so() -> None:
    alice = person()
    planner, clerk = role(alice, "planner", QUIET), role(alice, "clerk", QUIET)
    assert also_of(alice, planner, "lena") == (Also(clerk, "clerk", "lena"),)
    known = timeline(alice, clerk, now=NOW)
    assert known.also == {"lena": (Also(planner, "planner", "lena"),)}
    assert known.beside == (Also(planner, "planner"),)


def thanks(owner: User, *roles: str, who: str = "lena") -> list[str]:
    """Add roles over which somebody was met today, and who is to be thanked for each."""
    lines = MET.replace("2026-03-03 14:00", "2026-03-12 08:30")
    return [role(owner, name, lines, who) for name in roles]


def test_two_thank_yous_to_one_person_are_one() -> None:
    alice = person()
    planner, clerk = thanks(alice, "planner", "clerk")
    (item,) = today(alice, now=NOW).do
    assert item.opportunity == planner
    assert item.joined == (Also(clerk, "clerk", "lena"),)
    assert today(alice, now=NOW).sentence.startswith("One thing to do")


def test_three_are_one_as_well() -> None:
    alice = person()
    thanks(alice, "planner", "clerk", "porter")
    (item,) = today(alice, now=NOW).do
    assert [other.role for other in item.joined] == ["clerk", "porter"]


def test_two_people_are_thanked_each() -> None:
    alice = person()
    thanks(alice, "planner")
    thanks(alice, "clerk", who="tom")
    assert [item.joined for item in today(alice, now=NOW).do] == [(), ()]


def test_one_note_thanks_for_both() -> None:
    alice = person()
    planner, _ = thanks(alice, "planner", "clerk")
    sent = event("2026-03-12 10:30 sent act=thank-you channel=email to=lena")
    done = log_event(alice, planner, sent, now=NOW)
    assert "For clerk: No longer needed: thank Lena" in done.replanned.sentence
    assert not today(alice, now=NOW).do


def test_what_is_not_thanked_for_over_one_role_may_be_over_the_other() -> None:
    alice = person()
    planner, clerk = thanks(alice, "planner", "clerk")
    step = StepKey(Act.THANK_YOU, "lena")
    choose(alice, planner, step, Choosing(Decision.NOT_THIS_TIME), now=NOW)
    (item,) = today(alice, now=NOW).do
    assert (item.opportunity, item.joined) == (clerk, ())
    later = Choosing(Decision.LATER, date(2026, 3, 13))
    choose(alice, clerk, step, later, now=NOW)
    assert not today(alice, now=NOW).do


def test_questions_are_not_thanks_and_stay_apart() -> None:
    alice = person()
    role(alice, "planner", QUIET)
    role(alice, "clerk", QUIET)
    assert [item.joined for item in today(alice, now=NOW).do] == [(), ()]
