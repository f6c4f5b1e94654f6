"""axe-core, the engine that most accessibility checkers share, on an open page."""

from collections.abc import Collection, Iterable
from importlib.resources import files
from itertools import product
from typing import Any, Final

from playwright.sync_api import Page

from accessibility.conftest import OPEN_NOTES, SCHEMES, WIDTHS, sideways

TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The rules that go by where things are, and by their colours. All go by which elements there are
# and whether they show.
LAYOUT: Final = ("target-size", "scrollable-region-focusable")
COLOUR: Final = ("color-contrast", "link-in-text-block")

_SOURCE: Final = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# A sign before a word is no background; looking for one takes axe ten times as long, and makes it
# leave the contrast undecided. Options that are not named would be gone, and the rule with them.
# What is judged already is left out: texts like others, and targets that are large enough, with no
# other over them.
_SETTINGS: Final = """;
axe.configure({checks: [{id: "color-contrast",
  options: {...axe._audit.checks["color-contrast"].options, ignorePseudo: true}}]});
const left = { "color-contrast": "knownTexts", "link-in-text-block": "knownTexts",
  "target-size": "largeTargets" };
for (const rule of axe._audit.rules.filter(({ id }) => left[id])) {
  const { id, matches } = rule;
  rule.matches = (node, ...more) => !window[left[id]]?.has(node) && matches(node, ...more);
}
null"""
_RUN: Final = """async ([context, type, values]) => {
  const { violations, incomplete } = await axe.run(context, { runOnly: { type, values },
    resultTypes: ["violations", "incomplete"], selectors: false });
  // Words in a picture axe never decides: test_axe_others.py holds their colours by itself.
  const undecided = incomplete.filter(({ id }) => id === "color-contrast")
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !html.startsWith("<text")) }));
  return [...violations, ...undecided].flatMap(({ id, nodes }) => nodes.slice(0, 3).map(
    (node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""
# `known` are the kinds of text that were judged already; without them every text is judged, less
# what is left out.
_BEGIN: Final = """([known, less]) => {
  window.looked = { elements: new Set(), boxes: new Set(), kinds: known && new Set(known), less };
}"""
# Whether what the rules go by is new on this page, and which kinds of text are: what each is, where
# it stands, its letters, and what is behind them.
_LOOK: Final = """() => {
  const all = [...document.querySelectorAll("body, body *")];
  const styles = new Map(all.map((each) => [each, getComputedStyle(each)]));
  const shown = all.filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const isNew = (what, texts) => {
    const text = texts.join(), { size } = window.looked[what];
    return window.looked[what].add(text).size > size;
  };
  const elements = isNew("elements",
    all.map((each) => `${styles.get(each).display} ${styles.get(each).visibility}`));
  const boxes = isNew("boxes", shown.map((each) => each.getBoundingClientRect())
    .map(({ x, y, width, height }) => `${x} ${y} ${width} ${height}`));
  const targets = shown.filter((each) => each.matches("a, button, input, select, summary"))
    .map((each) => [each, each.getBoundingClientRect()]).sort(([, a], [, b]) => a.top - b.top);
  const large = window.largeTargets = new Set(
    targets.filter(([, box]) => box.width >= 24 && box.height >= 24).map(([each]) => each));
  for (const [place, [one, a]] of targets.entries()) {
    for (const [other, b] of targets.slice(place + 1)) {
      if (b.top >= a.bottom) break;
      if (b.left >= a.right || b.right <= a.left) continue;
      large.delete(one);
      large.delete(other);
    }
  }

  const { kinds, less } = window.looked, fresh = [];
  delete window.knownTexts;
  if (!kinds) return { elements, boxes, kinds: fresh };
  window.knownTexts = new Set(all);
  const behind = new Map([[document.documentElement, "canvas"]]);
  for (const each of all) {
    const { backgroundColor, backgroundImage, opacity } = styles.get(each);
    const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
    const below = behind.get(each.parentElement);
    behind.set(each, own === "rgba(0, 0, 0, 0) none 1" ? below : `${below} > ${own}`);
  }
  const named = (each) => `${each.tagName}.${each.getAttribute("class")}`;
  for (const each of shown) {
    const text = each.matches("input, select, textarea")
      || [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!text || less && each.closest(less)) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = styles.get(each);
    const around = each.parentElement, beside = styles.get(around) ?? getComputedStyle(around);
    const kind = [named(around), beside.color, named(each), color, fontSize, fontWeight,
      textDecorationLine, behind.get(each)].join("|");
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    fresh.push(kind);
    window.knownTexts.delete(each);
  }
  return { elements, boxes, kinds: fresh };
}"""


def violations(page: Page, within: str = "html") -> list[str]:
    """Return what axe finds wrong with an open page as it is now, or with a part of it. What lies
    below an open menu it cannot judge, and need not.
    """
    found = _run(page, "tag", TAGS, {"include": [[within]]})
    return [each for each in found if "overlapped by another element" not in each]


def violations_of_pages(
    page: Page, addresses: Iterable[str], widths: Collection[int] = WIDTHS, less: str = ""
) -> dict[str, list[str]]:
    """Open each address, with what is folded open, and return what axe finds wrong with which,
    `less` those parts that are judged elsewhere.
    """
    page.add_init_script(_SOURCE + _SETTINGS)
    known: set[str] = set()
    found = {}
    for address in addresses:
        page.goto(address)
        page.evaluate(OPEN_NOTES)
        found[address] = violations_everywhere(page, known, widths, less)
    assert found
    return {address: wrong for address, wrong in found.items() if wrong}


def violations_everywhere(
    page: Page,
    known: set[str] | None = None,
    widths: Collection[int] = WIDTHS,
    less: str = "",
) -> list[str]:
    """Return what axe finds wrong with an open page, less some parts of it, at `widths` and in both
    colour schemes, and where the page is wider than its window at any width.

    What a rule finds depends on what it goes by. In dark colours a page has the elements and the
    boxes that it has in light ones, and at a width of 320 most often the elements of 390: there the
    rules that go by them would find what they found before. `known` are the kinds of text, the
    colours around them included, whose contrast was judged already, on other pages too; without
    them axe judges every text everywhere.
    """
    found: list[str] = []
    context = {"include": [["html"]], **({"exclude": [[less]]} if less else {})}
    page.evaluate(_BEGIN, [None if known is None else list(known), less])
    for width, scheme in product(WIDTHS, SCHEMES):
        if scheme == SCHEMES[0]:  # each of the two takes a while
            page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        if scheme == "light" and (wider := sideways(page)):
            found.append(f"{width} wider by {wider} pixels")
        if width in widths:
            wrong = _violations_of_what_is_new(page, known, context)
            found += (f"{width} {scheme} {each}" for each in wrong)
    return found


def _violations_of_what_is_new(
    page: Page, known: set[str] | None, context: dict[str, list[list[str]]]
) -> list[str]:
    new: dict[str, Any] = page.evaluate(_LOOK)
    if known is not None:
        known.update(new["kinds"])
    if new["elements"]:
        return _run(page, "tag", TAGS, context)
    judges = known is None or new["kinds"]
    rules = (*(LAYOUT if new["boxes"] else ()), *(COLOUR if judges else ()))
    return _run(page, "rule", rules, context) if rules else []


def _run(
    page: Page, kind: str, values: tuple[str, ...], context: dict[str, list[list[str]]]
) -> list[str]:
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(_SOURCE + _SETTINGS)
    found: list[str] = page.evaluate(_RUN, [context, kind, values])
    return found
