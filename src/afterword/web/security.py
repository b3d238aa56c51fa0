"""What every answer tells the browser: run nothing but ours, keep nothing, tell no other site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    # A script can only come from a file of ours: text that becomes a page passes `trust.js`, and
    # text that would become a script passes nowhere.
    "require-trusted-types-for": "'script'",
    "trusted-types": "default",
}
FEATURES = (
    *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope"),
    *("hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "serial", "usb"),
)
NOTHING_OF_IT = ", ".join(f"{feature}=()" for feature in FEATURES)


def policy(**instead: str) -> str:
    """Return the content security policy; `style_src="…"` puts another source in its place."""
    own = {name.replace("_", "-"): value for name, value in instead.items()}
    return "; ".join(f"{name} {value}" for name, value in (POLICY | own).items())


def headers(answer: Answer) -> Answer:
    """Add the headers to every answer that has none of its own."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", policy())
        response.headers.setdefault("Permissions-Policy", NOTHING_OF_IT)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        if isinstance(response, HttpResponse):
            # A page may hold what nobody else should see after the person has gone.
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return answered
