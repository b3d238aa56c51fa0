"""Where things stand, what to do, what not to do, and why: pure, without clock, network or disk.

`judge` answers "may I?", `plan` says what to do and what to leave alone; both take a situation and
a rulebook, and nothing else.
"""
