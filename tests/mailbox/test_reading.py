"""Reading a folder: what comes of it, one story at a time."""

from datetime import timedelta

import pytest

from afterword.mailbox.box import Folder, State, Use
from afterword.mailbox.head import STEP, Head
from afterword.mailbox.memory import Memory, MemoryBox
from afterword.mailbox.reading import Reader
from afterword.mailbox.sync import Known
from afterword.mailbox.trouble import Doubtful, Dropped
from tests.mailbox.faults import FaultyBox, Plan
from tests.mailbox.journals import BACK, HUNT, INBOX, Notebook
from tests.mailbox.keepers import MONDAY, Keeper, letter

STRANGER = "Shop <news@shop.example>"


class Listening(MemoryBox):
    """A mailbox that notes what it is told of what comes next."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory)
        self.reading: list[bool] = []
        self.asked: list[tuple[tuple[int, ...], tuple[int, ...]]] = []

    def state(self, folder: str, *, reading: bool = False) -> State:
        self.reading.append(reading)
        return super().state(folder, reading=reading)

    def heads(
        self, folder: str, uids: tuple[int, ...], then: tuple[int, ...] = ()
    ) -> tuple[Head, ...]:
        self.asked.append((uids, then))
        return super().heads(folder, uids, then)


def test_the_first_look_finds_what_matters_and_is_not_too_old(keeper: Keeper) -> None:
    keeper.put("INBOX", letter("ancient"), MONDAY - timedelta(days=60))
    keeper.put("INBOX", letter("invitation"))
    keeper.put("INBOX", letter("sale", From=STRANGER))
    notebook = Notebook()
    notebook.look(keeper.box())
    assert notebook.subjects == ["invitation"]
    assert notebook.found[0].raw == letter("invitation")


def test_the_next_looks_find_only_what_is_new(keeper: Keeper) -> None:
    notebook, box = Notebook(), keeper.box()
    for name in ("one", "two", "three"):
        keeper.put("INBOX", letter(name))
        notebook.look(box)
        notebook.look(box)
    assert notebook.subjects == ["one", "two", "three"]


def test_what_is_delivered_twice_is_found_once(keeper: Keeper) -> None:
    keeper.put("INBOX", letter("one"))
    keeper.put("INBOX", letter("one"))
    notebook = Notebook()
    notebook.look(keeper.box())
    keeper.put("INBOX", letter("one"))
    notebook.look(keeper.box())
    assert notebook.subjects == ["one"]


def test_a_sender_that_writes_one_message_id_into_all_its_mail_loses_none(keeper: Keeper) -> None:
    same = {"Message_ID": "<noreply@initech.example>"}
    keeper.put("INBOX", letter("one", **same))
    keeper.put("INBOX", letter("two", Date="Tue, 3 Mar 2026 09:00:00 +0000", **same))
    notebook = Notebook()
    notebook.look(keeper.box())
    assert notebook.subjects == ["one", "two"]


def test_after_a_restore_nothing_is_found_again_and_nothing_lost(keeper: Keeper) -> None:
    jobs = Folder("Jobs")
    keeper.make("Jobs")
    for name in ("one", "two"):
        keeper.put("Jobs", letter(name))
    notebook, box = Notebook(), keeper.box()
    notebook.look(box, jobs)
    keeper.put("Jobs", letter("three"))
    keeper.renumber("Jobs")
    notebook.look(keeper.box(), jobs)
    assert notebook.subjects == ["one", "two", "three"]


def test_what_its_owner_deletes_is_not_forgotten(keeper: Keeper) -> None:
    uid = keeper.put("INBOX", letter("one"))
    notebook, box = Notebook(), keeper.box()
    notebook.look(box)
    keeper.drop("INBOX", uid)
    keeper.put("INBOX", letter("two"))
    notebook.look(box)
    assert notebook.subjects == ["one", "two"]


def test_a_mailbox_suddenly_empty_is_refused_until_the_person_says_that_it_is_right(
    keeper: Keeper,
) -> None:
    sent = [keeper.put("INBOX", letter(f"number-{count}")) for count in range(20)]
    notebook = Notebook()
    notebook.look(keeper.box())
    known = notebook.known["INBOX"]
    for uid in sent:
        keeper.drop("INBOX", uid)
    with pytest.raises(Doubtful, match="held 20 messages at the last look, and 0 now"):
        notebook.look(keeper.box())
    assert notebook.known["INBOX"] == known
    keeper.put("INBOX", letter("new"))
    notebook.look(keeper.box(), trusted=True)
    notebook.look(keeper.box())
    assert notebook.subjects[20:] == ["new"]


def test_a_draft_is_nobody_s_message_yet(keeper: Keeper) -> None:
    box = keeper.box()
    box.append("INBOX", letter("thanks", **{STEP: "s"}), draft=True)
    box.append("Drafts", letter("check-in"), draft=False)
    keeper.put("INBOX", letter("reply"))
    notebook = Notebook()
    notebook.look(box)
    notebook.look(box, Folder("Drafts", Use.DRAFTS))
    assert notebook.subjects == ["reply"]


def test_a_header_of_ours_on_a_stranger_s_message_hides_nothing(keeper: Keeper) -> None:
    keeper.put("INBOX", letter("rejection", **{STEP: "forged"}))
    notebook = Notebook()
    notebook.look(keeper.box())
    assert notebook.subjects == ["rejection"]


def test_a_message_that_is_filed_away_under_our_hands_is_known_by_its_head() -> None:
    memory = Memory()
    uid = memory["INBOX"].add(letter("one"), arrived=MONDAY)
    fetching = Plan(happens_at=4, happens=lambda: memory["INBOX"].drop(uid))
    notebook = Notebook()
    notebook.look(FaultyBox(memory, fetching))
    assert notebook.subjects == ["one"]
    assert notebook.found[0].raw is None


@pytest.mark.parametrize("call", range(1, 8))
def test_a_look_that_breaks_off_anywhere_is_finished_by_the_next(call: int) -> None:
    memory = Memory()
    names = [f"number-{count}" for count in range(4)]
    for name in names:
        memory["INBOX"].add(letter(name), arrived=MONDAY)
    notebook = Notebook()
    with pytest.raises(Dropped, match="the next look goes on"):
        notebook.look(FaultyBox(memory, Plan(breaks_at=call)))
    notebook.look(FaultyBox(memory, Plan()))
    assert notebook.subjects == names


def test_with_nothing_new_a_folder_is_asked_once() -> None:
    memory = Memory()
    memory["INBOX"].add(letter("one"), arrived=MONDAY)
    notebook = Notebook()
    notebook.look(FaultyBox(memory, Plan()))
    again = FaultyBox(memory, Plan())
    notebook.look(again)
    assert again.calls == 1


def test_a_server_is_told_which_heads_come_next() -> None:
    memory = Memory()
    for count in range(5):
        memory["INBOX"].add(letter(f"number-{count}"), arrived=MONDAY)
    box = Listening(memory)
    Notebook(slice=2).look(box)
    assert box.asked == [((1, 2), (3, 4)), ((3, 4), (5,)), ((5,), ())]


def test_a_server_is_told_of_a_folder_that_will_be_read_whatever_it_says() -> None:
    memory = Memory()
    memory["INBOX"].add(letter("one"), arrived=MONDAY)
    box, notebook = Listening(memory), Notebook()
    next(notebook.batches(box))  # and then it breaks off
    notebook.look(box)
    notebook.look(box)
    assert box.reading == [True, True, False]


def test_large_messages_are_handed_over_before_they_pile_up() -> None:
    memory = Memory()
    for count in range(5):
        large = letter(f"number-{count}") + b"x" * 4_000_000
        memory["INBOX"].add(large, arrived=MONDAY)
    notebook = Notebook()
    sizes = [len(batch.found) for batch in notebook.batches(FaultyBox(memory, Plan()), INBOX)]
    assert sizes == [2, 2, 1, 0]


def test_no_batch_is_larger_than_its_keeper_wants() -> None:
    memory = Memory()
    for count in range(5):
        memory["INBOX"].add(letter(f"number-{count}"), arrived=MONDAY)
    reader = Reader(HUNT.matters, lambda _: False, BACK, most=2)
    batches = list(reader.read(FaultyBox(memory, Plan()), INBOX, Known()))
    assert [len(batch.found) for batch in batches] == [2, 2, 1, 0]
    assert [batch.known.mark for batch in batches] == [2, 4, 5, 5]
