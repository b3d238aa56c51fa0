"""The handwritten card: how much of the person's own hand it holds, and whether it will arrive.

Pure, as all letters are. `kit` makes one value of it; every length is in millimetres, and no word
of it is ever drawn in a hand: the minutes are the gift.
"""
