"""How the uid of an opportunity or an event stands in an address."""


class Uid:
    """Letters, figures and a few signs: whatever an imported file may call its own."""

    regex = r"[A-Za-z0-9._~-]{1,64}"

    def to_python(self, value: str) -> str:
        """Return what the address says."""
        return value

    def to_url(self, value: str) -> str:
        """Return what the address will say."""
        return value
