import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

# The same engine without the windows of a desktop round it opens a page in half the time.
SHELL = Path("/usr/bin/chromium-headless-shell")
CHROMIUM = SHELL if SHELL.exists() else Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BELOW = "/below/"
ASK = {"cy": "cy/help/gofyn/", "en": "en/help/ask/"}
TITLES = {"cy": "Gofyn am help", "en": "Ask for help"}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists() and "CANLLAW_TOOLS_REQUIRED" not in os.environ,
        reason=f"there is no {CHROMIUM}; install the package chromium to run the browser tests",
    ),
]


class _Below(SimpleHTTPRequestHandler):
    """Serves a folder below the path that the site is published at, and nothing above it."""

    base = BELOW

    def translate_path(self, path: str) -> str:
        below = path.startswith(self.base)
        inside = path.removeprefix(self.base) if below else "nothing-above-the-site"
        return super().translate_path(f"/{inside}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        """Say nothing: the tests speak."""


class _AtTheRoot(_Below):
    """Serves a folder as the whole of a host, with its page for lost readers at any depth."""

    base = "/"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as hosts do that show 404.html."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def _served(folder: Path, handled_by: type[_Below] = _Below) -> Iterator[str]:
    handler = partial(handled_by, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{handled_by.base}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def address(tiny_site: Path) -> Iterator[str]:
    """The address of the tiny site, served from this computer below a path."""
    with _served(tiny_site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@contextmanager
def _page(
    browser: Browser, address: str, width: int = 1280, *, javascript: bool = True
) -> Iterator[Page]:
    """A new page, which must ask no other host for anything, print no error and keep nothing."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=javascript
    )
    page = context.new_page()
    hosts: set[str] = set()
    errors: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "response",
        lambda answer: errors.append(answer.url) if answer.status >= 400 else None,
    )
    yield page
    page.wait_for_load_state()
    kept = context.storage_state(indexed_db=True)
    session = page.evaluate("sessionStorage.length")
    context.close()
    assert hosts == {urlsplit(address).netloc}
    assert errors == []
    assert (kept, session) == ({"cookies": [], "origins": []}, 0)


def _sideways(page: Page) -> int:
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def test_root_offers_both_languages(browser: Browser, address: str) -> None:
    """From the root each language is one step away, in its own words."""
    for words, home in (("Ymlaen yn Gymraeg", "cy/"), ("Continue in English", "en/")):
        with _page(browser, address) as page:
            page.goto(address)
            page.get_by_role("link", name=words).click()
            page.wait_for_url(address + home)
            assert page.locator("html").get_attribute("lang") == home.rstrip("/")


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit(browser: Browser, address: str, width: int) -> None:
    """On a phone and on a wide screen nothing has to be scrolled sideways."""
    paths = ("", "404.html", "cy/", "en/", *ASK.values())
    with _page(browser, address, width) as page:
        sideways = {}
        for path in paths:
            page.goto(address + path)
            sideways[path] = _sideways(page)
    assert sideways == dict.fromkeys(paths, 0)


@pytest.mark.parametrize("width", [390, 1280])
def test_switch_leads_to_the_same_page_and_back(browser: Browser, address: str, width: int) -> None:
    """The switch opens the same page in the other language, and from there the very same page."""
    with _page(browser, address, width) as page:
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
    with _page(browser, address, 390, javascript=False) as page:
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
