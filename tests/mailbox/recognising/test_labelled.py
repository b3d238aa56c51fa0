"""The labelled mail: what was reached once must not be lost."""

from collections import Counter
from pathlib import Path

import pytest

from afterword.mailbox.recognising.kind import Kind
from tests.mailbox.recognising.post import answer, letter, made_of
from tools import mail
from tools.mail import REJECTIONS, Labelled

MEANT = {
    "R": REJECTIONS,
    "A": {Kind.ACKNOWLEDGEMENT},
    "I": {Kind.INVITATION},
    "O": {Kind.OFFER, Kind.OFFER_LETTER},
    "T": {Kind.WE_NEED_MORE_TIME},
    "Q": {Kind.QUESTION_OR_REQUEST},
    "H": {Kind.HUMAN_REPLY},
    "C": {Kind.CONFIRMATION},
    "S": {Kind.RESCHEDULE},
    "X": {Kind.CANCELLATION},
    "N": {Kind.RECRUITER_OUTREACH},
}
ANSWERS = "HTSXC"
NOT_UNDERSTOOD = 4  # of the sentences; nothing is called a rejection or an invitation that is none


@pytest.fixture(scope="module")
def opened() -> list[Labelled]:
    return mail.own("open")


@pytest.fixture(scope="module")
def held() -> list[Labelled]:
    return mail.own("held")


@pytest.fixture(scope="module", params=["open", "held", "learnt", "unmet"])
def every(request: pytest.FixtureRequest) -> list[Labelled]:
    return mail.own(request.param)


def names(found: list[Labelled]) -> list[str]:
    """Return what messages are called, so that a failure tells which."""
    return [one.name for one in found]


def test_the_open_mail_is_understood(opened: list[Labelled]) -> None:
    assert len([one for one in opened if one.kind != one.found.kind]) <= 1


def test_the_held_out_mail_is_understood(held: list[Labelled]) -> None:
    assert sum(one.kind == one.found.kind for one in held) / len(held) >= 0.94


def test_every_kind_is_among_the_labels(opened: list[Labelled], held: list[Labelled]) -> None:
    for found in (opened, held):
        assert set(Counter(one.kind for one in found)) == {str(kind) for kind in Kind}


def test_nothing_is_called_a_rejection_that_is_none(every: list[Labelled]) -> None:
    wrong = [one for one in every if one.found.kind in REJECTIONS and one.kind not in REJECTIONS]
    assert names(wrong) == []


@pytest.mark.parametrize(
    ("name", "share"), [("open", 0.9), ("held", 0.9), ("learnt", 0.93), ("unmet", 0.75)]
)
def test_what_is_found_of_the_rejections_does_not_fall(name: str, share: float) -> None:
    are = [one for one in mail.own(name) if one.kind in REJECTIONS]
    assert sum(one.found.kind in REJECTIONS for one in are) / len(are) >= share


def test_no_rejection_is_called_good_news(every: list[Labelled]) -> None:
    good = {Kind.OFFER, Kind.OFFER_LETTER, Kind.INVITATION, Kind.CONFIRMATION}
    wrong = [one for one in every if one.kind in REJECTIONS and one.found.kind in good]
    assert names(wrong) == []


def test_no_mail_from_a_person_is_called_automatic(every: list[Labelled]) -> None:
    assert names([one for one in every if one.kind in mail.HUMAN and one.found.automatic]) == []


@pytest.mark.parametrize("name", ["open", "held", "learnt"])
def test_automatic_answers_are_found(name: str) -> None:
    answers = [one for one in mail.own(name) if one.kind == Kind.AUTO_REPLY]
    assert sum(one.found.automatic for one in answers) / len(answers) >= 0.9


@pytest.mark.parametrize("name", ["open", "held"])
def test_the_day_of_the_return_is_the_one_that_was_told(name: str) -> None:
    told = [one for one in mail.own(name) if "returns" in one.label]
    assert told
    right = [one for one in told if str(one.found.returns) == one.label["returns"]]
    assert len(right) >= len(told) - 1


def test_no_acknowledgement_is_called_an_invitation(every: list[Labelled]) -> None:
    received = [one for one in every if one.kind == Kind.ACKNOWLEDGEMENT]
    assert names([one for one in received if one.found.kind is Kind.INVITATION]) == []


def test_the_person_s_own_words_are_kept(every: list[Labelled]) -> None:
    assert sum(one.exact for one in every) / len(every) >= 0.95
    assert sum(one.lost for one in every) / len(every) <= 0.02


def test_single_sentences_are_understood() -> None:
    lines = (mail.OWN / "sentences.txt").read_text(encoding="utf-8").splitlines()
    wrong = []
    for code, _, text in (line.partition("|") for line in lines if "|" in line):
        write = answer if code in ANSWERS else letter
        found = made_of(write(f"Hi Mara,\n\n{text}\n\nBest,\nJo", "News")).kind
        if found not in MEANT[code]:
            wrong.append(f"{code} {found}: {text}")
            assert found not in REJECTIONS | {Kind.INVITATION, Kind.OFFER}, text
    assert len(wrong) <= NOT_UNDERSTOOD, wrong


def test_words_of_a_rejection_make_none() -> None:
    lines = (mail.OWN / "no_rejection.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    assert len(sentences) > 50
    wrong = [
        text
        for text in sentences
        for write in (letter, answer)
        if made_of(write(f"Hi Mara,\n\n{text}\n\nBest,\nJo", "Planner")).kind in REJECTIONS
    ]
    # Known: of two roles one is filled, and the other is offered.
    assert len(wrong) <= 2 * 2, wrong


def test_the_page_of_the_reference_is_made_of_the_text_and_the_figures() -> None:
    page = mail.page(lambda: iter([("things counted", "1 of 2 (50.0%)", "≥ 40 %")]))
    assert page.startswith("# What is made of mail\n")
    assert page.endswith("| things counted | 1 of 2 (50.0%) | ≥ 40 % |\n")


@pytest.mark.skipif(not mail.SHARED.is_dir(), reason="there is no shared/mail beside this checkout")
class TestSharedMail:
    def test_every_file_is_read_without_an_exception(self) -> None:
        ((_, read, _),) = mail._read()  # noqa: SLF001  one of the counts
        assert int(read) > 1_400

    def test_bounces_are_found_and_nothing_else_is_called_one(self) -> None:
        figures = dict(row[:2] for row in mail._bounced("sisimai"))  # noqa: SLF001  one of the counts
        assert share(figures["sisimai: bounces found"]) >= 97
        assert share(figures["sisimai: recipients of these"]) >= 97
        assert share(figures["sisimai: automatic answers found"]) >= 90
        assert share(figures["sisimai: complaints, answers and mail called a bounce"]) == 0

    @pytest.mark.parametrize("folder", ["reply_email_reply_trimmer", "reply_talon"])
    def test_the_person_s_own_words_are_found(self, folder: str) -> None:
        figures = dict(row[:2] for row in mail._replies(folder))  # noqa: SLF001  one of the counts
        assert share(figures[f"{folder}: exact"]) >= 90

    def test_every_calendar_that_names_a_beginning_is_read(self) -> None:
        unread = [
            one.name
            for one in mail.shared("icalendar")
            if one.label["n_vevent"] and not one.found.invitation and starts(one.message.raw)
        ]
        assert unread == []


def share(figure: str) -> float:
    """Return the percentage of a figure such as "3 of 4 (75.0%)"."""
    return float(figure.partition("(")[2].rstrip("%)"))


def starts(raw: bytes) -> bool:
    """Return whether the events of a calendar name a beginning that can be read."""
    return b"DTSTART" in raw.partition(b"BEGIN:VEVENT")[2] and b"INVALID-DATE" not in raw


def test_the_own_mail_is_beside_its_labels() -> None:
    assert {path.suffix for path in Path(mail.OWN).iterdir()} == {".jsonl", ".mbox", ".txt", ".md"}
