"""What is known of a message once it has been read."""

from datetime import date

import msgspec

from afterword.etiquette.events import Event
from afterword.mailbox.recognising.calendar import Invitation
from afterword.mailbox.recognising.evidence import Evidence
from afterword.mailbox.recognising.hours import When
from afterword.mailbox.recognising.kind import Kind
from afterword.mailbox.recognising.promises import Promise


class Recognition(msgspec.Struct, frozen=True):
    """What a message is, and what it says for the plan.

    `reply` holds the sender's own words; `events` are proposals, in which people are named by
    their addresses until they are matched. `human` tells that one person seems to have written:
    whatever it is, nobody is asked how things stand before it has been read.
    """

    kind: Kind
    automatic: bool = False
    human: bool = False
    returns: date | None = None
    bounced: tuple[str, ...] = ()
    reply: str = ""
    invitation: Invitation | None = None
    moments: tuple[When, ...] = ()
    promises: tuple[Promise, ...] = ()
    answer_by: date | None = None
    events: tuple[Event, ...] = ()
    evidence: tuple[Evidence, ...] = ()
