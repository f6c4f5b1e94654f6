"""axe-core, the engine that most accessibility checkers share, on an open page."""

from importlib.resources import files
from typing import Final

from playwright.sync_api import Page

from accessibility.conftest import SCHEMES, WIDTHS, sideways

TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_SOURCE: Final = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# A sign before a word is no background; looking for one takes axe ten times as long, and makes it
# leave the contrast undecided.
_SETTINGS: Final = """;
axe.configure({checks: [{id: "color-contrast", options: {ignorePseudo: true}}]});
null"""
_RUN: Final = """async (tags) => {
  const { violations } = await axe.run(document,
    { runOnly: tags, resultTypes: ["violations"], selectors: false });
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(
    (node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with an open page, as it is now."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_SOURCE + _SETTINGS)
    found: list[str] = page.evaluate(_RUN, list(TAGS))
    return found


def violations_everywhere(page: Page) -> list[str]:
    """Return what axe finds wrong with an open page at every width and in both colour schemes, and
    where the page is wider than its window.
    """
    found: list[str] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if wider := sideways(page):
            found.append(f"{width} wider by {wider} pixels")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} {scheme} {each}" for each in violations(page)]
    return found
