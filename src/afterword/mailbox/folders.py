"""Which folder is for what: as the server says (RFC 6154), else by the names that programs give."""

import re
from collections.abc import Iterable

from afterword.mailbox.box import Folder, Use

LEVEL = re.compile(r"[./\\]")  # what servers put between the levels of a name
USUAL = {
    Use.DRAFTS: (
        *("drafts", "draft", "entwürfe", "entwurf", "brouillons", "brouillon", "borradores"),
        *("bozze", "rascunhos", "concepten", "kladder", "utkast", "luonnokset", "szkice"),
        *("robocze", "kopie robocze", "koncepty", "rozpracované", "piszkozatok", "ciorne"),
        *("osnutki", "nacrti", "juodraščiai", "melnraksti", "mustandid", "πρόχειρα", "taslaklar"),
        *(
            "черновики",
            "чернетки",
            "чернови",
            "下書き",
            "草稿",
            "草稿箱",
            "임시보관함",
            "المسودات",
            "טיוטות",
        ),
    ),
    Use.SENT: (
        *("sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete objekte"),
        *("gesendete elemente", "envoyés", "éléments envoyés", "messages envoyés", "enviados"),
        *("elementos enviados", "itens enviados", "inviati", "inviata", "posta inviata"),
        *("verzonden", "verzonden items", "sendt", "skickat", "lähetetyt", "wysłane", "odeslané"),
        *(
            "odoslané",
            "elküldött",
            "trimise",
            "poslano",
            "απεσταλμένα",
            "gönderilmiş",
            "gönderilen",
        ),
        *("отправленные", "надіслані", "изпратени", "送信済み", "已发送", "寄件備份", "보낸편지함"),
    ),
    Use.JUNK: ("junk", "spam", "junk e-mail", "unerwünscht", "indésirables", "correo no deseado"),
    Use.TRASH: ("trash", "deleted", "deleted items", "papierkorb", "corbeille", "papelera"),
}


def find(folders: Iterable[Folder], use: Use) -> Folder | None:
    """Return the folder for a use, or nothing; what the server says goes before what a name says.

    Of several with a usual name, the one that is least deep.
    """
    known = tuple(folders)
    told = [folder for folder in known if folder.use is use]
    if told:
        return told[0]
    named = [folder for folder in known if folder.use is None and use_by_name(folder.name) is use]
    return min(
        named, key=lambda folder: (len(LEVEL.findall(folder.name)), folder.name), default=None
    )


def use_by_name(name: str) -> Use | None:
    """Return what the last level of a name usually stands for."""
    last = LEVEL.split(name)[-1].strip().casefold()
    return next((use for use, usual in USUAL.items() if last in usual), None)
