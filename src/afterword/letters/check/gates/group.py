"""One note to several people: each of them finds a line of their own in it."""

from collections.abc import Iterator

from afterword.etiquette.vocabulary import Act
from afterword.letters.check.lexicon import plain
from afterword.letters.check.manner import Slip
from afterword.letters.check.sheet import Sheet, words_of
from afterword.letters.finding import Finding

SEVERAL = 2


def look(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding about a greeting to several of whom the letter names not even half."""
    message, lexicon = sheet.message, sheet.lexicon
    said = [plain(word) for word in words_of([message.greeting.text])]
    greeted = [
        name
        for name in said
        if name in sheet.names and name not in lexicon.titles and name not in lexicon.greetings
    ]
    several = "," in message.greeting.text.rstrip(", ") or not set(said).isdisjoint(lexicon.ands)
    if sheet.occasion.act is not Act.THANK_YOU or len(greeted) < SEVERAL or not several:
        return
    named = {plain(word.text) for word in message.words}
    if sum(name in named for name in greeted) * SEVERAL < len(greeted):
        yield sheet.tell(Slip.SEVERAL_READERS, message.greeting)
