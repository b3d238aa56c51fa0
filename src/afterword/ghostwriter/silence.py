"""Why no answer came from a model: sentences of our own, and never what the server said."""

from collections.abc import Mapping
from enum import StrEnum
from http import HTTPStatus


class Silence(StrEnum):
    """A reason, with a place for the address and the status; what to do is in it where known."""

    FAR = (
        "Nothing was sent: {url} is not in a private network, and http can be read on the way; use"
        " https, or set AFTERWORD_MODEL_PLAIN_HTTP=yes if you mean it"
    )
    NOBODY = "{url} cannot be reached; is the server running?"
    NOBODY_SURE = "{url} cannot be reached, or its certificate is not to be trusted"
    SLOW = "{url} took too long"
    BROKEN = "The connection to {url} broke off"
    LARGE = "{url} answered with far more than any letter"
    TYPE = "{url} did not answer with JSON; is it the right address?"
    PACKED = "{url} answered in a compressed form that was not asked for"
    REQUEST = "{url} does not understand the request (status {status}); it may know no JSON schemas"
    KEY = "{url} wants a key, or another one (status {status}); see AFTERWORD_MODEL_KEY"
    PRICE = "{url} wants to be paid first (status {status})"
    FORBIDDEN = "{url} does not let this key use this model (status {status})"
    MISSING = "{url} knows no such model or address (status {status}); addresses mostly end in /v1"
    BUSY = "{url} has had too many requests (status {status}); try again later"
    ELSEWHERE = "{url} sends the request elsewhere (status {status}), which was not agreed to"
    BROKEN_DOWN = "{url} is out of order (status {status})"
    REFUSED = "{url} refused (status {status})"


class Unanswered(Exception):
    """No answer came; the message says why."""

    def __init__(self, silence: Silence, url: str, status: int = 0) -> None:
        """Compose the message for an endpoint, by its base address."""
        super().__init__(silence.format(url=url, status=status))
        self.silence = silence


STATUSES: Mapping[int, Silence] = {
    HTTPStatus.BAD_REQUEST: Silence.REQUEST,
    HTTPStatus.UNAUTHORIZED: Silence.KEY,
    HTTPStatus.PAYMENT_REQUIRED: Silence.PRICE,
    HTTPStatus.FORBIDDEN: Silence.FORBIDDEN,
    HTTPStatus.NOT_FOUND: Silence.MISSING,
    HTTPStatus.UNPROCESSABLE_ENTITY: Silence.REQUEST,
    HTTPStatus.TOO_MANY_REQUESTS: Silence.BUSY,
}


def refusal(status: int) -> Silence:
    """Return what a status means that is not 200."""
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return Silence.ELSEWHERE
    down = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return STATUSES.get(status, Silence.BROKEN_DOWN if down else Silence.REFUSED)
