import pytest

from canllaw.languages import Language
from canllaw.model import Heading, MacroCall, Page, PageMeta
from canllaw.problems import Place


def _page(
    path: str = "index.md",
    language: Language = "cy",
    slug: str | None = None,
    body: str = "",
    headings: tuple[Heading, ...] = (),
) -> Page:
    meta = PageMeta(audience="parent", description="Sut i apelio.", slug=slug)
    return Page(path, language, f"docs/{language}/{path}", meta, body, 5, body, headings)


@pytest.mark.parametrize(
    ("path", "slug", "address"),
    [
        ("index.md", None, "cy/"),
        ("appeals.md", None, "cy/appeals/"),
        ("parents/index.md", None, "cy/parents/"),
        ("parents/appeals.md", None, "cy/parents/appeals/"),
        ("parents/appeals.md", "rhieni/apelio", "cy/rhieni/apelio/"),
        ("parents/index.md", "rhieni", "cy/rhieni/"),
        ("reindex.md", None, "cy/reindex/"),
    ],
)
def test_address(path: str, slug: str | None, address: str) -> None:
    """The address is the language and the slug, or without a slug the path, with / at the end."""
    assert _page(path, slug=slug).address == address


def test_key_and_place() -> None:
    """A page is known by its language and path; its lines by its file."""
    page = _page("parents/appeals.md", "en")
    assert page.key == ("en", "parents/appeals.md")
    assert page.place(7) == Place("docs/en/parents/appeals.md", 7, 1)
    assert page.place(7, 3) == Place("docs/en/parents/appeals.md", 7, 3)


def test_title() -> None:
    """The title is the first main heading, wherever it stands, or nothing."""
    headings = (Heading(2, "Pryd", "", 6), Heading(1, "Apelio", "", 8), Heading(1, "Ail", "", 9))
    assert _page(headings=headings).title == "Apelio"
    assert _page().title == ""


@pytest.mark.parametrize(
    ("position", "line", "column"), [(0, 5, 1), (1, 5, 2), (3, 6, 1), (6, 7, 1), (8, 8, 2)]
)
def test_place_of_a_position(position: int, line: int, column: int) -> None:
    """A position in the text of a page is a line and a column of its file."""
    page = _page(body="ab\ncd\n\nef")
    assert page.place_of(position) == Place("docs/cy/index.md", line, column)


def test_macro_call() -> None:
    """A call is shown as it is typed on a page."""
    assert str(MacroCall("deadline", ("deadline.a", "b"), 7, 1)) == 'deadline("deadline.a", "b")'
    assert str(MacroCall("rights", (), 7, 1)) == "rights()"
