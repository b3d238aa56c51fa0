"""What is remembered of a candidate's mailbox: how to reach it, and how far it was looked at.

These rows are neither history nor plan, and never leave with an export: they can be taken away at
any time, and nothing is lost but the way to the mailbox.
"""

from django.db import models

from afterword.accounts.models import User

NAME, WORD = 320, 40
BACK = 60
"""Days that a first look goes back, unless the person says otherwise."""


class Mailbox(models.Model):
    """A candidate's mailbox; its `secret` is sealed: a password, or by the way "oauth" a Grant.

    `folders` are those to read, none for the usual ones, and `seen` those that there are. `next` is
    when to look again, empty where only the person's word goes on; `looking` since when a look is
    under way; `looked` when one last came to its end. `trouble` says in words what kept the last
    one from it, and `doubted` names a folder that was suddenly empty. `asked` is what was looked
    for, so that something new in it leads to another look at what is there already.
    """

    owner = models.OneToOneField(User, models.CASCADE, related_name="mailbox")
    address = models.CharField(max_length=NAME)
    user = models.CharField(max_length=NAME)
    host = models.CharField(max_length=NAME)
    port = models.PositiveIntegerField(default=993)
    security = models.CharField(max_length=WORD, default="tls")
    secret = models.TextField()
    way = models.CharField(max_length=WORD, default="password")
    connected = models.DateTimeField()
    back = models.PositiveSmallIntegerField(default=BACK)
    folders = models.JSONField(default=list)
    seen = models.JSONField(default=list)
    drafts = models.BooleanField(default=True)
    asked = models.JSONField(default=list)
    next = models.DateTimeField(null=True)
    looking = models.DateTimeField(null=True)
    looked = models.DateTimeField(null=True)
    trouble = models.TextField(default="")
    doubted = models.TextField(default="")

    class Meta:
        indexes = (
            models.Index(
                fields=("next",),
                name="mailboxes_that_are_due",
                condition=models.Q(next__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"of {self.owner}"


class Place(models.Model):
    """A folder that was looked at, and as far as it was: `mailbox.sync.Known`, as JSON."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    mailbox = models.ForeignKey(Mailbox, models.CASCADE, related_name="places")
    folder = models.TextField()
    known = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("mailbox", "folder"), name="one_place_a_folder"),
        )

    def __str__(self) -> str:
        return self.folder


class Placed(models.Model):
    """A draft of ours that was put into the person's Drafts.

    `step` is its name there. `state` is "there", "theirs" once the person changed it or took it
    away, or "over" once we did.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    mailbox = models.ForeignKey(Mailbox, models.CASCADE, related_name="placed")
    step = models.CharField(max_length=WORD)
    state = models.CharField(max_length=WORD, default="there")
    made = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("mailbox", "step"), name="one_placed_a_step"),
        )

    def __str__(self) -> str:
        return f"{self.step}: {self.state}"
