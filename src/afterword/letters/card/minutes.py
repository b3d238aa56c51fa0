"""How many minutes a card takes, so that it can be said before the person starts.

Adults copy at about 13 words a minute, the slowest at 5 and the fastest at 20 (figures for ages
from 18 to 60, retold at imawriter.blog/handwriting-speed); a writer with practice at 22 to 25
(badgerandblade.com, "Handwriting speed"). One writes it twice: once to practise, once for good. The
four minutes for envelope, address and stamp are our own judgement.
"""

WORDS_A_MINUTE = 13
TIMES = 2
ENVELOPE_AND_STAMP = 4


def minutes(words: int) -> int:
    """Return how many minutes it takes to write so many words twice, and the envelope."""
    return round(TIMES * words / WORDS_A_MINUTE + ENVELOPE_AND_STAMP)
