"""Brings a form to the provider that grants a permission: by HTTPS, and by no other hands."""

import ssl
from collections.abc import Mapping
from urllib.parse import urlsplit

from afterword import __version__
from afterword.mailbox.trouble import Odd, Unreachable
from afterword.tongue import gettext as _

PATIENCE = 10.0  # seconds for each of connecting, writing and reading
MOST = 65_536  # bytes of an answer
PORT = 443


def ask(url: str, form: Mapping[str, str]) -> bytes:
    """Return what is answered to a form, whatever its status; raises Trouble.

    No proxy of the environment is used and no redirect followed: the form holds secrets.
    """
    import httpx  # noqa: PLC0415  an HTTP client; few need it

    host = urlsplit(url).hostname or ""
    headers = {"Accept": "application/json", "User-Agent": f"afterword/{__version__}"}
    try:
        with (
            httpx.Client(
                timeout=PATIENCE, trust_env=False, verify=ssl.create_default_context()
            ) as client,
            client.stream("POST", url, data=dict(form), headers=headers) as response,
        ):
            answer = b""
            for part in response.iter_bytes():
                answer += part
                if len(answer) > MOST:
                    raise Odd(host, _("an answer without end"))
            return answer
    except (httpx.HTTPError, httpx.InvalidURL):
        raise Unreachable(host, PORT) from None
