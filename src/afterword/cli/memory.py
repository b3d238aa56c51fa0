"""Memory of a program that runs all day: glibc is told not to keep what it no longer needs.

Without it, each thread that ever checked a letter keeps thirty megabytes. Other C libraries and
systems are left as they are.
"""

import ctypes
import sys
from collections.abc import Callable

ARENA_MAX, MMAP_THRESHOLD = -8, -3  # as in malloc.h
LARGE = 128 * 1024


def share() -> None:
    """Let all threads share one heap, in which nothing large lies; call it before there are any.

    What is large goes back the moment that it is free, wherever in the heap it would have lain.
    """
    tune = _of_glibc("mallopt")
    if tune:
        tune(ARENA_MAX, 1)
        tune(MMAP_THRESHOLD, LARGE)


def give_back() -> None:
    """Give memory that is free back to the computer: nobody writes letters all day."""
    trim = _of_glibc("malloc_trim")
    if trim:
        trim(0)


def _of_glibc(name: str) -> Callable[..., int] | None:
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
