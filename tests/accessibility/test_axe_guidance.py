from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accessibility.axe import violations_everywhere
from accessibility.conftest import OPEN_NOTES, SHAPES, at, both_languages, finished_pages
from canllaw.languages import Language
from test_browser import _page, browser, pytestmark

__all__ = ["browser", "pytestmark"]


@both_languages
def test_no_violation(browser: Browser, address: str, real_site: Path, language: Language) -> None:
    """axe-core finds nothing on any page of the guidance, at any width, in light and dark."""
    paths = [path for path in finished_pages(real_site) if path.startswith(f"{language}/")]
    assert len(paths) > 70
    known: set[str] = set()
    found = {}
    with _page(browser, address) as page:
        for path in paths:
            page.goto(address + path)
            page.evaluate(OPEN_NOTES)
            found[path] = violations_everywhere(page, known)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@both_languages
@pytest.mark.parametrize("name", SHAPES)
def test_every_colour(
    browser: Browser, address: str, real_site: Path, language: Language, name: str
) -> None:
    """On a page of every shape axe-core judges each text at every width, in light and dark, also
    where it judged one like it before.
    """
    with _page(browser, address) as page:
        page.goto(address + at(real_site, language, name))
        page.evaluate(OPEN_NOTES)
        assert violations_everywhere(page) == []
