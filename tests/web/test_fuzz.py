"""Whatever is typed into addresses and forms, the answer is never a fault of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.accounts.models import User
from afterword.actions.timeline import timeline
from tests.web.conftest import NOW
from tests.web.forms import Form, forms
from tests.web.reading import Browser
from tests.web.test_walk import PATTERNS, arguments

# What people, programs and mischief put where something else was meant, by what was meant.
NUMBERS = ("0", "-1", "999999999999", "1e400", "nan", "½", " 3 ")
DAYS = ("2026-11-23", "2026-02-30", "0001-01-01", "9999-12-31", "29/02/2026", "+002026-01-01")
TIMES = ("25:99", "00:00", "24:00", "7pm", "12:00:00.5+14:00")
KEYS = ("thank-you:okafor", "thank-you:", "gift:nobody", "a:b:c", "5:1", "-1:9", ":", "f" * 32)
WORDS = (
    "email",
    "handwritten",
    "reply",
    "later",
    "did-it",
    "keep",
    "remove",
    "window",
    "de",
    "Mars",
)
TEXTS = (
    *("", " ", "\x00", "\r\n", "💐" * 40, "e\u0301\u202e", "a" * 5000, "{}", "=1+1", "%s%n"),
    *("<b onclick=x>", "../..", "//elsewhere.example", "javascript:1", "Ms A <a@b.example>"),
)
FILES = (
    *(b"", b"\xef\xbb\xbf", b"\xff\xfe\x00", b"PK\x03\x04" + b"\x00" * 30, b"{" * 2000),
    *(b"Company,Role\n", b'Company;Role\n"Corbel;planner\n', b"a,b\n" * 500),
    b'{"format": "afterword", "version": 99}',
    b"now = 2026-11-23T18:00:00\n[[events]]\nkind = 7\n",
    b'{"now": "2026-11-23T18:00:00Z", "opportunity": {"employer": "\\ud800"}}',
    b'[[rule]]\nid = "x"\nsay = "\\u0000"\n',
)
CHOICES = ("", "\x00", "Mars", "💐" * 40)
OF_A_KIND = {
    "date": DAYS,
    "time": TIMES,
    "number": NUMBERS,
    "hidden": KEYS,
    "file": FILES,
    **dict.fromkeys(("select", "radio", "checkbox", "button", "submit"), CHOICES),
}
ODD = (*NUMBERS, *DAYS, *TIMES, *KEYS, *WORDS, *TEXTS)
# What addresses are asked that no form holds: links carry it.
ASKED = {"step", "channel", "variant", "what", "to", "from", "with", "size", "way", "form", "only"}
VALUES = st.one_of(st.sampled_from(ODD), st.text(max_size=20))
FUZZED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def offered(alice: User, hunt: str, page: Browser) -> list[Form]:
    """Return every form of Alice's pages, which all can be sent as they came."""
    found = forms(page.client, hunt, timeline(alice, hunt, now=NOW).events[0].uid)
    assert len({one.action for one in found}) > 15
    return found


def test_no_form_breaks_whatever_stands_in_one_of_its_fields(
    page: Browser, offered: list[Form]
) -> None:
    broken = [
        (form, name, odd)
        for form in offered
        for name, kind in form.kinds.items()
        for odd in OF_A_KIND.get(kind, TEXTS)
        if sent(page.client, form, as_it_came(form) | {name: odd}) >= 500
    ]
    assert broken == []
    assert page.open("today").address == "/"  # somebody was signed in all the while


@FUZZED
@given(drawn=st.data())
def test_no_form_breaks_whatever_stands_in_several(
    page: Browser, offered: list[Form], drawn: st.DataObject
) -> None:
    form = drawn.draw(st.sampled_from([one for one in offered if one.fields]), "form")
    names = sorted(form.fields)
    told = as_it_came(form)
    for name in drawn.draw(st.sets(st.sampled_from(names), max_size=5), "odd"):
        values = st.binary(max_size=60) if form.kinds[name] == "file" else VALUES
        told[name] = drawn.draw(values, name)
    for name in drawn.draw(st.sets(st.sampled_from(names), max_size=2), "left out"):
        told.pop(name, None)
    assert sent(page.client, form, told) < 500


@FUZZED
@given(drawn=st.data(), post=st.booleans())
def test_no_address_breaks_whatever_it_is_asked(
    page: Browser, hunt: str, offered: list[Form], drawn: st.DataObject, *, post: bool
) -> None:
    name = drawn.draw(st.sampled_from(sorted(PATTERNS)), "address")
    known = sorted(ASKED.union(*(one.fields for one in offered)))
    told = drawn.draw(st.dictionaries(st.sampled_from(known), VALUES, max_size=6), "told")
    with forgotten(page.client):
        send = page.client.post if post else page.client.get
        assert send(reverse(name, args=arguments(name, hunt)), told).status_code < 500


def as_it_came(form: Form) -> dict[str, Any]:
    """Return what a browser would send if somebody only pressed the form's first button."""
    return {name: values[0] for name, values in form.fields.items() if values}


def sent(client: Client, form: Form, told: dict[str, Any]) -> int:
    """Send a form, files as files; return the status, and leave everything as it was."""
    told = {
        name: SimpleUploadedFile("a.csv", value) if isinstance(value, bytes) else value
        for name, value in told.items()
    }
    with forgotten(client):
        status: int = (client.post if form.posts else client.get)(form.action, told).status_code
    return status


@contextmanager
def forgotten(client: Client) -> Iterator[None]:
    """Take back what is done meanwhile, so that each try begins alike, signed in."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies
