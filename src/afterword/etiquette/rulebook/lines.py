"""Where in the text of a table something stands, for whoever has to put it right there."""

import re

TABLE = re.compile(r'\s*\[\s*"?(?P<name>[^\]"]+?)"?\s*\]')
FIELD = re.compile(r'\s*"?(?P<name>[A-Za-z0-9_-]+)"?\s*=')


def line_of(text: str, path: str) -> int | None:
    """Return the line, from 1 on, of what a path such as `my-rule.until` names in a table.

    Where there is no such field, the line of the row; None where there is no such row either.
    """
    row, _, rest = path.partition(".")
    field, here, found = rest.partition(".")[0].partition("[")[0], "", None
    for number, line in enumerate(text.splitlines(), 1):
        if table := TABLE.match(line):
            here = table["name"]
            found = number if here == row and found is None else found
        elif here == row and field and (entry := FIELD.match(line)) and entry["name"] == field:
            return number
    return found
