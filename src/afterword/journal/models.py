"""The rows of the journal: each is written once, and never changed or deleted by a change of mind.

A correction is a row that replaces another. An undo is a row that replaces what it undoes with what
was there before, or, where nothing was, with a row that is `gone`. What counts is every row that
nothing replaces and that is not gone. Rows written by one action share a change, so that it can be
undone as one.
"""

from typing import ClassVar

from django.db import models

from afterword.accounts.models import User
from afterword.journal import agendas, mailboxes, outgoing  # noqa: F401  Django looks for tables here

WORD, ID = 40, 64


class Opportunity(models.Model):
    """One role at one employer; what is known of it is in its `Facts`.

    `look_again` is the one thing derived that is stored, so that what is due is found without
    reading everything: the moment at which the plan next changes by itself, worked out at `looked`.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="opportunities")
    uid = models.CharField(max_length=ID)
    looked = models.DateTimeField(null=True)
    look_again = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "uid"), name="one_opportunity_a_uid"),
        )
        # By the moment first: the worker asks for everybody's; and only those that have one.
        indexes = (
            models.Index(
                fields=("look_again", "owner"),
                name="what_is_due",
                condition=models.Q(look_again__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.uid


class Change(models.Model):
    """One action on one opportunity, or on the rulebook; those of one `batch` are undone together.

    What concerns the rulebook has no opportunity, even where it holds for one alone.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="changes")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, null=True, related_name="changes")
    uid = models.CharField(max_length=ID)
    batch = models.CharField(max_length=ID)
    verb = models.CharField(max_length=WORD)
    made = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("owner", "uid"), name="one_change_a_uid"),)
        indexes = (
            models.Index(fields=("owner", "batch"), name="changes_of_a_batch"),
            models.Index(fields=("owner", "made"), name="changes_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.verb} at {self.made}"


class Kept(models.Model):
    """What every row has: whose it is, where it stands, and what it replaces."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    change = models.ForeignKey(Change, models.CASCADE, related_name="%(class)s_rows")
    uid = models.CharField(max_length=ID)
    # One to one: of two who correct the same row at once, the second is refused.
    replaces = models.OneToOneField(
        "self", models.CASCADE, null=True, related_name="replaced_by", db_index=True
    )
    gone = models.BooleanField(default=False)
    place = models.PositiveIntegerField()

    FIELDS: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        constraints = (
            models.UniqueConstraint(fields=("owner", "uid"), name="one_%(class)s_a_uid"),
        )

    def __str__(self) -> str:
        return self.uid


class Row(Kept):
    """A row of one opportunity."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="%(class)s_rows")

    class Meta(Kept.Meta):
        abstract = True


class Facts(Row):
    """What is known of an opportunity, in the words of the situation format.

    `name` is the `id` of a situation file; `rest` holds what else such a file may have, which plays
    no part in any plan: a proposal, and the fields of case files.
    """

    name = models.TextField(null=True)  # noqa: DJ001  a file without an id is not one with an empty id
    timezone = models.TextField()
    role = models.TextField()
    employer = models.TextField()
    sector = models.CharField(max_length=WORD)
    country = models.CharField(max_length=WORD)
    via = models.CharField(max_length=WORD)
    gift_policy = models.CharField(max_length=WORD)
    rest = models.JSONField(default=dict)

    FIELDS = (
        *("name", "timezone", "role", "employer", "sector"),
        *("country", "via", "gift_policy", "rest"),
    )


class Person(Row):
    """Somebody in an opportunity; `key` is their id in the situation."""

    key = models.TextField()
    name = models.TextField()
    role = models.CharField(max_length=WORD)
    email = models.JSONField(null=True)
    postal_address = models.JSONField(null=True)
    works_for = models.CharField(max_length=WORD)

    FIELDS = ("key", "name", "role", "email", "postal_address", "works_for")


class Event(Row):
    """Something that happened; `on` as it was written, and the other fields in `payload`.

    `message` is the identity of the message that told of it, empty where the candidate did.
    """

    kind = models.CharField(max_length=WORD)
    on = models.CharField(max_length=WORD)
    payload = models.JSONField(default=dict)
    message = models.CharField(max_length=ID, default="", blank=True)

    FIELDS = ("kind", "on", "payload", "message")


class Note(Row):
    """One thing that the candidate noted; `about` is the key of a person, or empty."""

    stem = models.CharField(max_length=WORD)
    text = models.TextField()
    about = models.TextField()

    FIELDS = ("stem", "text", "about")


class Draft(Row):
    """Words for a step of the plan: a new row each time they are saved."""

    step = models.TextField()
    channel = models.CharField(max_length=WORD)
    subject = models.TextField()
    text = models.TextField()
    variant = models.PositiveIntegerField()
    state = models.CharField(max_length=WORD)

    FIELDS = ("step", "channel", "subject", "text", "variant", "state")


class Choice(Row):
    """What the candidate decided about a step of the plan; `until` is for "later"."""

    step = models.TextField()
    decision = models.CharField(max_length=WORD)
    until = models.DateField(null=True)

    FIELDS = ("step", "decision", "until")


class Ruling(Kept):
    """What a candidate decided about the rulebook: a rule off, another window, rules of their own.

    `scope` says where it holds, and `where` which opportunity or employer that is; `terms` holds
    the bounds of a window, or the text of a layer. A layer is about no one rule, so its `rule` is
    empty.
    """

    rule = models.TextField()
    decision = models.CharField(max_length=WORD)
    scope = models.CharField(max_length=WORD)
    where = models.TextField()
    terms = models.JSONField(default=dict)

    FIELDS = ("rule", "decision", "scope", "where", "terms")


class Message(Kept):
    """A message that came, and what was made of it when it was read.

    That looks derived, and is not: the message itself is not kept, so that it cannot be read again.
    What it is, and its `evidence`, were seen once, like anything else that happened; no plan is in
    here. `applied` holds the events that it told of, `proposed` those that wait for the candidate's
    word, each with the sentence that tells it and with people by their addresses. `identity` is the
    same wherever the message is met again. `opportunity` is the uid of the one it belongs to, empty
    where that is asked; `candidates` are those it may belong to. `body` holds the sender's own
    words, only where the candidate said that they be kept.
    """

    identity = models.CharField(max_length=ID)
    opportunity = models.CharField(max_length=ID)
    sent = models.DateTimeField()
    sender = models.TextField()
    sender_name = models.TextField()
    subject = models.TextField()
    message_id = models.TextField()
    thread = models.JSONField(default=list)
    kind = models.CharField(max_length=WORD)
    automatic = models.BooleanField(default=False)
    human = models.BooleanField(default=False)
    person = models.TextField()
    because = models.CharField(max_length=WORD)
    candidates = models.JSONField(default=list)
    evidence = models.TextField()
    applied = models.JSONField(default=list)
    proposed = models.JSONField(default=list)
    calendar = models.JSONField(default=dict)
    state = models.CharField(max_length=WORD)
    body = models.TextField()

    FIELDS = (
        *("identity", "opportunity", "sent", "sender", "sender_name", "subject", "message_id"),
        *("thread", "kind", "automatic", "human", "person", "because", "candidates", "evidence"),
        *("applied", "proposed", "calendar", "state", "body"),
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("owner", "uid"), name="one_message_a_uid"),
            # Of two who take the same message at once, the second is refused.
            models.UniqueConstraint(
                fields=("owner", "identity"),
                name="one_message_an_identity",
                condition=models.Q(replaces__isnull=True),
            ),
        )
        indexes = (models.Index(fields=("owner", "sent"), name="messages_by_time"),)


class Taught(Kept):
    """An address that the candidate said belongs to an opportunity, by correcting where mail went.

    Like `Message.opportunity`, `opportunity` is a uid.
    """

    address = models.TextField()
    opportunity = models.CharField(max_length=ID)

    FIELDS = ("address", "opportunity")


ROWS: tuple[type[Row], ...] = (Facts, Person, Event, Note, Draft, Choice)
MAIL: tuple[type[Kept], ...] = (Message, Taught)
