"""How a person signs, writes and works, as they set it once."""

import msgspec

from afterword.accounts.models import User
from afterword.letters.profile import Profile


class Calendar(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in the candidate's calendar.

    No names where it is `discreet`; with `rests`, also when to leave things alone.
    """

    discreet: bool = False
    rests: bool = False


class Preferences(msgspec.Struct, frozen=True, omit_defaults=True):
    """What letters need to know of the candidate, whether single keys work, and their time zone.

    With `mail_bodies`, what people wrote by mail is kept word by word, and not only what it is.
    """

    profile: Profile = Profile()
    single_keys: bool = True
    time_zone: str = ""
    calendar: Calendar = Calendar()
    mail_bodies: bool = False


def preferences(owner: User) -> Preferences:
    """Return what somebody prefers; what they never set is as usual."""
    return msgspec.convert(owner.preferences, Preferences)


def save_preferences(owner: User, preferred: Preferences) -> None:
    """Keep what somebody prefers."""
    owner.preferences = msgspec.to_builtins(preferred)
    owner.save(update_fields=["preferences"])
