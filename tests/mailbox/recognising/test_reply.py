"""The person's own words: what is quoted, signed or added by a program goes, and no more."""

import pytest

from afterword.mailbox.recognising import reply
from tests.mailbox.recognising.post import letter, page

MINE = "Thursday works for me.\n\nBest,\nJo"
OLD = "> Would Thursday suit you?\n> Mara"


@pytest.mark.parametrize(
    "introduction",
    [
        "On Mon, Mar 9, 2026 at 6:12 PM Mara Lindqvist <mara@lindqvist.example> wrote:",
        "On Mon, Mar 9, 2026 at 6:12 PM Mara Lindqvist\n<mara@lindqvist.example> wrote:",
        "On 9 Mar 2026, at 18:12, Mara Lindqvist <mara@lindqvist.example> wrote:",
        "Am 09.03.2026 um 18:12 schrieb Mara Lindqvist:",
        "Am Mo., 9. März 2026 um 18:12 Uhr schrieb Mara Lindqvist <mara@lindqvist.example>:",
        "Le lun. 9 mars 2026 à 18:12, Mara Lindqvist <mara@lindqvist.example> a écrit :",
        "El lun, 9 mar 2026 a las 18:12, Mara (<mara@lindqvist.example>) escribió:",
        "Il giorno lun 9 mar 2026 alle ore 18:12 Mara <mara@lindqvist.example> ha scritto:",
        "Op ma 9 mrt. 2026 om 18:12 schreef Mara Lindqvist <mara@lindqvist.example>:",
        "Em seg., 9 de mar. de 2026 às 18:12, Mara <mara@lindqvist.example> escreveu:",
        "Den mån 9 mars 2026 kl 18:12 skrev Mara Lindqvist <mara@lindqvist.example>:",
        "W dniu 2026-03-09 18:12, Mara Lindqvist napisał(a):",
        "2026-03-09 18:12 GMT+01:00 Mara Lindqvist <mara@lindqvist.example>:",
    ],
)
def test_an_introduced_quote_goes_in_every_language(introduction: str) -> None:
    assert reply.trimmed(f"{MINE}\n\n{introduction}\n\n{OLD}") == MINE


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----",
        "________________________________",
        "-------- Original Message --------",
        "-----Ursprüngliche Nachricht-----",
        "---------- Forwarded message ---------",
        "",
    ],
)
@pytest.mark.parametrize(
    "fields",
    [
        "From: Mara Lindqvist\nSent: Monday, 9 March 2026 18:12\nTo: Jo Park\nSubject: Thursday",
        "Von: Mara Lindqvist\nGesendet: Montag, 9. März 2026 18:12\nAn: Jo\nBetreff: Donnerstag",
        "De : Mara Lindqvist\nEnvoyé : lundi 9 mars 2026 18:12\nÀ : Jo Park\nObjet : jeudi",
    ],
)
def test_the_header_block_of_the_older_message_goes_with_all_below(head: str, fields: str) -> None:
    assert reply.trimmed(f"{MINE}\n\n{head}\n{fields}\n\nWould Thursday suit you?\nMara") == MINE


@pytest.mark.parametrize(
    "added",
    [
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy smartphone.",
        "Get Outlook for iOS",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Verstuurd vanaf mijn iPhone",
    ],
)
def test_what_a_telephone_adds_goes(added: str) -> None:
    assert reply.trimmed(f"{MINE}\n\n{added}\n\nOn Mon, 9 Mar 2026 Mara wrote:\n{OLD}") == MINE


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nJo Park\nHead of Data\n+44 20 7946 0000",
        "--\nJo Park",
        "Jo Park\nHead of Data, Pellworth\nTel: +44 20 7946 0000\nwww.pellworth.example",
        "This email and any attachments are confidential and intended solely for the addressee.",
        "Confidentiality notice: if you are not the intended recipient, delete it.",
    ],
)
def test_a_signature_and_what_lawyers_add_goes(signature: str) -> None:
    assert reply.trimmed(f"{MINE}\n\n{signature}") == MINE


@pytest.mark.parametrize(
    "own",
    [
        "Yes.",
        "Hi Mara,\n\nOn Monday Ana wrote to me that you are coming. Lovely!\n\nJo",
        "The dates are:\n- Monday\n- Tuesday\n\nWhich suits?",
        "From: London\nTo: Leeds\n\nThat is my train.",
        "I said: bring nothing.\n\n---\n\nAnd one thing more: park behind the house.",
        "See section 2 > item 3.",
        "Ring me on +44 20 7946 0000, I am there all day.\n\nJo",
        "5 > 3 is what he wrote.",
    ],
)
def test_what_only_looks_like_a_quote_stays(own: str) -> None:
    assert reply.trimmed(own) == own


def test_answers_between_the_lines_of_a_quote_stay_with_what_they_answer() -> None:
    text = "On Mon, 9 Mar 2026 Mara wrote:\n> Would Thursday suit?\nYes.\n> And where?\nAt ours."
    assert reply.trimmed(text) == "Yes.\n> And where?\nAt ours."


def test_an_answer_below_the_quote_stays() -> None:
    assert reply.trimmed(f"On Mon, 9 Mar 2026 Mara wrote:\n{OLD}\n\n{MINE}") == MINE


def test_where_all_is_quoted_nothing_is_made_up() -> None:
    assert reply.trimmed("") == ""
    assert "Would Thursday suit" in reply.everything(letter(OLD))


def test_invisible_characters_and_hard_spaces_are_not_kept() -> None:
    assert reply.trimmed("Thurs\u200bday\u00a0works.\ufeff") == "Thursday works."


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote">On Mon Mara wrote:<blockquote>old words</blockquote></div>',
        '<blockquote type="cite">old words</blockquote>',
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: Mara</div><p>old words</p>',
        '<div class="moz-cite-prefix">Mara:</div><blockquote cite="mid:1">old words</blockquote>',
        '<div class="yahoo_quoted">old words</div>',
        '<div class="protonmail_quote">old words</div>',
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><b>From:</b> Mara</div>old words',
        '<div class="gmail_signature">Jo Park, Head of Data</div>',
    ],
)
def test_what_a_mail_program_marked_as_old_goes(quoted: str) -> None:
    assert reply.own_words(page(f"<div>Thursday works.</div>{quoted}")) == "Thursday works."


def test_the_plain_text_gives_the_layout_and_the_markup_the_end() -> None:
    markup = '<p>Thursday works.<br>Jo</p><div class="gmail_quote">old words</div>'
    read = page(markup, "Thursday works.\nJo\n\nold words without any mark\n")
    assert reply.own_words(read) == "Thursday works.\nJo"


def test_markup_alone_is_read_as_text() -> None:
    assert reply.own_words(page("<p>One</p><p>Two<br>Three</p>")) == "One\n\nTwo\nThree"
