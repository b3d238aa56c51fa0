"""A situation says the same in JSON and in TOML, and after it was written again."""

from pathlib import Path

import pytest

from afterword.etiquette.decode import from_json, from_raw, from_toml, hook, schema, to_json
from afterword.etiquette.moment import Moment
from afterword.etiquette.problem import Malformed

CASES = Path(__file__).parents[1] / "cases" / "open.jsonl"
LINES = CASES.read_text(encoding="utf-8").splitlines()

IN_JSON = """
{
  "now": "2026-03-10T11:00",
  "timezone": "Europe/Berlin",
  "opportunity": {"role": "Archivist", "sector": "academia", "country": "DE"},
  "people": [{"id": "manager", "role": "hiring-manager", "email": true}],
  "events": [
    {"on": "2026-03-03T14:00:00+01:00", "kind": "interview", "with": ["manager"]},
    {"on": "2026-03-04", "kind": "sent", "act": "gift", "to": ["manager"], "gift": {"value": 9.5}},
    {"on": "2026-03-05T09:00", "kind": "promised", "what": "answer", "by": "2026-03-09"}
  ],
  "proposal": {"act": "check-in", "traits": ["long"]}
}
"""
IN_TOML = """
now = 2026-03-10T11:00:00
timezone = "Europe/Berlin"
opportunity = { role = "Archivist", sector = "academia", country = "DE" }

[[people]]
id = "manager"
role = "hiring-manager"
email = true

[[events]]
on = 2026-03-03T14:00:00+01:00
kind = "interview"
with = ["manager"]

[[events]]
on = 2026-03-04
kind = "sent"
act = "gift"
to = ["manager"]
gift = { value = 9.5 }

[[events]]
on = "2026-03-05T09:00"
kind = "promised"
what = "answer"
by = 2026-03-09

[proposal]
act = "check-in"
traits = ["long"]
"""


@pytest.mark.parametrize("line", LINES, ids=[str(from_json(line).id) for line in LINES])
def test_every_open_case_says_the_same_after_it_was_written_again(line: str) -> None:
    situation = from_json(line)
    assert from_json(to_json(situation)) == situation


def test_toml_and_json_say_the_same() -> None:
    assert from_toml(IN_TOML) == from_json(IN_JSON)


def test_what_holds_its_default_is_not_written() -> None:
    shortest = b'{"now":"2026-03-10"}'
    assert to_json(from_json(shortest)) == shortest


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "truncated"),
        ('{"now": "2026-03-10"', "truncated"),
        ('{"now": "\ud800"}', "surrogates not allowed"),
        (b'{"now": "\xff"}', "invalid start byte"),
        ('{"now": "2026-03-10", "expected": ' + "[" * 100_000, "recursion"),
    ],
)
def test_what_is_not_json_is_told_why(text: str | bytes, reason: str) -> None:
    with pytest.raises(Malformed, match=f"situation: this is not JSON: .*{reason}"):
        from_json(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("now = ", "Invalid value"),
        ("round = 1" + "0" * 5000, "4300 digits"),
        ("expected = " + "[" * 100_000, "recursion"),
    ],
)
def test_what_is_not_toml_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(Malformed, match=f"situation: this is not TOML: .*{reason}"):
        from_toml(text)


def test_a_price_that_no_machine_can_hold_cannot_be_read() -> None:
    proposal = '"proposal": {"act": "gift", "gift": {"value": 1' + "0" * 400 + "}}"
    with pytest.raises(Malformed, match="situation: cannot be read"):
        from_json('{"now": "2026-03-10", ' + proposal + "}")


def test_only_moments_are_read_by_hand() -> None:
    assert hook(Moment, "2026-03-10") == Moment.parse("2026-03-10")
    with pytest.raises(NotImplementedError):
        hook(complex, "1j")


def test_only_moments_are_written_by_hand() -> None:
    assert to_json(Moment.parse("2026-03-10")) == b'"2026-03-10"'
    with pytest.raises(NotImplementedError):
        to_json(1j)


def test_the_schema_asks_for_now_and_knows_what_a_moment_is() -> None:
    told = schema()
    situation = told["$defs"]["Situation"]
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert situation["required"] == ["now"]
    assert situation["properties"]["now"]["anyOf"] == [{"format": "date"}, {"format": "date-time"}]


def test_everything_that_is_wrong_comes_back_at_once() -> None:
    raw = {
        "now": "soon",
        "opportunity": {"sector": "circus", "country": "Germany"},
        "people": [{"id": "manager", "role": "boss"}],
        "events": [
            {"on": "2026-03-03", "kind": "interview", "with": ["manager"], "mood": "good"},
            {"on": "2026-02-30", "kind": "sent"},
            {"on": "2026-03-04", "kind": "interveiw"},
            {"on": "2026-03-05", "kind": "told", "instruction": "no-gifts", "from": "nobody"},
        ],
    }
    with pytest.raises(Malformed) as raised:
        from_raw(raw)
    found = {problem.path: problem for problem in raised.value.problems}
    assert list(found) == [
        "now",
        "opportunity.sector",
        "opportunity.country",
        "people[0].role",
        "events[0].mood",
        "events[1].on",
        "events[1].act",
        "events[2].kind",
        "events[3].from",
    ]
    assert found["people[0].role"].value == "boss"
    assert "hiring-manager" in found["people[0].role"].accepted
    assert "impression" in found["events[0].mood"].accepted
    assert "interview" in found["events[2].kind"].accepted
    assert found["events[3].from"].accepted == ("manager",)
