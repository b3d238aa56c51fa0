"""One fault is told once, however many noticed it."""

from collections.abc import Iterable

import msgspec

from afterword.letters.finding import Finding, Severity

GRAVITY = {severity: place for place, severity in enumerate(Severity)}


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in reading order, the gravest first, one where several of a class overlap.

    Of those the gravest is told; among equals one that can say what is better, then the one that
    points most narrowly. What it cannot say itself, another that it stands for may.
    """
    kept: list[Finding] = []
    for one in sorted(findings, key=_weight):
        same = next((place for place, other in enumerate(kept) if _is_same(one, other)), None)
        if same is None:
            kept.append(one)
        elif not kept[same].alternative:
            kept[same] = _advised(kept[same], one)
    return tuple(sorted(kept, key=_place))


def _weight(one: Finding) -> tuple[int, bool, int, int, str, str]:
    """Return the order in which findings are told if only one of them may be."""
    width = one.end - one.start
    return (GRAVITY[one.severity], not one.alternative, width, one.start, one.class_, one.reason)


def _place(one: Finding) -> tuple[int, int, int, str, str]:
    """Return the place of a finding in what is told, which depends on nothing but itself."""
    return (one.start, GRAVITY[one.severity], one.end, one.class_, one.reason)


def _is_same(one: Finding, other: Finding) -> bool:
    if one.class_ is not other.class_:
        return False
    overlap = max(one.start, other.start) < min(one.end, other.end)
    return overlap or (one.start, one.end) == (other.start, other.end)


def _advised(kept: Finding, other: Finding) -> Finding:
    """Return a finding with the alternative of another, which need not fit in another place."""
    fits = other.fits and (kept.start, kept.end) == (other.start, other.end)
    return msgspec.structs.replace(kept, alternative=other.alternative, fits=fits)
