"""The checker holds what docs/reference/tact.md says of it, on drafts that it was not taught."""

import re
from functools import cache

import pytest

from tests.house import tree
from training.exam import Marked, marked
from training.letters import CLASSES, EXAMS, drafts

WORDS = tree.ROOT / "tests/words/drafts.jsonl"
GATES = ("wrong_name", "wrong_company", "gender_assumed", "placeholder", "too_long")


@cache
def papers(exam: str) -> tuple[Marked, ...]:
    """Return an exam with what the checker finds in each draft."""
    return tuple(map(marked, drafts([EXAMS / f"{exam}.jsonl"])))


def share(some: list[Marked]) -> float:
    """Return which share of some drafts is flagged."""
    return sum(one.flagged for one in some) / len(some)


def test_it_finds_bad_everyday_drafts_and_leaves_good_ones_alone() -> None:
    bad = [one for one in papers("everyday") if one.draft["label"] == "bad"]
    good = [one for one in papers("everyday") if one.draft["label"] == "good"]
    assert share(bad) >= 0.85
    assert share(good) <= 0.05


@pytest.mark.parametrize("class_", GATES)
@pytest.mark.parametrize("exam", ["everyday", "recruiter", "veiled"])
def test_what_can_be_looked_up_is_found(exam: str, class_: str) -> None:
    bad = [one for one in papers(exam) if class_ in one.classes]
    assert share(bad) >= 0.8  # of four or five in each exam, one may be missed


def test_risky_words_used_harmlessly_are_left_alone() -> None:
    """A cake shop, a window that is a perfect fit, benefits as the work, sorrow at a flood."""
    near = [
        marked(draft)
        for draft in drafts([WORDS])
        if any(reason.startswith("near_miss") for reason in draft["reasons"])
    ]
    tactless = {finding.class_ for one in near for finding in one.findings} & set(CLASSES)
    assert near
    assert tactless == set()


@pytest.mark.parametrize("exam", ["everyday", "recruiter", "veiled"])
def test_the_figures_in_the_reference_are_those_of_today(exam: str) -> None:
    page = (tree.ROOT / "docs/reference/tact.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| {exam}.*\| (\d+) of 80 .*\| (\d+) of 80", page, re.MULTILINE)
    assert row
    said = [int(row[1]), int(row[2])]
    found = [
        sum(one.flagged for one in papers(exam) if one.draft["label"] == label)
        for label in ("bad", "good")
    ]
    # Arithmetic in seven bits differs a little between processors.
    assert all(abs(one - other) <= 2 for one, other in zip(said, found, strict=True))
