"""The way through a page with the Tab key, and what a reader sees of it."""

from dataclasses import dataclass

from playwright.sync_api import Page

# What has the focus: which of the page's elements it is, how its frame stands out from what is
# round it, and whether any part of it can be seen.
_STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const numbers = (colour) => (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = (colour) => numbers(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], 0);
  const opaque = (colour) => numbers(colour).length === 3 || numbers(colour)[3] === 1;
  let round = at.parentElement;
  while (round.parentElement && !opaque(getComputedStyle(round).backgroundColor))
    round = round.parentElement;
  const style = getComputedStyle(at);
  const [one, other] = [style.outlineColor, getComputedStyle(round).backgroundColor].map(light);
  const contrast = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
  const seen = [...at.getClientRects()].some((box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    return [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].some(([across, down]) => {
      const there = left < right && top < bottom && document.elementFromPoint(
        left + (right - left) * across, top + (bottom - top) * down);
      return there && (at.contains(there) || there.contains(at) && there.matches("a, label"));
    });
  });
  const name = at.className ? `${at.tagName}.${at.className}` : at.tagName;
  return {
    place: [...document.querySelectorAll("*")].indexOf(at),
    name: `${name} ${(at.textContent || at.ariaLabel || "").trim().slice(0, 40)}`,
    frame: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast, seen,
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """An element that the Tab key reaches; `frame` is in pixels, `contrast` as WCAG counts it."""

    place: int
    name: str
    frame: float
    contrast: float
    seen: bool


def stop(page: Page) -> Stop | None:
    """Return what has the focus now, if anything has."""
    found = page.evaluate(_STOP)
    return Stop(**found) if found else None


def tab_to(page: Page, selector: str, most: int = 200) -> None:
    """Press Tab until what matches `selector` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector} in {most} steps")


def walk(page: Page, most: int = 1500) -> list[Stop]:
    """Press Tab from the top of a page until it leaves the page, and return each stop."""
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = stop(page)
        if here is None or (stops and here.place == stops[0].place):
            return stops
        stops.append(here)
    raise AssertionError(f"Tab does not leave the page in {most} steps")
