"""The door out, against a real server: slow, broken, huge, redirecting, refusing, and good ones."""

import gzip
import logging
import socket
import time
from collections.abc import Iterator

import msgspec
import pytest

from afterword.ghostwriter import prompt
from afterword.ghostwriter.agreement import Agreed
from afterword.ghostwriter.endpoint import Limits, asker
from afterword.ghostwriter.settings import Key, Model
from afterword.ghostwriter.silence import Silence, Unanswered
from tests.ghostwriter.server import (
    GOOD,
    Answer,
    Server,
    drips,
    endless,
    plain,
    raw,
    serving,
    silent,
)
from tests.ghostwriter.study import letter, response, sent

HIDDEN = "sk-very-secret-0123456789"
REQUEST = prompt.first(sent())
QUICK = Limits(connect=0.3, read=0.3, total=0.5, size=20_000)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def ask(url: str, *, key: str = "", anywhere: bool = False, limits: Limits = QUICK) -> bytes:
    """Ask the model at an address that was agreed to."""
    model = Model(url, "a-model", Key(key), anywhere)
    return asker(model, Agreed(url, "a-model", prompt.form()), limits)(REQUEST)


def silence(answer: Answer, limits: Limits = QUICK) -> Silence:
    """Return why there is no answer from a server that answers so."""
    with serving(answer) as server, pytest.raises(Unanswered) as caught:
        ask(server.url, key=HIDDEN, limits=limits)
    assert HIDDEN not in f"{caught.value!r} {caught.value}"
    return caught.value.silence


@pytest.fixture
def good() -> Iterator[Server]:
    """A server with a good model."""
    with serving(GOOD) as server:
        yield server


# What leaves.


def test_the_request_that_was_shown_is_the_one_that_arrives(good: Server) -> None:
    assert ask(good.url) == response(letter())
    assert [(heard.path, heard.body) for heard in good.heard] == [("/v1/chat/completions", REQUEST)]


def test_nothing_but_the_usual_headers_leaves(good: Server) -> None:
    ask(good.url)
    (heard,) = good.heard
    assert set(heard.headers) == {
        "Accept",
        "Accept-Encoding",
        "Connection",
        "Content-Length",
        "Content-Type",
        "Host",
        "User-Agent",
    }
    assert heard.headers["Accept-Encoding"] == "identity"
    assert heard.headers["User-Agent"].startswith("afterword/")


def test_a_key_goes_into_one_header(good: Server) -> None:
    ask(good.url, key=HIDDEN)
    (heard,) = good.heard
    assert heard.headers["Authorization"] == f"Bearer {HIDDEN}"
    assert HIDDEN.encode() not in heard.body


def test_no_log_holds_the_key_or_the_text(good: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    ask(good.url, key=HIDDEN)
    assert caplog.records
    assert HIDDEN not in caplog.text
    assert "handover" not in caplog.text


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"])
def test_proxies_of_the_environment_are_passed_by(
    good: Server, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(plain(b"", status=502)) as proxy:
        monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        ask(good.url)
        assert proxy.heard == []
    assert len(good.heard) == 1


def test_a_netrc_of_the_environment_gives_no_password_away(
    good: Server, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login sam password hunter2\n")
    monkeypatch.setenv("NETRC", str(netrc))
    ask(good.url)
    assert "Authorization" not in good.heard[0].headers


def test_an_agreement_about_another_endpoint_opens_no_door(good: Server) -> None:
    model = Model(good.url, "a-model")
    for other in (Agreed("http://elsewhere/v1", "a-model", ""), Agreed(good.url, "b-model", "")):
        with pytest.raises(ValueError, match="another endpoint"):
            asker(model, other)
    assert good.heard == []


# What comes back.


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(good: Server, status: int) -> None:
    elsewhere = f"{good.url}/chat/completions"
    assert silence(plain(b"", status=status, Location=elsewhere)) is Silence.ELSEWHERE
    assert good.heard == []


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (201, Silence.REFUSED),
        (400, Silence.REQUEST),
        (401, Silence.KEY),
        (402, Silence.PRICE),
        (403, Silence.FORBIDDEN),
        (404, Silence.MISSING),
        (418, Silence.REFUSED),
        (422, Silence.REQUEST),
        (429, Silence.BUSY),
        (500, Silence.BROKEN_DOWN),
        (503, Silence.BROKEN_DOWN),
        (599, Silence.BROKEN_DOWN),
    ],
)
def test_a_status_is_told_in_words_of_our_own(status: int, why: Silence) -> None:
    said = b'{"error": "your key is sk-very-secret-0123456789, click http://evil.example"}'
    assert silence(plain(said, status=status)) is why


def test_the_words_say_what_to_do() -> None:
    with serving(plain(b"", status=401)) as server, pytest.raises(Unanswered) as caught:
        ask(server.url)
    told = f"{server.url} wants a key, or another one (status 401); see AFTERWORD_MODEL_KEY"
    assert str(caught.value) == told


@pytest.mark.parametrize("kind", ["text/html", "text/event-stream", "", "application/jsonp"])
def test_only_json_is_read(kind: str) -> None:
    assert silence(plain(response(letter()), kind=kind)) is Silence.TYPE


def test_json_may_say_its_character_set() -> None:
    body = response(letter())
    with serving(plain(body, kind="application/json; charset=utf-8")) as server:
        assert ask(server.url) == body


def test_a_compressed_answer_cannot_unfold_into_a_huge_one() -> None:
    bomb = gzip.compress(b"0" * 10_000_000)
    assert silence(plain(bomb, Content_Encoding="gzip")) is Silence.PACKED


def test_a_huge_answer_is_dropped_while_it_comes_in() -> None:
    assert silence(plain(b" " * 20_001)) is Silence.LARGE
    assert silence(endless) is Silence.LARGE


def test_the_largest_answer_is_still_read() -> None:
    with serving(plain(b" " * 20_000)) as server:
        assert len(ask(server.url)) == 20_000


def test_a_truncated_answer_is_none() -> None:
    body = response(letter())
    assert silence(plain(body[:100], length=len(body))) is Silence.BROKEN


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        HEAD + b"Content-Length: minus\r\n\r\n{}",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
        HEAD + b"X: " + b"x" * 200_000 + b"\r\n\r\n{}",
        b"\x16\x03\x01\x00\xff" * 50,
    ],
)
def test_what_is_not_http_is_no_answer(text: bytes) -> None:
    assert silence(raw(text)) is Silence.BROKEN


# How long it may take.


@pytest.mark.parametrize(
    "answer",
    [
        silent,
        drips(HEAD + b"Content-Length: 1000\r\n\r\n" + b" " * 1000),
        drips(b"HTTP/1.1 200 OK\r\n" + b"X-Drop: x\r\n" * 1000),
    ],
    ids=["silence", "a body that drips", "headers that drip"],
)
def test_no_server_holds_us_longer_than_the_deadline(answer: Answer) -> None:
    start = time.monotonic()
    assert silence(answer) is Silence.SLOW
    assert time.monotonic() - start < QUICK.total + 1


def test_a_body_that_drips_fast_enough_is_read() -> None:
    with serving(drips(HEAD + b"Content-Length: 2\r\n\r\n{}")) as server:
        assert ask(server.url, limits=msgspec.structs.replace(QUICK, total=20.0)) == b"{}"


def test_nobody_at_home_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unanswered) as caught:
        ask(f"http://127.0.0.1:{port}/v1")
    assert caught.value.silence is Silence.NOBODY
    assert "is the server running?" in str(caught.value)


def test_a_name_that_leads_nowhere_is_told() -> None:
    with pytest.raises(Unanswered) as caught:
        ask("http://nowhere.invalid/v1")
    assert caught.value.silence is Silence.NOBODY


def test_a_name_that_leads_here_is_asked(good: Server) -> None:
    assert ask(good.url.replace("127.0.0.1", "localhost"))


def test_https_is_not_spoken_with_a_plain_server(good: Server) -> None:
    with pytest.raises(Unanswered) as caught:
        ask(good.url.replace("http:", "https:"))
    assert caught.value.silence is Silence.NOBODY_SURE
    assert good.heard == []


@pytest.mark.parametrize("answer", [plain(b"evil", status=500), raw(b"evil evil\r\n\r\n")])
def test_what_a_server_says_stands_in_no_error(answer: Answer) -> None:
    with serving(answer) as server, pytest.raises(Unanswered) as caught:
        ask(server.url)
    assert "evil" not in str(caught.value)
