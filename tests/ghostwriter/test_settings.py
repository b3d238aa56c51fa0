"""Which model: off by default, plain errors, and a key that nothing shows."""

import msgspec
import pytest

from afterword.etiquette.problem import Guide, Malformed
from afterword.ghostwriter.settings import Key, Model, model

HIDDEN = "sk-very-secret-0123456789"
HERE = {"AFTERWORD_MODEL_URL": "http://localhost:11434/v1", "AFTERWORD_MODEL": "llama3.2"}


def no_ring(url: str) -> str:
    """Hold no key."""
    del url
    return ""


def read(**changes: str) -> Model:
    """Return the model of an environment with these changes."""
    found = model({**HERE, **changes}, no_ring)
    assert found
    return found


def wrong(**changes: str) -> dict[str, str]:
    """Return what is wrong with an environment, by setting."""
    with pytest.raises(Malformed) as caught:
        model({**HERE, **changes}, no_ring)
    assert caught.value.guide is Guide.MODEL
    assert HIDDEN not in str(caught.value)
    return {problem.path: problem.message for problem in caught.value.problems}


@pytest.mark.parametrize("environ", [{}, {"AFTERWORD_MODEL_URL": "  "}, {"AFTERWORD_MODEL": "x"}])
def test_without_an_address_there_is_no_model(environ: dict[str, str]) -> None:
    assert model(environ, no_ring) is None


def test_an_address_and_a_name_are_enough() -> None:
    found = read()
    assert (found.url, found.name, bool(found.key)) == (
        "http://localhost:11434/v1",
        "llama3.2",
        False,
    )


def test_the_key_comes_from_the_environment_first() -> None:
    ring = {"http://localhost:11434/v1": "from-the-ring"}
    environ = {**HERE, "AFTERWORD_MODEL_KEY": f" {HIDDEN}\n"}
    found = model(environ, ring.__getitem__)
    assert found
    assert found.key.reveal() == HIDDEN


def test_the_ring_is_asked_for_the_key_of_this_endpoint() -> None:
    ring = {"http://localhost:11434/v1": "from-the-ring"}
    found = model(HERE, ring.__getitem__)
    assert found
    assert found.key.reveal() == "from-the-ring"


def test_nothing_shows_a_key() -> None:
    found = read(AFTERWORD_MODEL_KEY=HIDDEN)
    for shown in (repr(found), str(found), repr(found.key), str(found.key), f"{found.key}"):
        assert HIDDEN not in shown
    with pytest.raises(TypeError):
        msgspec.json.encode(found)
    assert repr(Key()) == "Key()"


def test_every_setting_that_is_wrong_is_told_at_once() -> None:
    told = wrong(
        AFTERWORD_MODEL_URL="localhost",
        AFTERWORD_MODEL="",
        AFTERWORD_MODEL_PLAIN_HTTP="perhaps",
        AFTERWORD_MODEL_KEY=f"{HIDDEN} {HIDDEN}",
    )
    assert told == {
        "AFTERWORD_MODEL_URL": "begins with http:// or https://, as in http://localhost:11434/v1",
        "AFTERWORD_MODEL": "names the model as the endpoint knows it, as in llama3.2",
        "AFTERWORD_MODEL_PLAIN_HTTP": "is yes or no",
        "AFTERWORD_MODEL_KEY": "holds signs that no key has; copy it again",
    }


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "ünïcode", "\x00", "k" * 4_001])
def test_a_key_cannot_break_out_of_its_header(key: str) -> None:
    assert set(wrong(AFTERWORD_MODEL_KEY=key)) == {"AFTERWORD_MODEL_KEY"}


@pytest.mark.parametrize("name", ["a\nb", "a" * 201, "\x1b[31m"])
def test_a_name_is_one_short_line(name: str) -> None:
    assert set(wrong(AFTERWORD_MODEL=name)) == {"AFTERWORD_MODEL"}


def test_an_address_with_a_password_is_refused_without_repeating_it() -> None:
    told = wrong(AFTERWORD_MODEL_URL=f"https://sam:{HIDDEN}@api.example.org/v1")
    assert "must hold no name and no password" in told["AFTERWORD_MODEL_URL"]


def test_plain_http_to_the_open_net_needs_a_word() -> None:
    far = "http://8.8.8.8/v1"
    assert (
        "readable for everybody on the way" in wrong(AFTERWORD_MODEL_URL=far)["AFTERWORD_MODEL_URL"]
    )
    assert read(AFTERWORD_MODEL_URL=far, AFTERWORD_MODEL_PLAIN_HTTP="Yes").anywhere
    assert not read(AFTERWORD_MODEL_URL="https://8.8.8.8/v1").anywhere
    assert not read(AFTERWORD_MODEL_URL="http://192.168.1.2/v1").anywhere


def test_the_ring_is_left_alone_where_a_setting_is_wrong() -> None:
    def ring(url: str) -> str:
        raise AssertionError(url)

    with pytest.raises(Malformed):
        model({**HERE, "AFTERWORD_MODEL": ""}, ring)
