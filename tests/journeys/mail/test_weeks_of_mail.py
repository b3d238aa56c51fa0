"""Weeks of a hunt over real servers, told as one story: what Today says after each turn of it.

Mail comes in through Dovecot and goes out through OpenSMTPD, the calendar lies on Radicale; the due
work and the pages are as shipped. Only the clock is ours.
"""

from datetime import UTC, datetime

from afterword.mailbox.box import Use
from tests.journeys.mail.hunter import Hunter
from tests.journeys.mail.letters import AWAY, NO, WORD, invitation, letter

THANKS, CHECK_IN, ANSWER = "thank-you:lena", "check-in:lena", "reply:lena"
THANK = """Dear Lena,

thank you for showing me the wall on which you plan the whole week.

Kind regards
Marta Lindqvist"""
ASK = """Dear Lena,

I enjoyed our talk about the wall. May I ask how things stand with the planner role?

Kind regards
Marta Lindqvist"""
PART = """Dear Lena,

thank you for telling me, and for your time. I would be glad to hear of another role.

Kind regards
Marta Lindqvist"""
ASKING = "Ask Lena Ruiz how things stand by e-mail"
RIGHT = "Nothing to send today, and that is right."


def test_weeks_of_a_hunt(marta: Hunter) -> None:
    connected(marta)
    invited_and_moved(marta)
    thanked_once(marta)
    away_and_not_asked(marta)
    asked_a_minute_too_late(marta)
    let_down_and_parted(marta)
    written_to_again(marta)


def connected(marta: Hunter) -> None:
    mailbox, sending, agenda = marta.connects()
    assert "Connected. The first look takes place within a minute." in mailbox
    assert "lets us in" in sending
    assert "Connected. It is written within a minute." in agenda
    today = marta.at("2026-03-03 18:31")
    assert (today.opening, today.notices) == (RIGHT, [])


def invited_and_moved(marta: Hunter) -> None:
    """New York says ten, then eleven: with its clocks ahead by a week, two and three in London."""
    marta.comes(invitation("2026-03-04 10:00", "20260311T100000"), "2026-03-04 10:00")
    assert marta.at("2026-03-04 10:05").notices == ["Wed 11 Mar, 14:00: interview at Corbel"]
    assert marta.calendar == {"Interview (Corbel)": [datetime(2026, 3, 11, 14, tzinfo=UTC)]}

    marta.comes(invitation("2026-03-06 10:00", "20260312T110000", 1), "2026-03-06 10:00")
    today = marta.at("2026-03-06 10:05")
    assert (today.opening, today.do) == (RIGHT, [])
    assert today.notices == ["Thu 12 Mar, 15:00: interview at Corbel"]
    assert marta.calendar == {"Interview (Corbel)": [datetime(2026, 3, 12, 15, tzinfo=UTC)]}
    course = marta.browser.open("opportunity", marta.place).text
    assert "An interview is agreed: Thu 12 Mar, 15:00, Lena Ruiz" in course
    assert "11:00" not in course


def thanked_once(marta: Hunter) -> None:
    """Released in the evening, it leaves when Corbel begins to work."""
    marta.clock.move("2026-03-12 18:00")
    met = {"time": "17:00", "impression": "uncertain", "with": "lena"}
    assert "New: thank Lena Ruiz by e-mail" in marta.happened("interview", **met).text
    today = marta.at("2026-03-12 20:00")
    assert (today.notices, today.do) == ([], ["Thank Lena Ruiz by e-mail"])

    assert "leaves Fri 13 Mar, 09:00" in marta.releases(THANKS, THANK).text
    for early in ("2026-03-12 20:11", "2026-03-13 08:59"):
        today = marta.at(early)
        waiting = "Thank Lena Ruiz by e-mail, Corbel: on its way, leaves Fri 13 Mar, 09:00"
        assert (today.notices, today.do) == ([waiting], [])
        assert marta.delivered(0) == {}

    for due in ("2026-03-13 09:00", "2026-03-13 09:01", "2026-03-13 09:05"):
        today = marta.at(due)
        assert (today.notices, today.do) == ([], [])
        assert today.ahead == [f"Thu 19 Mar {ASKING} Corbel"]
    once = ("Re: Interview at Corbel", THANK)
    assert marta.delivered(1) == {once: 1}
    assert marta.lying_in(Use.SENT) == [once]
    course = marta.browser.open("opportunity", marta.place).text
    assert "Fri 13 Mar happened: Done: thank Lena Ruiz by e-mail" in course
    assert "sent Fri 13 Mar, 09:00" in marta.browser.open("released").text


def away_and_not_asked(marta: Hunter) -> None:
    """What a machine says is no answer; it moves the day for a question."""
    automatic = letter(AWAY, "2026-03-13 09:06", "Automatic reply", auto_submitted="auto-replied")
    marta.comes(automatic, "2026-03-13 09:06")
    assert marta.at("2026-03-13 09:10").opening == f"{RIGHT} Next: Thu 26 Mar, Corbel."
    for day in ("2026-03-19 10:00", "2026-03-25 10:00"):  # the day before, and all the while
        today = marta.at(day)
        assert (today.do, today.ahead) == ([], [f"Thu 26 Mar {ASKING} Corbel"])
    assert marta.calendar[f"{ASKING} (Corbel)"] == [datetime(2026, 3, 26, 9, tzinfo=UTC)]


def asked_a_minute_too_late(marta: Hunter) -> None:
    """Her words lie in her drafts; released, they would leave at 10:22; Lena writes at 10:21."""
    assert marta.at("2026-03-26 10:00").do == [ASKING]
    assert "Draft saved." in marta.keeps(CHECK_IN, ASK).text
    for turn in ("2026-03-26 10:05", "2026-03-26 10:11"):
        assert marta.at(turn).do == [ASKING]
        assert marta.lying_in(Use.DRAFTS) == [("Re: Interview at Corbel", ASK)]

    marta.clock.move("2026-03-26 10:12")
    assert "leaves Thu 26 Mar, 10:22" in marta.releases(CHECK_IN, ASK).text
    marta.at("2026-03-26 10:20")  # the last look before it is due
    marta.comes(letter(WORD, "2026-03-26 10:21"), "2026-03-26 10:21")
    today = marta.at("2026-03-26 10:22")
    assert (today.opening, today.do) == (f"{RIGHT} Next: Thu 2 Apr, Corbel.", [])
    assert today.notices == []
    released = marta.browser.open("released").text
    assert "not sent Something has happened there since you released it." in released
    for turn in ("2026-03-26 10:30", "2026-03-26 10:40"):
        assert marta.at(turn).do == []
        assert marta.lying_in(Use.DRAFTS) == []


def let_down_and_parted(marta: Hunter) -> None:
    """A no waits for one tap; then one gracious answer is right, and goes the same way."""
    marta.comes(letter(NO, "2026-04-01 10:00"), "2026-04-01 10:00")
    today = marta.at("2026-04-01 10:05")
    assert (today.notices, today.do) == (["One message wants a word from you."], [])
    marta.clock.move("2026-04-01 10:07")
    assert "Written down." in marta.accepts().text
    today = marta.at("2026-04-01 10:10")
    assert (today.notices, today.do) == ([], ["Part graciously from Lena Ruiz by e-mail"])
    assert f"{ASKING} (Corbel)" not in marta.calendar

    marta.releases(ANSWER, PART)
    today = marta.at("2026-04-01 10:20")
    assert today.do == []
    marta.at("2026-04-01 10:25")
    thanks, parted = ("Re: Interview at Corbel", THANK), ("Re: Planner at Corbel", PART)
    assert marta.delivered(2) == {thanks: 1, parted: 1}  # and never a question
    assert sorted(marta.lying_in(Use.SENT)) == sorted([thanks, parted])


def written_to_again(marta: Hunter) -> None:
    """Months later another role opens where they know her."""
    marta.clock.move("2026-07-06 09:00")
    changed = marta.happened("opening", role="shift planner").text
    assert "New: write to Lena Ruiz about the new opening by e-mail" in changed
    today = marta.at("2026-07-06 09:05")
    assert today.do == ["Write to Lena Ruiz about the new opening by e-mail"]
    shown = marta.browser.open("write", marta.place, step="re-approach:lena")
    assert "shift planner" in shown.text
