"""Any facts whatever, whether or not some situation could lead to them."""

from hypothesis import strategies as st

from afterword.etiquette.rulebook.facts import FIELDS, Field, Sort
from afterword.rulebooks import rulebook

BOOK = rulebook()
COUNTRIES = sorted({*BOOK.regions, "US-CA", "BR", "ZZ"})
BOUNDS = [bound for test in BOOK.index.tests for one in test.values() for _, bound in one.compare]
NUMBERS = sorted({bound + step for bound in BOUNDS for step in (-1, -0.01, 0, 0.01, 1)})


def value_of(field: Field) -> st.SearchStrategy[object]:
    """Return any value that a fact of this field can have."""
    if field.name == "region":
        nations = st.sampled_from(COUNTRIES)
        return nations.map(lambda country: {country, country.partition("-")[0]})
    match field.sort:
        case Sort.WORD:
            return st.sampled_from(field.words)
        case Sort.WORDS:
            return st.frozensets(st.sampled_from(field.words))
        case Sort.FLAG:
            return st.booleans()
        case Sort.NUMBER:
            return st.none() | st.sampled_from(NUMBERS)


any_facts = st.fixed_dictionaries({name: value_of(field) for name, field in FIELDS.items()})
