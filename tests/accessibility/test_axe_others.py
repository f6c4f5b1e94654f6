from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accessibility.axe import violations, violations_everywhere
from accessibility.conftest import (
    HOME,
    OPEN_NOTES,
    RESULTS,
    SCHEMES,
    STEPS,
    at,
    both_languages,
    finished_pages,
    phone_and_wide,
)
from canllaw.languages import LANGUAGES, Language
from test_browser import _page, browser, pytestmark

__all__ = ["browser", "pytestmark"]

ASKED = {"cy": "apelio", "en": "appeal"}


def test_no_violation(browser: Browser, address: str, real_site: Path) -> None:
    """axe-core finds nothing on the front page, the page for lost readers, the short addresses
    and the pages for editors, at any width, in light and dark.
    """
    guidance = tuple(f"{language}/" for language in LANGUAGES)
    paths = [path for path in finished_pages(real_site) if not path.startswith(guidance)]
    assert {"", "404.html", "cy-en/"} < set(paths)
    assert any(path.startswith("r/") for path in paths)
    found = {}
    with _page(browser, address) as page:
        for path in paths:
            page.goto(address + path)
            page.evaluate(OPEN_NOTES)
            found[path] = violations_everywhere(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def _in_both_schemes(page: Page) -> list[str]:
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme} {each}" for each in violations(page)]
    return found


@both_languages
def test_results(browser: Browser, address: str, real_site: Path, language: Language) -> None:
    """axe-core finds nothing on the page of results with results on it."""
    with _page(browser, address) as page:
        page.goto(f"{address}{at(real_site, language, RESULTS)}?q={ASKED[language]}")
        page.locator(".search-results li").first.wait_for()
        assert violations_everywhere(page) == []


@both_languages
@phone_and_wide
def test_answers(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """axe-core finds nothing while the answers of the search box lie over the page."""
    with _page(browser, address, width) as page:
        page.goto(address + at(real_site, language, HOME))
        page.locator(".site-search-input").fill(ASKED[language])
        page.locator(".site-search-answers li").first.wait_for()
        assert _in_both_schemes(page) == []


@both_languages
@pytest.mark.parametrize("width", [320, 390])
def test_menu(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """axe-core finds nothing while the menu is open."""
    with _page(browser, address, width) as page:
        page.goto(address + at(real_site, language, STEPS))
        page.locator(".menu > summary").click()
        assert page.locator(".menu a").first.is_visible()
        assert _in_both_schemes(page) == []


@both_languages
@phone_and_wide
def test_link_menu(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """axe-core finds nothing while the menu of a mark is open and shows what it cannot copy."""
    with _page(browser, address, width) as page:
        page.add_init_script(
            "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
        )
        page.goto(address + at(real_site, language, STEPS))
        page.locator("h2 > .headerlink").first.click()
        page.locator(".link-menu button").first.click()
        page.locator(".link-text").wait_for()
        assert _in_both_schemes(page) == []
