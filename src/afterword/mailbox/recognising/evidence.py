"""What a text says, sentence by sentence, and which phrase says it."""

import re
from collections.abc import Iterator

import msgspec

from afterword.mailbox.recognising import sentences, wording
from afterword.mailbox.recognising.phrases import Phrase
from afterword.mailbox.recognising.sentences import Sentence, Text

# In a clause of its own, nothing is taken back by what another clause of the sentence says.
BUT = re.compile(r" (?:but|however|nevertheless|nonetheless|aber|jedoch|mais|pero|ma|maar|mas) ")
SPACE = re.compile(r"\s")
# Where possibilities begin, by language and sentence: looked for once, and asked for often.
Possible = dict[tuple[int, int], int]


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
    possible: Possible = {}
    for entry in wording.index().likely(text.words):
        for evidence in _found(entry, text, possible):
            (strong if entry.strong else weak).setdefault(entry.what, []).append(evidence)
    return Findings(_ordered(strong), _ordered(weak))


def _ordered(found: dict[str, list[Evidence]]) -> dict[str, tuple[Evidence, ...]]:
    return {what: tuple(sorted(said, key=lambda one: one.at)) for what, said in found.items()}


def _found(entry: wording.Entry, text: Text, possible: Possible) -> Iterator[Evidence]:
    """Yield where a phrase is said, not as a mere possibility, and not taken back."""
    for match in entry.phrase.find(text.words):
        at = text.at(match.start())
        sentence = text.sentences[at]
        here = (id(entry.language), at)
        if here not in possible:
            possible[here] = text.starts[at] + _possible_from(entry.language, sentence.words)
        if possible[here] <= _open_to(entry, match, text):
            continue
        if not (entry.strong and _holds(entry.taken_back, _clause(text, at, match))):
            yield Evidence(entry.what, sentence.quoted, at, entry.phrase.written)


def _possible_from(language: wording.Language, words: str) -> int:
    """Return where in a sentence all becomes a mere possibility, behind its end if nowhere."""
    ends = (match.end() for phrase in language.hypothetical for match in phrase.find(words))
    return min(ends, default=len(words) + 1)


def _open_to(entry: wording.Entry, match: re.Match[str], text: Text) -> int:
    """Return up to where a possibility counts: the phrase's first word, which it may end in.

    What stands in a gap of the phrase counts as well: "you know [whether you were] not selected".
    """
    if entry.strong and "..." in entry.phrase.written:
        return match.end()
    end = SPACE.search(text.words, match.start())
    return end.start() if end else len(text.words)


def _clause(text: Text, at: int, match: re.Match[str]) -> str:
    """Return what stands between one "but" and the next, around what was found in a sentence."""
    words, start = text.sentences[at].words, text.starts[at]
    first, last = match.start() - start, match.end() - start
    begins, ends = 0, len(words)
    for but in BUT.finditer(words):
        if but.end() <= first + 1:
            begins = but.start()
        elif but.start() >= last:
            ends = but.start()
            break
    return words[begins:ends]


def _holds(phrases: tuple[Phrase, ...], words: str) -> bool:
    return any(True for phrase in phrases for _ in phrase.find(words))


def with_subject(text: str, subject: str) -> Text:
    """Return a text's sentences, with its subject as the first of them."""
    read = sentences.read(text)
    if not subject:
        return read
    first = Sentence(subject, sentences.plain(subject))
    return sentences.gathered((first, *read.sentences))
