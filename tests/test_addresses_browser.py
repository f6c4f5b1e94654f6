import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from accessibility.axe import violations_everywhere
from browsing import AtTheRoot, served, watched_page
from canllaw.addresses import LOCK
from canllaw.build import prepare
from canllaw.hosts.mkdocs import build_site
from canllaw.load.addresses import lock_text
from conftest import DAY, REPOSITORY, copy_tiny

# The page had another address, with a section that is now called how-long, one that is on the
# home page now, and a fact that is gone from it; a second short address leads to the first.
MOVED = """\
moved: {{time: how-long, words: index.md#question.time}}
was: [{old}]
audience:"""
OLD = {"cy": "help/holi", "en": "help/questions"}
LISTED = """\
cy/help/holi/#standard.search
en/help/questions/#standard.search
en/help/questions/#time
"""


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site whose pages have moved."""
    return _moved_site(copy_tiny(tmp_path_factory.mktemp("moved") / "tiny"))


def _moved_site(root: Path) -> Path:
    for language, old in OLD.items():
        file = root / "docs" / language / "help/ask.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("audience:", MOVED.format(old=old), 1), encoding="utf-8")
    facts = root / "content/facts.yml"
    text = facts.read_text(encoding="utf-8")
    short = (
        "id: deadline.school\n  short_address: {cy: amser-ysgol, en: school-time}\n"
        "  was: [r/school]\n"
    )
    facts.write_text(text.replace("id: deadline.school\n", short, 1), encoding="utf-8")
    listed = LISTED + lock_text(prepare(root, DAY).addresses.listed)
    (root / LOCK).write_text(listed, encoding="utf-8")
    guide = prepare(root, DAY)
    assert guide.errors == ()
    build_site(root, root / "site", guide)
    return root / "site"


@pytest.fixture(scope="module")
def at_the_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site, with a page of results, made and served for the root."""
    root = copy_tiny(tmp_path_factory.mktemp("root") / "tiny")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("tiny.example/below/", "tiny.example/"), encoding="utf-8")
    for page in ("docs/cy/search.md", "docs/en/search.md"):
        (root / page).write_bytes((REPOSITORY / page).read_bytes())
    with served(_moved_site(root), AtTheRoot) as address:
        yield address


@pytest.fixture(scope="module")
def site(moved_site: Path) -> Iterator[str]:
    """The address of that site, served from below a path."""
    with served(moved_site) as address:
        yield address


def _arrives(page: Page, site: str, at: str, end: str) -> None:
    page.goto(f"{site}{at}")
    page.wait_for_url(f"{site}{end}")


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_old_page(browser: Browser, site: str, language: str, javascript: bool) -> None:
    """An old address of a page opens the page, in its own language, with and without scripts."""
    new = {"cy": "cy/help/gofyn/", "en": "en/help/ask/"}
    with watched_page(browser, site, javascript=javascript) as page:
        _arrives(page, site, f"{language}/{OLD[language]}/", new[language])
        assert page.locator("html").get_attribute("lang") == language


def test_old_pages_at_the_root(browser: Browser, at_the_root: str) -> None:
    """At the root of a domain old addresses lead on, the switch keeps the section, the search
    finds, and the list for hosts has no path before it.
    """
    with watched_page(browser, at_the_root) as page:
        _arrives(page, at_the_root, "en/help/questions/#time", "en/help/ask/#time")
        page.goto(f"{at_the_root}en/help/ask/#how-long")
        page.locator("a.language-switch").first.click()
        page.wait_for_url(f"{at_the_root}cy/help/gofyn/#how-long")
        page.goto(f"{at_the_root}cy/")
        page.locator(".site-search-input").click()
        page.keyboard.type("Gofyn am help")
        page.locator(".site-search mark").first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{at_the_root}cy/help/gofyn/**")
        _arrives(page, at_the_root, "r/school/", "r/amser-ysgol/")
        hosts = page.request.get(f"{at_the_root}_redirects").text()
    assert hosts.splitlines()[0] == "/cy/help/holi/ /cy/help/gofyn/ 301"


def test_lost_at_any_depth(browser: Browser, at_the_root: str) -> None:
    """The page for lost readers has its style and leads home however deep the address is."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{at_the_root}cy/no/such/page/at/all/")
    brand = page.locator(".choice").first
    assert brand.evaluate("each => getComputedStyle(each).display") != "inline"
    page.get_by_role("link", name="To the English home page").click()
    page.wait_for_url(f"{at_the_root}en/")
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_section_on_the_same_page(browser: Browser, site: str, javascript: bool) -> None:
    """The old id of a section scrolls to the section, with and without scripts."""
    with watched_page(browser, site, javascript=javascript) as page:
        page.goto(f"{site}en/help/ask/#time")
        heading = page.locator("h2#how-long")
        assert heading.locator("#time").count() == 1
        page.wait_for_function(
            "document.getElementById('time') === document.querySelector(':target')"
        )


def test_section_on_another_page(browser: Browser, site: str) -> None:
    """The old id of a section that moved to another page opens it there, in one step."""
    with watched_page(browser, site) as page:
        _arrives(page, site, "en/help/ask/#words", "en/#question.time")


def test_section_on_another_page_without_scripts(browser: Browser, site: str) -> None:
    """Without scripts a line says where the section is now, only to whoever asked for it."""
    with watched_page(browser, site, javascript=False) as page:
        page.goto(f"{site}cy/help/gofyn/")
        assert not page.locator("#words").is_visible()
        page.goto(f"{site}cy/help/gofyn/#words")
        assert page.locator("#words").is_visible()
        page.locator("#words a").click()
        assert page.url == f"{site}cy/#question.time"


@pytest.mark.parametrize(
    ("at", "end"),
    [
        ("en/help/questions/#time", "en/help/ask/#time"),
        ("en/help/questions/#how-long", "en/help/ask/#how-long"),
        ("en/help/questions/#words", "en/#question.time"),
        ("cy/help/holi/#standard.search", "cy/#standard.search"),
    ],
)
def test_section_of_an_old_page(browser: Browser, site: str, at: str, end: str) -> None:
    """A section of a page that has moved is found: on the new page, or where the section went."""
    with watched_page(browser, site) as page:
        _arrives(page, site, at, end)
        there = page.locator(":target")
        assert there.count() == 1


def test_list_for_hosts(browser: Browser, site: str) -> None:
    """The list that hosts read names each old page once, below the path of the site."""
    with watched_page(browser, site) as page:
        page.goto(f"{site}en/")
        answer = page.request.get(f"{site}_redirects")
        assert answer.text() == (
            "/below/cy/help/holi/ /below/cy/help/gofyn/ 301\n"
            "/below/en/help/questions/ /below/en/help/ask/ 301\n"
            "/below/r/school/ /below/r/amser-ysgol/ 301\n"
        )


def test_switch_keeps_the_section(browser: Browser, site: str) -> None:
    """Switching language opens the same section, also after the reader went on to another."""
    with watched_page(browser, site) as page:
        page.goto(f"{site}en/help/ask/#how-long")
        page.locator("a.language-switch").first.click()
        page.wait_for_url(f"{site}cy/help/gofyn/#how-long")
        page.evaluate("location.hash = 'deadline.school'")
        page.locator("a.language-switch").first.click()
        page.wait_for_url(f"{site}en/help/ask/#deadline.school")


@pytest.mark.parametrize("width", [320, 1280])
def test_short_address(browser: Browser, site: str, width: int) -> None:
    """A short address, also an old one, shows both languages with links to the fact in each."""
    with watched_page(browser, site, width) as page:
        _arrives(page, site, "r/school/", "r/amser-ysgol/")
        assert [each.get_attribute("lang") for each in page.locator("section").all()] == [
            "cy",
            "en",
        ]
        assert "35\N{NO-BREAK SPACE}diwrnod ysgol" in page.locator("section[lang=cy]").inner_text()
        assert "Act 2018, section" in page.locator("section[lang=en]").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("section[lang=en] a.choice").click()
        page.wait_for_url(f"{site}en/help/ask/#deadline.school")


def test_redirects_are_not_for_search_engines(browser: Browser, site: str) -> None:
    """Pages at old and at short addresses are no results, and name the page that is."""
    with watched_page(browser, site, javascript=False) as page:
        page.goto(f"{site}en/")
        ends = {"r/school-time/": "r/amser-ysgol/", "en/help/questions/": "en/help/ask/"}
        for address, end in ends.items():
            html = page.request.get(f"{site}{address}").text()
            assert '<meta name="robots" content="noindex">' in html
            (canonical,) = re.findall(r'rel="canonical" href="([^"]+)"', html)
            assert canonical == f"https://tiny.example/below/{end}"


@pytest.mark.parametrize("old", ["en/help/questions/", "cy/help/holi/", "r/school/"])
def test_old_page_is_for_all(browser: Browser, site: str, old: str) -> None:
    """Where it is read before it leads on, axe-core finds nothing on a page at an old address."""
    with watched_page(browser, site) as page:
        page.route("**/moved.*.js", lambda route: route.fulfill(body=""))
        page.goto(f"{site}{old}")
        assert page.url == f"{site}{old}"
        assert violations_everywhere(page) == []
