"""Kill the sending of letters with signal 9, at every step: `python -m tools.kills [500]`.

It needs root, and Debian's packages dovecot-imapd and opensmtpd.
"""

import sys
import tempfile

from afterword.settings.start import start

USUAL = 500


def main(kills: int) -> int:
    """Kill so many times in a journal that is thrown away; return 1 if a letter went wrong."""
    with tempfile.TemporaryDirectory(prefix="afterword-kills-") as folder:
        start(folder)
        from afterword.journal import database  # noqa: PLC0415  Django is set up by now
        from tools.killing import run  # noqa: PLC0415  the same

        database.migrate()
        found = run(kills)
    print(f"{found.kills} kills at {found.steps} different steps of sending")
    print(f"delivered copies of any text: at most {found.most_copies}")
    for outcome, count in found.outcomes.most_common():
        print(f"  {count:5} {outcome}")
    for line in found.wrong:
        print(f"WRONG: {line}")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else USUAL))
