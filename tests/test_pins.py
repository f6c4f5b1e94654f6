import pytest
from markdown.extensions.toc import slugify

from canllaw.load.pages import read_page
from canllaw.model import Heading, Page
from canllaw.pins import pinned, slug

FRONT = '---\naudience: everyone\ndescription: "X."\n---\n\n# X\n\n'


def _pin(welsh: str, english: str) -> tuple[str, str]:
    texts = {"docs/cy/x.md": FRONT + welsh, "docs/en/x.md": FRONT + english}
    pages: list[Page] = []
    for file, text in texts.items():
        page, _ = read_page("cy" if "/cy/" in file else "en", "x.md", file, text.encode())
        assert page
        pages.append(page)
    made = texts | pinned(texts, {page.key: page for page in pages})
    return made["docs/cy/x.md"].removeprefix(FRONT), made["docs/en/x.md"].removeprefix(FRONT)


def test_words_of_the_english_heading() -> None:
    """A heading without an id gets the words of the English one, the same on both sides."""
    assert _pin("## Beth nesaf\n\n### Pwy?\n", "## What to do next ##\n\n### Who?\n") == (
        "## Beth nesaf {#what-to-do-next}\n\n### Pwy? {#who}\n",
        "## What to do next {#what-to-do-next}\n\n### Who? {#who}\n",
    )


def test_ids_that_are_there_stay() -> None:
    """An id of one side is the id of both, and no other heading gets it."""
    assert _pin("## A {#next}\n\n## B\n", "## Other\n\n## Next\n") == (
        "## A {#next}\n\n## B {#next_1}\n",
        "## Other {#next}\n\n## Next {#next_1}\n",
    )


def test_line_ends_stay() -> None:
    """A page with the line ends of Windows keeps them."""
    assert _pin("## A\r\n", "## A\r\n")[0] == "## A {#a}\r\n"


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("## A\n", "## A\n\n## B\n"),
        ("### A\n", "## A\n"),
        ("## A {#x}\n\n## B\n", "## A {#y}\n\n## B\n"),
    ],
)
def test_sides_with_other_headings(welsh: str, english: str) -> None:
    """Where the sides do not match, nobody can say which heading is which: nothing changes."""
    assert _pin(welsh, english) == (welsh, english)


@pytest.mark.parametrize(
    "words", ["Who can help?", "Under 3’s – and 5 to 16", "Tŷ  a châr", "a_b-c"]
)
def test_as_the_builder_does(words: str) -> None:
    """The id is the one that the heading has in the finished page."""
    assert slug(Heading(2, words, "", 1)) == slugify(words, "-")


def test_marks_are_no_words() -> None:
    """Stars, code and the target of a link are not among the words."""
    assert slug(Heading(2, "**Say** [no](../x.md) `now`", "", 1)) == "say-no-now"
