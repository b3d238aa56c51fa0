"""An ear for tact: a small trained model that hears how a sentence lands with its reader.

It was trained on drafts and sentences that we wrote and labelled (`training/`), runs on this
computer alone, and is loaded by nothing but a check. docs/reference/tact.md says how well it hears.
"""
