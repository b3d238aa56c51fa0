"""What is said in the languages of the candidate's neighbours, by its usual forms."""

import pytest

from afterword.mailbox.recognising.kind import Kind
from tests.mailbox.recognising.post import answer, letter, made_of
from tools.mail import REJECTIONS

SAID: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {
        "rejection": (
            "Leider haben wir uns für einen anderen Bewerber entschieden.",
            "Leider können wir Ihre Bewerbung nicht weiter berücksichtigen.",
            "Wir haben uns gegen eine Zusammenarbeit entschieden.",
            "Die Stelle wurde inzwischen anderweitig besetzt.",
            "Wir bedauern, Ihnen keine positive Rückmeldung geben zu können.",
            "Leider hat es diesmal nicht geklappt.",
            "Nach sorgfältiger Prüfung müssen wir Ihnen leider absagen.",
        ),
        "acknowledgement": (
            "Wir haben Ihre Bewerbung erhalten.",
            "Hiermit bestätigen wir den Eingang Ihrer Unterlagen.",
            "Vielen Dank für Ihre Bewerbung. Wir prüfen Ihre Unterlagen und melden uns.",
        ),
        "invitation": (
            "Gerne möchten wir Sie zu einem Gespräch einladen.",
            "Wir laden Sie herzlich zu einem Vorstellungsgespräch am 17. März um 10 Uhr ein.",
            "Hätten Sie am Donnerstag um 14 Uhr Zeit?",
        ),
        "offer": (
            "Wir freuen uns, Ihnen die Stelle anbieten zu können.",
            "Wir haben uns für Sie entschieden!",
        ),
        "we-need-more-time": (
            "Wir haben noch keine Entscheidung getroffen.",
            "Leider verzögert sich das Verfahren noch etwas.",
        ),
        "reschedule": ("Können wir den Termin auf Freitag verschieben?",),
        "cancellation": ("Leider muss das Gespräch am Freitag entfallen.",),
        "question-or-request": ("Könnten Sie uns Ihre Gehaltsvorstellung nennen?",),
    },
    "fr": {
        "rejection": (
            "Nous sommes au regret de vous informer que votre candidature n'a pas été retenue.",
            "Malheureusement, nous ne pouvons donner une suite favorable à votre candidature.",
            "Nous avons choisi un autre candidat.",
            "Nous avons décidé de ne pas poursuivre avec votre candidature.",
        ),
        "acknowledgement": (
            "Nous avons bien reçu votre candidature.",
            "Nous accusons réception de votre dossier.",
        ),
        "invitation": (
            "Nous aimerions vous rencontrer pour un entretien.",
            "Seriez-vous disponible jeudi à 14 h ?",
        ),
        "offer": ("Nous avons le plaisir de vous proposer le poste.",),
        "reschedule": ("Pouvons-nous reporter notre entretien à vendredi ?",),
        "cancellation": ("Nous devons annuler l'entretien de demain.",),
    },
    "es": {
        "rejection": (
            "Lamentamos informarle de que no ha sido seleccionado para el puesto.",
            "Hemos decidido continuar con otros candidatos.",
            "Desafortunadamente, su candidatura no ha sido seleccionada.",
        ),
        "acknowledgement": ("Hemos recibido su candidatura.",),
        "invitation": ("Nos gustaría invitarle a una entrevista.",),
        "offer": ("Nos complace ofrecerle el puesto.",),
    },
    "it": {
        "rejection": (
            "Purtroppo abbiamo deciso di proseguire con altri candidati.",
            "Purtroppo la sua candidatura non è stata selezionata.",
        ),
        "acknowledgement": ("Abbiamo ricevuto la sua candidatura.",),
        "invitation": ("Vorremmo invitarla a un colloquio.",),
    },
    "nl": {
        "rejection": (
            "Helaas gaan we niet met je verder in de procedure.",
            "We hebben gekozen voor een andere kandidaat.",
            "Helaas ben je niet geselecteerd.",
        ),
        "acknowledgement": ("We hebben je sollicitatie ontvangen.",),
        "invitation": ("We willen je graag uitnodigen voor een gesprek.",),
        "offer": ("We willen je graag de functie aanbieden.",),
    },
    "pt": {
        "rejection": (
            "Infelizmente, decidimos seguir com outros candidatos.",
            "Infelizmente você não foi selecionado para a vaga.",
        ),
        "acknowledgement": ("Recebemos a sua candidatura.",),
        "invitation": ("Gostaríamos de convidar você para uma entrevista.",),
    },
    "nordic": {
        "rejection": (
            "Tyvärr har vi valt att gå vidare med andra kandidater.",
            "Vi har dessverre valgt en annen kandidat.",
            "Vi er desværre gået videre med andre ansøgere.",
        ),
        "acknowledgement": ("Tack för din ansökan.",),
        "invitation": ("Vi vill gärna bjuda in dig till en intervju.",),
    },
}
CASES = [
    (language, kind, sentence)
    for language, kinds in SAID.items()
    for kind, sentences in kinds.items()
    for sentence in sentences
]


@pytest.mark.parametrize(("language", "kind", "sentence"), CASES)
def test_it_is_understood(language: str, kind: str, sentence: str) -> None:
    del language  # tells which in the name of the test
    found = made_of(letter(sentence, "Stellenangebot")).kind
    assert found in REJECTIONS if kind == "rejection" else found == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Leider kann ich am Donnerstag nicht. Passt Ihnen Freitag um 14 Uhr?",
        "Vielen Dank für das nette Gespräch!",
        "Ich habe noch eine Frage.",
        "Merci beaucoup pour votre message.",
        "Muchas gracias por su mensaje.",
        "Bedankt voor je bericht!",
        "Grazie mille, a presto.",
        "Obrigado pela mensagem.",
        "Tack för ditt mejl!",
    ],
)
def test_a_kind_word_is_no_rejection_in_any_language(sentence: str) -> None:
    found = made_of(answer(sentence))
    assert found.kind not in REJECTIONS
    assert found.human


@pytest.mark.parametrize("kind", [Kind.OFFER, Kind.INVITATION])
@pytest.mark.parametrize("language", SAID)
def test_no_rejection_is_good_news_in_any_language(language: str, kind: Kind) -> None:
    for sentence in SAID[language]["rejection"]:
        assert made_of(answer(sentence)).kind is not kind
