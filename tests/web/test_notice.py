"""What just changed: said once, with the way back, and with a why that one tap answers."""

from tests.web.reading import Browser


def test_not_this_time_asks_why_and_each_answer_leads_somewhere(page: Browser, hunt: str) -> None:
    answer = page.post("choose", hunt, step="thank-you:okafor", choice="not-this-time")
    for why, what in (
        ("They asked me not to", "told"),
        ("I did it another way", "sent"),
        ("It is over", "withdrew"),
    ):
        assert f'<a href="/opportunities/{hunt}/log?what={what}">{why}</a>' in answer.html
        assert page.open("log", hunt, what=what).status == 200


def test_what_is_done_is_not_asked_about(page: Browser, hunt: str) -> None:
    assert (
        "Why, if you like:"
        not in page.post("choose", hunt, step="thank-you:okafor", choice="did-it").text
    )


def test_what_was_logged_is_said_in_the_words_of_the_page(page: Browser, hunt: str) -> None:
    form = {"what_happened": "promised", "on": "2026-11-23", "what": "answer", "by": "2026-11-26"}
    logged = page.post("log", hunt, **form, **{"from": "okafor"})
    assert "Logged: They named a day: an answer, Thu 26 Nov, Ms Adaeze Okafor" in logged.text


def test_a_change_of_the_plan_is_said_beside_it(page: Browser, hunt: str) -> None:
    logged = page.post("log", hunt, what_happened="withdrew", on="2026-11-23")
    assert "No longer needed: " in logged.text.split("Opportunities Riverside")[0]
