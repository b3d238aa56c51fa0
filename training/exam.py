"""Hold the checker against labelled drafts: `python -m training.exam [FILE …]`, or `make tact`.

Without files it takes the exams: drafts by authors who saw neither the checker nor what it was
taught, and which were scored before anything was changed in their light. A draft counts as flagged
when the review has a stop or a fix.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from afterword.aids import aids
from afterword.letters.check.request import Request
from afterword.letters.check.review import review
from afterword.letters.finding import Finding, Severity
from training.letters import CLASSES, EXAMS, drafts

GATES = (
    "wrong_name",
    "gender_assumed",
    "wrong_company",
    "wrong_role",
    "placeholder",
    "invented_fact",
    "too_long",
    "typos",
    "shouting",
    "generic",
    "group_note",
)


class Marked(NamedTuple):
    """A draft and what the checker found in it that counts."""

    draft: dict[str, Any]
    findings: tuple[Finding, ...]

    @property
    def flagged(self) -> bool:
        """Whether a stop or a fix was found."""
        return bool(self.findings)

    @property
    def classes(self) -> set[str]:
        """What is wrong with the draft, as its author labelled it."""
        return {fault["class"] for fault in self.draft.get("faults", ())}


def marked(draft: dict[str, Any]) -> Marked:
    """Return a draft with its findings; only what the batch format has is looked at."""
    known = {name: value for name, value in draft.items() if name in Request.__struct_fields__}
    request = msgspec.convert(known, Request)
    found = review(request.text, request.occasion, request.claims, aids())
    counts = {Severity.STOP, Severity.FIX}
    return Marked(draft, tuple(one for one in found.findings if one.severity in counts))


def report(name: str, papers: Sequence[Marked]) -> Iterable[str]:
    """Yield the figures of one exam."""
    bad = [one for one in papers if one.draft["label"] == "bad"]
    good = [one for one in papers if one.draft["label"] == "good"]
    yield f"{name}: {_share(bad)} of bad drafts flagged, {_share(good)} of good ones falsely"
    tact = [one for one in bad if one.classes & set(CLASSES)]
    gates = [one for one in bad if one.classes & set(GATES)]
    yield f"  tact {_share(tact)}, gates {_share(gates)}"
    for class_ in (*GATES, *CLASSES):
        if some := [one for one in bad if class_ in one.classes]:
            yield f"    {class_}: {_share(some)}"
    wrongly = Counter(finding.class_ for one in good for finding in one.findings)
    yield f"  falsely: {', '.join(f'{what} {count}' for what, count in wrongly.most_common())}"


def _share(papers: Sequence[Marked]) -> str:
    flagged = sum(one.flagged for one in papers)
    percent = 100 * flagged / len(papers) if papers else 0
    return f"{flagged}/{len(papers)} ({percent:.1f} %)"


def errors(papers: Sequence[Marked]) -> Iterable[str]:
    """Yield every miss and every false alarm, to learn from; never from an exam not yet scored."""
    for one in papers:
        if one.draft["label"] == "good":
            for finding in one.findings:
                where = one.draft["text"][finding.start : finding.end]
                yield f"FALSE {one.draft['id']} {finding.class_}: {where[:150]!r}"
        elif not one.flagged:
            spans = [(fault["class"], fault["span"][:150]) for fault in one.draft.get("faults", ())]
            yield f"MISSED {one.draft['id']} {spans or one.draft.get('reasons')}"


def main(arguments: Sequence[str]) -> None:
    """Print the figures of some files, and with --errors what went wrong."""
    told = "--errors" in arguments
    paths = [Path(one) for one in arguments if not one.startswith("--")]
    for path in paths or sorted(EXAMS.glob("*.jsonl")):
        papers = [marked(draft) for draft in drafts([path])]
        print("\n".join(report(path.stem, papers)))
        if told:
            print("\n".join(errors(papers)))


if __name__ == "__main__":
    main(sys.argv[1:])
