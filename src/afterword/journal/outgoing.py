"""What is remembered of letters that leave: each a person's yes to one exact text, and its course.

Unlike the rows of the journal these change, because they are claims: of two who would send the same
letter, one UPDATE lets one through. They never leave with an export: elsewhere they would be sent a
second time. What was sent is an event, which does.
"""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from afterword.accounts.models import User
from afterword.journal.mailboxes import Mailbox

WORD, ID, ADDRESS = 40, 64, 320


class State(StrEnum):
    """How far a released letter has come."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    STOPPED = "stopped"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"


UNSETTLED = (State.UNSURE, State.WAITING, State.CLAIMED)
ALIVE = (State.WAITING, State.CLAIMED, State.SENT, State.UNSURE)


class WayOut(models.Model):
    """Where a mailbox sends through, and whether: only where the person switched it `on`.

    `minutes` is how long a release can be taken back.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    mailbox = models.OneToOneField(Mailbox, models.CASCADE, related_name="way_out")
    host = models.CharField(max_length=ADDRESS)
    port = models.PositiveIntegerField(default=465)
    security = models.CharField(max_length=WORD, default="tls")
    on = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(default=10)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


class Release(models.Model):
    """A letter that a person released: `letter` is mailbox.letter.Letter as JSON, word for word.

    `step` is the key of the step of the plan, `sign` what the plan said of it then, and `seen` the
    last change before, so that it shows what is new. `house` is the employer, as `held.house` calls
    it. `claim` names who is sending it, since `claimed_at`; `attempted_at` is written down before a
    server hears of it, and `ended_at` what came of it. `why` says in words why it waits or stopped;
    `copied` that there is a copy among the sent mail.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="releases")
    opportunity = models.ForeignKey("journal.Opportunity", models.CASCADE, related_name="releases")
    uid = models.CharField(max_length=ID)
    step = models.TextField()
    sign = models.TextField()
    seen = models.BigIntegerField(default=0)
    house = models.TextField()
    message_id = models.TextField()
    letter = models.JSONField()
    released_at = models.DateTimeField()
    leaves_at = models.DateTimeField()
    state = models.CharField(max_length=WORD, default="waiting")
    why = models.TextField(default="")
    tries = models.PositiveSmallIntegerField(default=0)
    claim = models.CharField(max_length=ID, default="")
    claimed_at = models.DateTimeField(null=True)
    attempted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    copied = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = (
            models.UniqueConstraint(fields=("owner", "uid"), name="one_release_a_uid"),
            # What is on its way, or was sent, cannot be released once more.
            models.UniqueConstraint(
                fields=("owner", "message_id"),
                name="one_release_a_letter",
                condition=models.Q(state__in=["waiting", "claimed", "sent", "unsure"]),
            ),
        )
        indexes: ClassVar = (
            models.Index(
                fields=("leaves_at",),
                name="releases_that_wait",
                condition=models.Q(state__in=["waiting", "claimed"]),
            ),
        )

    def __str__(self) -> str:
        return f"{self.step}: {self.state}"
