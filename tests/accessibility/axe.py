"""axe-core, the engine that most accessibility checkers share, on an open page."""

from collections.abc import Collection
from importlib.resources import files
from itertools import product
from typing import Any, Final

from playwright.sync_api import Page

from accessibility.conftest import SCHEMES, WIDTHS, sideways

TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The rules that go by where things are, and by their colours. All the others go by which elements
# there are and whether they show.
LAYOUT: Final = ("target-size", "scrollable-region-focusable")
COLOUR: Final = ("color-contrast", "link-in-text-block")

_SOURCE: Final = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# A sign before a word is no background; looking for one takes axe ten times as long, and makes it
# leave the contrast undecided. Options that are not named would be gone, and the rule with them.
_SETTINGS: Final = """;
axe.configure({checks: [{id: "color-contrast",
  options: {...axe._audit.checks["color-contrast"].options, ignorePseudo: true}}]});
null"""
_RUN: Final = """async ([context, runOnly, leftOut]) => {
  const rules = Object.fromEntries(leftOut.map((id) => [id, { enabled: false }]));
  const { violations, incomplete } = await axe.run(context ? window[context] : document,
    { runOnly, rules, resultTypes: ["violations", "incomplete"], selectors: false });
  // Words in a picture axe never decides: test_axe_others.py holds their colours by itself.
  const undecided = incomplete.filter(({ id }) => id === "color-contrast")
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !html.startsWith("<text")) }));
  return [...violations, ...undecided].flatMap(({ id, nodes }) => nodes.slice(0, 3).map(
    (node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""
# What the rules have to go by, and the texts whose colours are like none of `known`: what each is,
# where it stands, its letters, and what is behind them.
_LOOK: Final = """(known) => {
  const all = [...document.querySelectorAll("body, body *")], styles = new Map();
  for (const each of all) styles.set(each, getComputedStyle(each));
  const behind = new Map([[document.documentElement, "canvas"]]);
  for (const each of all) {
    const { backgroundColor, backgroundImage, opacity } = styles.get(each);
    const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
    const below = behind.get(each.parentElement);
    behind.set(each, own === "rgba(0, 0, 0, 0) none 1" ? below : `${below} > ${own}`);
  }
  const named = (each) => `${each.tagName}.${each.getAttribute("class")}`;
  const fresh = new Map();
  for (const each of all) {
    const text = each.matches("input, select, textarea")
      || [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!text || !each.checkVisibility({ visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = styles.get(each);
    const around = each.parentElement, beside = styles.get(around) ?? getComputedStyle(around);
    const kind = [named(around), beside.color, named(each), color, fontSize, fontWeight,
      textDecorationLine, behind.get(each)].join("|");
    if (!fresh.has(kind)) fresh.set(kind, each);
  }
  for (const kind of known) fresh.delete(kind);
  window.freshTexts = [...fresh.values()];
  return {
    elements: all.map((each) => styles.get(each))
      .map(({ display, visibility }) => `${display} ${visibility}`).join(),
    boxes: all.map((each) => each.getBoundingClientRect())
      .map(({ x, y, width, height }) => `${x} ${y} ${width} ${height}`).join(),
    texts: [...fresh.keys()],
  };
}"""


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with an open page, as it is now. What lies below an open menu it
    cannot judge, and need not.
    """
    return [each for each in _run(page, TAGS) if "overlapped by another element" not in each]


def violations_everywhere(
    page: Page, known: set[str] | None = None, widths: Collection[int] = WIDTHS
) -> list[str]:
    """Return what axe finds wrong with an open page at `widths` and in both colour schemes, and
    where the page is wider than its window at any width.

    What a rule finds depends on what it goes by. In dark colours a page has the elements and the
    boxes that it has in light ones, and at a width of 320 most often the elements of 390: there the
    rules that go by them would find what they found before. `known` are the kinds of text, the
    colours around them included, whose contrast was judged already, on other pages too; without
    them axe judges every text everywhere.
    """
    found: list[str] = []
    seen: set[str] = set()
    for scheme, width in product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        if scheme == "light" and (wider := sideways(page)):
            found.append(f"{width} wider by {wider} pixels")
        if width in widths:
            wrong = _violations_of_what_is_new(page, seen, known)
            found += (f"{width} {scheme} {each}" for each in wrong)
    return found


def _violations_of_what_is_new(page: Page, seen: set[str], known: set[str] | None) -> list[str]:
    look: dict[str, Any] = page.evaluate(_LOOK, list(known or ()))
    wrong: list[str] = []
    if look["elements"] not in seen:
        wrong += _run(page, TAGS, left_out=(*LAYOUT, *COLOUR))
    if look["boxes"] not in seen:
        wrong += _run(page, LAYOUT, kind="rule")
    if known is None:
        wrong += _run(page, COLOUR, kind="rule")
    elif look["texts"]:
        wrong += _run(page, COLOUR, kind="rule", context="freshTexts")
        known.update(look["texts"])
    seen |= {look["elements"], look["boxes"]}
    return wrong


def _run(
    page: Page,
    values: tuple[str, ...],
    *,
    kind: str = "tag",
    left_out: tuple[str, ...] = (),
    context: str = "",
) -> list[str]:
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_SOURCE + _SETTINGS)
    rules = {"type": kind, "values": values}
    found: list[str] = page.evaluate(_RUN, [context, rules, left_out])
    return found
