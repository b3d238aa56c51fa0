"""What a text says, sentence by sentence, and which phrase says it."""

import re
from collections.abc import Iterator

import msgspec

from afterword.mailbox.recognising import sentences, wording
from afterword.mailbox.recognising.phrases import Phrase
from afterword.mailbox.recognising.sentences import Sentence, Text

BUT = " but "


class Evidence(msgspec.Struct, frozen=True):
    """One thing that is said: `what`, the sentence as it was written, and its number."""

    what: str
    sentence: str
    at: int = 0
    phrase: str = ""


class Findings(msgspec.Struct, frozen=True):
    """Everything that a text says, outright and in hints, each in the order of the text."""

    strong: dict[str, tuple[Evidence, ...]]
    weak: dict[str, tuple[Evidence, ...]]

    def says(self, what: str) -> Evidence | None:
        """Return the first sentence that says something outright."""
        return next(iter(self.strong.get(what, ())), None)

    def hints(self, what: str) -> int:
        """Return how many different hints there are."""
        return len({one.phrase for one in self.weak.get(what, ())})


def findings(text: Text) -> Findings:
    """Return what a text says, in any language."""
    strong: dict[str, list[Evidence]] = {}
    weak: dict[str, list[Evidence]] = {}
    for entry in wording.index().likely(text.words):
        for evidence in _found(entry, text):
            (strong if entry.strong else weak).setdefault(entry.what, []).append(evidence)
    return Findings(_ordered(strong), _ordered(weak))


def _ordered(found: dict[str, list[Evidence]]) -> dict[str, tuple[Evidence, ...]]:
    return {what: tuple(sorted(said, key=lambda one: one.at)) for what, said in found.items()}


def _found(entry: wording.Entry, text: Text) -> Iterator[Evidence]:
    """Yield where a phrase is said, not as a mere possibility, and not taken back."""
    for match in entry.phrase.find(text.words):
        at = text.at(match.start())
        sentence = text.sentences[at]
        before = text.words[text.starts[at] : _open_to(entry, match, text)]
        if _holds(entry.language.hypothetical, before):
            continue
        if not (entry.strong and _holds(entry.taken_back, _clause(text, at, match))):
            yield Evidence(entry.what, sentence.quoted, at, entry.phrase.written)


def _open_to(entry: wording.Entry, match: re.Match[str], text: Text) -> int:
    """Return up to where a possibility counts: the phrase's first word, which it may end in.

    What stands in a gap of the phrase counts as well: "you know [whether you were] not selected".
    """
    if entry.strong and "..." in entry.phrase.written:
        return match.end()
    return text.words.find(" ", match.start()) % len(text.words)


def _clause(text: Text, at: int, match: re.Match[str]) -> str:
    """Return what stands between one "but" and the next, around what was found in a sentence."""
    words, start = text.sentences[at].words, text.starts[at]
    begins = words.rfind(BUT, 0, match.start() - start + 1)
    ends = words.find(BUT, match.end() - start)
    return words[max(begins, 0) : ends if ends >= 0 else len(words)]


def _holds(phrases: tuple[Phrase, ...], words: str) -> bool:
    return any(True for phrase in phrases for _ in phrase.find(words))


def with_subject(text: str, subject: str) -> Text:
    """Return a text's sentences, with its subject as the first of them."""
    read = sentences.read(text)
    if not subject:
        return read
    first = Sentence(subject, sentences.plain(subject))
    return sentences.gathered((first, *read.sentences))
