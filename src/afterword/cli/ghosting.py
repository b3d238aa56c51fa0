"""A letter worded by the candidate's own model, for `afterword draft --model`."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

import click

from afterword.aids import aids
from afterword.cli import paper
from afterword.cli.paper import Line, Look
from afterword.dictionary import dictionary
from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.ghostwriter import agreement, endpoint, keys, prompt, settings
from afterword.ghostwriter.agreement import Asking
from afterword.ghostwriter.ghost import By, Ghosted, Hands, ghostwrite
from afterword.ghostwriter.phrases import phrases
from afterword.ghostwriter.screen import errand
from afterword.ghostwriter.settings import Model
from afterword.letters.check.review import review
from afterword.letters.check.sheet import Claims
from afterword.letters.compose import compose
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.finding import Finding
from afterword.letters.language import Language
from afterword.letters.notes import Notes
from afterword.letters.occasion import Occasion
from afterword.letters.profile import Profile

UNSET = f"no model is set up: set {settings.URL} and {settings.NAME}, or leave out --model"


class Ghostwriter:
    """The candidate's model, with what it needs to write for them."""

    def __init__(self, profile: Profile, language: Language, *, yes: bool) -> None:
        """Find the model in the environment; raises Malformed where there is none."""
        found = settings.model(os.environ, keys.from_ring)
        if found is None:
            raise Malformed([Problem("--model", UNSET)], Guide.MODEL)
        self.model: Model = found
        self.profile, self.language, self.yes = profile, language, yes
        self.phrases = phrases(language)

    def write(self, at: Occasion, notes: Notes, variant: int) -> Ghosted:
        """Return the letter for an occasion, after asking whether its text may leave.

        Raises Malformed where nobody has agreed and nobody is there to be asked.
        """
        sent = errand(self.model.name, at, notes, self.profile, dictionary())

        def fallback(here: Occasion, told: Notes) -> Draft | Unwritten:
            return compose(here, told, self.profile, self.language, variant=variant)

        def hands(ask: Callable[[bytes], bytes]) -> Hands:
            return Hands(ask, self._check, fallback, dictionary(), self.phrases)

        if sent.why_not:
            return ghostwrite(sent, hands(_nobody))
        memory = agreement.folder(os.environ)
        agreed = agreement.agreed(self.model, prompt.first(sent), memory, self._asking())
        if agreed is None:
            draft = fallback(sent.occasion, sent.notes)
            return Ghosted(draft, By.BUILT_IN, "You did not agree, and nothing was sent.")
        return ghostwrite(sent, hands(endpoint.asker(self.model, agreed)))

    def _check(self, text: str, at: Occasion, notes: Notes) -> Sequence[Finding]:
        told = tuple(note.text for note in notes if note.text)
        return review(text, at, Claims(notes=told, names=self.profile.names), aids()).findings

    def _asking(self) -> Asking:
        def show(text: str) -> None:
            for line in text.splitlines():
                click.echo(paper.clean(line), err=True)

        def ask() -> bool:
            return click.confirm("May this leave your computer?", err=True)

        return Asking(show, ask if sys.stdin.isatty() else None, self.yes)


def _nobody(request: bytes) -> bytes:
    """Stand in for a model that is not asked."""
    raise AssertionError(request)


def told(found: Ghosted) -> Iterator[Line]:
    """Return whose letter it is, why, and what stayed here."""
    if found.by is By.MODEL:
        yield Line("Worded by your model, and checked. It is yours to change.", Look.QUIET)
    else:
        yield Line(f"The built-in letter. {found.why}", Look.WAIT)
    for kept in found.kept:
        yield Line(f"Not sent: {kept.what} ({kept.why}).", Look.QUIET)
