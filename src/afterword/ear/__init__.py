"""An ear for tact: a small trained model that hears how a sentence lands with its reader.

It was trained on drafts and sentences that we wrote and labelled (`training/`), runs on this
computer alone, and is loaded by nothing but a check. docs/reference/tact.md says how well it hears.
"""

import os

# The runtime tells its makers how it is used, unless it is asked not to before it is loaded: a host
# on the net, an id of the computer, a file of what waits to be sent. Afterword calls nobody.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
