"""The address of a model: one spelling, no secrets in it, and plain http only to near machines."""

import pytest

from afterword.ghostwriter.address import Flaw, Unfit, base, is_far, is_near, is_plain


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        (" http://localhost:11434/v1/ ", "http://localhost:11434/v1"),
        ("http://localhost:11434/v1/chat/completions", "http://localhost:11434/v1"),
        ("http://localhost:11434", "http://localhost:11434"),
        ("HTTPS://API.Example.org/v1", "https://api.example.org/v1"),
        ("https://api.example.org./v1", "https://api.example.org./v1"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("http://gpu_box:8000/v1", "http://gpu_box:8000/v1"),
        ("http://192.168.1.7:8000/v1", "http://192.168.1.7:8000/v1"),
    ],
)
def test_an_address_has_one_spelling(written: str, means: str) -> None:
    assert base(written) == means


@pytest.mark.parametrize(
    ("written", "flaw"),
    [
        ("localhost:11434", Flaw.SCHEME),
        ("ftp://localhost/v1", Flaw.SCHEME),
        ("file:///etc/passwd", Flaw.SCHEME),
        ("http://sam:hunter2@localhost/v1", Flaw.INSIDE),
        ("http://localhost\\@evil.example/v1", Flaw.INSIDE),
        ("http://localhost/v1?key=hunter2", Flaw.QUERY),
        ("http://localhost/v1#hunter2", Flaw.QUERY),
        ("http://localhost/v1?", Flaw.QUERY),
        ("http://localhost:99999/v1", Flaw.NONE),
        ("http://[::1/v1", Flaw.NONE),
        ("http://localhost:0/v1", Flaw.SIGNS),
        ("http://", Flaw.SIGNS),
        ("http:///v1", Flaw.SIGNS),
        ("http://a..b/v1", Flaw.SIGNS),
        ("http://local host/v1", Flaw.SIGNS),
        ("http://exämple.org/v1", Flaw.SIGNS),
        ("http://localhost/v1\r\nHost: evil.example", Flaw.SIGNS),
        (f"http://{'a' * 64}.example/v1", Flaw.SIGNS),
        (f"http://{'a.' * 200}example/v1", Flaw.SIGNS),
    ],
)
def test_what_is_wrong_with_an_address_is_told_without_repeating_it(
    written: str, flaw: Flaw
) -> None:
    with pytest.raises(Unfit) as caught:
        base(written)
    assert caught.value.args == (flaw,)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "::1",
        "fd00::7",
        "fd00::7%eth0",
        "::ffff:192.168.1.1",
    ],
)
def test_this_machine_and_private_networks_are_near(number: str) -> None:
    assert is_near(number)


@pytest.mark.parametrize(
    "number",
    [
        "8.8.8.8",
        "172.32.0.1",
        "0.0.0.0",  # noqa: S104  not a place to listen at
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "2001:4860:4860::8888",
        "fe80::1%eth0",
        "::ffff:8.8.8.8",
        "::",
    ],
)
def test_all_else_is_far(number: str) -> None:
    assert not is_near(number)


def test_an_address_by_number_is_known_to_be_far_before_anything_is_sent() -> None:
    assert is_far("http://8.8.8.8/v1")
    assert is_far("http://[2001:4860:4860::8888]:80/v1")
    assert not is_far("http://127.0.0.1/v1")
    assert not is_far("http://a-name.example/v1")


def test_what_can_be_read_on_the_way() -> None:
    assert is_plain("http://localhost/v1")
    assert not is_plain("https://localhost/v1")
