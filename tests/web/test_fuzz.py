"""Whatever is typed into addresses and forms, the answer is never a fault of ours."""

from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.reading import Browser
from tests.web.test_walk import PATTERNS, arguments

FIELDS = (
    *(
        "step",
        "channel",
        "variant",
        "what",
        "what_happened",
        "on",
        "time",
        "by",
        "at",
        "at_time",
        "round",
    ),
    *(
        "wish",
        "to",
        "from",
        "with",
        "size",
        "way",
        "hand",
        "length",
        "q",
        "basis",
        "form",
        "only",
        "next",
    ),
    *(
        "who",
        "employer",
        "role",
        "country",
        "timezone",
        "sector",
        "format",
        "text",
        "subject",
        "use",
        "claim",
    ),
    *(
        "do",
        "choice",
        "day",
        "change",
        "content",
        "preset",
        "signed",
        "register",
        "spelling",
        "time_zone",
    ),
    *("on", "hour", "addresses", "names", "discreet", "rests"),
    *("id", "name", "email", "pasted", "device", "stem-struck", "act", "instruction", "until"),
)
LIKELY = (
    *(
        "thank-you:okafor",
        "thank-you:",
        "gift:nobody",
        "email",
        "handwritten",
        "0",
        "-1",
        "999",
        "reply",
        "sent",
    ),
    *(
        "2026-11-23",
        "2026-02-30",
        "25:99",
        "0001-01-01",
        "okafor",
        "Europe/London",
        "\x00",
        "💐" * 40,
        "../..",
        "1:2",
    ),
    *(
        "later",
        "did-it",
        "keep",
        "read",
        "save",
        "note",
        "sent",
        "remove",
        "nan",
        "inf",
        "1e400",
        "{}",
        "=1+1",
    ),
)
VALUES = st.one_of(st.sampled_from(LIKELY), st.text(max_size=20))
FORMS = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=8)
ADDRESSES = st.sampled_from(sorted(set(PATTERNS) - {"sign-out"}))


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=ADDRESSES, form=FORMS, post=st.booleans())
def test_nothing_that_is_sent_breaks_it(
    page: Browser, hunt: str, name: str, form: dict[str, str], *, post: bool
) -> None:
    client: Client = page.client
    client.raise_request_exception = False
    address = reverse(name, args=arguments(name, hunt))
    answer = client.post(address, form) if post else client.get(address, form)
    assert answer.status_code < 500
