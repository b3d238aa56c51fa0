"""The one door out: a request goes to the endpoint that was agreed to, and a response comes back.

No proxy of the environment, no redirect, no compression, no cookie; a deadline and a limit of size.
No error tells the key, the request, or what the server said.
"""

import ssl
from collections.abc import Callable
from http import HTTPStatus

import httpcore
import httpx
import msgspec

from afterword import __version__
from afterword.ghostwriter.address import is_plain
from afterword.ghostwriter.agreement import Agreed
from afterword.ghostwriter.settings import Model
from afterword.ghostwriter.silence import Silence, Unanswered, refusal
from afterword.ghostwriter.wire import Deadline, Exchange, TooFar, Transport

JSON = "application/json"


class Limits(msgspec.Struct, frozen=True):
    """How long to wait, in seconds, and the largest response, in bytes.

    `total` holds from first to last. A model on a small computer may think for minutes before it
    says its first word, so `read` is no shorter.
    """

    connect: float = 5.0
    read: float = 180.0
    total: float = 180.0
    size: int = 262_144


def asker(
    model: Model,
    agreed: Agreed,
    limits: Limits = Limits(),  # noqa: B008  frozen
) -> Callable[[bytes], bytes]:
    """Return what asks a model: given a request, the body of the response, or raises Unanswered.

    Raises ValueError where the agreement is about another endpoint or model.
    """
    if (agreed.url, agreed.model) != (model.url, model.name):
        message = "the agreement is about another endpoint"
        raise ValueError(message)
    return lambda request: _ask(model, request, limits)


def _ask(model: Model, request: bytes, limits: Limits) -> bytes:
    try:
        with _client(model, limits) as client:
            url = f"{model.url}/chat/completions"
            with client.stream("POST", url, content=request) as response:
                _accept(response, model)
                return _body(response, model, limits.size)
    except TooFar:
        raise Unanswered(Silence.FAR, model.url) from None
    except (httpx.TimeoutException, httpcore.TimeoutException):
        raise Unanswered(Silence.SLOW, model.url) from None
    except (httpx.ConnectError, httpcore.ConnectError):
        nobody = Silence.NOBODY if is_plain(model.url) else Silence.NOBODY_SURE
        raise Unanswered(nobody, model.url) from None
    except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError):
        # `from None` throughout: a protocol error may quote the header that holds the key.
        raise Unanswered(Silence.BROKEN, model.url) from None


def _client(model: Model, limits: Limits) -> httpx.Client:
    exchange = Exchange(
        Deadline(limits.total), near_only=is_plain(model.url) and not model.anywhere
    )
    headers = {
        "Accept": JSON,
        "Accept-Encoding": "identity",
        "Connection": "close",
        "Content-Type": JSON,
        "User-Agent": f"afterword/{__version__}",
    }
    if model.key:
        headers["Authorization"] = f"Bearer {model.key.reveal()}"
    return httpx.Client(
        transport=Transport(exchange, _context(model)),
        headers=headers,
        timeout=httpx.Timeout(limits.read, connect=limits.connect),
        follow_redirects=False,
        trust_env=False,
    )


def _context(model: Model) -> ssl.SSLContext:
    """Return what certificates are held against; for plain http none, which loads faster."""
    if is_plain(model.url):
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.create_ssl_context(trust_env=False)


def _accept(response: httpx.Response, model: Model) -> None:
    """Raise Unanswered for a response that is not a good one in plain JSON."""
    status = response.status_code
    if status != HTTPStatus.OK:
        raise Unanswered(refusal(status), model.url, status)
    if response.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise Unanswered(Silence.TYPE, model.url)
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise Unanswered(Silence.PACKED, model.url)


def _body(response: httpx.Response, model: Model, size: int) -> bytes:
    """Return the body of a response; raises Unanswered for one that is too large."""
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > size:
            raise Unanswered(Silence.LARGE, model.url)
    return bytes(body)
