"""A password, for who signs in from elsewhere: what is good enough, and how it is changed."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from afterword.accounts.models import User
from afterword.etiquette.problem import Guide, Malformed, Problem

LONGEST_NAME, LONGEST = 150, 1000


def change_password(owner: User, password: str, *, name: str = "") -> None:
    """Give somebody a password, and another name to sign in with where one is told.

    Every device and every one-time address is signed out by it. Raises Malformed for a password
    that is too easy to guess, or a name that somebody else has.
    """
    owner.name = name.strip() or owner.name
    problems = [*_of_name(owner), *_of_password(owner, password)]
    if problems:
        owner.refresh_from_db(fields=["name"])
        raise Malformed(problems, Guide.SIGN_IN)
    owner.set_password(password)
    owner.save(update_fields=["name", "password"])
    _sign_out(owner)


def remove_password(owner: User) -> None:
    """Take somebody's password away, so that only a one-time address signs them in."""
    owner.set_unusable_password()
    owner.save(update_fields=["password"])
    _sign_out(owner)


def _sign_out(owner: User) -> None:
    owner.sessions.all().delete()
    owner.tickets.all().delete()


def _of_name(owner: User) -> list[Problem]:
    if len(owner.name) > LONGEST_NAME or not owner.name.isprintable():
        return [Problem("name", f"is one line of at most {LONGEST_NAME} characters")]
    if User.objects.filter(name__iexact=owner.name).exclude(pk=owner.pk).exists():
        return [Problem("name", "belongs to somebody else here: choose another")]
    return []


def _of_password(owner: User, password: str) -> list[Problem]:
    if len(password) > LONGEST:
        return [Problem("password", f"has at most {LONGEST} characters")]
    try:
        validate_password(password, owner)
    except ValidationError as error:
        return [Problem("password", message) for message in error.messages]
    return []
