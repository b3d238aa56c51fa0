"""Asks for heads one slice ahead: the server gets them ready while we read those before.

IMAPClient waits for each answer; imaplib, beneath it, can send a command and be asked later.
"""

from afterword.mailbox import answers, fetched, runs
from afterword.mailbox.greeting import Client
from afterword.mailbox.head import Head


class Ahead:
    """The heads asked for on one connection; never more than one answer is on its way.

    So answers cannot mix, in whatever order a server works (RFC 3501, 5.5).
    """

    def __init__(self, client: Client) -> None:
        """Ask through a client that has a folder open by then."""
        self._client = client
        self._line = client._imap  # noqa: SLF001  see above
        self._asked: tuple[int, ...] = ()
        self._tag = b""  # of the command whose answer is on its way
        self._told: tuple[str, list[object]] = ("OK", [])

    def heads(self, uids: tuple[int, ...], then: tuple[int, ...]) -> tuple[Head, ...]:
        """Return the heads that a server tells for uids, and ask for those of `then`."""
        if uids != self._asked:
            self._ask(uids)
            self.settle()
        self.forget()
        kind, said = self._told
        self._client._checkok("fetch", kind, said)  # noqa: SLF001  the same
        if then:
            self._ask(then)
        return fetched.heads([] if said == [None] else said)

    def settle(self) -> None:
        """Take in the answer that is on its way, if one is: nothing else can be said before."""
        if self._tag:
            tag, self._tag = self._tag, b""
            kind, said = self._line._get_tagged_response(tag)  # noqa: SLF001  the same
            self._told = self._line._untagged_response(kind, said, "FETCH")  # noqa: SLF001  the same

    def forget(self) -> None:
        """Let go of an answer that was taken in: the folder's numbers may mean something else."""
        self._asked = ()

    def _ask(self, uids: tuple[int, ...]) -> None:
        asked = (runs.written(runs.of(uids)), f"({' '.join(answers.HEAD)})")
        self._tag = self._line._command("UID", "FETCH", *asked)  # noqa: SLF001  the same
        self._asked = uids
