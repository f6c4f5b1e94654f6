"""The built site in Chromium: how it is served, and the pages that look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

# The same engine without the windows of a desktop round it opens a page in half the time.
_SHELL: Final = Path("/usr/bin/chromium-headless-shell")
CHROMIUM: Final = _SHELL if _SHELL.exists() else Path("/usr/bin/chromium")
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nothing here runs long enough to gain from being made quicker while it runs, which would take
    # a good part of the other core.
    "--js-flags=--no-opt --no-maglev --always-sparkplug",
)
# Draws nothing: quicker, but nothing can be pressed.
UNDRAWN: Final = (*ARGUMENTS, "--disable-threaded-compositing")

# A page of the tiny site.
ASK: Final = {"cy": "cy/help/gofyn/", "en": "en/help/ask/"}
TITLES: Final = {"cy": "Gofyn am help", "en": "Ask for help"}


class BelowAPath(SimpleHTTPRequestHandler):
    """Serves a folder below the path that the site is published at, and nothing above it."""

    base = "/below/"

    def translate_path(self, path: str) -> str:
        """Return the file of a path."""
        below = path.startswith(self.base)
        inside = path.removeprefix(self.base) if below else "nothing-above-the-site"
        return super().translate_path(f"/{inside}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        """Say nothing: the tests speak."""


class AtTheRoot(BelowAPath):
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
def served(folder: Path, handled_by: type[BelowAPath] = BelowAPath) -> Iterator[str]:
    """Serve a folder from this computer, and give the address it has."""
    handler = partial(handled_by, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{handled_by.base}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def watched_page(
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


def sideways(page: Page) -> int:
    """Return how many pixels a page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
