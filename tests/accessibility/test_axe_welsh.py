from pathlib import Path

from playwright.sync_api import Browser

from accessibility.axe import violations_of_pages
from accessibility.conftest import finished_pages
from browsing import watched_page

# Each language has a file, so that two workers share the longest of all tests.


def test_no_violation(undrawn: Browser, address: str, real_site: Path) -> None:
    """axe-core finds nothing on any page of the Welsh guidance, at any width, light or dark."""
    paths = [path for path in finished_pages(real_site) if path.startswith("cy/")]
    assert len(paths) > 70
    with watched_page(undrawn, address) as page:
        assert violations_of_pages(page, [address + path for path in paths]) == {}
