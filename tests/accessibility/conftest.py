"""The real site, served and opened as its readers open it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from browsing import served
from canllaw.languages import LANGUAGES, Language
from conftest import REAL_ADDRESS

PHONE, WIDE = 390, 1280
WIDTHS = (320, PHONE, WIDE)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
HOME, STEPS, GLOSSARY, RESULTS = "", "parents/disagree/appeals/", "reference/glossary/", "search/"
LINKS, DEADLINES = "about/links/", "reference/deadlines/"
# One page of every shape there is.
SHAPES = (HOME, STEPS, GLOSSARY, RESULTS, LINKS, DEADLINES, "about/accessibility/")
both_languages = pytest.mark.parametrize("language", LANGUAGES)
phone_and_wide = pytest.mark.parametrize("width", [PHONE, WIDE])

# Notes are opened, so that what is folded is tested too; the menu lies over the page. What is laid
# out when a reader comes near is laid out.
OPEN_NOTES = """
for (const note of document.querySelectorAll("main details")) note.open = true;
for (const far of document.querySelectorAll(".letter")) far.style.contentVisibility = "visible";
"""
_SWITCH = re.compile(r'<link rel="alternate" hreflang="cy" href="' + REAL_ADDRESS + '([^"]*)">')


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as address:
        yield address


def at(site: Path, language: Language, page: str) -> str:
    """Return the address, below the site, of the page whose English address is `page`."""
    if language == "en":
        return f"en/{page}"
    found = _SWITCH.search((site / "en" / page / "index.html").read_text(encoding="utf-8"))
    assert found, f"the page en/{page} does not name its Welsh one"
    return found[1]


def finished_pages(site: Path) -> list[str]:
    """Return the address of every page of a site, the smallest first: what is judged on it need not
    be judged on a large one.
    """
    return [
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in sorted(site.rglob("*.html"), key=lambda file: (file.stat().st_size, file))
    ]
