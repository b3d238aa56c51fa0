"""What a test needs from Debian's packages: on CI it must be there, elsewhere one goes without."""

import os
import shutil

import pytest


def need(package: str, *programs: str) -> None:
    """Skip the test where a program is missing; on CI that is a failure, never a skip."""
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/lib/dovecot"))
    missing = [program for program in programs if not shutil.which(program, path=path)]
    if not missing:
        return
    why = f"{', '.join(missing)} not found: install Debian's package {package}"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)
