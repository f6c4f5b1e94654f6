import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from canllaw.build import prepare
from canllaw.hosts.mkdocs import build_site
from canllaw.languages import LANGUAGES, Language
from conftest import DAY, REPOSITORY
from test_browser import ASK, TITLES, _page, _served, browser, pytestmark

__all__ = ["browser", "pytestmark"]  # the fixture and the marks of the other browser tests

RESULTS = {"cy": "cy/chwilio/", "en": "en/search/"}
QUERIES = {"cy": "gofynnwch help", "en": "asking help"}
COUNTS = {"cy": "anlyniad", "en": "result"}
ELSEWHERE = {"cy": ("ALN", "yn Saesneg: ALN"), "en": ("ADY", "in Welsh: ADY")}
NONE = {"cy": "Dim canlyniadau", "en": "No results"}
WIDTHS = [390, 1280]
LIMIT = 5_000


@pytest.fixture
def address(tiny: Path) -> Iterator[str]:
    """The address of the tiny site with pages of results, built and served below a path."""
    for language in LANGUAGES:
        page = f"docs/{language}/search.md"
        (tiny / page).write_bytes((REPOSITORY / page).read_bytes())
    build_site(tiny, tiny / "site", prepare(tiny, DAY))
    with _served(tiny / "site") as address:
        yield address


@contextmanager
def _open(browser: Browser, address: str, width: int, *, theme: bool = True) -> Iterator[Page]:
    """A page on which the index may not be fetched before it is asked for."""
    with _page(browser, address, width) as page:
        if not theme:
            page.route("**/bundle.*.js", lambda route: route.fulfill(body=""))
        yield page


def _watch_index(page: Page) -> list[str]:
    fetched: list[str] = []
    page.on(
        "request",
        lambda request: fetched.append(request.url) if request.url.endswith(".json") else None,
    )
    return fetched


def _open_box(page: Page, width: int) -> None:
    if width < 1000:
        page.locator("header label[for=__search]").first.click()
    else:
        page.locator(".md-search__input").click()
    page.wait_for_function("document.getElementById('__search').checked")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_box_finds_and_keys_open(
    browser: Browser, address: str, language: Language, width: int
) -> None:
    """Typing in the box finds a page; the arrow leads to it and Enter opens it."""
    with _open(browser, address, width) as page:
        fetched = _watch_index(page)
        page.goto(address + language + "/")
        _open_box(page, width)
        assert fetched == []
        page.keyboard.type(QUERIES[language])
        page.locator(".md-search mark").first.wait_for()
        assert fetched == [f"{address}search/{language}.json"]
        assert COUNTS[language] in page.locator(".md-search [role=status]").inner_text()
        assert page.locator(".md-search ol").get_attribute("role") == "list"
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{ASK[language]}**")
        assert TITLES[language] in page.locator("h1").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_enter_opens_the_best(browser: Browser, address: str, language: Language) -> None:
    """Enter in the box opens the first result."""
    with _open(browser, address, 1280) as page:
        page.goto(address + language + "/")
        page.keyboard.press("/")
        page.keyboard.type(TITLES[language])
        page.locator(".md-search mark").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{ASK[language]}**")


def test_escape_closes(browser: Browser, address: str) -> None:
    """Escape closes the box, and its results leave the reading order; arrows go round."""
    with _open(browser, address, 1280) as page:
        page.goto(address + "en/")
        _open_box(page, 1280)
        page.keyboard.type("help")
        page.locator(".md-search mark").first.wait_for()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.md-search__input')")
        page.keyboard.press("Escape")
        assert not page.locator("#__search").is_checked()
        assert page.locator(".md-search ol").get_attribute("role") == "presentation"
        assert page.locator(".md-search ol").is_hidden()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_language_is_offered(
    browser: Browser, address: str, language: Language, width: int
) -> None:
    """A word of the other language leads to the results in that language."""
    typed, said = ELSEWHERE[language]
    with _open(browser, address, width) as page:
        page.goto(address + language + "/")
        _open_box(page, width)
        page.keyboard.type(typed)
        line = page.locator(".md-search .search-other")
        line.wait_for()
        assert said in line.inner_text()
        assert said in page.locator(".md-search [role=status]").inner_text()
        line.click()
        other = "en" if language == "cy" else "cy"
        page.wait_for_url(f"{address}{RESULTS[other]}?q={typed}")
        page.locator(".search-results mark").first.wait_for()


@pytest.mark.parametrize("theme", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_of_results(
    browser: Browser, address: str, language: Language, width: int, theme: bool
) -> None:
    """The page of results works by link, fits, and does without the theme's script."""
    with _open(browser, address, width, theme=theme) as page:
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
    with _page(browser, address, 1280, javascript=False) as page:
        page.goto(address + language + "/")
        page.locator(".md-search__input").fill("help")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{RESULTS[language]}?q=help")
        assert "JavaScript" in page.locator(".search-off").inner_text()
        assert page.locator("#search-page").is_hidden()


def test_client_is_small() -> None:
    """What the search adds to a page is at most 5 KB, compressed."""
    script = (REPOSITORY / "theme/assets/search.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= LIMIT
