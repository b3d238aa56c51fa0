"""Hands one letter on by LMTP, as sendmail is asked to: `carrier.py PORT … RECIPIENT < LETTER`.

For Dovecot where nobody may start a server for outgoing mail. Dovecot's own user runs a copy of it,
which can read nothing of ours: so it imports nothing but what Python brings.
"""

import smtplib
import sys

if __name__ == "__main__":
    port, recipient = int(sys.argv[1]), sys.argv[-1]
    with smtplib.LMTP("127.0.0.1", port, local_hostname="localhost") as line:
        line.sendmail("", [recipient], sys.stdin.buffer.read())
