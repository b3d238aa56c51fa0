"""How phrases are written down: choices, what may be missing, endings, gaps and slots."""

import pytest

from afterword.mailbox.recognising.phrases import NotAPhrase, compiled

SLOTS = {"job": "[the] (role|position)"}


def said(phrase: str, words: str) -> bool:
    """Return whether words say a phrase."""
    return any(True for _ in compiled(phrase, SLOTS).find(words))


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("move forward", "we move forward today"),
        ("(move|go) forward", "we go forward"),
        ("move [any] forward", "we move forward"),
        ("move [any] forward", "we move any forward"),
        ("[please] move", "move"),
        ("[please] [kindly] move", "kindly move"),
        ("select~", "selected"),
        ("select~", "select"),
        ("not ... forward", "not with you going forward"),
        ("not ... forward", "not forward"),
        ("{job} is", "the role is"),
        ("{job} is", "position is"),
        ("(a|b) [c|d] e", "b d e"),
        ("((a|b) c|d)", "d"),
    ],
)
def test_it_is_said(phrase: str, words: str) -> None:
    assert said(phrase, words)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("move", "remove"),
        ("move", "moved"),
        ("move forward", "move it forward"),
        ("not ... forward", "not today\nforward"),
        ("not ... forward", f"not {'word ' * 30}forward"),
        ("{job} is", "the job is"),
        ("(a|b) c", "a b"),
    ],
)
def test_it_is_not_said(phrase: str, words: str) -> None:
    assert not said(phrase, words)


@pytest.mark.parametrize(
    ("phrase", "anchors"),
    [
        ("move forward", ("forward",)),
        ("(move|go) on", ("move", "go")),
        ("[please] move", ("move",)),
        ("select~", ("select",)),
        ("(proceed|progress) [on]", ("proceed", "progress")),
        ("[please] [kindly]", ()),
    ],
)
def test_a_text_without_an_anchor_need_not_be_searched(
    phrase: str, anchors: tuple[str, ...]
) -> None:
    assert set(compiled(phrase, SLOTS).anchors) == set(anchors)


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("(move", '"(": it is not closed. Write ")" behind it.'),
        ("[move", '"[": it is not closed. Write "]" behind it.'),
        ("move)", '"move)": ")" closes nothing. Open it, or take it out.'),
        ("{jobs} is", '"{jobs}": it is no slot. The slots are: job.'),
    ],
)
def test_what_is_not_well_formed_is_told(phrase: str, told: str) -> None:
    with pytest.raises(NotAPhrase) as caught:
        compiled(phrase, SLOTS)
    assert str(caught.value) == told
