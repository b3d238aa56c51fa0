"""Which folder is for what, on servers of every kind."""

import pytest

from afterword.mailbox.box import Folder, Use
from afterword.mailbox.folders import find


@pytest.mark.parametrize(
    "name", ["Drafts", "INBOX.Drafts", "INBOX/Entwürfe", "Brouillons", "Kopie robocze", "草稿"]
)
def test_a_usual_name_stands_in_for_a_server_that_says_nothing(name: str) -> None:
    assert find([Folder("INBOX", Use.INBOX), Folder(name)], Use.DRAFTS) == Folder(name)


def test_what_the_server_says_goes_before_what_a_name_says() -> None:
    told = Folder("Angefangenes", Use.DRAFTS)
    assert find([Folder("Drafts"), told], Use.DRAFTS) == told


def test_a_name_counts_for_nothing_where_the_server_says_otherwise() -> None:
    assert find([Folder("Drafts", Use.ARCHIVE)], Use.DRAFTS) is None


def test_of_several_the_one_that_is_least_deep() -> None:
    folders = [Folder("Clients.Acme.Drafts"), Folder("INBOX.Drafts"), Folder("Old.Acme.Drafts")]
    assert find(folders, Use.DRAFTS) == Folder("INBOX.Drafts")


def test_without_such_a_folder_there_is_none() -> None:
    assert find([Folder("INBOX", Use.INBOX)], Use.DRAFTS) is None
