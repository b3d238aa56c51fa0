"""The press: the kit of a card on a page of its own, as HTML and as PDF, and the table of posts.

It may read files; it writes none. What a page shows stands in the kit, and nowhere else: the press
adds no word of its own to what is to be written, and has no font that looks like a hand.
"""
