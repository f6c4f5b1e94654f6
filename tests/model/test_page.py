import pytest

from canllaw.languages import Language
from canllaw.model import Heading, MacroCall, Page, PageMeta
from canllaw.problems import Place


def _page(
    path: str = "index.md", language: Language = "cy", slug: str | None = None, *headings: Heading
) -> Page:
    meta = PageMeta(audience="parent", description="Sut i apelio.", slug=slug)
    return Page(path, language, f"docs/{language}/{path}", meta, "", 5, headings)


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
    assert _page("index.md", "cy", None, *headings).title == "Apelio"
    assert _page().title == ""


def test_macro_call() -> None:
    """A call is shown as it stands on the page."""
    assert str(MacroCall("deadline", ("deadline.a", "b"), 7)) == "deadline(deadline.a, b)"
    assert str(MacroCall("rights", (), 7)) == "rights()"
