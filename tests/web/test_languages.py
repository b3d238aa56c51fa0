"""In another language no English is left, but what is data: letters, rules and names."""

import ast
import re
import socket
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.template.base import Lexer, TokenType
from django.test import Client, override_settings
from django.urls import reverse

from afterword.accounts.models import User
from afterword.actions.save_notes import save_notes
from afterword.actions.timeline import timeline
from afterword.letters.notes import Note, Stem
from tests.web.conftest import NOW
from tests.web.reading import Browser
from tests.web.test_walk import PATTERNS, arguments
from tools import messages

TEMPLATES = sorted((messages.SOURCE / "web/templates").rglob("*.html"))
ASKED = {
    "log": {"what": "interview"},
    "may-i": {"wish": "flowers"},
    "later": {"step": "thank-you:okafor"},
    "write": {"step": "thank-you:okafor", "channel": "email"},
    "card": {"step": "thank-you:okafor"},
    "person": {"id": "okafor"},
    "search": {"q": "gift"},
}
# What is no page: files, answers to scripts, and the sheet to print, whose words are the letter's.
NO_PAGE = {"asset", "health", "export", "guide", "one-time", "calendar", "reminder", "due"}
# What a person wrote, what things are called in any language, and signs that are no words.
DATA = re.compile(
    r"Riverside Hospital|charge nurse|Ms Adaeze Okafor|Afterword|Apple|Google|Thunderbird|Apprise"
    r"|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"|[a-z0-9]+(?:-[a-z0-9]+)+|[\w.-]+\.(?:com|org|uk|net|edu|gov)\b|\bA6\b|\bDL\b|\bA\d\b|✓|×"
)
SILENT = {"script", "style", "textarea", "code", "kbd", "title", "q"}
SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-done", "data-ask", "data-select")


class Reader(HTMLParser):
    """Collects what a page says in the language of the page."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.said: list[str] = []
        self.within: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note attributes that are read out, and elements whose words are in another language."""
        known = dict(attrs)
        silent = tag in SILENT or ("lang" in known and tag != "html")
        if not self.silent and not silent:
            self.said += [value for name in SPOKEN if (value := known.get(name))]
        if tag not in {"meta", "link", "input", "br", "hr", "img"}:
            self.within.append(silent)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        del tag
        self.within.pop()

    def handle_data(self, data: str) -> None:
        """Note what is said."""
        if not self.silent and data.strip():
            self.said.append(" ".join(data.split()))

    @property
    def silent(self) -> bool:
        """Whether what comes now is not in the language of the page."""
        return any(self.within)


def left(html: str) -> list[str]:
    """Return what a page says that no translator has seen."""
    reader = Reader()
    reader.feed(html)
    whole = "\n".join(reader.said)
    while (bare := re.sub(r"⟦[^⟦⟧]*⟧", "", whole)) != whole:
        whole = bare
    return [line for line in whole.splitlines() if re.search(r"[a-zA-Z]{2}", DATA.sub("", line))]


@pytest.fixture(scope="session")
def wrapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a language whose every text stands in brackets."""
    place: Path = tmp_path_factory.mktemp("locale")
    catalogue = Catalog(locale="en")
    for message in messages.template():
        if isinstance(message.id, tuple):
            catalogue.add(message.id, tuple(f"⟦{text}⟧" for text in message.id))
        elif message.id:
            catalogue.add(message.id, f"⟦{message.id}⟧")
    path = place / "xx/LC_MESSAGES/django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    return place


@pytest.fixture
def foreign(alice: User, wrapped: Path) -> Iterator[Client]:
    """Return Alice's browser, which asks for that language."""
    languages = [("en", "English"), ("xx", "⟦⟧")]
    with override_settings(LOCALE_PATHS=[wrapped], LANGUAGES=languages):
        client = Client(SERVER_NAME="localhost", headers={"accept-language": "xx"})
        client.force_login(alice)
        yield client


@pytest.mark.parametrize("name", sorted(set(PATTERNS) - NO_PAGE))
def test_no_english_is_left_on_a_page(foreign: Client, alice: User, hunt: str, name: str) -> None:
    note = Note("you run the ward in two minutes", Stem.STRUCK)
    save_notes(alice, hunt, (note,), now=NOW)
    event = timeline(alice, hunt, now=NOW).events[0].uid
    answer = foreign.get(reverse(name, args=arguments(name, hunt, event)), ASKED.get(name))
    assert left(answer.content.decode()) == []
    if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
        assert 'lang="xx"' in answer.content.decode() or name == "preview"


def test_what_an_action_says_is_translated(foreign: Client, hunt: str) -> None:
    form = {"step": "thank-you:okafor", "choice": "not-this-time"}
    answer = foreign.post(reverse("choose", args=(hunt,)), form, follow=True)
    assert "⟦Not this time.⟧" in answer.content.decode()
    assert left(answer.content.decode()) == []


def test_what_goes_wrong_with_mail_is_translated(foreign: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    form = {"address": "alice@home.example", "host": "localhost", "port": port, "password": "x"}
    answer = foreign.post(reverse("mailbox"), {**form, "security": "tls", "do": "connect"})
    said = answer.content.decode()
    assert f"⟦No mail server answers at localhost, port {port}. Check the name" in said
    assert left(said) == ["alice@home.example"]


def untranslated(template: str) -> list[str]:
    """Return what a template says itself, outside of what is handed to a translator."""
    said, within = [], False
    for token in Lexer(template).tokenize():
        match token.token_type, token.contents.partition(" ")[0]:
            case TokenType.BLOCK, ("blocktrans" | "blocktranslate"):
                within = True
            case TokenType.BLOCK, ("endblocktrans" | "endblocktranslate"):
                within = False
            case TokenType.TEXT, _ if not within:
                said.append(token.contents)
    return left("".join(said).replace("<!doctype html>", ""))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_past_the_translator(template: Path) -> None:
    assert untranslated(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Write it</p>", ["Write it"]),
        ("<p>{% trans 'Write it' %}</p>", []),
        ("{% blocktrans %}Write it{% endblocktrans %} now", ["now"]),
        ('<a aria-label="Write it">✓</a>', ["Write it"]),
        ('<p lang="en">Write it</p>', []),
        ("<p>⟦Write⟧ it</p>", ["it"]),
    ],
)
def test_what_is_not_translated_is_found(template: str, found: list[str]) -> None:
    assert [one.strip() for one in untranslated(template)] == found


def test_the_texts_for_translators_are_current() -> None:
    known = (messages.LOCALE / "afterword.pot").read_text(encoding="utf-8")
    assert known == messages.pot(), "stale: run make docs"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("en-GB", "Not before Mon 30 Nov, 09:00<"),
        ("en-US", "Not before Mon, Nov 30, 9 a.m.<"),
        ("de-DE,de;q=0.9", "Not before Mon 30 Nov, 09:00<"),
        ("", "Not before Mon 30 Nov, 09:00<"),
    ],
)
def test_dates_are_written_as_where_the_browser_is(
    page: Browser, hunt: str, asked: str, said: str
) -> None:
    headers = {"accept-language": asked}
    answer = page.client.get(reverse("may-i", args=(hunt,)), {"wish": "ask"}, headers=headers)
    assert said in answer.content.decode()


# What is no text for people: patterns, and the names within the made-up hunt.
UNSPOKEN = {"pasted.py", "example.py", "mapping.py"}
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
MODULES = sorted(path for path in (messages.SOURCE / "web").rglob("*.py"))


def spoken(code: str) -> list[str]:
    """Return the sentences in a module that are handed to no translator."""
    tree = ast.parse(code)
    known = {id(one) for call in ast.walk(tree) if _is_told(call) for one in ast.walk(call)}
    said = [
        one.value
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in known
    ]
    return [text for text in said if SENTENCE.search(text) and text not in NAMES]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_view_says_nothing_past_the_translator(module: Path) -> None:
    found = spoken(module.read_text(encoding="utf-8"))
    assert module.name in UNSPOKEN or found == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('said = "Write it now"', ["Write it now"]),
        ('said = _("Write it now")', []),
        ('def f():\n    """Write it now."""', []),
        ('said = f"Write {it} now and here"', [" now and here"]),
    ],
)
def test_a_sentence_past_the_translator_is_found(code: str, found: list[str]) -> None:
    assert spoken(code) == found


# Gifts and a thread, by their names; and what a browser calls itself.
NAMES = {"a small present", "something sweet", "the reader of letters"}


def _is_told(node: ast.AST) -> bool:
    """Return whether a node is a call of a translator, a docstring, or a pattern."""
    called = node.func if isinstance(node, ast.Call) else None
    name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
    return name in {*messages.KEYWORDS, "compile"} or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def test_who_chose_a_language_keeps_it_in_that_browser(page: Browser, hunt: str) -> None:
    form = {"register": "plain", "spelling": "gb", "language": "en-us"}
    page.post("settings", **form)
    assert "9 a.m." in page.open("may-i", hunt, wish="ask").html
    page.post("settings", **{**form, "language": ""})
    assert "9 a.m." not in page.open("may-i", hunt, wish="ask").html
