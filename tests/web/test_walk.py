"""Who may see what: every address is tried as a stranger, and by nobody at all."""

import importlib
import pkgutil

import pytest
from django.urls import URLPattern, get_resolver, reverse

from afterword.accounts.devices import devices
from afterword.accounts.models import User
from afterword.actions.timeline import timeline
from afterword.web import stock, views
from tests.web.conftest import NOW
from tests.web.reading import Browser

PATTERNS = {
    str(one.name): one for one in get_resolver().url_patterns if isinstance(one, URLPattern)
}
# A calendar has no session: the secret in its address is its key (tests/web/test_calendar.py).
OPEN = {"sign-in", "one-time", "health", "asset", "calendar"}
STEP = "step=thank-you:okafor"
# What a page needs to be told, and the other faces of a page.
QUERIES = {
    "person": ("", "id=okafor"),
    "log": ("", "what=interview", "what=sent"),
    "later": (STEP,),
    "may-i": ("wish=flowers", "wish=by-hand"),
    "write": (f"{STEP}&channel=email", f"{STEP}&channel=handwritten"),
    "card": (STEP,),
    "guide": (STEP,),
    "grant": ("provider=gmail",),
    "search": ("q=gift", "q=nothing-of-the-kind"),
}
METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
FORM = {
    "step": "thank-you:okafor",
    "choice": "did-it",
    "what_happened": "reply",
    "on": "2026-11-23",
    "text": "Dear Ms Okafor,",
    "employer": "Mine now",
    "name": "Eve",
    "do": "remove",
}


def arguments(name: str, uid: str, event: str = "e" * 32) -> tuple[str, ...]:
    """Return arguments for an address, the uid where it asks for one."""
    values = {"uid": uid, "event_uid": event, "name": "thank-each-person-you-met", "secret": "x"}
    values["digest"] = stock.digest()
    if name == "asset":
        values["name"] = "page.css"
    return tuple(values[key] for key in PATTERNS[name].pattern.converters)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", sorted(set(PATTERNS) - OPEN))
def test_signed_out_leads_to_the_sign_in(nobody: Browser, name: str, method: str) -> None:
    address = reverse(name, args=arguments(name, "a" * 32))
    answer = getattr(nobody.client, method)(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("sign-in"))


@pytest.mark.parametrize(
    "name", sorted(n for n, one in PATTERNS.items() if "uid" in one.pattern.converters)
)
def test_a_stranger_finds_nothing(alice: User, hunt: str, stranger: Browser, name: str) -> None:
    known = timeline(alice, hunt, now=NOW)
    address = reverse(name, args=arguments(name, hunt, known.events[0].uid))
    answers = [
        getattr(stranger.client, method)(f"{address}?step=thank-you:okafor").status_code
        for method in ("get", "put", "delete")
    ]
    answers.append(stranger.client.post(address, FORM).status_code)
    assert set(answers) <= {404, 405}
    assert 404 in answers
    assert timeline(alice, hunt, now=NOW) == known


def test_a_stranger_cannot_undo_export_or_sign_out_others(
    alice: User, hunt: str, page: Browser, stranger: Browser
) -> None:
    change = timeline(alice, hunt, now=NOW).events[0].change
    assert stranger.post("undo", change=change).status == 404
    assert stranger.client.get(reverse("export"), {"only": hunt}).status_code == 404
    page.open("today")
    device = devices(alice, now=NOW)[0].id
    stranger.post("devices", device=device)
    assert [one.id for one in devices(alice, now=NOW)] == [device]
    assert "Riverside" not in stranger.open("today").text + stranger.open("search", q="river").text


def test_what_is_open_to_all_is_known() -> None:
    free = {
        name for name, one in PATTERNS.items() if not getattr(one.callback, "login_required", True)
    }
    assert free == OPEN


def test_no_view_escapes_the_walk() -> None:
    walked = {one.callback for one in PATTERNS.values()}
    found = {
        one
        for module in pkgutil.iter_modules(views.__path__)
        for one in vars(importlib.import_module(f"{views.__name__}.{module.name}")).values()
        if callable(one)
        and getattr(one, "__module__", "").startswith(views.__name__)
        and next(iter(getattr(one, "__annotations__", {})), "") == "request"
        and not one.__name__.startswith("_")
        and one.__name__ not in {"given", "country"}
    }
    assert found == walked
