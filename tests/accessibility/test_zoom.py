from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accessibility.axe import violations
from accessibility.conftest import (
    OPEN_NOTES,
    SCHEMES,
    SHAPES,
    STEPS,
    WIDE,
    Scheme,
    at,
    both_languages,
    phone_and_wide,
)
from browsing import sideways, watched_page
from canllaw.languages import Language

# The spacing of WCAG 1.4.12, as a reader's own style sheet sets it.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
# Elements whose words do not fit them and are cut off; the hidden heads of tables are meant to be.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const style = getComputedStyle(each);
  const cuts = (way) => ["hidden", "clip"].includes(style[way]);
  return each.matches(":not(svg *)") && !each.closest("thead") && each.textContent.trim()
    && (cuts("overflowX") && each.scrollWidth > each.clientWidth + 1
      || cuts("overflowY") && each.scrollHeight > each.clientHeight + 1);
}).map((each) => each.outerHTML.slice(0, 120))"""
# Words, and what can be pressed in the header, that lie over each other.
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".site-header :is(a, summary, input, button)")]
    .filter((each) => each.checkVisibility()).map((each) => [each, each.getBoundingClientRect()]);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (const range = document.createRange(); texts.nextNode();) {
    const { parentElement: holder, data } = texts.currentNode;
    if (!data.trim() || holder.closest("svg, script, noscript, .skip, thead")
      || !holder.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(texts.currentNode);
    boxes.push(...[...range.getClientRects()].map((box) => [holder, box]));
  }
  const all = boxes.filter(([, box]) => box.width).sort(([, a], [, b]) => a.top - b.top);
  return all.flatMap(([one, a], place) => {
    const found = [];
    for (let next = place + 1; next < all.length && all[next][1].top < a.bottom - 1; next += 1) {
      const [other, b] = all[next];
      if (a.left < b.right - 1 && b.left < a.right - 1
        && !one.contains(other) && !other.contains(one))
        found.push(`${one.outerHTML.slice(0, 60)} and ${other.outerHTML.slice(0, 60)}`);
    }
    return found;
  });
}"""


def _lost(page: Page) -> list[str]:
    """Say what of an open page cannot be read as it is now."""
    page.evaluate(OPEN_NOTES)
    wider = sideways(page)
    return [
        *([f"{wider} pixels wider than the window"] if wider else []),
        *page.evaluate(CUT_OFF),
        *page.evaluate(OVERLAPS),
    ]


def _enlarge_type(page: Page) -> None:
    """Double the size of type, as the settings of a browser do."""
    client = page.context.new_cdp_session(page)
    client.send("Page.enable")
    client.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})


@both_languages
@phone_and_wide
def test_type_of_twice_the_size(
    undrawn: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """With type of twice the size nothing is cut off, covered, or wider than the window."""
    with watched_page(undrawn, address, width) as page:
        _enlarge_type(page)
        lost = {}
        for name in SHAPES:
            page.goto(address + at(real_site, language, name))
            size = page.evaluate("getComputedStyle(document.documentElement).fontSize")
            assert size == "32px"
            lost[name] = _lost(page)
    assert lost == {name: [] for name in SHAPES}


@both_languages
def test_zoom_of_400_percent(
    undrawn: Browser, address: str, real_site: Path, language: Language
) -> None:
    """At a zoom of 400 % on a screen of 1280 by 1024 nothing is lost and nothing goes sideways."""
    context = undrawn.new_context(
        viewport={"width": 320, "height": 256}, device_scale_factor=4, reduced_motion="reduce"
    )
    page = context.new_page()
    lost = {}
    for name in SHAPES:
        page.goto(address + at(real_site, language, name))
        lost[name] = _lost(page)
    context.close()
    assert lost == {name: [] for name in SHAPES}


@both_languages
@pytest.mark.parametrize("width", [320, WIDE])
def test_text_spacing(
    undrawn: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """With the spacing that some readers need nothing is cut off or wider than the window."""
    with watched_page(undrawn, address, width) as page:
        lost = {}
        for name in SHAPES:
            page.goto(address + at(real_site, language, name))
            page.evaluate(SPACING)
            assert page.evaluate("getComputedStyle(document.body).letterSpacing") != "normal"
            lost[name] = _lost(page)
    assert lost == {name: [] for name in SHAPES}


MOVES = """() => [...document.querySelectorAll("*")].filter((each) =>
  ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(each, part || null);
    return style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0)
      || style.animationName !== "none" || style.scrollBehavior === "smooth";
  })).map((each) => each.tagName)"""


MOVING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { scroll-behavior: smooth } h1::after { transition: color 1s }");
  document.adoptedStyleSheets = [sheet];
}"""


@both_languages
def test_nothing_moves(undrawn: Browser, address: str, real_site: Path, language: Language) -> None:
    """Nothing moves, whether a reader asks for less motion or not: a page that flies to a section
    far down takes a second, and may miss it.
    """
    with watched_page(undrawn, address) as page:
        page.emulate_media(reduced_motion="no-preference")
        page.goto(address + at(real_site, language, STEPS))
        assert page.evaluate(MOVES) == []
        page.evaluate(MOVING)
        assert page.evaluate(MOVES) == ["HTML", "H1"]


# What of a page shows where the reader's system chooses the colours: the frames of controls, the
# mark of the present step, the sign of a box, and what marks the present page.
FORCED = """() => {
  const style = (of, part) => getComputedStyle(document.querySelector(of), part);
  const canvas = style("body").backgroundColor;
  const framed = (...all) => all.every((of) => {
    const found = [...document.querySelectorAll(of)];
    return found.length > 0 && found.every((each) => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(each);
      return parseFloat(borderTopWidth) >= 1 && borderTopStyle !== "none"
        && borderTopColor !== canvas;
    });
  });
  const here = style(".journey-here", "::before").backgroundColor;
  const sign = style(".fact-kind", "::before").backgroundColor;
  return {
    controls: framed(".language-switch", ".menu > summary", ".site-search input",
      ".site-search button"),
    boxes: framed("main .fact", "main .contents", ".journey"),
    step: here !== style(".journey li:not(.journey-here)", "::before").backgroundColor,
    label: framed(".journey-you"),
    sign: sign !== canvas,
    page: style(".beside a[aria-current]").borderLeftColor
      !== style(".beside a:not([aria-current])").borderLeftColor,
  };
}"""


@both_languages
@pytest.mark.parametrize("scheme", SCHEMES)
@phone_and_wide
def test_forced_colours(
    undrawn: Browser, address: str, real_site: Path, language: Language, scheme: Scheme, width: int
) -> None:
    """Controls, boxes and the mark of where you are show where the system chooses the colours."""
    with watched_page(undrawn, address, width) as page:
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        page.goto(address + at(real_site, language, STEPS))
        found = page.evaluate(FORCED)
    assert found == dict.fromkeys(found, True)


# How light paper and ink are, from 0 to 1.
LIGHT = """() => ["backgroundColor", "color"].map((each) => getComputedStyle(document.body)[each]
  .match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765)"""


def _is_dark(page: Page) -> bool:
    """Whether an open page has light words on dark; it has the one or the other."""
    paper, ink = page.evaluate(LIGHT)
    assert (paper < 0.3, ink > 0.7) in ((True, True), (False, False))
    assert abs(paper - ink) > 0.6
    return bool(paper < ink)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_follow_the_device(
    undrawn: Browser, address: str, real_site: Path, scheme: Scheme
) -> None:
    """A device set to dark colours shows a dark page, so that what is tested dark is dark."""
    with watched_page(undrawn, address) as page:
        page.emulate_media(color_scheme=scheme)
        page.goto(address + at(real_site, "cy", STEPS))
        assert _is_dark(page) == (scheme == "dark")


@both_languages
@pytest.mark.parametrize("scheme", SCHEMES)
def test_print(
    undrawn: Browser, address: str, real_site: Path, language: Language, scheme: Scheme
) -> None:
    """On paper axe-core finds nothing, nothing is cut off, and a dark screen prints light."""
    with watched_page(undrawn, address, 690) as page:
        page.emulate_media(color_scheme=scheme)
        page.goto(address + at(real_site, language, STEPS))
        assert _is_dark(page) == (scheme == "dark")
        page.emulate_media(media="print")
        assert not page.locator(".site-header").is_visible()
        assert page.locator(".print-only").is_visible()
        assert not _is_dark(page)
        assert _lost(page) == []
        # Nobody presses paper.
        assert [each for each in violations(page) if not each.startswith("target-size")] == []
