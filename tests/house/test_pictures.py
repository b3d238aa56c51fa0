"""The pictures of the pages (`make screenshots`): each is shown, light and dark, and is small."""

import re
from pathlib import Path

import pytest

from tests.house import tree

PICTURES = sorted((tree.ROOT / "docs" / "pictures").iterdir())
README = (tree.ROOT / "README.md").read_text(encoding="utf-8")
LARGEST = 200_000
SHOWN = re.compile(
    r'<picture>\s*<source media="\(prefers-color-scheme: dark\)" '
    r'srcset="docs/pictures/(\S+)-dark\.webp">'
    r'\s*<img src="docs/pictures/(\S+)-light\.webp" alt="([^"]{20,})"'
)


@pytest.mark.parametrize("picture", PICTURES, ids=tree.name)
def test_a_picture_is_small(picture: Path) -> None:
    assert picture.stat().st_size <= LARGEST


def test_every_picture_is_shown_light_and_dark_and_told_in_words() -> None:
    shown = [(dark, light) for dark, light, _ in SHOWN.findall(README)]
    assert all(dark == light for dark, light in shown)
    names = {f"{name}-{scheme}.webp" for name, _ in shown for scheme in ("light", "dark")}
    assert names == {picture.name for picture in PICTURES}
