"""One fault is told once: of findings of a class that overlap, the gravest, in reading order."""

from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.letters.check.merge import merged
from afterword.letters.finding import Class, Finding, Severity


def finding(line: str, class_: Class = Class.PRESSURING) -> Finding:
    """Return a finding: "fix 3-9 Better." weighs so much, there, with something better."""
    severity, where, better = f"{line}  ".split(" ", 2)
    start, end = map(int, where.split("-"))
    better = better.strip()
    return Finding(class_, Severity(severity), start, end, line, better, fits=bool(better))


def told(*lines: str) -> list[str]:
    """Return what is left of some findings of one class, in short."""
    return [
        f"{one.severity} {one.start}-{one.end} {one.alternative}".strip()
        for one in merged(map(finding, lines))
    ]


@pytest.mark.parametrize(
    ("found", "left"),
    [
        (["fix 0-9 Ask.", "consider 0-9 Ask."], ["fix 0-9 Ask."]),
        (["consider 0-9", "stop 4-12"], ["stop 4-12"]),
        (["stop 0-9", "stop 0-9 Leave it."], ["stop 0-9 Leave it."]),
        (["fix 0-30 Ask.", "fix 4-9 Ask."], ["fix 4-9 Ask."]),
        (["consider 0-0", "fix 0-0"], ["fix 0-0"]),
    ],
)
def test_what_overlaps_is_one_and_the_gravest_is_told(found: list[str], left: list[str]) -> None:
    assert told(*found) == told(*reversed(found)) == left


def test_what_only_touches_is_two() -> None:
    assert told("fix 0-9", "stop 9-12") == ["fix 0-9", "stop 9-12"]


def test_different_faults_of_one_sentence_are_told_each() -> None:
    pair = [finding("fix 0-9"), finding("stop 0-9", Class.SALARY)]
    assert merged(pair) == (pair[1], pair[0])


def test_the_gravest_borrows_what_is_better_and_it_fits_only_its_own_place() -> None:
    (here,) = merged([finding("stop 0-9"), finding("fix 0-9 Leave it.")])
    (elsewhere,) = merged([finding("stop 0-9"), finding("fix 0-20 Leave it.")])
    assert (here.severity, here.alternative, here.fits) == (Severity.STOP, "Leave it.", True)
    assert (elsewhere.alternative, elsewhere.fits) == ("Leave it.", False)


def test_findings_come_in_reading_order_and_the_gravest_first() -> None:
    assert told("consider 5-6", "fix 0-2", "stop 7-9") == ["fix 0-2", "consider 5-6", "stop 7-9"]


spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)
findings = st.builds(
    lambda class_, severity, span, better: Finding(
        class_, severity, span[0], span[1], "why", better
    ),
    st.sampled_from([Class.GUILT, Class.SALARY]),
    st.sampled_from(Severity),
    spans,
    st.sampled_from(["", "So."]),
)


@given(st.lists(findings, max_size=8), st.randoms(use_true_random=False))
def test_the_order_in_which_they_were_found_does_not_matter(
    found: list[Finding], chance: object
) -> None:
    shuffled = sorted(found, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert merged(shuffled) == merged(found)


@given(st.lists(findings, max_size=8))
def test_nothing_grave_is_lost_and_nothing_is_told_twice(found: list[Finding]) -> None:
    left = merged(found)
    for one in found:
        assert any(
            other.class_ is one.class_ and list(Severity).index(other.severity) <= _grave(one)
            for other in left
        )
    for one, other in combinations(left, 2):
        assert one.class_ is not other.class_ or max(one.start, other.start) >= min(
            one.end, other.end
        )
    assert merged(left) == left
    bare = {msgspec.structs.replace(one, alternative="", fits=False) for one in found}
    assert {msgspec.structs.replace(one, alternative="", fits=False) for one in left} <= bare


def _grave(one: Finding) -> int:
    return list(Severity).index(one.severity)
