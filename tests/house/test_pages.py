"""A link between our pages leads somewhere."""

import re
from pathlib import Path

import pytest

from tests.house import tree

PAGES = [path for path in tree.files() if path.suffix == ".md"]
LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s#]+)")


@pytest.mark.parametrize("page", PAGES, ids=tree.name)
def test_every_link_to_a_neighbour_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
