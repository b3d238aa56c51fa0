"""The sent mail of a mailbox: whether a letter of ours is there, and a copy of it put there."""

from afterword.mailbox import folders
from afterword.mailbox.box import Box, Folder, Search, Use


def holds(box: Box, message_id: str) -> bool:
    """Return whether a message with that Message-ID is among the sent mail; raises Trouble.

    No other folder proves anything: a draft of ours bears the same Message-ID.
    """
    folder = _sent(box)
    return folder is not None and _is_in(box, folder, message_id)


def copy(box: Box, message_id: str, raw: bytes) -> None:
    """Put a copy there, where there is such a folder and the server has put none; raises Trouble.

    Some do for whatever goes through their own door out, Gmail for one.
    """
    folder = _sent(box)
    if folder is not None and not _is_in(box, folder, message_id):
        box.append(folder.name, raw, draft=False)


def _sent(box: Box) -> Folder | None:
    return folders.find(box.folders(), Use.SENT)


def _is_in(box: Box, folder: Folder, message_id: str) -> bool:
    box.state(folder.name)
    return bool(box.uids(folder.name, Search(name="Message-ID", value=f"<{message_id}>")))
