"""What the pages say of a model is what the code does."""

import json
import re

import msgspec
import pytest

from afterword.ghostwriter import agreement, answer, prompt, screen, settings
from afterword.ghostwriter.address import NEAR
from afterword.ghostwriter.endpoint import Limits
from afterword.ghostwriter.fences import novelty
from afterword.ghostwriter.ghost import CALLS
from afterword.ghostwriter.silence import Silence
from tests.ghostwriter.injections import ANSWERS, NAMES, NOTES
from tests.ghostwriter.study import sent
from tests.house import tree

REFERENCE = (tree.ROOT / "docs/reference/model.md").read_text(encoding="utf-8")
HOWTO = (tree.ROOT / "docs/howto/use-a-model.md").read_text(encoding="utf-8")
SECURITY = (tree.ROOT / "SECURITY.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", REFERENCE, re.MULTILINE | re.DOTALL)
LIMITS = dict(re.findall(r"^\| (.+?) \| ([\d,]+) \|$", REFERENCE, re.MULTILINE))


CURES = HOWTO.split("## When it does not work")[1]


def flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def test_the_reference_shows_the_orders_as_they_are() -> None:
    orders = [flat(text) for kind, text in BLOCKS if kind == "text"]
    assert orders == [prompt.ORDERS, prompt.AGAIN]


def test_the_reference_shows_all_that_leaves() -> None:
    data, rest = (json.loads(text) for kind, text in BLOCKS if kind == "json")
    whole = json.loads(prompt.first(sent()))
    (_, user) = whole.pop("messages")
    assert data == json.loads(user["content"])
    assert rest == whole


def test_the_reference_names_everything_that_may_be_known() -> None:
    for name in ("reader", "they_named", "other_offer_ends", "answer_due"):
        assert f"`{name}`" in REFERENCE


@pytest.mark.parametrize("page", [REFERENCE, HOWTO], ids=["reference", "howto"])
@pytest.mark.parametrize("name", [settings.URL, settings.NAME, settings.KEY, settings.PLAIN])
def test_both_pages_name_every_setting(page: str, name: str) -> None:
    assert name in page


def test_the_reference_tells_the_limits_of_the_call() -> None:
    limits = Limits()
    assert {what: int(number.replace(",", "")) for what, number in LIMITS.items()} == {
        "requests for one letter, at most": CALLS,
        "seconds until a connection is made": limits.connect,
        "seconds from first to last": limits.total,
        "bytes of an answer": limits.size,
    }


def test_the_reference_tells_the_other_limits() -> None:
    subject, words, body = answer.LONGEST_SUBJECT, answer.MOST_IN_SUBJECT, answer.LONGEST_BODY
    for said in (
        f"longer than {screen.LONGEST_NOTE} characters, or comes after {screen.MOST_FACTS} others",
        f"a subject of more than {subject} characters or {words} words",
        f"a body of more than {body:,} characters",
        f"{len(NOTES)} hostile notes, {len(NAMES)} hostile names in four places",
        f"{len(ANSWERS)} hostile answers",
        ", ".join(map(str, NEAR[:4])),
    ):
        assert said in flat(REFERENCE)


def test_the_words_of_the_novelty_fence_are_counted_as_the_reference_says() -> None:
    assert (novelty.MOST_A_SENTENCE, novelty.MOST) == (1, 3)
    assert "a letter may hold three such words" in flat(REFERENCE)


def test_the_howto_says_where_the_agreement_is_kept() -> None:
    assert f"`{agreement.FILE}`" in HOWTO
    assert set(msgspec.structs.asdict(agreement.Agreed("", "", ""))) == {"url", "model", "form"}


@pytest.mark.parametrize(
    "told",
    [
        Silence.NOBODY,
        Silence.MISSING,
        Silence.REQUEST,
        Silence.SLOW,
        Silence.FAR,
        novelty.NEWS.why,
    ],
)
def test_the_howto_has_a_cure_for_what_is_told_most(told: str) -> None:
    cures = re.findall(
        r"^\| ([^|]+?) \| [^|]+ \|$", HOWTO.split("## When it does not work")[1], re.MULTILINE
    )
    assert any(cure.removeprefix("it ") in told for cure in cures)


def test_the_promises_speak_of_the_model() -> None:
    assert "AFTERWORD_MODEL_URL" in SECURITY
    assert "Without any of them, Afterword calls nobody." in flat(SECURITY)
