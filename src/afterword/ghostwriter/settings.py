"""Which model, if any: read from the environment, and off without an address."""

from collections.abc import Callable, Mapping

import msgspec

from afterword.etiquette.problem import Guide, Malformed, Problem
from afterword.ghostwriter import address

URL = "AFTERWORD_MODEL_URL"
NAME = "AFTERWORD_MODEL"
KEY = "AFTERWORD_MODEL_KEY"
PLAIN = "AFTERWORD_MODEL_PLAIN_HTTP"
YES, NO = "yes", "no"
LONGEST_NAME, LONGEST_KEY = 200, 4_000

KeyRing = Callable[[str], str]
"""Given the address of an endpoint, its key, or nothing."""


class Key:
    """A secret, which nothing that prints, logs or compares values can show by mistake."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        """Hold a key; an empty one is none."""
        self._text = text

    def reveal(self) -> str:
        """Return the key itself, for the one header that carries it."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return "Key(…)" if self._text else "Key()"


class Model(msgspec.Struct, frozen=True, eq=False):
    """A model behind an endpoint: the base address, the name there, the key.

    `anywhere` allows plain http to machines that are not near.
    """

    url: str
    name: str
    key: Key = Key()
    anywhere: bool = False


def model(environ: Mapping[str, str], ring: KeyRing) -> Model | None:
    """Return the model that the environment names, or None where it names no endpoint.

    The key ring is asked where the environment holds no key. Raises Malformed, with every setting
    that is wrong, and never with its value.
    """
    if not environ.get(URL, "").strip():
        return None
    wrong: list[Problem] = []
    url = _url(environ, wrong)
    name = environ.get(NAME, "").strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        wrong.append(Problem(NAME, "names the model as the endpoint knows it, as in llama3.2"))
    anywhere = environ.get(PLAIN, "").strip().lower() or NO
    if anywhere not in {YES, NO}:
        wrong.append(Problem(PLAIN, "is yes or no", accepted=(YES, NO)))
    if url and anywhere != YES and address.is_plain(url) and address.is_far(url):
        wrong.append(Problem(URL, FAR))
    key = environ.get(KEY, "").strip()
    if not wrong:
        key = key or ring(url).strip()
    if len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable() or " " in key:
        wrong.append(Problem(KEY, "holds signs that no key has; copy it again"))
    if wrong:
        raise Malformed(wrong, Guide.MODEL)
    return Model(url, name, Key(key), anywhere == YES)


FAR = (
    "would send your notes over http to a machine that is not in a private network, readable for"
    f" everybody on the way; use https, or set {PLAIN}=yes if you mean it"
)


def _url(environ: Mapping[str, str], wrong: list[Problem]) -> str:
    try:
        return address.base(environ[URL])
    except address.Unfit as error:
        wrong.append(Problem(URL, str(error)))
        return ""
