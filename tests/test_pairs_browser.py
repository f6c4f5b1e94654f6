from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import served, sideways, watched_page
from canllaw.build import prepare
from canllaw.hosts.mkdocs import build_site
from conftest import DAY, Edit


@pytest.fixture
def address(agreed: Path, edit: Edit) -> Iterator[str]:
    """The address of the tiny site, where one sentence changed since all was agreed."""
    edit("docs/en/help/ask.md", "You have", "You always have")
    build_site(agreed, agreed / "site", prepare(agreed, DAY))
    with served(agreed / "site") as address:
        yield f"{address}cy-en/"


def test_table_is_filtered_by_words_and_by_state(browser: Browser, address: str) -> None:
    """What somebody types or chooses leaves the lines that fit it, and says how many those are."""
    with watched_page(browser, address) as page:
        page.goto(address)
        rows, number = page.locator(".pair-table tbody tr:visible"), page.locator("output")
        whole = rows.count()
        assert number.inner_text() == str(whole)
        page.get_by_role("searchbox").press_sequentially("gofyn")
        assert rows.locator("a").all_inner_texts() == ["help/ask.md"]
        assert number.inner_text() == "1"
        page.get_by_role("searchbox").fill("")
        page.get_by_role("combobox").select_option("en-moved")
        assert rows.locator("a").all_inner_texts() == ["help/ask.md"]
        page.get_by_role("combobox").select_option("draft")
        assert (rows.count(), number.inner_text()) == (0, "0")


def test_table_is_whole_without_scripts(browser: Browser, address: str) -> None:
    """Without JavaScript every line is there, and no filter that would do nothing."""
    with watched_page(browser, address, javascript=False) as page:
        page.goto(address)
        assert page.locator(".pair-table tbody tr:visible a").count() == 2
        assert not page.locator(".pair-filter").is_visible()


@pytest.mark.parametrize(("width", "columns"), [(390, 1), (1280, 2)])
def test_sides_of_a_pair(browser: Browser, address: str, width: int, columns: int) -> None:
    """Both sides stand beside each other, and on a phone one above the other; nothing is cut."""
    with watched_page(browser, address, width) as page:
        page.goto(f"{address}help/ask/")
        lefts = page.locator("#pair-how-long .pair-side").evaluate_all(
            "sides => sides.map(side => side.getBoundingClientRect().left)"
        )
        assert (len(lefts), len(set(lefts)), sideways(page)) == (2, columns, 0)


def test_what_waits_is_reached_from_the_keyboard(browser: Browser, address: str) -> None:
    """From the table Enter opens the pair, and there leads to what changed on one side."""
    with watched_page(browser, address) as page:
        page.goto(address)
        page.get_by_role("link", name="help/ask.md").press("Enter")
        page.wait_for_url(f"{address}help/ask/")
        page.get_by_role("link", name="how-long", exact=True).press("Enter")
        assert page.url.endswith("#pair-how-long")
        assert page.locator(".pair:target .pair-advice").is_visible()
