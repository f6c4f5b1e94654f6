from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import ASK, TITLES, served, watched_page
from canllaw.build import prepare
from canllaw.hosts.mkdocs import build_site
from conftest import DAY, copy_tiny

PUBLISHED = "https://tiny.example/below/"
LINKS = """
{{ link_filter() }}

## A {#pages}

{{ folder_links("help") }}

## B {#terms}

{{ fact_links("term", "index.md") }}

{{ short_links() }}

{{ glossary() }}
"""
SHORT = "{cy: gofyn, en: ask}"
# Keeps what is copied, or refuses to, as a browser may.
KEEP = """
window.copied = [];
navigator.clipboard.writeText = (text) => { window.copied.push(text); return Promise.resolve(); };
"""
REFUSE = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the tiny site with a list of links on its home page."""
    tiny = copy_tiny(tmp_path_factory.mktemp("links") / "tiny")
    for language in ("cy", "en"):
        page = tiny / "docs" / language / "index.md"
        page.write_text(page.read_text(encoding="utf-8") + LINKS, encoding="utf-8")
        asks = tiny / "docs" / language / "help/ask.md"
        text = asks.read_text(encoding="utf-8")
        text = text.replace("audience:", f"short_address: {SHORT}\naudience:", 1)
        asks.write_text(text, encoding="utf-8")
    build_site(tiny, tiny / "site", prepare(tiny, DAY))
    with served(tiny / "site") as address:
        yield address


def _copied(page: Page) -> str:
    return str(page.evaluate("window.copied.pop()"))


def test_menu_of_a_card_by_keyboard(browser: Browser, address: str) -> None:
    """From the keyboard the mark of a card copies its address, both, or a line for an e-mail."""
    with watched_page(browser, address, 390) as page:
        page.add_init_script(KEEP)
        page.goto(address + ASK["en"])
        mark = page.locator("[id='deadline.school'] .headerlink")
        mark.focus()
        page.keyboard.press("Enter")
        assert mark.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Enter")
        status = page.locator(".link-said")
        status.filter(has_text="Copied").wait_for()
        here = f"{PUBLISHED}en/help/ask/#deadline.school"
        there = f"{PUBLISHED}cy/help/gofyn/#deadline.school"
        assert _copied(page) == here
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert _copied(page) == f"{here}\n{there}"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert _copied(page).replace("\N{NO-BREAK SPACE}", " ") == (
            "The school decides. Act 2018, section 11(1)(ch). Last checked: 10 January 2026. "
            f"{here}\n"
            "Yr ysgol yn penderfynu. Deddf 2018, adran 11(1)(ch). "
            f"Gwiriwyd ddiwethaf: 10 Ionawr 2026. {there}"
        )
        page.keyboard.press("Escape")
        assert page.locator(".link-menu").is_hidden()
        assert page.evaluate("document.activeElement.matches('.headerlink')")
        assert mark.get_attribute("aria-expanded") == "false"


def test_section_and_page_in_both_languages(browser: Browser, address: str) -> None:
    """A section is named in both languages with the day its page was checked; the main heading
    gives the page itself.
    """
    with watched_page(browser, address) as page:
        page.add_init_script(KEEP)
        page.goto(address + ASK["cy"])
        page.locator("h2 .headerlink[href='#how-long']").click()
        page.get_by_role("button", name="Copïo llinell ddwyieithog").click()
        assert _copied(page).replace("\N{NO-BREAK SPACE}", " ").split("\n") == [
            "Faint o amser. Gwiriwyd ddiwethaf: 10 Ionawr 2026. "
            f"{PUBLISHED}cy/help/gofyn/#how-long",
            f"How long. Last checked: 10 January 2026. {PUBLISHED}en/help/ask/#how-long",
        ]
        page.locator("h1 .headerlink").click()
        page.get_by_role("button", name="Copïo’r ddau").click()
        assert _copied(page) == f"{PUBLISHED}cy/help/gofyn/\n{PUBLISHED}en/help/ask/"


@pytest.mark.parametrize(
    ("language", "button", "short"),
    [("cy", "Copïo’r cyfeiriad byr", "r/gofyn/"), ("en", "Copy the short address", "r/ask/")],
)
def test_short_address(
    browser: Browser, address: str, language: str, button: str, short: str
) -> None:
    """The menu of a page that has a short address copies it, in the words of the reader’s
    language; that of a section, which has none, does not offer to. The foot of the page shows it.
    """
    with watched_page(browser, address, 390) as page:
        page.add_init_script(KEEP)
        page.goto(address + ASK[language])
        page.locator("h2 .headerlink").first.click()
        assert page.locator(".link-menu").is_visible()
        assert not page.get_by_role("button", name=button).is_visible()
        page.locator("h1 .headerlink").click()
        offer = page.get_by_role("button", name=button)
        assert offer.inner_text().endswith(f": tiny.example/below/{short}".rstrip("/"))
        offer.click()
        assert _copied(page) == PUBLISHED + short
        shown = page.locator(".page-short a")
        assert shown.inner_text() == (PUBLISHED + short).removeprefix("https://").rstrip("/")
        shown.click()
        page.wait_for_url(address + short)


def test_other_language_of_a_section(browser: Browser, address: str) -> None:
    """The menu of a mark leads to the same section or card in the other language, and the foot of
    the page to where the reader is.
    """
    with watched_page(browser, address) as page:
        for mark, end in (("#how-long", "#how-long"), ("#deadline.school", "#deadline.school")):
            page.goto(address + ASK["en"])
            page.locator(f".headerlink[href='{mark}']").first.click()
            across = page.get_by_role("link", name="Agor yn Gymraeg")
            assert across.get_attribute("lang") == "cy"
            across.click()
            page.wait_for_url(address + ASK["cy"] + end)
        page.get_by_role("link", name="Read this page in English").click()
        page.wait_for_url(f"{address}{ASK['en']}#deadline.school")


def test_list_of_short_addresses(browser: Browser, address: str) -> None:
    """The list of short addresses has them as people say them, and a link in a list copies its
    own; its code leads there too.
    """
    with watched_page(browser, address) as page:
        page.add_init_script(KEEP)
        page.goto(f"{address}cy/")
        rows = page.locator(".short-links tbody tr")
        assert rows.locator("th").all_inner_texts() == ["/r/gofyn"]
        assert rows.locator("td").all_inner_texts() == [TITLES["cy"]]
        item = page.locator("ul.links > li", has_text="/r/gofyn")
        assert item.locator("a.qr").get_attribute("href") == "../qr/r/gofyn.svg"
        item.locator(".link-copy").first.click()
        page.get_by_role("button", name="Copïo’r cyfeiriad byr").click()
        assert _copied(page) == f"{PUBLISHED}r/gofyn/"


def test_refused_text_is_shown_and_selected(browser: Browser, address: str) -> None:
    """Where the browser refuses to copy, the text is there, selected, and that is said."""
    with watched_page(browser, address) as page:
        page.add_init_script(REFUSE)
        page.goto(address + ASK["en"])
        page.locator("h2 .headerlink[href='#how-long']").click()
        page.get_by_role("button", name="Copy the English address").click()
        page.locator(".link-said").filter(has_text="The text is selected").wait_for()
        chosen = page.evaluate("""() => {
            const text = document.activeElement;
            return text.value.slice(text.selectionStart, text.selectionEnd);
        }""")
        assert chosen == f"{PUBLISHED}en/help/ask/#how-long"


def test_marks_without_javascript(browser: Browser, address: str) -> None:
    """Without JavaScript a mark is a link to its section, and the list of links is whole."""
    with watched_page(browser, address, javascript=False) as page:
        page.goto(address + ASK["en"])
        page.locator("h2 .headerlink[href='#how-long']").click()
        assert page.url == f"{address}{ASK['en']}#how-long"
        page.goto(address + "en/")
        assert page.locator("ul.links li:visible").count() == 4
        assert page.locator(".link-filter input, .link-copy").count() == 0


def test_marks_are_large_enough(browser: Browser, address: str) -> None:
    """Every mark is at least 24 pixels wide and high."""
    with watched_page(browser, address, 390) as page:
        page.goto(address + ASK["en"])
        sizes = page.evaluate(
            "[...document.querySelectorAll('.headerlink')].map((mark) => {"
            " const box = mark.getBoundingClientRect(); return Math.min(box.width, box.height); })"
        )
        assert sizes
        assert min(size for size in sizes if size) >= 24


def test_list_narrows_while_typing(browser: Browser, address: str) -> None:
    """Typing part of a name in either language leaves what has it, below its heading, says how
    many, and copies; where nothing has it, that is said.
    """
    with watched_page(browser, address) as page:
        page.add_init_script(KEEP)
        page.goto(address + "en/")
        page.locator(".link-filter input").fill("PENDERFYNIAD")
        page.locator(".link-filter [role=status]").filter(has_text="Links that match: 1").wait_for()
        (item,) = page.locator("ul.links li:visible").all()
        assert page.locator("h2#pages").is_hidden()
        assert page.locator("h2#terms").is_visible()
        item.get_by_role("button", name="Copy: decision").click()
        page.get_by_role("button", name="Copy both").click()
        assert _copied(page) == (f"{PUBLISHED}en/#term.decision\n{PUBLISHED}cy/#term.decision")
        page.locator(".link-filter input").fill("qqqq")
        page.locator(".link-filter [role=status]").filter(has_text="Nothing here").wait_for()
        assert page.locator("h2#terms").is_hidden()
