"""Measure, as ratios in one run: `make bench` prints the table of docs/reference/performance.md.

python -m bench            the whole table
python -m bench --quick    the same on a tenth of the work, to see that it runs
"""

import sys

from bench import check, growth, journal, rival, speed, startup


def main() -> int:
    """Measure everything and print the table; return the exit code."""
    scale = 10 if "--quick" in sys.argv else 1
    print("| measured | value | aim |\n|---|--:|---|")
    for measure in (speed.rows, rival.rows, growth.rows, startup.rows, check.rows, journal.rows):
        for name, value, aim in measure(scale):
            print(f"| {name} | {value} | {aim} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
