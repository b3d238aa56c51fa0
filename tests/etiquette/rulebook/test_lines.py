"""A problem in a table is found again in its text."""

import pytest

from afterword.etiquette.rulebook.lines import line_of

TEXT = """\
# Ours
[layer]
kind = "house"

[no-calls]
say = "no"
  when = { stage = ["applied"] }
"act" = ["check-in"]

[ "two words" ]
say = "no"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("layer", 2),
        ("layer.kind", 3),
        ("no-calls", 5),
        ("no-calls.say", 6),
        ("no-calls.when.stage[0]", 7),
        ("no-calls.act[1]", 8),
        ("no-calls.why", 5),
        ("two words.say", 11),
        ("nowhere", None),
        ("", None),
    ],
)
def test_a_path_leads_to_its_line_or_to_its_row(path: str, line: int | None) -> None:
    assert line_of(TEXT, path) == line
