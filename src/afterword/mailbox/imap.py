"""A mailbox behind IMAP: IMAPClient over TLS, and every failure in words.

Folders are opened with EXAMINE and messages fetched with BODY.PEEK, so that nothing is ever marked
as read; a folder is opened for writing only to take away a draft of ours.
"""

import contextlib
import math
import re
import ssl
from collections.abc import Callable, Iterator

from imapclient.exceptions import (
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
    ProtocolError,
)

from afterword.mailbox import answers, runs
from afterword.mailbox.ahead import Ahead
from afterword.mailbox.box import MOST_BYTES, Folder, Heard, Search, State, never
from afterword.mailbox.greeting import Client, greeted, let_in
from afterword.mailbox.head import Head
from afterword.mailbox.runs import Uids
from afterword.mailbox.server import Credentials, Server
from afterword.mailbox.trouble import Dropped, NoFolder, Odd, Renumbered, refused

PATIENCE = 30.0  # seconds that one answer may take
ALL_OF_IT = re.compile(r"\bALL ([\d:,]+)")  # RFC 4731
SLICE = 0.5  # seconds of waiting, after each of which one may be told to stop
STATUS = ("MESSAGES", "UIDNEXT", "UIDVALIDITY")


def connect(
    server: Server,
    credentials: Credentials,
    *,
    trust: ssl.SSLContext | None = None,
    patience: float = PATIENCE,
) -> "ImapBox":
    """Return a mailbox, opened; raises Trouble.

    `trust` says which authorities vouch for the server, by default those of this machine;
    `patience` is how many seconds one answer may take.
    """
    client = greeted(server, trust or ssl.create_default_context(), patience)
    box = ImapBox(client, server.host)
    try:
        let_in(client, server.host, credentials)
    except BaseException:
        box.close()
        raise
    return box


class ImapBox:
    """One connection."""

    def __init__(self, client: Client, host: str) -> None:
        """Speak through a client that has been let in."""
        self._client = client
        self._host = host
        self._ahead = Ahead(client)
        self._open = ""
        self._told: dict[str, int] = {}

    def folders(self) -> tuple[Folder, ...]:
        """Return the folders that can be opened."""
        with self._words():
            return answers.folders(self._client.list_folders())

    def state(self, folder: str, *, reading: bool = False) -> State:
        """Return what a folder says of itself now, in one round trip.

        What is to be read is opened at once, for it tells the same: a STATUS before would be a
        second round trip, and have Dovecot go through all files of a new mailbox twice.
        """
        if reading or folder == self._open:  # RFC 3501, 6.3.10: STATUS is not for what is open
            state = self._examine(folder)
        else:
            with self._words(folder):
                state = answers.state(self._client.folder_status(folder, self._items()))
        self._told[folder] = state.validity
        return state

    def uids(self, folder: str, search: Search) -> Uids:
        """Return the numbers of the messages that a search finds."""
        try:
            asked = answers.criteria(search)
        except ValueError:
            return ()
        self._show(folder)
        with self._words():
            found = self._found(asked)
        return runs.above(found, search.above)  # n:* holds the last message, however low its uid

    def heads(
        self, folder: str, uids: tuple[int, ...], then: tuple[int, ...] = ()
    ) -> tuple[Head, ...]:
        """Return the heads of messages that are still there, in at most one round trip."""
        self._show(folder)
        if not uids:
            return ()
        with self._words():
            told = self._ahead.heads(uids, then)
        wanted = set(uids)
        return tuple(head for head in told if head.uid in wanted)

    def message(self, folder: str, uid: int) -> bytes | None:
        """Return the beginning of a message, or nothing if it is gone."""
        self._show(folder)
        with self._words():
            told = self._client.fetch([uid], [f"BODY.PEEK[]<0.{MOST_BYTES}>"])
        return answers.body(told.get(uid, {}))

    def append(self, folder: str, message: bytes, *, draft: bool) -> int:
        """Add a message; return its uid, 0 where the server does not tell it."""
        flags = (b"\\Seen", b"\\Draft") if draft else (b"\\Seen",)
        with self._words(folder):
            return answers.appended(self._client.append(folder, message, flags))

    def remove(self, folder: str, uid: int, step: str) -> bool:
        """Take away a draft of ours for a step; return whether it is gone.

        Without UIDPLUS it is only marked as deleted, which most programs then no longer show: a
        bare EXPUNGE would take away what the person has marked, too.
        """
        self._show(folder, writing=True)
        with self._words():
            told = self._client.fetch([uid], [answers.OWN_HEADER])
            if uid not in told:
                return True
            if not step or answers.step(told[uid]) != step:
                return False
            self._client.add_flags([uid], [b"\\Deleted"], silent=True)
            if not self._client.has_capability("UIDPLUS"):
                return False
            self._client.uid_expunge([uid])
        return True

    def wait(
        self, folder: str, known: State, seconds: float, until: Callable[[], bool] = never
    ) -> Heard:
        """Return whether a folder has news, by IDLE (RFC 2177).

        The folder is open before its state is asked for: nothing can come in between unnoticed.
        """
        now = self._examine(folder)
        if (now.validity, now.next, now.count) != (known.validity, known.next, known.count):
            return Heard.NEWS
        with self._words():
            if not self._client.has_capability("IDLE"):
                return Heard.DEAF
            heard = not self._is_idle() or self._hears(seconds, until)
        return Heard.NEWS if heard else Heard.NOTHING

    def close(self) -> None:
        """Say goodbye, or hang up where nobody listens any more."""
        for farewell in (self._client.logout, self._client.shutdown):
            with contextlib.suppress(OSError, IMAPClientError):
                farewell()

    def _examine(self, folder: str, *, writing: bool = False) -> State:
        """Open a folder, and return what it says of itself."""
        with self._words(folder):
            self._open = ""
            self._ahead.forget()
            state = answers.state(self._selected(folder, writing=writing))
        self._open = "" if writing else folder
        self._told.setdefault(folder, state.validity)
        return state

    def _selected(self, folder: str, *, writing: bool) -> answers.Told:
        """Open a folder as IMAPClient does, which has no way to ask for what CONDSTORE tells.

        Without being asked, Dovecot tells no HIGHESTMODSEQ of a folder that is new to it.
        """
        name = self._client._normalise_folder(folder)  # noqa: SLF001  so does IMAPClient
        asked = name + b" (CONDSTORE)" if self._tells_modseq() else name  # RFC 7162, 3.1.8
        self._client._command_and_check("select", asked, not writing)  # noqa: SLF001  the same
        said = self._client._imap.untagged_responses  # noqa: SLF001  the same
        told: answers.Told = self._client._process_select_response(said)  # noqa: SLF001  the same
        return told

    def _show(self, folder: str, *, writing: bool = False) -> None:
        """Open a folder; raises Renumbered if its numbers are not those last told."""
        if folder == self._open and not writing:
            return
        state = self._examine(folder, writing=writing)
        if self._told[folder] != state.validity:
            self._open = ""
            raise Renumbered(folder)

    def _is_idle(self) -> bool:
        """Go idle; return False if the server had something to tell before that."""
        try:
            self._client.idle()
        except IMAPClientAbortError:
            raise
        except (
            IMAPClientError
        ):  # IMAPClient expects nothing but the go-ahead, which is still to come
            while self._client._imap._get_response() is not None:  # noqa: SLF001  the same
                pass
            self._client.idle_done()
            return False
        return True

    def _hears(self, seconds: float, until: Callable[[], bool]) -> bool:
        """Stay idle until there is news, the time is over, or it is enough; nothing is asked.

        The slices are counted, not timed: on a line that is gone each ends at once.
        """
        news = False
        for _ in range(max(1, math.ceil(seconds / SLICE))):
            said = self._client.idle_check(timeout=min(SLICE, seconds))
            news = any(map(answers.is_news, said))
            if news or until():
                break
        _, late = self._client.idle_done()
        return news or any(map(answers.is_news, late))

    def _found(self, asked: list[bytes]) -> Uids:
        if not self._client.has_capability("ESEARCH"):
            return runs.of(self._client.search(asked))
        # A list of every number can be longer than the longest line that imaplib reads; IMAPClient
        # has no way to ask for runs (RFC 4731), but for its own way to send a command.
        kind, said = self._client._raw_command(b"SEARCH", [b"RETURN (ALL)", *asked])  # noqa: SLF001
        self._client._checkok("search", kind, said)  # noqa: SLF001
        _, lines = self._client._imap._untagged_response(kind, said, "ESEARCH")  # noqa: SLF001
        found = ALL_OF_IT.search(b" ".join(filter(None, lines)).decode("ascii", "replace"))
        return runs.parsed(found[1]) if found else ()

    def _items(self) -> tuple[str, ...]:
        return (*STATUS, "HIGHESTMODSEQ") if self._tells_modseq() else STATUS

    def _tells_modseq(self) -> bool:
        return bool(self._client.has_capability("CONDSTORE"))

    @contextlib.contextmanager
    def _words(self, folder: str = "") -> Iterator[None]:
        """Turn what goes wrong in here into a Trouble, none of which quotes a mail."""
        try:
            self._ahead.settle()
            yield
        except IMAPClientReadOnlyError:
            raise NoFolder(folder) from None
        except (OSError, EOFError, IMAPClientAbortError):
            raise Dropped(self._host) from None
        except ProtocolError:
            raise Odd(self._host, "") from None
        except IMAPClientError as error:
            raise refused(str(error), self._host, folder) from None
        except (ValueError, TypeError, LookupError, AttributeError, AssertionError):
            raise Odd(self._host, "") from None  # the library, on what no server should say
