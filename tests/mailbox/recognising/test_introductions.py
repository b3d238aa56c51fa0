"""The line above a quote, wherever a mail program breaks it."""

import pytest

from afterword.mailbox.recognising import introductions


@pytest.mark.parametrize(
    ("lines", "length"),
    [
        (["On Mon, 9 Mar 2026 Mara Lindqvist wrote:"], 1),
        (["On Mon, 9 Mar 2026 at 18:12 Mara Lindqvist", "<mara@x.example> wrote:"], 2),
        (["*On Mon, 9 Mar 2026 Mara wrote:*"], 1),
        (["mara@x.example wrote:"], 1),
        (["09.03.2026 18:12, Mara <mara@x.example>:"], 1),
        (["On Monday I wrote to you."], 0),
        (["On Monday we met. You wrote:"], 0),
        (["On we go"], 0),
        (["> On Mon, 9 Mar 2026 Mara wrote:"], 0),
        ([""], 0),
        (["On Mon, 9 Mar 2026", "I had a talk with my father. She liked it.", "Mara wrote:"], 0),
        (["On Mon"] * 20, 0),
    ],
)
def test_an_introduction_is_told_from_a_sentence(lines: list[str], length: int) -> None:
    assert introductions.length(lines, 0) == length


def test_the_longest_word_is_tried_first() -> None:
    assert introductions.either(["a", "ab", "a.c"]) == r"a\.c|ab|a"
