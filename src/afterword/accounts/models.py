"""A candidate, their devices, the secrets that let them in, and how they are reminded."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower


class Users(BaseUserManager["User"]):
    """How candidates are found by the name that they sign in with, however they write it."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the candidate of that name; raises User.DoesNotExist."""
        return self.get(name__iexact=username)


class User(AbstractBaseUser):
    """A candidate, who owns every row of their journal.

    `visited` is when they last looked at what there is to do today.
    """

    name = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField()
    visited = models.DateTimeField(null=True)
    preferences = models.JSONField(default=dict)

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["joined"]

    class Meta:
        constraints = (models.UniqueConstraint(Lower("name"), name="one_user_a_name"),)

    def __str__(self) -> str:
        return self.name


class Session(AbstractBaseSession):
    """A device that somebody is signed in on; `name` says which, for a person to recognise."""

    owner = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    name = models.CharField(max_length=200, default="")


class Ticket(models.Model):
    """A secret that signs its owner in once; only a digest of it is kept."""

    owner = models.ForeignKey(User, models.CASCADE, related_name="tickets")
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"for {self.owner}, until {self.expires}"


class CalendarAddress(models.Model):
    """An address at which calendars read a candidate's dates; only a digest of its secret is kept.

    It is good until it is `revoked`; `read` is when a calendar last came by.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="calendar_addresses")
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    read = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"of {self.owner}, made {self.made}"


class Digest(models.Model):
    """What tells a candidate to look, once a day, if they want it: when, where to, how it went.

    `addresses` are sealed. `next` is when one is due, and empty where none is wanted; `day` is the
    last day that had one, by the candidate's calendar. `tried` and `said` tell how the last went.
    """

    owner = models.OneToOneField(User, models.CASCADE, related_name="digest")
    addresses = models.TextField(default="")
    hour = models.PositiveSmallIntegerField(default=8)
    names = models.BooleanField(default=False)
    next = models.DateTimeField(null=True)
    day = models.DateField(null=True)
    tried = models.DateTimeField(null=True)
    said = models.TextField(default="")

    class Meta:
        indexes = (
            models.Index(
                fields=("next",),
                name="digests_that_are_due",
                condition=models.Q(next__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"for {self.owner}, next {self.next}"
