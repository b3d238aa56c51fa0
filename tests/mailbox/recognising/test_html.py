"""HTML as the text that a browser shows."""

import pytest

from afterword.mailbox.recognising.html import rendered


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<b>bo</b>ld and  much\n space", "bold and much space"),
        ("Gr&uuml;&#223;e &amp; so on", "Grüße & so on"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\nb"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<style>p{}</style><script>x()</script><title>t</title>Text", "Text"),
        ("<head><meta charset=utf-8><title>no</title></head><body>yes</body>", "yes"),
        ("<p class=MsoNormal>One</p><p class=MsoNormal>Two</p>", "One\nTwo"),
        ("<p>unclosed <b>tags <i>everywhere", "unclosed tags everywhere"),
        ("</p></div>stray ends</span>", "stray ends"),
        ("<![if !supportLists]>x<![endif]>y", "xy"),
        ("", ""),
        ("a <!-- hidden --> b", "a b"),
        ("&#xffffffff;", "\ufffd"),
    ],
)
def test_a_document_is_read_as_a_browser_shows_it(markup: str, text: str) -> None:
    assert rendered(markup).text == text


def test_what_a_program_marked_is_known_to_have_been_marked() -> None:
    assert rendered('<div class="gmail_quote">old</div>').marked
    assert not rendered("<blockquote>a proverb</blockquote>").marked


def test_a_quotation_that_somebody_wrote_stays() -> None:
    assert rendered("<p>He said:</p><blockquote>Never.</blockquote>").text == "He said:\n\nNever."


def test_what_follows_a_dropped_element_stays() -> None:
    assert rendered('<div class="gmail_quote">old</div><p>new</p>').text == "new"


def test_nothing_follows_a_cut() -> None:
    assert rendered('new<div id="divRplyFwdMsg">From</div><p>old</p>').text == "new"


def test_depth_is_bounded() -> None:
    assert rendered("<div>" * 50_000 + "deep").text == "deep"


@pytest.mark.parametrize("markup", ["<!", "<![CDATA[", "<a href='", "<!DOCTYPE [", "&", "<\x00>"])
def test_broken_markup_is_no_reason_to_stop(markup: str) -> None:
    assert isinstance(rendered(f"before {markup}").text, str)


def test_nothing_is_loaded_and_no_address_of_an_image_is_told() -> None:
    assert rendered('<img src="https://tracker.example/1.gif">Hello').text == "Hello"
