"""How the ear was trained: what we wrote and labelled, the network, and how well it hears.

Nothing in here is installed, and nothing in `make check` needs torch; see README.md.
"""
