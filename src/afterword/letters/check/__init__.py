"""The tact checker: what a reader may stumble on, and what in a draft could only come from here.

`review` asks every gate in `gates`, each of which looks for one thing on a `Sheet`: the message
taken apart, its occasion, and what the candidate may claim.
"""
