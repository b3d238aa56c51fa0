"""Reasons and traces as lines: the sentence, the rule, on whose authority, and who dissents."""

from collections.abc import Iterator, Sequence

from afterword.cli import phrases
from afterword.cli.paper import Line, Look
from afterword.etiquette.explain import Trace
from afterword.etiquette.judge import Reason

Traces = tuple[Trace, ...]
SHOWN_SOURCES = 2


def lines(reasons: Sequence[Reason], *, indent: int) -> Iterator[Line]:
    """Return reasons, each with the rule that it comes from and its first sources."""
    for reason in reasons:
        yield Line(reason.why, indent=indent)
        yield Line(origin(reason), Look.QUIET, indent)


def origin(reason: Reason) -> str:
    """Return the rule, its authority and its first sources: "rule · most agree · host, host"."""
    others = [source for source in reason.sources if source != reason.basis]
    names = list(dict.fromkeys(map(phrases.source, others)))
    more = len(names) - SHOWN_SOURCES
    said = ", ".join(names[:SHOWN_SOURCES]) + (f" and {more} more" if more > 0 else "")
    return " · ".join(part for part in (reason.rule, phrases.AUTHORITY[reason.basis], said) if part)


def trace_lines(traces: Traces, *, indent: int) -> Iterator[Line]:
    """Return every row that matched, and what came of it."""
    if traces:
        yield Line("Every rule that matched:", Look.QUIET, indent)
    for one in traces:
        yield Line(f"{one.say:6} {one.rule} ({one.basis}): {one.outcome}", Look.QUIET, indent + 2)
