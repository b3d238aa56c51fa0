"""Opportunities: everything that is being pursued, and what has come to rest."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from afterword.actions.opportunities import opportunities as action
from afterword.etiquette.vocabulary import Stage
from afterword.web import clock, visit

AT_REST = frozenset(
    {
        Stage.PARTED,
        Stage.REJECTED,
        Stage.FILLED,
        Stage.STARTED,
        Stage.DECLINED,
        Stage.WITHDRAWN,
        Stage.TAKEN_ELSEWHERE,
    }
)


@require_safe
def opportunities(request: HttpRequest) -> HttpResponse:
    """Show each opportunity with where it stands; what is over sinks by itself."""
    cards = action(visit.owner(request), now=clock.now())
    shown = {
        "going": tuple(card for card in cards if card.stage not in AT_REST),
        "resting": tuple(card for card in cards if card.stage in AT_REST),
    }
    return render(request, "opportunities.html", shown)
