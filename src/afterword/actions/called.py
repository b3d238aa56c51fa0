"""What a rule is called when people read of it: its id, which is a phrase, in words."""

NAMES = frozenset(
    {
        *("austria", "austrian", "belgium", "britain", "canada", "danish", "denmark", "finland"),
        *("france", "germany", "india", "indonesia", "ireland", "irish", "italian", "italy"),
        *("japan", "monday", "netherlands", "norway", "poland", "quebec", "singapore", "spain"),
        *("sweden", "swiss", "switzerland"),
    }
)
SPELT = {
    "e mail": "e-mail",
    "linkedin": "LinkedIn",
    "bribery act": "Bribery Act",
    " s ": "’s ",
}


def called(rule: str) -> str:
    """Return the id of a rule in words, with names as they are written."""
    words = rule.split("-")
    text = " ".join(word.capitalize() if word in NAMES else word for word in words)
    for found, written in SPELT.items():
        text = text.replace(found, written)
    return text
