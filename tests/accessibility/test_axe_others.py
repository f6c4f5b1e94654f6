from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accessibility.axe import (
    opened_with_axe,
    violations,
    violations_everywhere,
    violations_of_pages,
)
from accessibility.conftest import (
    HOME,
    OPEN_NOTES,
    PHONE,
    RESULTS,
    SCHEMES,
    SHAPES,
    STEPS,
    WIDE,
    WIDTHS,
    Scheme,
    at,
    both_languages,
    finished_pages,
)
from browsing import sideways, watched_page
from canllaw.languages import LANGUAGES, Language

ASKED = {"cy": "apelio", "en": "appeal"}


# What lies over a page has the same elements and colours in both languages.
crosswise = pytest.mark.parametrize(("language", "width"), [("cy", PHONE), ("en", WIDE)])

EDITORS = "cy-en/"
WITHOUT_GUIDANCE = "document.querySelectorAll('.pair-side > *').forEach((text) => text.remove())"


def test_no_violation(undrawn: Browser, address: str, real_site: Path) -> None:
    """axe-core finds nothing on the front page, the page for lost readers and the short addresses,
    at any width, in light and dark.
    """
    others = (*(f"{language}/" for language in LANGUAGES), EDITORS)
    paths = [path for path in finished_pages(real_site) if not path.startswith(others)]
    assert {"", "404.html"} < set(paths)
    assert any(path.startswith("r/") for path in paths)
    # A short address has the same page in the words of each language.
    pages = {(real_site / _file(path)).read_bytes(): path for path in paths}
    with watched_page(undrawn, address) as page:
        assert violations_of_pages(page, [address + path for path in pages.values()]) == {}


def _file(path: str) -> str:
    return path if path.endswith(".html") else f"{path}index.html"


def test_no_violation_for_editors(undrawn: Browser, address: str, real_site: Path) -> None:
    """axe-core finds nothing on the pages for editors on a wide screen, in light and dark, less the
    texts of the guidance in them; nor on their table and whole pages of them at any width. None
    is wider than its window.
    """
    paths = [path for path in finished_pages(real_site) if path.startswith(EDITORS)]
    some = [f"{EDITORS}{name}" for name in ("", STEPS, "reference/deadlines/")]
    assert {*some} < set(paths)
    known: set[str] = set()
    found: dict[str, list[object]] = {}
    with watched_page(undrawn, address) as page:
        assert violations_of_pages(page, [address + path for path in some]) == {}
    with watched_page(undrawn, address) as page:
        for path in opened_with_axe(page, [address + path for path in paths]):
            found[path] = [width for width in WIDTHS if _wider(page, width)]
            page.evaluate(WITHOUT_GUIDANCE)
            found[path] += violations_everywhere(page, known, [WIDE])
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def _wider(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 800})
    return sideways(page)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("cy", HOME),
        ("en", "parents/money/"),
        ("en", RESULTS),
        ("cy", "about/accessibility/"),
    ],
)
def test_every_colour(
    undrawn: Browser, address: str, real_site: Path, language: Language, name: str
) -> None:
    """On some pages axe-core judges each text at every width, in light and dark, also where it
    judged one like it before.
    """
    with watched_page(undrawn, address) as page:
        page.goto(address + at(real_site, language, name))
        page.evaluate(OPEN_NOTES)
        assert violations_everywhere(page) == []


WRONG = """<!doctype html><html lang="cy"><title>x</title>
<meta name="color-scheme" content="light dark">
<style>a { display: inline-block } em { color: #ccc; background: #fff }
@media (max-width: 380px) { main { width: 400px } i { width: 9px; overflow: hidden } }
@media (prefers-color-scheme: dark) { em { color: #444; background: #222 } }</style>
<main><h1>x</h1><img src="data:,"><p><em>pale</em></p>
<p><i><a href="#1">1</a></i><a href="#2">2</a></p></main>"""


@pytest.mark.parametrize("known", [None, set()])
def test_violations_are_found(undrawn: Browser, known: set[str] | None) -> None:
    """Where something is wrong it is found: a picture without words once, pale words in both
    schemes, and at the narrow width what is too wide and what is too small to press.
    """
    page = undrawn.new_page()
    page.set_content(WRONG)
    found = [said.partition(":")[0] for said in violations_everywhere(page, known)]
    page.close()
    assert "320 light image-alt" in found
    assert {"320 light color-contrast", "320 dark color-contrast"} <= set(found)
    assert "320 light target-size" in found
    assert any(said.startswith("320 wider") for said in found)
    assert not any(said.startswith(("390 wider", "1280 wider")) for said in found)


# What is set only in dark colours, and where.
DARK = """() => {
  const set = (rules, dark) => [...rules].flatMap((rule) => {
    const here = dark || Boolean(rule.media?.mediaText.includes("scheme"));
    const own = here && rule.style ? [...rule.style].map((name) => [rule.selectorText, name]) : [];
    return [...own, ...set(rule.cssRules ?? [], here)];
  });
  return [...document.styleSheets].flatMap((sheet) => set(sheet.cssRules, false));
}"""
PLACES = """() => [...document.querySelectorAll("body, body *")].map((each) => {
  const { display, visibility } = getComputedStyle(each);
  const { x, y, width, height } = each.getBoundingClientRect();
  return [display, visibility, x, y, width, height].join();
})"""


@both_languages
def test_dark_changes_colours_alone(
    undrawn: Browser, address: str, real_site: Path, language: Language
) -> None:
    """In dark colours everything is where it is in light ones, and what is of one colour is of one
    colour again: only the colours that have a name are others. So axe-core need not look again.
    """
    moved = {}
    with watched_page(undrawn, address, PHONE) as page:
        for path in ("", EDITORS, *(at(real_site, language, name) for name in SHAPES)):
            page.emulate_media(color_scheme="light")
            page.goto(address + path)
            page.evaluate(OPEN_NOTES)
            changed = page.evaluate(DARK)
            assert len(changed) > 5
            assert all(where == ":root" and what.startswith("--") for where, what in changed)
            light = page.evaluate(PLACES)
            page.emulate_media(color_scheme="dark")
            moved[path] = page.evaluate(PLACES) != light
    assert moved == dict.fromkeys(moved, False)


PICTURED = (
    "parents/ages/",
    "parents/disagree/",
    "parents/getting-a-decision/",
    "parents/plan/",
    "reference/timeline/",
)
# How many words there are in pictures, and how little one stands out from any colour behind it.
PICTURES = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [.2126, .7152, .0722][place], 0);
  const of = (what) => [...document.querySelectorAll(`.picture-drawing ${what}`)]
    .map((each) => getComputedStyle(each).fill).filter((fill) => fill !== "none");
  const words = of("text");
  const papers = [...of("rect"), getComputedStyle(document.body).backgroundColor];
  const contrasts = words.flatMap((word) => papers.map((paper) => {
    const [one, other] = [word, paper].map(light);
    return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
  }));
  return { words: words.length, least: Math.min(...contrasts) };
}"""


@both_languages
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", PICTURED)
def test_words_in_pictures(
    undrawn: Browser, address: str, real_site: Path, language: Language, scheme: Scheme, name: str
) -> None:
    """Words in a picture stand out by 4.5 to 1 from every colour that a picture or a page has."""
    with watched_page(undrawn, address) as page:
        page.emulate_media(color_scheme=scheme)
        page.goto(address + at(real_site, language, name))
        found = page.evaluate(PICTURES)
    assert found["words"] > 5
    assert found["least"] >= 4.5


def _in_both_schemes(page: Page, within: str) -> list[str]:
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme} {each}" for each in violations(page, within)]
    return found


@both_languages
def test_results(browser: Browser, address: str, real_site: Path, language: Language) -> None:
    """axe-core finds nothing on the page of results with results on it."""
    with watched_page(browser, address) as page:
        page.goto(f"{address}{at(real_site, language, RESULTS)}?q={ASKED[language]}")
        page.locator(".search-results li").first.wait_for()
        assert violations_everywhere(page, set()) == []


@crosswise
def test_answers(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """axe-core finds nothing while the answers of the search box lie over the page."""
    with watched_page(browser, address, width) as page:
        page.goto(address + at(real_site, language, HOME))
        page.locator(".site-search-input").fill(ASKED[language])
        page.locator(".site-search-answers li").first.wait_for()
        assert _in_both_schemes(page, ".site-header") == []


@pytest.mark.parametrize(("language", "width"), [("cy", 390), ("en", 320)])
def test_menu(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """axe-core finds nothing while the menu is open."""
    with watched_page(browser, address, width) as page:
        page.goto(address + at(real_site, language, STEPS))
        page.locator(".menu > summary").click()
        assert page.locator(".menu a").first.is_visible()
        assert _in_both_schemes(page, ".site-header") == []


@crosswise
def test_link_menu(
    browser: Browser, address: str, real_site: Path, language: Language, width: int
) -> None:
    """axe-core finds nothing while the menu of a mark is open and shows what it cannot copy."""
    with watched_page(browser, address, width) as page:
        page.add_init_script(
            "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
        )
        page.goto(address + at(real_site, language, STEPS))
        page.locator("h2 > .headerlink").first.click()
        page.locator(".link-menu button").first.click()
        page.locator(".link-text").wait_for()
        assert _in_both_schemes(page, ".link-menu") == []
