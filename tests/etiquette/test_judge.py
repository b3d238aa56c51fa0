"""Verdicts on proposed acts, towards one person and towards several."""

import pytest

from afterword import rulebooks
from afterword.etiquette.judge import Verdict, judge
from afterword.etiquette.problem import Malformed
from afterword.etiquette.vocabulary import Act, AskWhom, Channel, Word
from tests.etiquette.timeline import situation

BOOK = rulebooks.rulebook()
MET = "2026-03-03 14:00 interview with=lena"
LENA = "lena:hiring-manager"


def verdict(timeline: str, proposal: str, **rest: str) -> Verdict:
    """Return the verdict on a proposal, in New York unless said otherwise."""
    told = {"now": "2026-03-03T18:30", "people": LENA, "timezone": "America/New_York", **rest}
    return judge(situation(timeline, proposal=proposal, **told), BOOK)


def test_thanks_after_an_interview_are_right_until_the_next_day() -> None:
    said = verdict(MET, "thank-you to=lena")
    assert said.verdict is Word.GO
    assert str(said.not_before) == "2026-03-03 16:00:00-05:00"
    assert str(said.not_after) == "2026-03-04 14:00:00-05:00"
    assert said.channel is Channel.EMAIL


def test_after_the_best_moment_the_last_one_is_told() -> None:
    said = verdict(MET, "thank-you to=lena", now="2026-03-05T11:00")
    assert said.verdict is Word.GO
    assert said.not_after == said.too_late_after


def test_late_thanks_are_refused_with_what_to_do_instead() -> None:
    said = verdict(MET, "thank-you to=lena", now="2026-03-16T11:00")
    assert said.verdict is Word.NO
    assert said.better.startswith("A week has passed.")
    assert said.instead is Act.CHECK_IN


def test_an_act_towards_several_is_as_right_as_for_the_one_it_is_least_right_for() -> None:
    timeline = """
        2026-03-03 14:00 interview with=lena,kim
        2026-03-03 16:30 sent act=thank-you channel=email to=kim
    """
    people = f"{LENA} kim:interviewer"
    assert verdict(timeline, "thank-you to=lena", people=people).verdict is Word.GO
    assert verdict(timeline, "thank-you to=lena,kim", people=people).verdict is Word.NO


def test_windows_towards_several_are_those_in_which_all_are_right() -> None:
    timeline = """
        2026-03-03 10:00 interview with=lena
        2026-03-03 14:00 interview with=kim
    """
    said = verdict(timeline, "thank-you to=lena,kim", people=f"{LENA} kim:interviewer")
    assert str(said.not_before) == "2026-03-03 16:00:00-05:00"
    assert str(said.not_after) == "2026-03-04 10:00:00-05:00"


def test_without_a_name_the_person_for_whom_it_is_most_right_is_meant() -> None:
    said = verdict(MET, "thank-you", people=f"kim:hr {LENA}")
    assert said.to == ("lena",)


def test_between_equals_the_order_of_the_rule_decides() -> None:
    timeline = "2026-03-03 14:00 interview with=kim,lena,hugo"
    people = f"kim:interviewer hugo:hr {LENA}"
    said = verdict(timeline, "check-in", people=people, now="2026-03-12T11:00")
    assert said.to == ("lena",)


def test_without_any_people_nobody_is_meant() -> None:
    said = verdict("2026-03-01 applied", "complain", people="")
    assert said.to == ()
    assert said.verdict is Word.NO


def test_asking_first_says_whom() -> None:
    said = verdict(MET, "thank-you channel=email to=lena", via="agency")
    assert (said.verdict, said.ask_whom) == (Word.ASK, AskWhom.RECRUITER)


def test_waiting_without_a_date_names_none() -> None:
    said = verdict(MET, "connect channel=linkedin to=lena")
    assert said.verdict is Word.WAIT
    assert said.not_before is None


def test_a_refused_way_is_answered_with_the_right_way_for_the_same_act() -> None:
    said = verdict(MET, "thank-you channel=text to=lena")
    assert (said.verdict, said.instead, said.channel) == (Word.NO, Act.THANK_YOU, Channel.TEXT)


def test_a_refusal_without_a_channel_names_none() -> None:
    assert verdict(MET, "complain to=lena").channel is None


ASKED_TWICE = """
    2026-03-03 14:00 interview with=lena
    2026-03-05 10:00 sent act=check-in channel=email to=lena
    2026-03-12 10:00 sent act=check-in channel=email to=lena
"""


def test_where_any_rule_says_stop_nothing_else_says_try_again() -> None:
    said = verdict(ASKED_TWICE, "check-in channel=text to=lena", now="2026-03-20T11:00")
    assert said.verdict is Word.NO
    assert said.better.startswith("Let it rest")
    assert said.instead is None


def test_leaving_is_never_the_better_act_for_somebody_who_asked_another_thing() -> None:
    assert verdict(MET, "accept channel=email to=lena").instead is Act.THANK_YOU
    assert verdict(MET, "decline channel=email to=lena").instead is Act.WITHDRAW


def test_parting_is_worth_thanks_of_its_own() -> None:
    timeline = """
        2026-03-03 14:00 interview with=lena
        2026-03-03 17:00 sent act=thank-you channel=email to=lena
        2026-03-10 09:00 parted
    """
    assert verdict(timeline, "gracious-exit to=lena", now="2026-03-10T11:00").verdict is Word.GO


def test_the_first_day_is_worth_thanks_of_its_own() -> None:
    timeline = """
        2026-03-24 09:00 accepted
        2026-03-25 09:00 sent act=thank-you channel=email to=lena
        2026-04-13 08:30 started
    """
    assert verdict(timeline, "thank-you to=lena", now="2026-04-13T11:00").verdict is Word.GO


def test_what_went_to_a_stranger_is_owned_up_to_and_then_sent_to_the_right_one() -> None:
    timeline = """
        2026-03-03 14:00 interview with=lena
        2026-03-03 18:00 slip what=wrong-recipient
        2026-03-03 18:05 sent act=apology channel=email to=kim
    """
    people = f"{LENA} kim:other"
    assert verdict(timeline, "apology to=kim", people=people).verdict is Word.NO
    assert verdict(timeline, "resend channel=email to=lena", people=people).verdict is Word.GO
    sent = f"{timeline}2026-03-03 18:10 sent act=resend channel=email to=lena"
    assert verdict(sent, "resend channel=email to=lena", people=people).verdict is Word.NO


def test_several_of_a_session_but_not_all_is_refused() -> None:
    timeline = "2026-03-03 14:00 interview with=lena,kim,hugo"
    people = f"{LENA} kim:interviewer hugo:interviewer"
    said = verdict(timeline, "thank-you to=lena,kim", people=people)
    assert said.because[0].rule == "thank-all-of-a-session-or-none"


def test_an_act_can_be_asked_about_for_another_moment() -> None:
    said = verdict(MET, "check-in to=lena on=2026-03-11T11:00")
    assert said.verdict is Word.GO


def test_a_gift_without_a_price_or_in_an_unknown_currency_is_judged_all_the_same() -> None:
    for gift in ("gift.kind=food", "gift.kind=food gift.value=5 gift.currency=XTS"):
        assert verdict(MET, f"gift channel=post to=lena {gift}").verdict is Word.NO


def test_a_gift_that_is_not_described_is_some_thing() -> None:
    assert verdict(MET, "gift to=lena").because[0].rule == "no-gift-before-the-ink-is-dry"


def test_without_a_proposal_there_is_nothing_to_judge() -> None:
    with pytest.raises(Malformed, match="say which act you have in mind"):
        judge(situation(MET, now="2026-03-04", people=LENA), BOOK)
