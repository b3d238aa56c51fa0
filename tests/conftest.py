"""What holds for every test: how Hypothesis searches."""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None)  # a busy machine's pause is not a bug
settings.register_profile("ci", deadline=None, derandomize=True)  # red only for what changed
settings.load_profile("ci" if os.environ.get("CI") else "house")
