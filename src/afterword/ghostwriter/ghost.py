"""One letter by the ghostwriter: the model's if nothing speaks against it, else the built-in one.

Whatever goes wrong, there is a letter in the end, and the candidate is told whose it is and why.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

import msgspec

from afterword.ghostwriter import answer, prompt
from afterword.ghostwriter.answer import Unusable, Written
from afterword.ghostwriter.errand import Errand, Kept
from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences import echo, figures, links, novelty, signs, strangers, worth
from afterword.ghostwriter.fences.page import Dictionary, Ground, Page
from afterword.ghostwriter.purposes import MENDS, PURPOSES
from afterword.ghostwriter.silence import Unanswered
from afterword.letters.draft import Draft, Unwritten
from afterword.letters.finding import Finding, Severity
from afterword.letters.message import Message
from afterword.letters.notes import Notes
from afterword.letters.occasion import Occasion

FENCES = (signs, links, worth, figures, strangers, echo, novelty)
GRAVE = frozenset({Severity.STOP, Severity.FIX})
CALLS = 2


class By(StrEnum):
    """Whose words a letter is in."""

    MODEL = "model"
    BUILT_IN = "built-in"


class Hands(msgspec.Struct, frozen=True):
    """What the ghostwriter works with.

    `ask` carries a request to the model and returns the body of the response; it raises Unanswered.
    `check` looks for what a reader may stumble on in a whole letter, subject line first. `fallback`
    composes the built-in letter. Both get the occasion and the notes as they are after screening.
    `phrases` are the words of the built-in letters.
    """

    ask: Callable[[bytes], bytes]
    check: Callable[[str, Occasion, Notes], Sequence[Finding]]
    fallback: Callable[[Occasion, Notes], Draft | Unwritten]
    dictionary: Dictionary
    phrases: frozenset[str]


class Ghosted(msgspec.Struct, frozen=True, omit_defaults=True):
    """A letter, whose it is, and where it is not the model's, why.

    `findings` are those of the check, and `kept` is what was not sent.
    """

    draft: Draft | Unwritten
    by: By
    why: str = ""
    findings: tuple[Finding, ...] = ()
    kept: tuple[Kept, ...] = ()


def ghostwrite(errand: Errand, hands: Hands) -> Ghosted:
    """Return the letter that an errand comes to, with at most two requests."""
    built_in = hands.fallback(errand.occasion, errand.notes)
    if isinstance(built_in, Unwritten):
        return Ghosted(built_in, By.BUILT_IN, built_in.why, kept=errand.kept)
    if errand.why_not:
        return _built_in(built_in, f"No model was asked: {errand.why_not}.", errand, hands)
    request, why = prompt.first(errand), ""
    for _ in range(CALLS):
        try:
            written = answer.read(hands.ask(request), errand, subject=bool(built_in.subject))
        except (Unanswered, Unusable) as error:
            return _built_in(built_in, f"{why}{_told(error)}", errand, hands)
        draft = _framed(written, built_in, errand.profile.names)
        found = tuple(hands.check(whole(draft), errand.occasion, errand.notes))
        faults = (*fenced(written, errand, hands), *_grave(found))
        if not faults:
            return Ghosted(draft, By.MODEL, findings=found, kept=errand.kept)
        said = {"subject": written.subject, "body": written.body}
        request = prompt.again(errand, said, faults)
        why = f"The model's letter was not taken: {_reasons(faults)}. "
    return _built_in(built_in, why.strip(), errand, hands)


def fenced(written: Written, errand: Errand, hands: Hands) -> tuple[Fault, ...]:
    """Return what the fences find in a model's letter."""
    orders = f"{prompt.ORDERS} {prompt.AGAIN} {PURPOSES[errand.occasion.kind]}"
    facts = tuple(fact.text for fact in errand.facts)
    known = tuple(prompt.known(errand).values())
    ground = Ground(errand.occasion.kind, facts, known, orders)
    text = f"{written.subject}\n\n{written.body}"
    page = Page(text, ground, hands.dictionary, hands.phrases)
    return tuple(fault for fence in FENCES for fault in fence.look(page))


def whole(draft: Draft) -> str:
    """Return a letter as a check reads it: with its subject, if any, as the first line."""
    return f"Subject: {draft.subject}\n\n{draft.body}" if draft.subject else draft.body


def _framed(written: Written, built_in: Draft, names: Sequence[str]) -> Draft:
    """Return the model's letter with the built-in greeting and farewell.

    So no model greets the wrong person or guesses a title, and no name and no number of a telephone
    has to be sent for the signature.
    """
    greeting, *rest = built_in.body.split("\n\n")
    last = rest[-1] if rest else ""
    signed = Message(built_in.body).signature.text.endswith(last)
    farewell = last if last and (signed or any(name in last for name in names if name)) else ""
    body = "\n\n".join(part for part in (greeting, written.body, farewell) if part)
    return msgspec.structs.replace(built_in, subject=written.subject, body=body, used=written.used)


def _grave(found: Sequence[Finding]) -> Iterator[Fault]:
    """Yield the findings that a letter cannot go with, in words that give nothing away.

    The reason in a finding may quote other letters and notes; what goes to the model is fixed.
    """
    for one in found:
        if one.severity in GRAVE:
            name = one.class_.replace("_", " ")
            mend = MENDS.get(one.class_, f"A reader would stumble over this: {name}.")
            yield Fault(f"did not pass the check ({name})", mend)


def _told(error: Exception) -> str:
    why = f"The model's answer {error}" if isinstance(error, Unusable) else str(error)
    return why if why.endswith("?") else f"{why}."


def _reasons(faults: Sequence[Fault]) -> str:
    return "; ".join(dict.fromkeys(f"it {fault.why}" for fault in faults))


def _built_in(draft: Draft, why: str, errand: Errand, hands: Hands) -> Ghosted:
    found = tuple(hands.check(whole(draft), errand.occasion, errand.notes))
    return Ghosted(draft, By.BUILT_IN, why, found, errand.kept)
