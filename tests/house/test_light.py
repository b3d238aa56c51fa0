"""Who opens Today pays neither in time nor in memory for what other pages need."""

import subprocess
import sys
from pathlib import Path

SELDOM = ("dns", "httpx", "icalendar", "imapclient", "numpy", "onnxruntime", "typst")
PROGRAM = f"""
import sys
from afterword.settings.start import start
start(sys.argv[1])
from django.urls import get_resolver
from afterword.actions import due_work
from afterword.cli import listening
assert get_resolver().url_patterns
print(*(name for name in {SELDOM} if name in sys.modules))
"""


def test_the_pages_and_the_due_work_load_nothing_large_before_somebody_needs_it(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
