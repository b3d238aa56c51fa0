"""The words: a step becomes a draft, any draft is checked for tact, a card is made to fit.

Pure, as etiquette is: no clock, network or disk. `compose` writes, `check` reads, `card` measures;
all three look at an `Occasion`, which says who writes to whom about what, and when.
"""
