"""The door that everybody comes in by, however they showed who they are."""

import re

from django.contrib.auth import login
from django.http import HttpRequest
from django.utils.translation import gettext as _

from afterword.accounts.models import User
from afterword.actions.preferences import preferences

BROWSERS = re.compile(r"(Firefox|Edg|OPR|Chrome|Safari)/")
SYSTEMS = re.compile(r"(Windows|Android|iPhone|iPad|Mac OS X|Linux)")
CALLED = {"Edg": "Edge", "OPR": "Opera", "Mac OS X": "macOS"}
PASSWORDS = "django.contrib.auth.backends.ModelBackend"


def let_in(request: HttpRequest, user: User) -> None:
    """Sign somebody in on this device, with a session key that nobody knew before."""
    login(request, user, backend=PASSWORDS)
    request.session["device"] = device(request.headers.get("User-Agent", ""))
    request.session["keys"] = preferences(user).single_keys


def device(agent: str) -> str:
    """Return what a browser calls itself, as a person would: "Firefox on Linux"."""
    browser, system = BROWSERS.search(agent), SYSTEMS.search(agent)
    names = [CALLED.get(found[1], found[1]) for found in (browser, system) if found]
    return _(" on ").join(names) or _("A browser")
