"""What only an ear can tell: how each sentence lands, at this stage and in this kind of letter."""

from collections.abc import Iterator

from afterword.letters.check.sheet import Sheet
from afterword.letters.finding import Finding, Severity


def listen(sheet: Sheet) -> Iterator[Finding]:
    """Yield a finding for each sentence that the ear stumbles over."""
    sentences, sure = sheet.message.sentences, sheet.aids.threshold
    heard = sheet.aids.ear.hear([one.text for one in sentences], sheet.occasion)
    for sentence, sound in zip(sentences, heard, strict=True):
        if sound.stumble >= sure.think:
            mend = sound.stumble >= sure.mend
            yield sheet.tell(sound.class_, sentence, None if mend else Severity.CONSIDER)
