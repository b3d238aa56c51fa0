"""A draft to check with its own context: the batch format of `afterword check --jsonl`."""

from collections.abc import Mapping
from datetime import date

import msgspec

from afterword.etiquette.situation import Person
from afterword.etiquette.vocabulary import Act, Channel
from afterword.letters.check.sheet import Claims
from afterword.letters.kind import ALWAYS, Kind
from afterword.letters.occasion import Occasion, Phase

NOBODY_IN_PARTICULAR = "reader"

# What an act comes to where only the act is known; ALWAYS says the rest.
USUALLY: Mapping[Act, Kind] = {
    Act.THANK_YOU: Kind.THANKS,
    Act.CHECK_IN: Kind.CHECK_IN,
    Act.REPLY: Kind.REPLY,
    Act.GRACIOUS_EXIT: Kind.EXIT_REJECTED,
    Act.APOLOGY: Kind.APOLOGY,
    Act.SEND_MATERIAL: Kind.MATERIAL_PROMISED,
    Act.WITHDRAW: Kind.WITHDRAW,
}


class Context(msgspec.Struct, frozen=True):
    """Who writes to whom about what; `facts` are the candidate's notes, all that may be claimed."""

    to: str = ""
    to_role: str = ""
    company: str = ""
    role: str = ""
    met_on: str = ""
    facts: tuple[str, ...] = ()
    other_people: tuple[str, ...] = ()


class Request(msgspec.Struct, frozen=True):
    """One draft to check; labels and whatever else a line holds are passed over."""

    text: str
    act: Act
    channel: Channel = Channel.EMAIL
    stage: Phase = Phase.INTERVIEWED
    id: str | None = None
    context: Context = Context()

    @property
    def occasion(self) -> Occasion:
        """The occasion that the context tells."""
        context = self.context
        return Occasion(
            kind=ALWAYS.get(self.act) or USUALLY.get(self.act, Kind.OTHER),
            act=self.act,
            channel=self.channel,
            phase=self.stage,
            to=Person(id=NOBODY_IN_PARTICULAR, name=context.to),
            others=context.other_people,
            employer=context.company,
            role=context.role,
            met=_day(context.met_on),
        )

    @property
    def claims(self) -> Claims:
        """What the draft may claim."""
        return Claims(notes=self.context.facts, context=(self.context.to_role, self.context.met_on))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
