"""A step is told by what its letter will be: the answer to a no is a goodbye."""

import pytest

from afterword.actions.add_opportunity import add_opportunity
from afterword.actions.export import Form, export
from afterword.actions.log_event import log_event
from afterword.actions.said import told_as
from afterword.actions.today import today
from afterword.etiquette.fold import standing
from afterword.etiquette.judge import NO_ONE
from afterword.etiquette.vocabulary import Act, Stage
from afterword.letters.kind import Kind, kind_of
from tests.actions.hunt import at, event, interviewed, person, told

REJECTED = """
2026-03-03 14:00  interview  with=lena impression=uncertain
2026-03-03 18:00  sent  act=thank-you channel=email to=lena
2026-03-10 10:00  rejected  warm=yes
"""
ASKED = REJECTED.replace("rejected  warm=yes", "received  what=question from=lena")
THURSDAY = at("2026-03-12 10:00")


@pytest.mark.parametrize("lines", [REJECTED, ASKED])
def test_a_reply_is_told_as_a_goodbye_where_its_letter_is_one(lines: str) -> None:
    stands = standing(told(lines, now="2026-03-12 10:00"))
    letter = kind_of(Act.REPLY, stands, NO_ONE)
    name = told_as(Act.REPLY, stands.stage)
    assert (name is Act.GRACIOUS_EXIT) is (letter is Kind.EXIT_REJECTED)


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.REPLY])
def test_every_other_act_goes_by_its_own_name(act: Act) -> None:
    assert told_as(act, Stage.REJECTED) is act


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("lines", "said"),
    [(REJECTED, "Part graciously from Lena by e-mail"), (ASKED, "Answer Lena by e-mail")],
)
def test_today_and_the_export_say_which_it_is(lines: str, said: str) -> None:
    alice = person()
    add_opportunity(alice, told(lines, now="2026-03-12 10:00"), now=THURSDAY)
    assert [item.said for item in today(alice, now=THURSDAY).do][:1] == [said]
    assert f"- {said}" in export(alice, now=THURSDAY, form=Form.MARKDOWN).decode()


@pytest.mark.usefixtures("journal")
def test_so_does_what_changed() -> None:
    alice = person()
    uid = interviewed(alice)
    no = event("2026-03-10 10:00 rejected warm=yes")
    changed = log_event(alice, uid, no, now=at("2026-03-10 10:05"))
    told = [one.said for one in changed.replanned.changes]
    assert "New: part graciously from Lena by e-mail." in told
