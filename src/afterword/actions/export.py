"""Everything, or one opportunity, as a file to keep or to take elsewhere."""

from datetime import datetime
from enum import StrEnum

import msgspec

from afterword.accounts.models import User
from afterword.actions.preferences import preferences
from afterword.actions.settle import one
from afterword.actions.tables.spreadsheet import as_csv
from afterword.actions.telling import as_markdown
from afterword.journal import portable
from afterword.journal.held import Part, held


class Form(StrEnum):
    """What a file is made for: JSON for Afterword itself, the others for people and tables."""

    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


def export(owner: User, *, now: datetime, form: Form = Form.JSON, only: str | None = None) -> bytes:
    """Return a journal, or one opportunity of it; JSON loses nothing. Raises Missing for `only`.

    JSON of everything also says how the person signs and writes, and nothing that is secret.
    """
    if only is not None:
        one(owner, only)
    books = held(owner, Part(uid=only))
    match form:
        case Form.JSON:
            settings = {} if only else msgspec.to_builtins(preferences(owner))
            file = msgspec.json.encode(portable.journal(owner, only, settings))
            return msgspec.json.format(file, indent=1) + b"\n"
        case Form.CSV:
            return as_csv(books)
        case Form.MARKDOWN:
            return as_markdown(books, now).encode()
