"""The little timelines of the other tests say what they seem to say."""

import pytest

from afterword.etiquette.decode import from_raw
from afterword.etiquette.problem import Malformed
from tests.etiquette.timeline import after, at, situation


def test_a_timeline_is_a_situation_written_shorter() -> None:
    written = situation(
        """
        2026-03-03 14:00  interview  with=manager,eve round=2
        2026-03-04        opening    role="Data engineer"
        2026-03-05        sent       act=gift gift.kind=flowers gift.value=20 answered=no
        """,
        now="2026-03-10 11:00",
        people="manager:hiring-manager eve:agency-recruiter@agency,email=no,name=Eve",
        timezone="Europe/Berlin",
        proposal="gift to=manager traits=long",
        country="DE",
    )
    assert written == from_raw(
        {
            "now": "2026-03-10T11:00",
            "timezone": "Europe/Berlin",
            "opportunity": {"country": "DE"},
            "people": [
                {"id": "manager", "role": "hiring-manager", "email": True},
                {
                    "id": "eve",
                    "role": "agency-recruiter",
                    "works_for": "agency",
                    "email": False,
                    "name": "Eve",
                },
            ],
            "events": [
                {
                    "on": "2026-03-03T14:00",
                    "kind": "interview",
                    "with": ["manager", "eve"],
                    "round": 2,
                },
                {"on": "2026-03-04", "kind": "opening", "role": "Data engineer"},
                {
                    "on": "2026-03-05",
                    "kind": "sent",
                    "act": "gift",
                    "gift": {"kind": "flowers", "value": 20},
                    "answered": False,
                },
            ],
            "proposal": {"act": "gift", "to": ["manager"], "traits": ["long"]},
        }
    )


def test_the_hiring_manager_is_there_unless_somebody_else_is_named() -> None:
    assert list(after("", now="2026-03-10").people) == ["manager"]


def test_a_misspelt_field_in_a_timeline_is_refused() -> None:
    with pytest.raises(Malformed, match="chanel"):
        situation("2026-03-03 sent act=gift chanel=post", now="2026-03-10")


@pytest.mark.parametrize("line", ["interview with=manager", "2026-03-03"])
def test_a_line_without_day_or_kind_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="not of the form"):
        situation(line, now="2026-03-10")


def test_a_person_without_an_id_is_refused() -> None:
    with pytest.raises(ValueError, match="not of the form"):
        situation("", now="2026-03-10", people=":hr")


def test_a_moment_is_local_to_its_zone() -> None:
    assert at("2026-07-01 09:00", "Europe/Berlin").isoformat() == "2026-07-01T09:00:00+02:00"
