"""Parts of pages that are kept say what they would say if they were rendered anew."""

from datetime import timedelta

import pytest
from django.template import Context, Template
from django.test import override_settings
from django.utils import translation

from tests.web.conftest import NOW

TEXT = "{% load keeping %}{% kept who %}{{ who }} at {{ hour }}{% endkept %}"


@pytest.fixture
def part() -> Template:
    return Template(TEXT)


def said(part: Template, who: object, hour: int = 1) -> str:
    return part.render(Context({"who": who, "hour": hour}))


def test_what_it_is_made_of_is_rendered_once(part: Template) -> None:
    assert said(part, "Lena") == said(part, "Lena", hour=2) == "Lena at 1"
    assert said(part, "Tom", hour=2) == "Tom at 2"


def test_two_places_do_not_share() -> None:
    first, second = Template(TEXT), Template(TEXT)
    assert said(first, "Lena", hour=1) != said(second, "Lena", hour=2)


def test_each_language_has_its_own(part: Template) -> None:
    assert said(part, "Lena") == "Lena at 1"
    with translation.override("de"):
        assert said(part, "Lena", hour=2) == "Lena at 2"


def test_it_is_rendered_anew_by_the_quarter_of_an_hour(part: Template) -> None:
    assert said(part, "Lena") == "Lena at 1"
    with override_settings(CLOCK=lambda: NOW + timedelta(minutes=14)):
        assert said(part, "Lena", hour=2) == "Lena at 1"
    with override_settings(CLOCK=lambda: NOW + timedelta(minutes=15)):
        assert said(part, "Lena", hour=3) == "Lena at 3"


def test_what_is_said_is_escaped_once(part: Template) -> None:
    assert said(part, "<b>") == said(part, "<b>", hour=2) == "&lt;b&gt; at 1"
