"""A link to a part of a page opens the page there, and at once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accessibility.conftest import DEADLINES, GLOSSARY, STEPS, at, both_languages, phone_and_wide
from browsing import served, watched_page
from canllaw.languages import Language

# Two frames: what is measured has been drawn, and whatever was laid out late is in its place.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
TOP = "(id) => document.getElementById(id).getBoundingClientRect().top"
HIGHEST, LOWEST = 0, 60
"""How far below the top of the window the part may begin, in pixels."""


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(real_site) as address:
        yield address


def _parts(site: Path, page: str) -> list[str]:
    """Return parts from all over a page, but for the end, which cannot stand at the top."""
    text = (site / page / "index.html").read_text(encoding="utf-8").partition("<main")[2]
    found = re.findall(r'<(?:dt|h2|h3|details)\b[^>]* id="([^"]+)"', text)
    return found[1 : -len(found) // 4 : max(1, len(found) // 8)]


@both_languages
@phone_and_wide
@pytest.mark.parametrize("name", [GLOSSARY, DEADLINES, STEPS])
def test_lands_there(
    browser: Browser, address: str, real_site: Path, language: Language, name: str, width: int
) -> None:
    """Parts far down a long page stand at the top of the window, though letters of the glossary
    are laid out only when a reader comes near.
    """
    where = at(real_site, language, name)
    parts = _parts(real_site, where)
    assert len(parts) > 3
    tops = {}
    for part in parts:
        with watched_page(browser, address, width) as page:
            page.emulate_media(reduced_motion="no-preference")
            page.goto(f"{address}{where}#{part}")
            page.evaluate(DRAWN)
            tops[part] = page.evaluate(TOP, part)
    assert {part: top for part, top in tops.items() if not HIGHEST <= top <= LOWEST} == {}


@both_languages
def test_whole_glossary_on_paper(
    browser: Browser, address: str, real_site: Path, language: Language
) -> None:
    """On paper every letter of the glossary is laid out."""
    with watched_page(browser, address) as page:
        page.goto(address + at(real_site, language, GLOSSARY))
        laid_out = "(each) => getComputedStyle(each).contentVisibility"
        letters = page.locator(".letter")
        assert letters.first.evaluate(laid_out) == "auto"
        page.emulate_media(media="print")
        assert {each.evaluate(laid_out) for each in letters.all()} == {"visible"}
