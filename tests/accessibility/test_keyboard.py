from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from accessibility.conftest import (
    PHONE,
    STEPS,
    at,
    both_languages,
    phone_and_wide,
)
from accessibility.walk import tab_to
from browsing import watched_page
from canllaw.languages import Language, counterpart

ASKED = {"cy": "apelio", "en": "appeal"}


def _has_focus(page: Page, selector: str) -> bool:
    return bool(page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector))


def _in_window(page: Page, of: Locator) -> bool:
    box = of.bounding_box()
    return box is not None and box["x"] >= 0 and box["y"] >= 0


@both_languages
@phone_and_wide
def test_skip_link(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """The first Tab shows a link that Enter follows past the header, to the words of the page."""
    with watched_page(browser, address, width) as page:
        page.goto(address + at(real_site, language, STEPS))
        assert not _in_window(page, page.locator(".skip"))
        page.keyboard.press("Tab")
        assert _has_focus(page, ".skip")
        assert _in_window(page, page.locator(".skip"))
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert _has_focus(page, "main *")


@both_languages
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_menu(
    browser: Browser, address: str, real_site: Path, language: Language, key: str
) -> None:
    """On a phone Enter and Space open and close the menu; Escape in it closes it, and the focus is
    on its button again.
    """
    with watched_page(browser, address, PHONE) as page:
        page.goto(address + at(real_site, language, STEPS))
        first = page.locator(".menu a").first
        tab_to(page, ".menu > summary", 6)
        page.keyboard.press(key)
        assert first.is_visible()
        page.keyboard.press(key)
        assert not first.is_visible()
        page.keyboard.press(key)
        page.keyboard.press("Tab")
        assert _has_focus(page, ".menu a")
        page.keyboard.press("Escape")
        assert not first.is_visible()
        assert _has_focus(page, ".menu > summary")


@both_languages
@phone_and_wide
def test_search(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """What is typed is answered; Tab goes through the answers, Escape comes back to the box and
    closes them, and Enter opens the best.
    """
    with watched_page(browser, address, width) as page:
        page.goto(address + at(real_site, language, STEPS))
        tab_to(page, ".site-search-input", 12)
        page.keyboard.type(ASKED[language])
        page.locator(".site-search-answers li a").first.wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert _has_focus(page, ".site-search-answers a")
        page.keyboard.press("Escape")
        assert _has_focus(page, ".site-search-input")
        assert not page.locator(".site-search-answers").is_visible()
        page.keyboard.press("End")
        page.keyboard.type(" ")
        page.locator(".site-search-answers li a").first.wait_for()
        page.keyboard.press("ArrowDown")
        there = str(page.evaluate("document.activeElement.href"))
        page.keyboard.press("Enter")
        page.wait_for_url(there)


@both_languages
@phone_and_wide
def test_switch(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """Tab reaches the switch, which Enter follows to the same page in the other language."""
    with watched_page(browser, address, width) as page:
        page.goto(address + at(real_site, language, STEPS))
        tab_to(page, "a.language-switch", 12)
        page.keyboard.press("Enter")
        page.wait_for_url(address + at(real_site, counterpart(language), STEPS))


@both_languages
@phone_and_wide
def test_source_note(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """Tab reaches the note that says who says so; Enter opens it, Tab goes on into it, and Space
    closes it.
    """
    with watched_page(browser, address, width) as page:
        page.goto(address + at(real_site, language, STEPS))
        tab_to(page, "main details.source > summary")
        note = page.locator("main details.source").filter(has=page.locator("summary:focus"))
        page.keyboard.press("Enter")
        assert note.get_attribute("open") is not None
        page.keyboard.press("Tab")
        assert _has_focus(page, "details.source > :not(summary) a")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        assert page.locator("main details.source[open]").count() == 0


@both_languages
@phone_and_wide
def test_link_menu(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """Tab reaches the mark of a section; Space opens its menu, Tab goes through it, and Escape
    closes it where it was opened.
    """
    with watched_page(browser, address, width) as page:
        page.goto(address + at(real_site, language, STEPS))
        tab_to(page, "main h2 > .headerlink")
        page.keyboard.press("Space")
        assert _has_focus(page, ".link-menu button")
        for _ in page.locator(".link-menu > :is(button, a):visible").all()[1:]:
            page.keyboard.press("Tab")
            assert _has_focus(page, ".link-menu > :is(button, a)")
        assert _has_focus(page, ".link-close")
        page.keyboard.press("Escape")
        assert not page.locator(".link-menu").is_visible()
        assert _has_focus(page, "main h2 > .headerlink")
