"""What lies in a file: a table taken out of the archive that it comes in, and bytes as text.

A file is what a stranger may have made: nothing in it is unpacked further than a hunt can be large.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NoReturn

from afterword.etiquette.problem import Guide, Malformed, Problem

ARCHIVE = b"PK\x03\x04"
LARGEST = 20 * 1024 * 1024  # bytes of a table or a journal, unpacked
# The end of an archive says how many bytes its list of contents takes (APPNOTE 4.3.16). A list of
# a megabyte has some ten thousand files; to read a longer one would cost more than it is worth.
END, LONGEST_LIST = b"PK\x05\x06", 1024 * 1024
# What LinkedIn and Huntr call their tables; LinkedIn numbers the further parts of a long one.
TABLES = re.compile(
    r"(?:^|/)(?:Job Applications(?:_\d+)?|USER_JOBS_USER_FULL_DATA_DOWNLOAD[^/]*)\.csv$",
    re.IGNORECASE,
)
ANY_TABLE = re.compile(r"(?:^|/)(?!\.|__MACOSX/)[^/]+\.(?:csv|tsv)$", re.IGNORECASE)
WORKBOOK = "xl/workbook.xml"


def unpacked(content: bytes) -> bytes:
    """Return a file as it is, or the table in it where it is an archive; raises Malformed."""
    if not content.startswith(ARCHIVE):
        return content
    refuse_a_long_list(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"\n".join(_joined([_read(archive, one) for one in _tables(archive)]))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        # RuntimeError is how zipfile says that a password is needed.
        refuse(f"this archive cannot be opened: {error}")


def text_of(content: bytes) -> str:
    """Return bytes as text, in whichever of the usual encodings; raises Malformed."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig"]
    for encoding in (*encodings, "cp1252"):  # what Excel writes where it is not told otherwise
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return refuse("this is not text: save it as CSV in UTF-8")


def refuse_a_long_list(content: bytes) -> None:
    """Raise Malformed for an archive whose list of contents is longer than one is read."""
    end = content.rfind(END)
    if end < 0 or int.from_bytes(content[end + 12 : end + 16], "little") > LONGEST_LIST:
        refuse("this archive holds far too much: take the table out of it, and send that")


def _tables(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the tables of applications in an archive, or the only table that there is."""
    names = archive.namelist()
    if WORKBOOK in names:
        refuse("this is a workbook: save its sheet as CSV, and send that")
    known = [one for one in archive.infolist() if TABLES.search(one.filename)]
    others = [one for one in archive.infolist() if ANY_TABLE.search(one.filename)]
    if not known and len(others) != 1:
        message = "no table of applications lies in this archive (LinkedIn: Job Applications.csv)"
        refuse(message)
    return sorted(known or others, key=lambda one: one.filename)


def _read(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> bytes:
    # What the list says of a size may be a lie: so many bytes are read, and not one more.
    with archive.open(one) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        refuse(f"{one.filename} is larger than 20 MB unpacked, which no hunt is")
    return content


def _joined(tables: list[bytes]) -> Iterator[bytes]:
    """Yield the parts of one table, the headings of the first once."""
    first, _, _ = tables[0].partition(b"\n")
    yield tables[0].rstrip(b"\r\n")
    for other in tables[1:]:
        headings, _, rest = other.partition(b"\n")
        if headings.strip() == first.strip():
            yield rest.rstrip(b"\r\n")


def refuse(message: str) -> NoReturn:
    """Raise Malformed: a file cannot be read, and why."""
    raise Malformed([Problem("", message)], Guide.FILE)
