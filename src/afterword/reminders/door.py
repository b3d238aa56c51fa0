"""The door of the digest: it hands a notice to the services that the candidate named.

Apprise speaks to them; it is an extra, loaded only when something leaves or an address is looked
at. An address is a secret, so that nothing here repeats one.
"""

import logging
from collections.abc import Sequence
from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING

import msgspec

from afterword.reminders.wording import Notice

if TYPE_CHECKING:
    from apprise import Apprise

EXTRA = "afterword[digest]"
PATIENCE = 10.0  # seconds for each service; they are asked side by side


class Outcome(StrEnum):
    """What became of a notice at one service."""

    TAKEN = "taken"
    REFUSED = "refused"
    SLOW = "slow"


class Handed(msgspec.Struct, frozen=True):
    """A service by its name, without its address, and what it made of a notice."""

    service: str
    outcome: Outcome


def is_there() -> bool:
    """Return whether the extra is installed; without it there is no digest."""
    return find_spec("apprise") is not None


def service(address: str) -> str:
    """Return the name of the service that an address leads to, or nothing for no such address."""
    services = _services([address]) if "://" in address else ()
    return next((str(one.service_name) for one in services), "")


def hand(addresses: Sequence[str], notice: Notice) -> tuple[Handed, ...]:
    """Hand a notice to each service, once; return what became of it."""
    services = _services(addresses)
    try:
        result = services.notify(body=notice.body, title=notice.title, body_format="text")
    except Exception:  # noqa: BLE001  what a plug-in of Apprise's says might repeat an address
        return (Handed("Apprise", Outcome.REFUSED),)
    return tuple(Handed(str(one.name), _outcome(int(one.status))) for one in result.results)


def _services(addresses: Sequence[str]) -> "Apprise":
    """Return the services; those that Apprise does not know are left out."""
    from apprise import Apprise, AppriseAsset  # noqa: PLC0415  an extra, and 40 MB

    # It would tell, in its log, whom it could not reach.
    logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)
    asset = AppriseAsset(
        app_id="Afterword",
        app_desc="Afterword",
        http_redirects=False,
        secure_logging=True,
        service_timeout=PATIENCE,
    )
    services = Apprise(asset=asset)
    for address in addresses:
        made = Apprise.instantiate(address, asset=asset)
        if made:
            services.add(made)
    return services


def _outcome(status: int) -> Outcome:
    from apprise.result import AppriseResultStatus as Status  # noqa: PLC0415  an extra

    match status:
        case Status.SUCCESS:
            return Outcome.TAKEN
        case Status.TIMEOUT:
            return Outcome.SLOW
        case _:
            return Outcome.REFUSED
