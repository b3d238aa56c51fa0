"""What went to and fro over other roles, in the names of the one that is looked at."""

import pytest

from afterword.accounts.models import User
from afterword.actions.add_opportunity import add_opportunity
from afterword.etiquette import decode
from afterword.journal.situation import situation_of
from tests.actions.hunt import EVENING, ZONE, book, person, told
from tests.etiquette.timeline import situation

pytestmark = pytest.mark.usefixtures("journal")

ASKED = "2026-03-03 10:00  sent  act=check-in channel=email to=boss"


def there(owner: User, lines: str = ASKED, **more: str) -> None:
    """Add another role at Corbel, in which a message went to the boss."""
    known = {"employer": "Corbel", "timezone": ZONE, "people": "boss:hr", **more}
    add_opportunity(owner, situation(lines, now="2026-03-03 18:00", **known), now=EVENING)


def heard(owner: User, people: str, employer: str = "Corbel") -> list[tuple[str, list[str]]]:
    """Return when and to whom messages of other roles went, as a new opportunity sees it."""
    added = add_opportunity(owner, told(people=people, employer=employer), now=EVENING)
    known = situation_of(book(owner, added.opportunity), EVENING)
    return [(str(one.on), list(getattr(one, "to", ()))) for one in known.elsewhere]


LENA = "lena:interviewer,name=Lena"


@pytest.mark.parametrize(
    ("boss", "here", "same"),
    [
        ("boss:hr,name=lena", "lena:hr,name=Lena", True),
        ("boss:hr,name=Tom", "lena:hr,name=Lena", False),
        ("boss:hr,name=Lena,email=L@c.org", "lena:hr,name=Ruiz,email=l@C.org", True),
        ("boss:hr,name=Lena,email=l@c.org", "lena:hr,name=Lena,email=m@c.org", False),
        ("boss:hr,name=Lena,email=l@c.org", "lena:hr,name=Lena", True),
        ("boss:hr", "lena:hr", False),
    ],
)
def test_an_address_or_else_a_name_tells_who_is_the_same(boss: str, here: str, same: bool) -> None:
    alice = person()
    there(alice, people=boss)
    name = here.partition(":")[0]
    assert heard(alice, here) == [("2026-03-03T10:00:00", [name] if same else [])]


@pytest.mark.parametrize("employer", ["CORBEL", " corbel  "])
def test_capitals_and_spaces_make_no_other_employer(employer: str) -> None:
    alice = person()
    there(alice)
    assert heard(alice, LENA, employer)


@pytest.mark.parametrize("employer", ["Corbel Ltd", "", "Riverside"])
def test_another_name_is_another_employer(employer: str) -> None:
    alice = person()
    there(alice)
    there(alice, employer="")
    assert not heard(alice, LENA, employer)


def test_only_messages_count() -> None:
    alice = person()
    there(alice, "2026-03-02 interview with=boss\n2026-03-03 rejected\n2026-03-03 applied")
    assert not heard(alice, LENA)


def test_what_goes_to_and_fro_with_others_than_the_employer_is_no_word_of_theirs() -> None:
    alice = person()
    lines = f"{ASKED}\n2026-03-03 11:00 received what=reply from=boss"
    for boss in ("boss:agency-recruiter", "boss:reference@third-party"):
        there(alice, lines, people=boss)
    assert not heard(alice, LENA)


def test_the_clock_over_there_is_read_as_the_clock_here() -> None:
    alice = person()
    there(alice, timezone="Europe/Berlin")
    assert [on for on, _ in heard(alice, LENA)] == ["2026-03-03T10:00:00+01:00"]


def test_what_a_file_tells_of_other_roles_is_kept_beside_it() -> None:
    alice = person()
    there(alice)
    mine = told()
    raw = decode.to_json(mine).decode().rstrip("}") + (
        ', "elsewhere": [{"on": "2026-03-01", "kind": "sent", "act": "check-in", "to": ["lena"]}]}'
    )
    added = add_opportunity(alice, decode.from_json(raw.encode()), now=EVENING)
    known = situation_of(book(alice, added.opportunity), EVENING)
    assert [str(one.on) for one in known.elsewhere] == ["2026-03-01", "2026-03-03T10:00:00"]
