"""The measurements that need a journal: a long hunt is written, then pages and due work use it."""

import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from afterword.settings.start import start
from bench.cases import Row


def rows(scale: int) -> Iterator[Row]:
    """Yield the table's part about the journal, in a data folder that is thrown away after it."""
    with tempfile.TemporaryDirectory(prefix="afterword-bench-") as folder:
        start(folder)
        yield from _measured(folder, scale)


def _measured(folder: str, scale: int) -> Iterator[Row]:
    # Django's models can only be imported once it is set up on a folder.
    from afterword.actions.prepare import prepare  # noqa: PLC0415  the same
    from bench import due, hunt, pages, served  # noqa: PLC0415  the same

    now = datetime.now(UTC)  # noqa: TID251  a shell asks what time it is: the served pages will too
    owner = prepare(now=now)
    begun = time.perf_counter()
    uids = hunt.write(owner, now=now)
    took = (time.perf_counter() - begun) / len(uids)
    yield "an opportunity with 17 events written, planned twice", f"{took * 1e3:.1f} ms", ""
    yield from pages.rows(owner, uids, scale)
    yield from served.rows(folder, uids, scale)
    yield from due.rows(owner, now=now, scale=scale)
