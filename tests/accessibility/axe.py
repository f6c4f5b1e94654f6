"""axe-core, the engine that most accessibility checkers share, on an open page."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from accessibility.conftest import OPEN_NOTES, WIDTHS
from browsing import sideways

_JUDGE: Final = Path(__file__).with_name("judge.js").read_text(encoding="utf-8")
_SOURCE: Final = (
    files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8") + _JUDGE
)


def violations(page: Page, within: str = "html") -> list[str]:
    """Return what axe finds wrong with an open page as it is now, or with a part of it. What lies
    below an open menu it cannot judge, and need not.
    """
    _make_ready(page)
    found: list[str] = page.evaluate("(within) => judge.part(within)", within)
    return [each for each in found if "overlapped by another element" not in each]


def opened_with_axe(page: Page, addresses: Iterable[str]) -> Iterator[str]:
    """Open each address in turn, with what is folded open and axe at hand, and give it."""
    page.add_init_script(_SOURCE)
    for address in addresses:
        page.goto(address)
        page.evaluate(OPEN_NOTES)
        yield address


def violations_of_pages(page: Page, addresses: Iterable[str]) -> dict[str, list[str]]:
    """Open each address and return what axe finds wrong with which."""
    known: set[str] = set()
    found = {
        address: violations_everywhere(page, known) for address in opened_with_axe(page, addresses)
    }
    assert found
    return {address: wrong for address, wrong in found.items() if wrong}


def violations_everywhere(
    page: Page, known: set[str] | None = None, widths: Iterable[int] = WIDTHS
) -> list[str]:
    """Return what axe finds wrong with an open page at `widths` and in both colour schemes, and
    where the page is wider than its window.

    What a rule finds depends on what it goes by. At a width of 320 a page has most often the
    elements of 390: there the rules that go by them would find what they found before. In dark
    colours it has the elements and the boxes that it has in light ones, which test_axe_others.py
    holds: there only the colours are judged. `known` are the kinds of text, the colours around them
    included, whose contrast was judged already, on other pages too; without them axe judges every
    text everywhere.
    """
    _make_ready(page)
    found: list[str] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if wider := sideways(page):
            found.append(f"{width} wider by {wider} pixels")
        kinds = None if known is None else list(known)
        light: dict[str, Any] = page.evaluate("(kinds) => judge.light(kinds)", kinds)
        found += (f"{width} light {each}" for each in light["wrong"])
        if known is not None:
            known.update(light["kinds"])
        if light["texts"]:
            page.emulate_media(color_scheme="dark")
            wrong: list[str] = page.evaluate("() => judge.dark()")
            found += (f"{width} dark {each}" for each in wrong)
            page.emulate_media(color_scheme="light")
    return found


def _make_ready(page: Page) -> None:
    if not page.evaluate("Boolean(window.judge)"):
        page.evaluate(_SOURCE)
