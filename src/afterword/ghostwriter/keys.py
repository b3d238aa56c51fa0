"""Keys from the operating system's key ring, if the candidate keeps one there.

The `keyring` package is an extra: it brings several others along, which a candidate with a model on
their own computer has no use for. Without it there is no key in the ring, and that is all.
"""

from afterword.etiquette.problem import Guide, Malformed, Problem

SERVICE = "afterword"


def from_ring(url: str) -> str:
    """Return the key that the ring holds for an endpoint, by its base address, or nothing.

    Raises Malformed where there is a ring that cannot be opened.
    """
    try:
        import keyring  # noqa: PLC0415  an extra, and needed by few
        from keyring import errors  # noqa: PLC0415  the same
    except ImportError:
        return ""
    try:
        return keyring.get_password(SERVICE, url) or ""
    except errors.NoKeyringError:
        return ""
    except errors.KeyringError as error:
        message = "cannot be read: unlock it, or set AFTERWORD_MODEL_KEY instead"
        raise Malformed([Problem("the key ring", message)], Guide.MODEL) from error
