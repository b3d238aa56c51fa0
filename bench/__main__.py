"""Measure, as ratios in one run: `make bench` prints the table of docs/reference/performance.md.

python -m bench            the whole table
python -m bench journal    one part of it, or several: speed rival growth startup check journal
                           recognition
python -m bench --quick    the same on a tenth of the work, to see that it runs
"""

import sys

from bench import check, growth, journal, recognition, rival, speed, startup

PARTS = {
    "speed": speed.rows,
    "rival": rival.rows,
    "growth": growth.rows,
    "startup": startup.rows,
    "check": check.rows,
    "journal": journal.rows,
    "recognition": recognition.rows,
}


def main() -> int:
    """Measure what is asked for, or everything, and print the table; return the exit code."""
    scale = 10 if "--quick" in sys.argv else 1
    asked = [name for name in sys.argv[1:] if name != "--quick"] or list(PARTS)
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        print(f"No such part: {unknown[0]}. There are: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    print("| measured | value | aim |\n|---|--:|---|")
    for name in asked:
        for what, value, aim in PARTS[name](scale):
            print(f"| {what} | {value} | {aim} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
