import pytest

from canllaw.load.pages import read_page
from canllaw.model import Page
from canllaw.outputs.surroundings import journey, parts, surroundings, trail


def _page(path: str, front: str = "", body: str = "") -> Page:
    text = f"---\naudience: everyone\ndescription: A page.\n{front}---\n# {path}\n{body}"
    page, problems = read_page("en", path, f"docs/en/{path}", text.encode())
    assert page
    assert not problems
    return page


HOME = _page("index.md")
PARENTS = _page("parents/index.md")
SECTION = _page("parents/no/index.md")
TALK = _page("parents/no/talk.md", "step: true\nshort: Talk\n")
ASIDE = _page("parents/no/aside.md")
APPEAL = _page("parents/no/appeal.md", "step: true\n")
OTHER = _page("about/index.md")
HELP = _page("parents/help.md", "foot: help\n")
ALL = (HOME, PARENTS, SECTION, TALK, ASIDE, APPEAL, OTHER, HELP)
PAGES = {page.key: page for page in ALL}
MENU = (SECTION, TALK, ASIDE, APPEAL)


@pytest.mark.parametrize(
    ("page", "above"),
    [
        (HOME, ()),
        (PARENTS, (HOME,)),
        (SECTION, (HOME, PARENTS)),
        (TALK, (HOME, PARENTS, SECTION)),
    ],
)
def test_trail(page: Page, above: tuple[Page, ...]) -> None:
    """The way down to a page is the index of every folder it is in, and never the page itself."""
    assert trail(PAGES, page) == above


def test_trail_skips_a_folder_without_index() -> None:
    """A folder that has no page of its own is no stop on the way."""
    assert trail({HOME.key: HOME}, TALK) == (HOME,)


@pytest.mark.parametrize(
    ("page", "steps"),
    [(TALK, (TALK, APPEAL)), (SECTION, (TALK, APPEAL)), (ASIDE, ()), (OTHER, ())],
)
def test_journey(page: Page, steps: tuple[Page, ...]) -> None:
    """The steps are shown on each of them and on the page they start from, in menu order."""
    assert journey(page, MENU) == steps


def test_surroundings() -> None:
    """A page knows the number of its step, its neighbours in its part, and who can help."""
    found = surroundings(PAGES, [HELP], APPEAL, "<h1>x</h1>", MENU, [ASIDE], [OTHER])
    assert (found.at, found.before, found.after) == (2, ASIDE, None)
    assert (found.help, found.about) == ((HELP,), ())
    assert surroundings(PAGES, [HELP], HELP, "", (), [], []).help == ()


def test_help_is_said_once() -> None:
    """A page that has a section on who can help does not say it again at its foot."""
    page = _page("parents/own.md", body="\n## Who can help {#help}\n")
    assert surroundings(PAGES, [HELP], page, "", (), [], []).help == ()


@pytest.mark.parametrize(
    ("html", "first"),
    [
        ("<h1>a</h1><p>b</p><h2>c</h2><p>d</p>", "<h1>a</h1><p>b</p>"),
        ("<h1>a</h1><div><p>b</p></div><h2>c</h2>", "<h1>a</h1><div><p>b</p></div>"),
        ("<h1>a</h1><p>b</p><section><h2>c</h2></section>", "<h1>a</h1>"),
        ("<h1>a</h1><p>b</p>", "<h1>a</h1><p>b</p>"),
    ],
)
def test_parts(html: str, first: str) -> None:
    """A page is cut before its first section, and never inside an element; nothing is lost."""
    assert parts(html) == (first, html.removeprefix(first))
