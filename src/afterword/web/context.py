"""What every page shows around its own content: where one is, and what has just changed."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from afterword.web import stock
from afterword.web.visit import CHANGED

# The name of the view, what it is called, and the key after `g`.
PLACES = (
    ("today", lazy("Today"), "t"),
    ("opportunities", lazy("Opportunities"), "o"),
    ("writing", lazy("Write"), "w"),
    ("mail", lazy("Mail"), "m"),
    ("rulebook", lazy("Rulebook"), "r"),
    ("settings", lazy("Settings"), "s"),
)
WITHIN = {
    "opportunity": "opportunities",
    "log": "opportunities",
    "event": "opportunities",
    "write": "writing",
    "card": "writing",
    "message": "mail",
    "rule": "rulebook",
    "house": "settings",
    "import": "settings",
    "reminders": "settings",
    "digest": "settings",
    "password": "settings",
    "delete": "settings",
}


def page(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of a page needs."""
    match = request.resolver_match
    here = match.url_name or "" if match else ""
    signed_in = hasattr(request, "user") and request.user.is_authenticated
    session = getattr(request, "session", {})
    return {
        "edition": stock.digest(),
        "here": here,
        "places": partial(_places, here),  # asked for only where the frame is not kept
        "signed_in": signed_in,
        "hosted": settings.HTTPS,
        "keys": session.get("keys", True),
        "example": session.get("example", ()),
        "notice": session.pop(CHANGED, None) if signed_in else None,
    }


def _places(here: str) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "called": called,
            "key": key,
            "address": reverse(name),
            "current": name == WITHIN.get(here, here),
        }
        for name, called, key in PLACES
    ]
