"""Calendars behind CalDAV (RFC 4791): the one module that speaks to a calendar server.

A package for CalDAV would bring a second HTTP client with QUIC, an XML library and eight more
along, to say the six things that are said here. Everything leaves by the ghostwriter's line: no
proxy of the environment, and one deadline for all that is said on one connection.
"""

import ssl
from collections.abc import Collection, Iterator, Mapping
from http import HTTPStatus
from urllib.parse import unquote, urljoin, urlsplit

import httpcore
import httpx

from afterword import __version__
from afterword.ghostwriter.wire import Deadline, Exchange, Transport
from afterword.mailbox import multistatus as dav
from afterword.mailbox.agenda import (
    Changed,
    Elsewhere,
    Found,
    Gone,
    Later,
    Listed,
    NoAgenda,
    ReadOnly,
    Silent,
    Taken,
    host_of,
    is_kin,
)
from afterword.mailbox.server import Password
from afterword.mailbox.trouble import Dropped, NotLetIn, Odd, Trouble, Untrusted
from afterword.tongue import gettext as _

XML, CALENDAR = "application/xml; charset=utf-8", "text/calendar; charset=utf-8"
WELL_KNOWN = "/.well-known/caldav"
PATIENCE = 10.0  # seconds for one answer
TOTAL = 120.0  # seconds for all of them
MOST = 4_194_304  # bytes of an answer
AT_ONCE, HOPS = 50, 5
NO_TWINS = b"no-uid-conflict"
THERE = (HTTPStatus.MULTI_STATUS, HTTPStatus.UNAUTHORIZED)
SPENT = (
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.INSUFFICIENT_STORAGE,
)
PRECONDITION = HTTPStatus.PRECONDITION_FAILED
MISSING = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
NO_SUCH = (*MISSING, HTTPStatus.OK, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED)


class Answer:
    """What a server said: where, how it went, and the words."""

    def __init__(self, url: str, response: httpx.Response, body: bytes) -> None:
        """Keep what was read."""
        self.url, self.status, self.body = url, response.status_code, body
        self.etag = response.headers.get("etag", "")
        self.onward = urljoin(url, response.headers.get("location", ""))
        self.ways = response.headers.get("www-authenticate", "")

    @property
    def is_redirect(self) -> bool:
        """Whether it names another address to ask."""
        return self.status in range(300, 400) and self.onward != self.url


class Line:
    """A connection to calendar servers; without credentials it says nothing that is secret."""

    def __init__(self, credentials: Password | None, trust: ssl.SSLContext | None = None) -> None:
        """Begin; `trust` is what certificates are held against, those of this machine if none."""
        exchange = Exchange(Deadline(TOTAL), near_only=False)
        self._credentials = credentials
        self._client = httpx.Client(
            transport=Transport(exchange, trust or ssl.create_default_context()),
            headers={"Accept-Encoding": "identity", "User-Agent": f"afterword/{__version__}"},
            auth=_signing(credentials),
            timeout=PATIENCE,
            follow_redirects=False,
            trust_env=False,
        )

    def say(self, method: str, url: str, body: bytes = b"", **headers: str) -> Answer:
        """Return the answer to a request; raises Trouble where there is none, or no welcome."""
        host = host_of(url)
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            with self._client.stream(method, url, content=body, headers=told) as response:
                answer = Answer(url, response, _body(response, host))
        except (httpx.TimeoutException, httpcore.TimeoutException):
            raise Later(host, _("it took too long")) from None
        except (httpx.ConnectError, httpcore.ConnectError) as error:
            raise _unconnected(host, error) from None
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError):
            raise Dropped(host) from None
        except (httpx.InvalidURL, UnicodeError):
            raise Silent(host) from None
        if self._credentials:
            _welcome(answer, host)
        return answer

    def asked(self, method: str, url: str, body: bytes, depth: str = "0") -> Answer:
        """Return the answer to a question, wherever the server has it; raises Trouble.

        With credentials, only where it is surely the same provider's.
        """
        for _hop in range(HOPS):
            answer = self.say(method, url, body, Depth=depth, Content_Type=XML)
            if not answer.is_redirect:
                return answer
            if not _may_follow(url, answer.onward, signed=self._credentials is not None):
                raise Elsewhere(host_of(url), host_of(answer.onward))
            url = answer.onward
        raise NoAgenda(host_of(url))

    def close(self) -> None:
        """Hang up."""
        self._client.close()


class CalDav:
    """The calendars of one person behind CalDAV, as `agenda.Agenda` describes them."""

    def __init__(
        self, url: str, credentials: Password, trust: ssl.SSLContext | None = None
    ) -> None:
        """Begin at an address, such as `context` finds."""
        self._url, self._host = url, host_of(url)
        self._line = Line(credentials, trust)

    def calendars(self) -> tuple[Listed, ...]:
        """Return the calendars that appointments can be written into; raises Trouble."""
        start = self._told(self._url, dav.PRINCIPAL, dav.HOME, dav.TYPE)
        if any(one.takes_events for _at, one in start):
            return tuple(self._listed(self._url))
        home = _first(start, dav.HOME)
        if not home and (principal := _first(start, dav.PRINCIPAL)):
            home = _first(self._told(self._near(principal), dav.HOME), dav.HOME)
        return tuple(self._listed(self._near(home or self._url)))

    def _listed(self, home: str) -> Iterator[Listed]:
        names = (dav.TYPE, dav.NAME, dav.COMPONENTS, dav.PRIVILEGES)
        for at, one in self._told(home, *names, depth="1"):
            if one.takes_events:
                address = self._near(urljoin(at, one.href))
                last = unquote(address.rstrip("/").rpartition("/")[2])
                yield Listed(f"{address.rstrip('/')}/", one.text(dav.NAME) or last)

    def etags(self, calendar: str, names: Collection[str]) -> Mapping[str, str]:
        """Return the state of each entry of these names that is there; raises Trouble."""
        found: dict[str, str] = {}
        path = urlsplit(calendar).path
        every = sorted(names)
        for first in range(0, len(every), AT_ONCE):
            some = every[first : first + AT_ONCE]
            question = dav.wanted_of((path + name for name in some), dav.ETAG)
            answer = self._line.asked("REPORT", calendar, question, depth="1")
            for one in self._read(answer):
                name, etag = unquote(one.href.rpartition("/")[2]), one.text(dav.ETAG)
                if one.status == HTTPStatus.OK and etag and name in some:
                    found[name] = etag
        return found

    def entry(self, calendar: str, name: str) -> Found | None:
        """Return an entry, or nothing where there is none of that name; raises Trouble."""
        answer = self._line.say("GET", calendar + name)
        if answer.status in MISSING:
            return None
        if answer.status != HTTPStatus.OK:
            raise Odd(self._host, _status(answer))
        return Found(answer.etag or self._etag(calendar, name), answer.body)

    def put(self, calendar: str, name: str, raw: bytes, *, instead: str = "") -> str:
        """Write an entry and return its state; raises Changed, Taken and Trouble."""
        only = {"If_Match": instead} if instead else {"If_None_Match": "*"}
        answer = self._line.say("PUT", calendar + name, raw, Content_Type=CALENDAR, **only)
        if answer.status == PRECONDITION:
            raise Taken if NO_TWINS in answer.body else Changed
        if answer.status in {HTTPStatus.CONFLICT, HTTPStatus.FORBIDDEN}:
            if NO_TWINS in answer.body:
                raise Taken
            raise Gone if answer.status == HTTPStatus.CONFLICT else ReadOnly(self._host)
        if answer.status in {*MISSING, HTTPStatus.METHOD_NOT_ALLOWED}:
            raise Gone
        if answer.status not in range(200, 300):
            raise Odd(self._host, _status(answer))
        # A server that changed what it was given tells no state of it (RFC 4791, section 5.3.4).
        return answer.etag or self._etag(calendar, name)

    def remove(self, calendar: str, name: str, etag: str) -> bool:
        """Take an entry away; return whether it was there. Raises Changed and Trouble."""
        answer = self._line.say("DELETE", calendar + name, If_Match=etag)
        if answer.status == PRECONDITION:
            # Some answer so where there is nothing any more, too.
            if not self.etags(calendar, (name,)):
                return False
            raise Changed
        if answer.status == HTTPStatus.FORBIDDEN:
            raise ReadOnly(self._host)
        if answer.status not in {*range(200, 300), *MISSING}:
            raise Odd(self._host, _status(answer))
        return answer.status not in MISSING

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def _etag(self, calendar: str, name: str) -> str:
        return self.etags(calendar, (name,)).get(name, "")

    def _told(self, url: str, *names: str, depth: str = "0") -> list[tuple[str, dav.Answer]]:
        """Return what is said of an address, each with where it was said."""
        answer = self._line.asked("PROPFIND", url, dav.wanted(*names), depth)
        return [(answer.url, one) for one in self._read(answer, looking=True)]

    def _read(self, answer: Answer, *, looking: bool = False) -> tuple[dav.Answer, ...]:
        if answer.status != HTTPStatus.MULTI_STATUS:
            if looking and answer.status in NO_SUCH:
                raise NoAgenda(self._host)
            raise Gone if answer.status in MISSING else Odd(self._host, _status(answer))
        try:
            return dav.answers(answer.body)
        except dav.Unreadable:
            raise Odd(self._host, _("no XML that CalDAV knows")) from None

    def _near(self, address: str) -> str:
        """Return an address of the same provider, in full; raises Elsewhere."""
        full = urljoin(self._url, address)
        if not is_kin(self._url, full):
            raise Elsewhere(self._host, host_of(full))
        return full


def context(url: str, trust: ssl.SSLContext | None = None) -> str:
    """Return where the calendars of a provider begin (RFC 6764, section 6); raises Trouble.

    Nothing secret is said for that. An address with a path is taken at its word.
    """
    if urlsplit(url).path not in {"", "/"}:
        return url
    line = Line(None, trust)
    try:
        for path in (WELL_KNOWN, "/"):
            answer = line.asked("PROPFIND", urljoin(url, path), dav.wanted(dav.PRINCIPAL))
            if answer.status in THERE:
                return answer.url
        raise NoAgenda(host_of(url))
    finally:
        line.close()


def _signing(credentials: Password | None) -> httpx.BasicAuth | None:
    if credentials is None:
        return None
    return httpx.BasicAuth(credentials.user.encode(), credentials.secret.encode())


def _body(response: httpx.Response, host: str) -> bytes:
    body = bytearray()
    for piece in response.iter_raw():
        body += piece
        if len(body) > MOST:
            raise Odd(host, _("an answer without end"))
    return bytes(body)


def _welcome(answer: Answer, host: str) -> None:
    """Raise Trouble for an answer that says: not you, or not now."""
    if answer.status == HTTPStatus.UNAUTHORIZED:
        basic = "basic" in answer.ways.lower() or not answer.ways
        why = "" if basic else _("it wants another way of signing in than name and password")
        raise NotLetIn(host, why)
    if answer.status in SPENT:
        raise Later(host, _status(answer))


def _status(answer: Answer) -> str:
    return _("status {number}").format(number=answer.status)


def _unconnected(host: str, error: BaseException) -> Trouble:
    """Return why there is no connection: nobody there, or nobody who can prove a name."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Untrusted(host, cause.verify_message)
        cause = cause.__cause__ or cause.__context__
    return Silent(host)


def _may_follow(url: str, onward: str, *, signed: bool) -> bool:
    if signed:
        return is_kin(url, onward)
    return onward.startswith("https://") or is_kin(url, onward)


def _first(told: list[tuple[str, dav.Answer]], name: str) -> str:
    return next((urljoin(at, one.address(name)) for at, one in told if one.address(name)), "")
