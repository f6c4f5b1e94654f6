import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from browsing import ASK, TITLES, served, watched_page
from canllaw.build import Guide, prepare
from canllaw.hosts.mkdocs import build_site
from conftest import DAY, Edit

FOCUS = "document.activeElement"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_menu_by_keyboard(browser: Browser, address: str, language: str) -> None:
    """On a phone the menu opens with Enter, Tab goes into it, and Escape closes it where it was."""
    with watched_page(browser, address, 390) as page:
        page.goto(address + ASK[language])
        menu = page.locator(".menu")
        menu.locator("summary").focus()
        page.keyboard.press("Enter")
        assert menu.locator("a").first.is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUS}.matches('.menu a')")
        page.keyboard.press("Escape")
        assert not menu.locator("a").first.is_visible()
        assert page.evaluate(f"{FOCUS}.matches('.menu > summary')")


def test_menu_closes_behind_the_reader(browser: Browser, address: str) -> None:
    """The menu closes when the focus leaves it, so that it hides nothing that is read."""
    with watched_page(browser, address, 390) as page:
        page.goto(address + ASK["en"])
        page.locator(".menu > summary").click()
        assert page.locator(".menu a").first.is_visible()
        page.locator(".menu a").last.focus()
        page.keyboard.press("Tab")
        assert not page.locator(".menu a").first.is_visible()


@pytest.mark.parametrize("cut", ["#%E0", "#%", "#%C5"])
def test_half_an_address(browser: Browser, address: str, cut: str) -> None:
    """An address cut off in the middle of a letter breaks nothing."""
    with watched_page(browser, address, 390) as page:
        page.goto(f"{address}{ASK['en']}{cut}")
        page.locator(".menu > summary").click()
        assert page.locator(".menu a").first.is_visible()
        page.keyboard.press("Escape")
        assert not page.locator(".menu a").first.is_visible()


def test_menu_without_javascript(browser: Browser, address: str) -> None:
    """Without JavaScript the menu opens and leads on all the same."""
    with watched_page(browser, address, 390, javascript=False) as page:
        page.goto(address + ASK["cy"])
        page.locator(".menu > summary").click()
        page.locator(".menu a").first.click()
        page.wait_for_url(f"{address}cy/")


def test_skip_link(browser: Browser, address: str) -> None:
    """The first stop of the keyboard leads past the header, into the words of the page."""
    with watched_page(browser, address) as page:
        page.goto(address + ASK["en"])
        page.keyboard.press("Tab")
        assert page.evaluate(f"{FOCUS}.matches('.skip')")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(f"document.getElementById('main').contains({FOCUS})")


def test_policy_is_in_force(browser: Browser, address: str) -> None:
    """A script that gets into a page does not run, and the browser says which rule stopped it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + ASK["en"])
    # An address of this kind is what a text that breaks out of its place would bring.
    stopped = page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation",
            (event) => done([event.effectiveDirective, Boolean(window.taken)]));
          const made = document.createElement("script");
          made.textContent = "window.taken = true";
          document.body.append(made);
        })"""
    )
    context.close()
    assert stopped == ["script-src-elem", False]


@pytest.fixture
def with_lists(tiny: Path, edit: Edit) -> Path:
    """The tiny site with folded cards on its home page, and its other page a step."""
    for language, name in (("cy", "Gofyn"), ("en", "Ask")):
        page = tiny / "docs" / language / "index.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(f"{text}\n{{{{ all_deadlines() }}}}\n", encoding="utf-8")
        edit(
            f"docs/{language}/help/ask.md",
            "audience: parent\n",
            f"audience: parent\nstep: true\nshort: {name}\n",
        )
    guide: Guide = prepare(tiny, DAY)
    build_site(tiny, tiny / "site", guide)
    return tiny / "site"


def test_link_opens_a_folded_card(browser: Browser, with_lists: Path) -> None:
    """Whoever follows a link to a folded card finds it open."""
    with served(with_lists) as address, watched_page(browser, address) as page:
        page.goto(f"{address}en/#deadline.school")
        page.locator("[id='deadline.school'][open] dl").wait_for()


@pytest.mark.parametrize(("language", "name"), [("cy", "Gofyn"), ("en", "Ask")])
def test_step_says_you_are_here(
    browser: Browser, with_lists: Path, language: str, name: str
) -> None:
    """A step shows which one of how many it is, and marks itself for those who listen."""
    with (
        served(with_lists) as address,
        watched_page(browser, address, 390, javascript=False) as page,
    ):
        page.goto(address + ASK[language])
        here = page.locator(".journey [aria-current=step]")
        assert here.inner_text() == name
        assert (
            page.locator(".step-count").inner_text()
            == {"cy": "Cam 1 o 1", "en": "Step 1 of 1"}[language]
        )
        assert TITLES[language] in page.locator("h1").inner_text()


@pytest.mark.parametrize("javascript", [True, False])
def test_leaflet(browser: Browser, with_lists: Path, javascript: bool) -> None:
    """On paper there is no menu; notes are open, the law has its address, and the page has its own
    and its day. A link within the site has its address where the page may run a script.
    """
    with (
        served(with_lists) as address,
        watched_page(browser, address, javascript=javascript) as page,
    ):
        page.goto(f"{address}en/")
        assert not page.locator("[id='deadline.school'] dl").is_visible()
        home = _on_paper(page)
        assert home.startswith("HomeAskforhelp")
        assert "Whomustact" in home
        assert "Act2018,section11(1)(ch)(https://law.example/11)" in home
        assert (f"{address}{ASK['en']}#how-long" in home) == javascript
        assert "https://tiny.example/below/en/" in home
        assert "10January2026" in home
        assert not page.locator("[id='deadline.school'] dl").is_visible()
        assert page.locator("[data-address]").count() == 0


def _on_paper(page: Page) -> str:
    """Return what stands on a printed page, without spaces: lines break inside addresses."""
    printed = PdfReader(BytesIO(page.pdf())).pages
    return re.sub(r"\s+", "", "".join(each.extract_text() for each in printed))
