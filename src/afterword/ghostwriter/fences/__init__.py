"""The fences: each module looks for one thing that no letter of a model's may hold.

They stand in front of the check, which knows what is tactful, and are cruder than it on purpose: a
letter refused without need costs little, since the built-in one is given instead.
"""
