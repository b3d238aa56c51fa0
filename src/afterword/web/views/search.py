"""Search: in everything that was written down, and in the rulebook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from afterword.actions.rules import book
from afterword.actions.search import search as action
from afterword.web import visit

MOST_RULES = 6


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show where words occur."""
    text = request.GET.get("q", "")[:200].strip()
    words = text.casefold().split()
    rules = [
        rule
        for rule in book().rules.values()
        if words and all(word in f"{rule.id} {rule.row.why}".casefold() for word in words)
    ]
    shown = {
        "q": text,
        "hits": action(visit.owner(request), text) if text else (),
        "rules": rules[:MOST_RULES],
        "more": len(rules) - MOST_RULES,
    }
    return render(request, "search.html", shown)
