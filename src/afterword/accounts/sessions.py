"""Sessions that know whose they are, so that a person can see and end their own."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from afterword.accounts.models import Session

DEVICE = "device"


class SessionStore(DatabaseStore):
    """Django's own store, which also notes the owner and the name of the device."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return the model that sessions are kept in."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row for a session's data."""
        row: Session = super().create_model_instance(data)  # type: ignore[assignment]  # ours
        owner = data.get(SESSION_KEY)
        row.owner_id = int(owner) if owner else None
        row.name = str(data.get(DEVICE, ""))[:200]
        return row
