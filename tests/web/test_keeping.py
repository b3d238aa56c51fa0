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


INNER = "{% kept who %}{{ who }} {% csrf_token %}{% endkept %}"
FORM = f"{{% load keeping %}}{{% kept who %}}{INNER}{{% endkept %}}"


def test_a_form_has_the_token_of_each_answer() -> None:
    form = Template(FORM)
    first, second = (
        form.render(Context({"who": "Lena", "csrf_token": token})) for token in ("one", "two")
    )
    assert 'value="one"' in first
    assert first.replace("one", "two") == second


MORE = "{% load keeping %}{% kept who with more %}{{ who }} at {{ hour }}{% endkept %}"


def test_what_takes_a_while_is_only_asked_for_where_nothing_is_kept() -> None:
    part, asked = Template(MORE), []

    def more() -> dict[str, int]:
        asked.append(1)
        return {"hour": len(asked)}

    said = [part.render(Context({"who": who, "more": more})) for who in ("Lena", "Lena", "Tom")]
    assert said == ["Lena at 1", "Lena at 1", "Tom at 2"]
