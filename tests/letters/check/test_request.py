"""The batch format: a draft that brings its own context, one a line."""

from datetime import date
from typing import Any

import msgspec
import pytest

from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.check.request import Request
from afterword.letters.kind import Kind
from afterword.letters.occasion import Phase

CONTEXT = {
    "to": "Robin Kerr",
    "to_role": "ward manager",
    "company": "Riverside",
    "role": "Nurse",
    "met_on": "2026-03-06",
    "facts": ["handover on paper"],
    "other_people": ["Ada Cole"],
}


def request(**line: Any) -> Request:  # noqa: ANN401  a line may hold anything
    """Return a request as it is read from a line."""
    return msgspec.convert({"text": "Thank you.", "act": "thank-you", **line}, Request)


def test_a_line_tells_the_occasion() -> None:
    at = request(context=CONTEXT, channel="handwritten", stage="waiting").occasion
    assert (at.to.name, at.employer, at.role, at.others) == (
        *("Robin Kerr", "Riverside", "Nurse"),
        ("Ada Cole",),
    )
    assert (at.act, at.channel, at.phase) == (Act.THANK_YOU, Channel.HANDWRITTEN, Phase.WAITING)
    assert at.met == date(2026, 3, 6)


def test_a_line_tells_what_may_be_claimed() -> None:
    claims = request(context=CONTEXT).claims
    assert claims.notes == ("handover on paper",)
    assert claims.context == ("ward manager", "2026-03-06")


def test_a_text_and_an_act_are_enough() -> None:
    bare = request()
    assert (bare.occasion.channel, bare.occasion.phase) == (Channel.EMAIL, Phase.INTERVIEWED)
    assert bare.claims.notes == ()


@pytest.mark.parametrize("met_on", ["", "Tuesday", "2026-13-01"])
def test_a_day_that_is_no_date_is_only_a_word(met_on: str) -> None:
    line = request(context={**CONTEXT, "met_on": met_on})
    assert line.occasion.met is None
    assert met_on in line.claims.context


def test_labels_and_whatever_else_a_line_holds_are_passed_over() -> None:
    assert request(label="bad", faults=[{"class": "guilt"}], scenario="x").text == "Thank you."


@pytest.mark.parametrize("line", [{"act": "wave"}, {"stage": "happy"}, {"text": None}])
def test_a_word_that_there_is_not_is_refused(line: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        request(**line)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        ("thank-you", Kind.THANKS),
        ("check-in", Kind.CHECK_IN),
        ("gracious-exit", Kind.EXIT_REJECTED),
        ("accept", Kind.ACCEPT),
        ("gift", Kind.FLOWERS),
        ("share-offer-deadline", Kind.COMPETING_OFFER),
        ("complain", Kind.OTHER),
    ],
)
def test_an_act_alone_comes_to_its_usual_kind(act: str, kind: Kind) -> None:
    assert request(act=act).occasion.kind is kind
