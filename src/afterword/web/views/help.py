"""Help: how it is meant, the keys, and what it will not do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

KEYS = (
    ("?", lazy("this list")),
    ("/", lazy("search")),
    ("Ctrl K", lazy("everything there is to do here")),
    ("g t", lazy("go to Today")),
    ("g o", lazy("go to the opportunities")),
    ("g w", lazy("go to what there is to write")),
    ("g m", lazy("go to the mail")),
    ("g r", lazy("go to the rulebook")),
    ("g s", lazy("go to the settings")),
    ("n", lazy("I had an interview")),
    ("j  k", lazy("to the next, to the one before")),
    ("Enter", lazy("open it")),
    ("w", lazy("write it")),
    ("d", lazy("it is done")),
    ("x", lazy("not this time")),
    ("s", lazy("later")),
    ("y", lazy("why")),
    ("l", lazy("log what happened")),
    ("e", lazy("change the facts")),
    ("c", lazy("copy the text")),
    ("r", lazy("other wording")),
    ("h", lazy("by hand")),
    ("p", lazy("print the guide sheet")),
    ("u", lazy("undo")),
)
NEVER = (
    lazy("Send anything by itself. You decide, and you sign."),
    lazy("Track who opened what. The reader of your note is not a target."),
    lazy("Score people, candidates or employers."),
    lazy("Fake a hand. A handwriting font would counterfeit the one gift that counts: your time."),
    lazy("Read mail that you did not point it at, or call home."),
    lazy("Recommend a gift before the ink is dry."),
)


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Show how it is meant, and the keys."""
    return render(request, "help.html", {"list": KEYS, "never": NEVER})


@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Show the pages that have no room in the bar of a small screen."""
    return render(request, "more.html")
