from pathlib import Path

from playwright.sync_api import Browser

from accessibility.axe import violations_everywhere
from accessibility.conftest import OPEN_NOTES, both_languages, finished_pages
from canllaw.languages import Language
from test_browser import _page, browser, pytestmark

__all__ = ["browser", "pytestmark"]


@both_languages
def test_no_violation(browser: Browser, address: str, real_site: Path, language: Language) -> None:
    """axe-core finds nothing on any page of the guidance, at any width, in light and dark."""
    paths = [path for path in finished_pages(real_site) if path.startswith(f"{language}/")]
    assert len(paths) > 70
    found = {}
    with _page(browser, address) as page:
        for path in paths:
            page.goto(address + path)
            page.evaluate(OPEN_NOTES)
            found[path] = violations_everywhere(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
