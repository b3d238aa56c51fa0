"""Drafts lay here and there, and nowhere could one see which there were.

Told in margince/margince#707.
"""

from tests.journeys.complaints.candidate import DUE, Candidate, lena_of

EMPLOYERS = ("Corbel", "Halden", "Riverside")


def written(marta: Candidate) -> dict[str, str]:
    """Have words kept for a check-in at each employer; return them by their opportunity."""
    uids = [marta.pursues(name, people=(lena_of(name),)) for name in EMPLOYERS]
    marta.connects()
    marta.at(DUE)
    texts = [f"Dear Lena,\n\nhow do things stand at {name}?\n\nMarta" for name in EMPLOYERS]
    for uid, text in zip(uids, texts, strict=True):
        marta.keeps(uid, text)
    marta.at("2026-03-16 12:05")
    return dict(zip(uids, texts, strict=True))


def test_one_page_lists_all_that_was_begun_and_leads_to_each(marta: Candidate) -> None:
    texts = written(marta)
    shown = marta.browser.open("writing")
    assert shown.text.count("begun") == len(EMPLOYERS)
    for uid, text in texts.items():
        assert f'href="/write/{uid}?step=check-in:lena"' in shown.html
        opened = marta.browser.open("write", uid, step="check-in:lena")
        assert text.splitlines()[2] in opened.text


def test_however_many_were_begun_one_page_lists_them_all(marta: Candidate) -> None:
    names = [f"Employer{number}" for number in range(20)]
    uids = [marta.pursues(name, people=(lena_of(name),)) for name in names]
    marta.clock.move(DUE)
    for uid in uids:
        marta.keeps(uid, "Dear Lena,\n\nhow do things stand?\n\nMarta")
    assert marta.browser.open("writing").text.count("begun") == len(uids)


def test_in_the_mailbox_they_lie_in_its_own_drafts_and_nowhere_else(marta: Candidate) -> None:
    texts = written(marta)
    assert sorted(marta.drafts) == sorted(texts.values())
    kept = marta.keeper.memory
    assert all(one.draft for one in kept["Drafts"].messages.values())
    assert [name for name, shelf in kept.shelves.items() if shelf.messages] == ["Drafts"]


def test_in_any_mail_program_a_header_tells_them_from_the_others(marta: Candidate) -> None:
    written(marta)
    marta.keeper.memory["Drafts"].add(b"Subject: To Mum\r\n\r\nI am well.", draft=True)
    marta.at("2026-03-16 12:10")
    found = marta.keeper.memory["Drafts"].messages.values()
    ours = [one for one in found if "x-afterword-step" in one.fields]
    assert (len(ours), len(found)) == (len(EMPLOYERS), len(EMPLOYERS) + 1)
