"""What is the matter with a model's letter: told to the candidate, and to the model.

Neither sentence quotes the letter: whatever a hostile answer holds, the refusal of it does not.
"""

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """One reason to refuse a letter: `why` completes "it …", `mend` is an order to the model.

    `words` are the model's own, and go back to nobody but the model.
    """

    why: str
    mend: str
    words: tuple[str, ...] = ()
