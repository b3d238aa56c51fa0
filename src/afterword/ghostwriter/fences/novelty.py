"""Nothing new: a letter says what the notes say, in the words that letters are made of.

A word is at home when it stands in the ground, in a built-in letter, among the most frequent words
of the language, or in a list of courteous ones. A sentence that tells a fact may have one word
beside these, as a turn of phrase; a sentence that tells none has no use for any. Words that no
dictionary knows are not let in at all: there other languages end, and look-alikes.
"""

from collections.abc import Iterator

import msgspec

from afterword.ghostwriter.fault import Fault
from afterword.ghostwriter.fences.page import FIGURE, Page, parts
from afterword.ghostwriter.fences.plain_words import COURTESY
from afterword.letters.check.lexicon import plain, stem
from afterword.letters.message import WORD

UNKNOWN = Fault(
    "holds words that are neither in the dictionary nor in your notes",
    "Use ordinary English words and the words of the facts; these are neither:",
)
NEWS = Fault(
    "says more than your notes do",
    "Say only what the facts say, as plainly as they do; these words are not from them:",
)
MOST_A_SENTENCE, MOST = 1, 3
SHORTEST = 4
"""Letters of a word that can tell a fact."""

AT_HOME = frozenset(map(stem, COURTESY.split()))
ROOTS = frozenset({"ca", "wo", "sha"})
"""What is left of "can't", "won't" and "shan't"."""


def look(page: Page) -> Iterator[Fault]:
    """Yield a fault about words that do not exist, and one about words that bring news."""
    said = [[part for word in WORD.findall(one) for part in parts(word)] for one in page.sentences]
    unknown = tuple(word for words in said for word in words if not _exists(word, page))
    if unknown:
        yield msgspec.structs.replace(UNKNOWN, words=unknown)
    news = [[word for word in words if not _is_at_home(word, page)] for words in said]
    room = [MOST_A_SENTENCE if _tells(words, page) else 0 for words in said]
    over = any(len(new) > most for new, most in zip(news, room, strict=True))
    if over or sum(map(len, news)) > MOST:
        yield msgspec.structs.replace(NEWS, words=tuple(word for new in news for word in new))


def _tells(words: list[str], page: Page) -> bool:
    """Return whether a sentence tells a fact: it has a word that only the facts have."""
    return any(stem(word) in page.told for word in words if len(word) >= SHORTEST)


def _exists(word: str, page: Page) -> bool:
    return _is_given(word, page) or page.dictionary.knows(plain(word))


def _is_at_home(word: str, page: Page) -> bool:
    whole = plain(word)
    return (
        _is_given(word, page)
        or whole in page.phrases
        or stem(word) in AT_HOME
        or page.dictionary.is_everyday(whole)
    )


def _is_given(word: str, page: Page) -> bool:
    return bool(page.is_akin(word) or FIGURE.fullmatch(word) or plain(word) in ROOTS)
