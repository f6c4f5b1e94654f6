from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accessibility.conftest import OPEN_NOTES, SHAPES, WIDE, WIDTHS, at, both_languages
from browsing import watched_page
from canllaw.languages import Language

# What readers press again and again, or first.
MAIN = [
    ".brand", ".language-switch", ".menu > summary", ".menu nav a", ".bar a", ".site-search-input",
    ".site-search > button", ".tasks a", ".doors a", ".choice", ".search-form input",
    ".search-form button", ".contents > summary", ".contents a", ".foot a", ".letters a",
    ".journey li a", "details.fact > summary", "details.source > summary", ".link-filter input",
    ".site-footer li a",
]  # fmt: skip
FOLDED = {".menu > summary", ".menu nav a", ".contents > summary", ".contents a"}
PRESSED = "a[href], button, summary, input, select, textarea"
# Those of MAIN that stand on an open page, and can be pressed.
SEEN = f"""(main) => main.filter((each) => [...document.querySelectorAll(each)]
  .some((found) => found.matches("{PRESSED}") && found.getBoundingClientRect().width))"""
SMALL = (
    f"""(main) => [...document.querySelectorAll("{PRESSED}")]"""
    + """.filter((each) => {
  const box = each.getBoundingClientRect();
  if (!box.width || !box.height || each.matches(".skip")) return false;
  const least = each.matches(main.join()) ? 44 : 24;
  return box.height < least - .5 || box.width < least - .5;
}).map((each) => {
  const { width, height } = each.getBoundingClientRect();
  return `${Math.round(width)} x ${Math.round(height)}: ${each.outerHTML.slice(0, 110)}`;
})"""
)


@both_languages
@pytest.mark.parametrize("width", WIDTHS)
def test_targets(
    undrawn: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """What can be pressed is 24 pixels wide and high or more, and the main controls 44."""
    small, seen = {}, set()
    with watched_page(undrawn, address, width) as page:
        for path in ("", "404.html", *(at(real_site, language, name) for name in SHAPES)):
            page.goto(address + path)
            page.evaluate("document.querySelector('.menu')?.setAttribute('open', '')")
            page.evaluate(OPEN_NOTES)
            small[path] = page.evaluate(SMALL, MAIN)
            seen |= set(page.evaluate(SEEN, MAIN))
    assert {path: found[:12] for path, found in small.items() if found} == {}
    # A name that is on no page would make a large control one of the small ones, unseen.
    assert {*MAIN} - seen == (FOLDED if width == WIDE else {".bar a"})
