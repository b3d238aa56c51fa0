"""How a step is told: by its act, whom it is towards, and its way."""

from afterword import phrases
from afterword.etiquette.plan import Step
from afterword.etiquette.vocabulary import Act, Stage


def told_as(act: Act, stage: Stage) -> Act:
    """Return the act by whose name another is told.

    The answer to a no is a goodbye: its letter is one, as `letters.kind` has it, and says nothing
    that "Answer Lena" would lead one to write.
    """
    return Act.GRACIOUS_EXIT if act is Act.REPLY and stage is Stage.REJECTED else act


def said(step: Step, stage: Stage) -> str:
    """Return a step in words: "Thank Lena by e-mail"."""
    names = (step.name,) if step.name else ()
    return phrases.done_by(told_as(step.act, stage), names, step.channel)
