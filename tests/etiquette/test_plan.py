"""What to do, what to leave alone, what has passed, and when to look again."""

from afterword import rulebooks
from afterword.etiquette.plan import Plan, plan
from afterword.etiquette.vocabulary import Act, Channel, Word
from tests.etiquette.timeline import situation

BOOK = rulebooks.rulebook()
LENA = "lena:hiring-manager"
PANEL = f"{LENA} kim:interviewer hugo:interviewer mia:hr"


def planned(timeline: str, now: str, people: str = LENA, **opportunity: str) -> Plan:
    """Return the plan, in New York unless said otherwise."""
    zone = opportunity.pop("timezone", "America/New_York")
    return plan(situation(timeline, now=now, people=people, timezone=zone, **opportunity), BOOK)


def steps(found: Plan, *, are_open: bool) -> list[tuple[Act, str]]:
    """Return the acts and people of the steps that are open, or of those that are not yet."""
    return [(step.act, step.to) for step in found.steps if step.open is are_open]


def test_every_person_of_a_panel_is_thanked_and_one_is_asked() -> None:
    found = planned(
        "2026-03-03 14:00 interview with=lena,kim,hugo", "2026-03-03T18:00", people=PANEL
    )
    assert steps(found, are_open=True) == [
        (Act.THANK_YOU, "hugo"),
        (Act.THANK_YOU, "kim"),
        (Act.THANK_YOU, "lena"),
    ]
    assert steps(found, are_open=False) == [(Act.CHECK_IN, "lena")]


def test_in_britain_the_lead_of_a_panel_is_thanked_for_all() -> None:
    found = planned(
        "2026-03-03 14:00 interview with=lena,kim,hugo",
        "2026-03-03T18:00",
        people=PANEL,
        country="GB",
        timezone="Europe/London",
    )
    assert steps(found, are_open=True) == [(Act.THANK_YOU, "lena")]


def test_more_than_seven_people_are_thanked_through_one() -> None:
    crowd = " ".join(f"p{number}:interviewer" for number in range(8))
    names = ",".join(f"p{number}" for number in range(8))
    found = planned(
        f"2026-03-03 14:00 interview with={names}",
        "2026-03-03T18:00",
        people=f"{crowd} cleo:coordinator",
    )
    assert steps(found, are_open=True) == [(Act.THANK_YOU, "cleo")]


def test_a_wait_is_a_restraint_today_and_a_step_later() -> None:
    found = planned(
        """
        2026-03-03 14:00 interview with=lena
        2026-03-03 14:30 promised what=answer by=2026-03-10 from=lena
        2026-03-04 10:00 sent act=thank-you channel=email to=lena
        """,
        "2026-03-11T11:00",
    )
    restraint = found.restraints[0]
    assert (restraint.act, restraint.verdict) == (Act.CHECK_IN, Word.WAIT)
    assert str(restraint.until) == "2026-03-12 09:00:00-04:00"
    assert steps(found, are_open=False) == [(Act.CHECK_IN, "lena")]
    assert found.look_again == restraint.until


def test_where_nothing_is_open_silence_is_the_step() -> None:
    found = planned(
        """
        2026-03-03 14:00 interview with=lena
        2026-03-12 10:00 sent act=check-in channel=email to=lena
        2026-03-19 10:00 sent act=check-in channel=email to=lena
        """,
        "2026-03-26T11:00",
    )
    assert found.silence
    assert found.silence.because[0].rule == "two-unanswered-questions-are-enough"
    assert found.silence.until is None
    assert found.look_again is None


def test_what_was_let_pass_is_told_for_a_month() -> None:
    met = "2026-03-03 14:00 interview with=lena"
    lapse = planned(met, "2026-03-16T11:00").lapses[0]
    assert (lapse.act, lapse.to) == (Act.THANK_YOU, "lena")
    assert str(lapse.closed) == "2026-03-10 17:00:00-04:00"
    assert lapse.advice.startswith("A week has passed.")
    assert planned(met, "2026-05-16T11:00").lapses == ()


def test_a_step_names_other_ways_that_are_as_good() -> None:
    found = planned(
        "2026-03-03 14:00 interview with=lena impression=uncertain",
        "2026-03-03T18:00",
        people="lena:hiring-manager,postal_address=yes",
    )
    step = found.steps[0]
    assert step.channel is Channel.HANDWRITTEN
    assert step.channel_because
    assert step.channel_because.rule == "a-card-when-you-are-not-sure"
    assert Channel.EMAIL in step.alternatives


def test_an_offer_is_acknowledged_and_gifts_are_left_alone() -> None:
    found = planned(
        """
        2026-03-03 14:00 interview with=lena
        2026-03-10 09:00 offered written=yes answer_by=2026-03-17
        """,
        "2026-03-10T11:00",
    )
    assert (Act.ACKNOWLEDGE_OFFER, "lena") in steps(found, are_open=True)
    assert any(restraint.act is Act.GIFT for restraint in found.restraints)


def test_those_who_helped_are_told_and_the_employer_is_asked_once() -> None:
    found = planned(
        """
        2026-02-24 09:00 helped who=ref how=reference
        2026-03-03 14:00 interview with=lena
        2026-03-10 09:00 offered written=yes
        """,
        "2026-03-10T11:00",
        people=f"{LENA} ref:reference@third-party",
    )
    assert (Act.UPDATE_HELPER, "ref") in steps(found, are_open=True)


def test_the_recruiter_and_the_employer_are_two_sides_of_the_table() -> None:
    found = planned(
        "2026-03-03 14:00 interview with=lena",
        "2026-03-03T18:00",
        people=f"{LENA} rex:agency-recruiter@agency",
        via="agency",
    )
    assert (Act.CHECK_IN, "rex") in steps(found, are_open=True)
    asked = [restraint for restraint in found.restraints if restraint.verdict is Word.ASK]
    assert asked[0].names == ("lena",)


def test_a_country_without_evidence_is_told() -> None:
    met = "2026-03-03 14:00 interview with=lena"
    assert "KE" in planned(met, "2026-03-03T18:00", country="KE").notes[0]
    assert planned(met, "2026-03-03T18:00", country="CA-QC").notes == ()


def test_nothing_to_do_and_nothing_to_leave_alone_is_said_in_one_sentence() -> None:
    found = planned("2026-03-03 started", "2026-06-03T18:00", people="ref:reference@third-party")
    assert found.sentence == "Nothing to do, and that is right."


def test_things_to_do_alone_make_a_sentence_of_their_own() -> None:
    found = planned("2026-03-24 accepted\n2026-04-13 08:30 started", "2026-04-13T09:30")
    assert found.sentence == "One thing to do."


def test_many_things_are_counted_in_figures() -> None:
    people = " ".join(f"r{number}:reference@third-party" for number in range(12))
    helped = "\n".join(f"2026-03-02 helped who=r{number} how=reference" for number in range(12))
    assert planned(helped, "2026-03-03T18:00", people=people).sentence.startswith("12 things")


def test_an_empty_situation_says_what_to_write_down() -> None:
    found = planned("", "2026-03-03T18:00", people="")
    assert found.silence
    assert "write down" in found.notes[0]
