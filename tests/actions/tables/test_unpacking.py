"""What comes in an archive, and archives that are made to harm."""

import io
import struct
import zipfile

import pytest

from afterword.actions.tables import unpacking
from afterword.actions.tables.unpacking import text_of, unpacked
from afterword.etiquette.problem import Malformed

HEADINGS = "Application Date,Company Name,Job Title,Resume Name\n"


def archive(**files: str) -> bytes:
    """Return an archive; in a name, `__` stands for a slash and `_s_` for a space."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(f"{name.replace('__', '/').replace('_s_', ' ')}.csv", content)
    return written.getvalue()


def test_what_is_no_archive_stays_as_it_is() -> None:
    assert unpacked(b"Company\nCorbel\n") == b"Company\nCorbel\n"


def test_linkedins_archive_is_read_as_it_is_sent() -> None:
    sent = archive(
        Connections="First Name\n",
        Jobs__Job_s_Applications=f"{HEADINGS}2/15/26,Corbel,Planner,cv\n",
        Jobs__Job_s_Applications_1=f"{HEADINGS}2/17/26,Riverside,Nurse,cv\n",
        Jobs__Saved_s_Jobs="Saved Date\n",
    )
    table = f"{HEADINGS}2/15/26,Corbel,Planner,cv\n2/17/26,Riverside,Nurse,cv"
    assert unpacked(sent).decode() == table


def test_huntrs_archive_is_read_as_it_is_sent() -> None:
    sent = archive(USER_JOBS_USER_FULL_DATA_DOWNLOAD_7="id,title\n", USER_NOTES="id\n")
    assert unpacked(sent) == b"id,title"


def test_the_only_table_of_an_archive_is_meant() -> None:
    assert unpacked(archive(mine="Company\nCorbel\n")) == b"Company\nCorbel"


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (archive(one="a", other="b"), "no table of applications"),
        (archive(mine="Company\n")[:-30], "holds far too much"),
        (b"PK\x03\x04" + b"\0" * 50 + b"PK\x05\x06" + b"\0" * 18, "no table of applications"),
        (archive(mine="x" * (unpacking.LARGEST + 1)), "larger than 20 MB"),
    ],
)
def test_what_cannot_be_used_is_refused(sent: bytes, why: str) -> None:
    with pytest.raises(Malformed, match=why):
        unpacked(sent)


def test_a_workbook_is_told_from_an_archive() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as opened:
        opened.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Malformed, match="save its sheet as CSV"):
        unpacked(written.getvalue())


def test_a_size_that_is_a_lie_frees_no_memory() -> None:
    sent = bytearray(archive(mine="x" * (unpacking.LARGEST + 1)))
    place = sent.rfind(b"PK\x01\x02") + 24  # the size, in the list of contents
    sent[place : place + 4] = struct.pack("<I", 10)
    with pytest.raises(Malformed):
        unpacked(bytes(sent))


def test_a_password_is_asked_for_nowhere() -> None:
    sent = bytearray(archive(mine="Company\n"))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        sent[sent.rfind(sign) + place] |= 1
    with pytest.raises(Malformed, match="cannot be opened"):
        unpacked(bytes(sent))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    assert text_of("Café".encode(encoding)) == "Café"


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(Malformed, match="save it as CSV"):
        text_of(b"\x81\x8d\xff")
