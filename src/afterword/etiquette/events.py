"""What can happen in a job search: one frozen value for each kind of event.

The vocabulary, the fields and their meaning are those of the situation format; see
docs/reference/situation.md. Every event has `on`, the moment at which it happened.
"""

from typing import Annotated

import msgspec

from afterword.etiquette.moment import Moment
from afterword.etiquette.vocabulary import (
    Act,
    Audience,
    Channel,
    Decision,
    Format,
    GiftKind,
    Help,
    Impression,
    Inbound,
    Instruction,
    MissedReason,
    Mistake,
    PromiseOf,
    Side,
    Undertaking,
    Wish,
)

PersonId = str


class Gift(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A thing of value: what it is, what it costs (`value` in `currency`), and for whom it is."""

    item: str = ""
    kind: GiftKind = GiftKind.OBJECT
    value: Annotated[float, msgspec.Meta(ge=0)] | None = None
    currency: str = "USD"
    audience: Audience | None = None


class Happening(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    forbid_unknown_fields=True,
    omit_defaults=True,
):
    """What every event has."""

    on: Moment


class Applied(Happening, frozen=True, tag="applied"):
    """The application was sent."""


class Interview(Happening, frozen=True, tag="interview"):
    """An interview took place and ended at `on`."""

    with_: tuple[PersonId, ...] = msgspec.field(name="with", default=())
    format: Format | None = None
    round: int | None = None
    impression: Impression | None = None
    decision_expected: Decision | None = None


class InterviewScheduled(Happening, frozen=True, tag="interview-scheduled"):
    """An interview was agreed for `at`."""

    at: Moment
    with_: tuple[PersonId, ...] = msgspec.field(name="with", default=())
    format: Format | None = None
    round: int | None = None


class InterviewMissed(Happening, frozen=True, tag="interview-missed"):
    """An agreed interview did not take place."""

    by: Side
    reason: MissedReason | None = None


class Promised(Happening, frozen=True, tag="promised"):
    """The employer said when something would follow; `by` is the longest figure of a range."""

    what: PromiseOf
    by: Moment | None = None
    from_: PersonId | None = msgspec.field(name="from", default=None)


class Told(Happening, frozen=True, tag="told"):
    """The employer gave an explicit instruction or invitation; `by` is the first day invited."""

    instruction: Instruction
    to_whom: PersonId | None = None
    by: Moment | None = None
    from_: PersonId | None = msgspec.field(name="from", default=None)


class Sent(Happening, frozen=True, tag="sent"):
    """The candidate did something."""

    act: Act
    channel: Channel | None = None
    to: tuple[PersonId, ...] = ()
    gift: Gift | None = None
    answered: bool | None = None


class Received(Happening, frozen=True, tag="received"):
    """Something came back."""

    what: Inbound
    from_: PersonId | None = msgspec.field(name="from", default=None)
    channel: Channel | None = None
    no_reply: bool | None = None


class Absent(Happening, frozen=True, tag="absent"):
    """Somebody is known to be away, up to and including the day `until`."""

    who: PersonId
    until: Moment


class Parted(Happening, frozen=True, tag="parted"):
    """Both sides decided together not to go forward."""


class Rejected(Happening, frozen=True, tag="rejected"):
    """The employer said no."""

    interviewed: bool = True
    no_reply: bool | None = None
    warm: bool | None = None


class Offered(Happening, frozen=True, tag="offered"):
    """An offer was made."""

    written: bool | None = None
    answer_by: Moment | None = None


class Negotiating(Happening, frozen=True, tag="negotiating"):
    """Salary talks were opened, or concluded."""

    closed: bool = False


class Accepted(Happening, frozen=True, tag="accepted"):
    """The candidate accepted; salary talks are closed unless opened again."""

    written: bool | None = None


class Declined(Happening, frozen=True, tag="declined"):
    """The candidate declined the offer."""

    written: bool | None = None


class Withdrew(Happening, frozen=True, tag="withdrew"):
    """The candidate withdrew from the running."""

    written: bool | None = None


class Started(Happening, frozen=True, tag="started"):
    """The first day at work."""

    written: bool | None = None


class CompetingOffer(Happening, frozen=True, tag="competing-offer"):
    """Another employer made an offer."""

    written: bool | None = None
    answer_by: Moment | None = None


class Reposted(Happening, frozen=True, tag="reposted"):
    """The same role is advertised again."""


class Opening(Happening, frozen=True, tag="opening"):
    """Another, suitable role appeared at the employer."""

    role: str = ""


class Closed(Happening, frozen=True, tag="closed"):
    """The posting closed for applications."""


class AcceptedElsewhere(Happening, frozen=True, tag="accepted-elsewhere"):
    """The candidate took another employer's job."""


class Filled(Happening, frozen=True, tag="filled"):
    """The role went to someone else, as the candidate learned indirectly."""


class Slip(Happening, frozen=True, tag="slip"):
    """The candidate made a mistake."""

    what: Mistake


class Undertook(Happening, frozen=True, tag="undertook"):
    """The candidate promised to do something."""

    what: Undertaking
    by: Moment | None = None


class Requested(Happening, frozen=True, tag="requested"):
    """The employer asked for something."""

    what: Wish


class Helped(Happening, frozen=True, tag="helped"):
    """Somebody did the candidate a favour."""

    who: PersonId
    how: Help


Event = (
    Applied
    | Interview
    | InterviewScheduled
    | InterviewMissed
    | Promised
    | Told
    | Sent
    | Received
    | Absent
    | Parted
    | Rejected
    | Offered
    | Negotiating
    | Accepted
    | Declined
    | Withdrew
    | Started
    | CompetingOffer
    | Reposted
    | Opening
    | Closed
    | AcceptedElsewhere
    | Filled
    | Slip
    | Undertook
    | Requested
    | Helped
)
