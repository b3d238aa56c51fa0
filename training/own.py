"""Letters that Afterword composes, as good examples: what everybody may say."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from afterword import languages
from afterword.letters.check.request import Request
from afterword.letters.compose import compose
from afterword.letters.draft import Draft
from afterword.letters.message import Message
from afterword.letters.profile import Profile, Register
from training.letters import Letter, Sentence


def own(drafts: Sequence[dict[str, Any]]) -> Iterator[Letter]:
    """Yield a letter without notes for the occasion of each draft."""
    english = languages.language("en")
    for number, draft in enumerate(drafts):
        known = {name: value for name, value in draft.items() if name in Request.__struct_fields__}
        at = msgspec.convert(known, Request).occasion
        register = list(Register)[number % len(Register)]
        letter = compose(at, (), Profile(register=register), english, variant=number)
        if isinstance(letter, Draft):
            sentences = Message(letter.body).sentences
            told = tuple(Sentence(sentence.text) for sentence in sentences)
            yield Letter(draft["act"], draft["stage"], told, is_good=True)
