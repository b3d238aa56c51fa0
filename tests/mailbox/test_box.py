"""The contract of a Box: what holds in memory holds behind a real server."""

from datetime import UTC, date, datetime, timedelta

import pytest

from afterword.mailbox import runs
from afterword.mailbox.box import Heard, Search, State, Use
from afterword.mailbox.head import STEP
from afterword.mailbox.trouble import NoFolder, Renumbered
from tests.mailbox.keepers import MONDAY, Keeper, letter


def numbers(found: runs.Uids) -> list[int]:
    return [uid for run in found for uid in run]


def named(box_use: Use, keeper: Keeper) -> str:
    return next(folder.name for folder in keeper.box().folders() if folder.use is box_use)


def test_the_server_says_what_its_folders_are_for(keeper: Keeper) -> None:
    uses = {folder.use for folder in keeper.box().folders()}
    assert {Use.INBOX, Use.DRAFTS, Use.SENT} <= uses


def test_a_folder_counts_its_messages_and_the_next_number(keeper: Keeper) -> None:
    empty = keeper.box().state("INBOX")
    uid = keeper.put("INBOX", letter("one"))
    full = keeper.box().state("INBOX")
    assert (empty.count, full.count) == (0, 1)
    assert (full.next, full.validity) == (uid + 1, empty.validity)
    assert full.modseq > empty.modseq > 0


@pytest.mark.parametrize("looked_into", [False, True])
def test_the_state_is_the_one_of_now_whether_or_not_the_folder_is_open(
    keeper: Keeper, looked_into: bool
) -> None:
    box = keeper.box()
    before = box.state("INBOX")
    if looked_into:
        box.uids("INBOX", Search())
    keeper.put("INBOX", letter("one"))
    assert box.state("INBOX").count == before.count + 1


def test_a_folder_that_will_be_read_says_the_same_of_itself(keeper: Keeper) -> None:
    for name in ("one", "two"):
        keeper.put("INBOX", letter(name))
        reading = keeper.box().state("INBOX", reading=True)
        assert reading == keeper.box().state("INBOX")
        assert reading.modseq > 0


def test_numbers_above_a_limit(keeper: Keeper) -> None:
    sent = [keeper.put("INBOX", letter(f"number-{count}")) for count in range(4)]
    box = keeper.box()
    assert numbers(box.uids("INBOX", Search(above=sent[1]))) == sent[2:]
    assert numbers(box.uids("INBOX", Search(above=sent[-1]))) == []
    assert numbers(box.uids("INBOX", Search())) == sent


def test_what_arrived_on_or_after_a_day(keeper: Keeper) -> None:
    keeper.put("INBOX", letter("old"), MONDAY - timedelta(days=40))
    new = keeper.put("INBOX", letter("new"), MONDAY)
    assert numbers(keeper.box().uids("INBOX", Search(since=date(2026, 3, 1)))) == [new]


def test_what_was_added_since_a_moment_of_the_folder(keeper: Keeper) -> None:
    keeper.put("INBOX", letter("one"))
    known = keeper.box().state("INBOX")
    late = keeper.put("INBOX", letter("two"))
    box = keeper.box()
    assert late in numbers(box.uids("INBOX", Search(changed=known.modseq)))
    assert numbers(box.uids("INBOX", Search(changed=box.state("INBOX").modseq))) == []


def test_a_message_is_found_by_a_header(keeper: Keeper) -> None:
    keeper.put("INBOX", letter("one"))
    uid = keeper.put("INBOX", letter("two"))
    box = keeper.box()
    assert numbers(box.uids("INBOX", Search(name="Message-ID", value="<two@initech"))) == [uid]
    assert numbers(box.uids("INBOX", Search(name="Message-ID", value="<three@"))) == []


@pytest.mark.parametrize("odd", ['"', "\\", 'a" SEEN "', "a\r\nb NOOP", "Ümlaut", ""])
def test_whatever_a_header_is_searched_for_nothing_breaks(keeper: Keeper, odd: str) -> None:
    uid = keeper.put("INBOX", letter("one"))
    box = keeper.box()
    found = numbers(box.uids("INBOX", Search(name="Message-ID", value=odd)))
    assert found == ([] if odd else [uid])
    assert box.state("INBOX").count == 1


def test_the_head_of_a_message(keeper: Keeper) -> None:
    raw = letter(
        "one",
        Subject="=?utf-8?q?Gr=C3=BC=C3=9Fe_aus?=\r\n =?utf-8?q?_K=C3=B6ln?=",
        In_Reply_To="<asked@home.example>",
        References="<first@home.example>\r\n <asked@home.example>",
        X_Unasked="x",
    )
    uid = keeper.put("INBOX", raw)
    (head,) = keeper.box().heads("INBOX", (uid,))
    assert (head.uid, head.size, head.arrived, head.draft) == (uid, len(raw), MONDAY, False)
    assert (head.sender.email, head.sender.name) == ("bob@initech.example", "Bob")
    assert [one.email for one in head.to] == ["alice@home.example"]
    assert (head.subject, head.message_id) == ("Grüße aus Köln", "one@initech.example")
    assert head.thread == ("asked@home.example", "first@home.example")
    assert head.sent == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert "x-unasked" not in head.fields


def test_heads_come_by_number_and_those_of_vanished_messages_do_not(keeper: Keeper) -> None:
    one, two, three = (keeper.put("INBOX", letter(name)) for name in ("one", "two", "three"))
    keeper.drop("INBOX", two)
    assert [head.uid for head in keeper.box().heads("INBOX", (three, two, one))] == [one, three]
    assert keeper.box().heads("INBOX", (two,)) == ()
    assert keeper.box().heads("INBOX", ()) == ()


def test_a_whole_message_as_it_was_sent(keeper: Keeper) -> None:
    raw = letter("one")
    uid = keeper.put("INBOX", raw)
    box = keeper.box()
    assert box.message("INBOX", uid) == raw
    keeper.drop("INBOX", uid)
    assert keeper.box().message("INBOX", uid) is None


def test_nothing_that_is_looked_at_is_marked_as_read(keeper: Keeper) -> None:
    uid = keeper.put("INBOX", letter("one"))
    box = keeper.box()
    box.state("INBOX")
    box.heads("INBOX", (uid,))
    box.message("INBOX", uid)
    box.wait("INBOX", State(0), 0)
    box.close()
    assert keeper.unread("INBOX") == 1


def test_what_is_appended_is_read_and_if_so_wanted_a_draft(keeper: Keeper) -> None:
    drafts = named(Use.DRAFTS, keeper)
    box = keeper.box()
    uid = box.append(drafts, letter("draft"), draft=True)
    plain = box.append(drafts, letter("plain"), draft=False)
    assert [head.draft for head in box.heads(drafts, (uid, plain))] == [True, False]
    assert box.message(drafts, uid) == letter("draft")


def test_a_draft_of_ours_is_taken_away_and_only_that_one(keeper: Keeper) -> None:
    drafts = named(Use.DRAFTS, keeper)
    box = keeper.box()
    ours, other = (
        box.append(drafts, letter(name, **{STEP: name}), draft=True) for name in ("one", "two")
    )
    theirs = keeper.put(drafts, letter("theirs"))
    assert box.remove(drafts, ours, "one")
    assert not box.remove(drafts, other, "one")
    assert not box.remove(drafts, theirs, "one")
    assert not box.remove(drafts, theirs, "")
    assert numbers(keeper.box().uids(drafts, Search())) == [other, theirs]
    assert box.remove(drafts, ours, "one"), "what is gone already is gone"


def test_another_program_s_marks_for_deletion_stay_marks(keeper: Keeper) -> None:
    drafts = named(Use.DRAFTS, keeper)
    keeper.put(drafts, letter("kept"))
    box = keeper.box()
    ours = box.append(drafts, letter("ours", **{STEP: "x"}), draft=True)
    assert box.remove(drafts, ours, "x")
    assert box.state(drafts).count == 1


def test_numbers_of_before_a_restore_are_refused(keeper: Keeper) -> None:
    keeper.make("Jobs")
    uid = keeper.put("Jobs", letter("one"))
    box = keeper.box()
    before = box.state("Jobs")
    keeper.renumber("Jobs")
    with pytest.raises(Renumbered, match="Jobs was numbered anew"):
        box.heads("Jobs", (uid,))
    after = box.state("Jobs")
    assert after.validity != before.validity
    assert len(box.heads("Jobs", (uid,))) == 1


def test_a_folder_that_is_not_there(keeper: Keeper) -> None:
    box = keeper.box()
    with pytest.raises(NoFolder, match="Nowhere cannot be opened"):
        box.state("Nowhere")
    with pytest.raises(NoFolder, match="Nowhere cannot be opened"):
        box.state("Nowhere", reading=True)
    with pytest.raises(NoFolder, match="Nowhere cannot be opened"):
        box.append("Nowhere", letter("one"), draft=True)
    assert box.state("INBOX").count == 0


def test_a_folder_with_any_name(keeper: Keeper) -> None:
    name = 'Bewerbungen & "Grüße" 会社'
    keeper.make(name)
    uid = keeper.put(name, letter("one"))
    box = keeper.box()
    assert name in {folder.name for folder in box.folders()}
    assert box.state(name).count == 1
    assert len(box.heads(name, (uid,))) == 1


def test_news_that_came_before_the_wait_are_not_slept_through(keeper: Keeper) -> None:
    box = keeper.box()
    known = box.state("INBOX")
    keeper.put("INBOX", letter("one"))
    assert box.wait("INBOX", known, 600) is Heard.NEWS


def test_without_news_a_wait_ends(keeper: Keeper) -> None:
    box = keeper.box()
    assert box.wait("INBOX", box.state("INBOX"), 0) in {Heard.NOTHING, Heard.DEAF}
    assert box.state("INBOX").count == 0, "and the box can be used on"


def test_many_messages_in_slices(keeper: Keeper) -> None:
    sent = [keeper.put("INBOX", letter(f"number-{count}")) for count in range(7)]
    box = keeper.box()
    found = list(runs.slices(box.uids("INBOX", Search()), 3))
    assert [len(piece) for piece in found] == [3, 3, 1]
    assert [head.uid for piece in found for head in box.heads("INBOX", piece)] == sent


def test_what_is_announced_comes_as_if_it_had_not_been(keeper: Keeper) -> None:
    one, two, three = (keeper.put("INBOX", letter(name)) for name in ("one", "two", "three"))
    box = keeper.box()
    box.state("INBOX", reading=True)
    assert [head.uid for head in box.heads("INBOX", (one,), (two, three))] == [one]
    assert box.message("INBOX", one) == letter("one")
    assert [head.subject for head in box.heads("INBOX", (two, three))] == ["two", "three"]


def test_what_was_announced_before_a_restore_is_refused_with_the_rest(keeper: Keeper) -> None:
    keeper.make("Jobs")
    one, two = (keeper.put("Jobs", letter(name)) for name in ("one", "two"))
    box = keeper.box()
    box.state("Jobs")
    box.heads("Jobs", (one,), (two,))
    box.state("INBOX", reading=True)
    keeper.renumber("Jobs")
    with pytest.raises(Renumbered, match="Jobs was numbered anew"):
        box.heads("Jobs", (two,))
