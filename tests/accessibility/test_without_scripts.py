from pathlib import Path

from playwright.sync_api import Browser

from accessibility.conftest import (
    HOME,
    LINKS,
    OPEN_NOTES,
    PHONE,
    RESULTS,
    SHAPES,
    STEPS,
    at,
    both_languages,
    phone_and_wide,
)
from browsing import watched_page
from canllaw.languages import Language, counterpart


@both_languages
@phone_and_wide
def test_way_through(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """Without JavaScript the menu or the bar leads on, notes open, steps lead to each other, and
    the switch leads across.
    """
    with watched_page(browser, address, width, javascript=False) as page:
        page.goto(address + at(real_site, language, HOME))
        if width == PHONE:
            page.locator(".menu > summary").click()
        page.locator(".menu a:visible, .bar a:visible").nth(1).click()
        page.wait_for_url(address + at(real_site, language, "parents/"))
        page.goto(address + at(real_site, language, STEPS))
        note = page.locator("main details.source").first
        note.locator("summary").click()
        assert note.locator("ul").first.is_visible()
        page.locator(".journey li:not(.journey-here) a").first.click()
        page.wait_for_url(lambda url: url != address + at(real_site, language, STEPS))
        assert page.locator(".journey [aria-current=step]").count() == 1
        page.locator("a.language-switch").click()
        page.wait_for_url(f"{address}{counterpart(language)}/**")
        assert page.locator(".journey [aria-current=step]").count() == 1


@both_languages
def test_nothing_is_missing(
    browser: Browser, address: str, real_site: Path, language: Language
) -> None:
    """Every page but that of results shows the same words and links with JavaScript and without."""
    words = """() => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, dd, td, a)")]
      .filter((each) => !each.closest(".link-filter, .link-menu, .link-copy"))
      .map((each) => [each.tagName, each.matches("li") ? "" : each.innerText.trim(),
        each.getAttribute("href"), each.checkVisibility({ visibilityProperty: true })])"""
    found = []
    for javascript in (True, False):
        with watched_page(browser, address, PHONE, javascript=javascript) as page:
            said = {}
            for name in SHAPES:
                if name != RESULTS:
                    page.goto(address + at(real_site, language, name))
                    page.evaluate(OPEN_NOTES)
                    said[name] = page.evaluate(words)
            found.append(said)
    assert len(found[0][LINKS]) > 100
    assert all(found[0].values())
    assert found[0] == found[1]


@both_languages
def test_search_says_what_it_needs(
    browser: Browser, address: str, real_site: Path, language: Language
) -> None:
    """Without JavaScript the box leads to the page of results, which says that it needs it."""
    with watched_page(browser, address, PHONE, javascript=False) as page:
        page.goto(address + at(real_site, language, HOME))
        page.locator(".site-search-input").fill("apelio")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{at(real_site, language, RESULTS)}?q=apelio")
        assert page.locator(".search-off").is_visible()
