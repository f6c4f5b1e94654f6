import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import ASK, TITLES, served, watched_page
from canllaw.build import prepare
from canllaw.hosts.mkdocs import build_site
from canllaw.languages import LANGUAGES, Language
from conftest import DAY, REPOSITORY, copy_tiny

RESULTS = {"cy": "cy/chwilio/", "en": "en/search/"}
QUERIES = {"cy": "gofynnwch help", "en": "asking help"}
COUNTS = {"cy": "anlyniad", "en": "result"}
ELSEWHERE = {"cy": ("ALN", "yn Saesneg: ALN"), "en": ("ADY", "in Welsh: ADY")}
NONE = {"cy": "Dim canlyniadau", "en": "No results"}
WIDTHS = [390, 1280]
LIMIT = 5_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the tiny site with pages of results, built and served below a path."""
    tiny = copy_tiny(tmp_path_factory.mktemp("search") / "tiny")
    for language in LANGUAGES:
        page = f"docs/{language}/search.md"
        (tiny / page).write_bytes((REPOSITORY / page).read_bytes())
    build_site(tiny, tiny / "site", prepare(tiny, DAY))
    with served(tiny / "site") as address:
        yield address


def _requests_from_now(page: Page) -> list[str]:
    """Return a list that every request of a page joins from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_box_finds_and_keys_open(
    browser: Browser, address: str, language: Language, width: int
) -> None:
    """Typing in the box finds a page; the arrow leads to it and Enter opens it. What is typed is
    sent nowhere: nothing is asked for but the index.
    """
    with watched_page(browser, address, width) as page:
        page.goto(address + language + "/", wait_until="networkidle")
        asked = _requests_from_now(page)
        page.locator(".site-search-input").click()
        assert asked == []
        page.keyboard.type(QUERIES[language])
        page.locator(".site-search mark").first.wait_for()
        assert asked == [f"{address}search/{language}.json"]
        assert COUNTS[language] in page.locator(".site-search [role=status]").inner_text()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.search-result')")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{ASK[language]}**")
        assert TITLES[language] in page.locator("h1").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_enter_opens_the_results(browser: Browser, address: str, language: Language) -> None:
    """Enter in the box opens the page with every result, whatever is first among them."""
    with watched_page(browser, address, 1280) as page:
        page.goto(address + language + "/")
        page.locator(".site-search-input").click()
        page.keyboard.type(TITLES[language])
        page.locator(".site-search mark").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{RESULTS[language]}?q=*")
        page.locator(".search-results mark").first.wait_for()


def test_escape_closes(browser: Browser, address: str) -> None:
    """Escape closes the answers and leaves the focus in the box; arrows go round."""
    with watched_page(browser, address, 1280) as page:
        page.goto(address + "en/")
        page.locator(".site-search-input").click()
        page.keyboard.type("help")
        page.locator(".site-search mark").first.wait_for()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.site-search-input')")
        page.keyboard.press("Escape")
        assert page.locator(".site-search-answers").is_hidden()
        assert page.evaluate("document.activeElement.matches('.site-search-input')")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_language_is_offered(
    browser: Browser, address: str, language: Language, width: int
) -> None:
    """A word of the other language leads to the results in that language."""
    typed, said = ELSEWHERE[language]
    with watched_page(browser, address, width) as page:
        page.goto(address + language + "/")
        page.locator(".site-search-input").click()
        page.keyboard.type(typed)
        line = page.locator(".site-search .search-other")
        line.wait_for()
        assert said in line.inner_text()
        assert said in page.locator(".site-search [role=status]").inner_text()
        line.click()
        other = "en" if language == "cy" else "cy"
        page.wait_for_url(f"{address}{RESULTS[other]}?q={typed}")
        page.locator(".search-results mark").first.wait_for()


def test_tab_leads_through_the_answers_and_out(browser: Browser, address: str) -> None:
    """Tab goes from the box to its answers; once it leaves them they close."""
    with watched_page(browser, address) as page:
        page.goto(address + "en/")
        page.locator(".site-search-input").click()
        page.keyboard.type("help")
        page.locator(".site-search mark").first.wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.search-result')")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        assert page.locator(".site-search-answers").is_hidden()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_results(browser: Browser, address: str, language: Language, width: int) -> None:
    """The page of results works by link, and fits."""
    with watched_page(browser, address, width) as page:
        page.goto(f"{address}{RESULTS[language]}?q={QUERIES[language]}")
        page.locator(".search-results mark").first.wait_for()
        assert COUNTS[language] in page.locator("#search-page [role=status]").inner_text()
        assert page.locator("#search-words").input_value() == QUERIES[language]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#search-words").fill("qqqq")
        page.get_by_text(NONE[language], exact=True).wait_for()
        assert page.url.endswith("?q=qqqq")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript(browser: Browser, address: str, language: Language) -> None:
    """Without JavaScript the box leads to the page of results, which says what it needs."""
    with watched_page(browser, address, 1280, javascript=False) as page:
        page.goto(address + language + "/")
        page.locator(".site-search-input").fill("help")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{RESULTS[language]}?q=help")
        assert "JavaScript" in page.locator(".search-off").inner_text()
        assert page.locator("#search-page").is_hidden()


def test_client_is_small() -> None:
    """What the search adds to a page is at most 5 KB, compressed."""
    script = (REPOSITORY / "theme/assets/search.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= LIMIT
