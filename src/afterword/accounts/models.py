"""A candidate, their devices, and the one-time secrets that sign them in."""

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
