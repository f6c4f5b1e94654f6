import pytest
from playwright.sync_api import Browser

from browsing import ASK, TITLES, sideways, watched_page


def test_root_offers_both_languages(browser: Browser, address: str) -> None:
    """From the root each language is one step away, in its own words."""
    for words, home in (("Ymlaen yn Gymraeg", "cy/"), ("Continue in English", "en/")):
        with watched_page(browser, address) as page:
            page.goto(address)
            page.get_by_role("link", name=words).click()
            page.wait_for_url(address + home)
            assert page.locator("html").get_attribute("lang") == home.rstrip("/")


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit(browser: Browser, address: str, width: int) -> None:
    """On a phone and on a wide screen nothing has to be scrolled sideways."""
    paths = ("", "404.html", "cy/", "en/", *ASK.values())
    with watched_page(browser, address, width) as page:
        wider = {}
        for path in paths:
            page.goto(address + path)
            wider[path] = sideways(page)
    assert wider == dict.fromkeys(paths, 0)


@pytest.mark.parametrize("width", [390, 1280])
def test_switch_leads_to_the_same_page_and_back(browser: Browser, address: str, width: int) -> None:
    """The switch opens the same page in the other language, and from there the very same page."""
    with watched_page(browser, address, width) as page:
        page.goto(address + ASK["cy"])
        for here, there in (("cy", "en"), ("en", "cy"), ("cy", "en")):
            assert page.url == address + ASK[here]
            assert page.locator("html").get_attribute("lang") == here
            assert page.locator("h1").inner_text().removesuffix("#").strip() == TITLES[here]
            page.locator("a.language-switch").click()
            page.wait_for_url(address + ASK[there])


@pytest.mark.parametrize(("language", "other"), [("cy", "en"), ("en", "cy")])
def test_everything_works_without_javascript(
    browser: Browser, address: str, language: str, other: str
) -> None:
    """Without JavaScript the facts are there, their sources open, and the switch leads across."""
    with watched_page(browser, address, 390, javascript=False) as page:
        page.goto(address + language + "/")
        page.locator("article").get_by_role("link", name=TITLES[language]).first.click()
        page.wait_for_url(f"{address}{ASK[language]}#how-long")
        box = page.locator("[id='deadline.school']")
        source = box.locator("details.source > ul").first
        assert box.is_visible()
        assert not source.is_visible()
        box.locator("details.source > summary").click()
        assert source.is_visible()
        page.locator("a.language-switch").click()
        page.wait_for_url(address + ASK[other])
        assert page.locator("html").get_attribute("lang") == other
