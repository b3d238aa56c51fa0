"""Every form of the pages, as a browser finds it: its fields, and what they may hold."""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse

from tests.web.test_walk import PATTERNS, QUERIES, arguments

Attributes = list[tuple[str, str | None]]


@dataclass(eq=False)
class Form:
    """Where a form goes, and for each of its fields the values that it came with or offers."""

    page: str
    action: str
    posts: bool
    fields: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Name the form so that a failure can be found again."""
        return f"<form on {self.page} to {self.action}>"


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.forms: list[Form] = []
        self.ids: dict[str, Form] = {}
        self.open: Form | None = None
        self.choosing: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._begin(known)
        elif tag == "option":
            self.choosing.append(known.get("value", ""))
        elif tag in {"select", "textarea", "input", "button"}:
            form = self.ids.get(known.get("form", "")) or self.open
            if form and (name := known.get("name")) and name != "csrfmiddlewaretoken":
                self._field(form, name, tag, known)
            if form and (action := known.get("formaction")):
                self.forms.append(replace(form, action=action))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None

    def _begin(self, known: dict[str, str]) -> None:
        posts = known.get("method", "get").lower() == "post"
        self.open = Form(self.page, known.get("action") or self.page, posts)
        self.forms.append(self.open)
        self.ids[known.get("id") or str(len(self.ids))] = self.open

    def _field(self, form: Form, name: str, tag: str, known: dict[str, str]) -> None:
        form.kinds[name] = known.get("type", tag)
        values = form.fields.setdefault(name, [])
        if tag == "select":
            self.choosing = values
        else:
            values.append(known.get("value", ""))


def forms(client: Client, uid: str, event: str) -> list[Form]:
    """Return each form of the pages once, of the opportunity and the event of these uids."""
    found: dict[tuple[str, frozenset[str]], Form] = {}
    for name in sorted(set(PATTERNS) - {"sign-out", "one-time"}):
        address = reverse(name, args=arguments(name, uid, event))
        for query in QUERIES.get(name, ("",)):
            answer = client.get(f"{address}?{query}")
            if answer.headers["Content-Type"].startswith("text/html"):
                reader = _Reader(address)
                reader.feed(answer.content.decode())
                found |= {(one.action, frozenset(one.fields)): one for one in reader.forms}
    return list(found.values())
