"""What is remembered of the calendar that Afterword writes into, and of what it wrote there.

Like those of a mailbox, these rows never leave with an export, and can be taken away at any time.
"""

from django.db import models

from afterword.accounts.models import User

NAME, WORD = 320, 64


class Agenda(models.Model):
    """A candidate's calendar; its `secret` is sealed.

    `url` is where their calendars begin, `calendar` the one that they chose, empty until they did,
    and `seen` those that there are, each with its name. `next` is when to write again, empty where
    only the person's word goes on; `writing` since when somebody does; `written` when all of it
    last was as it should be. `trouble` says in words what kept it from that.
    """

    owner = models.OneToOneField(User, models.CASCADE, related_name="agenda")
    url = models.TextField()
    user = models.CharField(max_length=NAME)
    secret = models.TextField()
    calendar = models.TextField(default="")
    seen = models.JSONField(default=list)
    connected = models.DateTimeField()
    next = models.DateTimeField(null=True)
    writing = models.DateTimeField(null=True)
    written = models.DateTimeField(null=True)
    trouble = models.TextField(default="")

    class Meta:
        indexes = (
            models.Index(
                fields=("next",),
                name="agendas_that_are_due",
                condition=models.Q(next__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"of {self.owner}"


class Entered(models.Model):
    """An entry of ours in a calendar: `mailbox.entries.Before`, row by row."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    agenda = models.ForeignKey(Agenda, models.CASCADE, related_name="entries")
    uid = models.CharField(max_length=WORD)
    tells = models.JSONField(default=list)
    etag = models.TextField(default="")
    theirs = models.BooleanField(default=False)
    begins = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agenda", "uid"), name="one_entry_a_uid"),)

    def __str__(self) -> str:
        return self.uid
