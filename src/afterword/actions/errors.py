"""Why an action was not done; each says what to do instead."""


class Missing(Exception):
    """Nothing of this owner's has that name: it never was, was taken out, or is somebody else's."""

    def __init__(self, what: str, uid: str) -> None:
        """Hold what was looked for."""
        super().__init__(f"There is no {what} {uid!r} here. Look in the list for those there are.")
        self.what, self.uid = what, uid


class Refused(Exception):
    """What was asked does not go, `why`, and what to do about it: the `cure`."""

    def __init__(self, why: str, cure: str) -> None:
        """Hold the two sentences."""
        super().__init__(f"{why} {cure}")
        self.why, self.cure = why, cure
