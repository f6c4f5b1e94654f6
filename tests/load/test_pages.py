"""Mistakes are files: `bad/pages/*.md`, and beside each the problems it gives."""

from pathlib import Path

import pytest

from canllaw.load.pages import load_macros, load_pages, read_page
from canllaw.load.paths import MAX_PAGE_BYTES
from canllaw.model import BLANK, Heading, Page
from canllaw.problems import Place, Problem
from canllaw.reports import as_text
from conftest import TINY, English, in_english

BAD = Path(__file__).parent / "bad" / "pages"
FRONT = '---\naudience: parent\ndescription: "Sut i apelio."\n---\n'


def _page(body: str, front: str = FRONT) -> Page:
    page, problems = read_page("cy", "apelio.md", "docs/cy/apelio.md", (front + body).encode())
    assert page, as_text(problems, "en")
    return page


@pytest.mark.parametrize("name", sorted(file.stem for file in BAD.glob("*.md")))
def test_mistake_in_a_page(name: str) -> None:
    """A mistake in the front of a page gives exactly the problems beside it."""
    raw = (BAD / f"{name}.md").read_bytes()
    _, problems = read_page("cy", f"{name}.md", f"docs/cy/{name}.md", raw)
    found = as_text(sorted(problems, key=Problem.sort_key), "en") + "\n"
    assert found == (BAD / f"{name}.expected").read_text(encoding="utf-8")


def test_every_mistake_has_its_problems_beside_it() -> None:
    """No mistake lacks its problems, and no problems lack their mistake."""
    mistakes = {file.stem for file in BAD.glob("*.md")}
    assert mistakes == {file.stem for file in BAD.glob("*.expected")}


def test_good_page() -> None:
    """A page knows its language, path, file, front matter and where its text begins."""
    page = _page("\n# Apelio\n\nTestun.\n")
    assert (page.language, page.path, page.file) == ("cy", "apelio.md", "docs/cy/apelio.md")
    assert (page.meta.audience, page.meta.description) == ("parent", "Sut i apelio.")
    assert (page.body, page.body_line) == ("\n# Apelio\n\nTestun.\n", 5)
    assert page.title == "Apelio"


def test_everything_the_front_matter_may_say() -> None:
    """The slug, the template and the parts to hide are read too."""
    front = FRONT.replace(
        "description", "slug: rhieni/apelio\ntemplate: home.html\nhide: [toc]\ndescription"
    )
    meta = _page("# Apelio\n", front).meta
    assert (meta.slug, meta.template, meta.hide) == ("rhieni/apelio", "home.html", ("toc",))


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Apelio", Heading(1, "Apelio", "", 5)),
        ("## Faint o amser {#how-long}", Heading(2, "Faint o amser", "how-long", 5)),
        ("## Faint o amser{#how-long}", Heading(2, "Faint o amser", "how-long", 5)),
        ("### Pwy {: #who .wide }", Heading(3, "Pwy", "who", 5)),
        ("### Pwy {: .wide #who}  ", Heading(3, "Pwy", "who", 5)),
        ("## Pwy ##", Heading(2, "Pwy", "", 5)),
        ("###### Pwy?\t{#s.1_a-b}", Heading(6, "Pwy?", "s.1_a-b", 5)),
        ("## Cost: #1 {#cost}", Heading(2, "Cost: #1", "cost", 5)),
        ("## {{ term('term.aln') }} {#aln}", Heading(2, "{{ term('term.aln') }}", "aln", 5)),
    ],
)
def test_headings(line: str, heading: Heading) -> None:
    """A heading is found with its level, its text, its own id if it has one, and its line."""
    assert _page(f"{line}\n").headings == (heading,)


@pytest.mark.parametrize("line", ["#Apelio", "####### Apelio", "    # Apelio", "Apelio #1", "#"])
def test_lines_that_are_no_headings(line: str) -> None:
    """Only one to six marks at the start of a line, and a space, make a heading."""
    assert _page(f"{line}\n").headings == ()


@pytest.mark.parametrize(
    "fenced",
    [
        "```\n# Nid pennawd\n```",
        "~~~\n# Nid pennawd\n~~~",
        "```yaml\n# Nid pennawd\n```",
        "  ```\n# Nid pennawd\n  ```",
        "````\n```\n# Nid pennawd\n```\n# Na hwn\n````",
        "```\n~~~\n# Nid pennawd\n```",
    ],
    ids=["backticks", "tildes", "named", "moved-in", "longer-outside", "other-marks-inside"],
)
def test_fences(fenced: str) -> None:
    """What looks like a heading in a block of code is none; after the block headings count."""
    page = _page(f"{fenced}\n## Pennawd\n")
    assert [heading.text for heading in page.headings] == ["Pennawd"]


def test_fence_that_is_not_closed() -> None:
    """A block of code that nobody closes runs to the end of the page."""
    assert _page("# Apelio\n```\n# Nid pennawd\n").headings == (Heading(1, "Apelio", "", 5),)


def test_lines_are_those_of_the_file() -> None:
    """The lines of headings count from the top of the file, front matter included."""
    front = FRONT.replace("description", "slug: apelio\n# Nodyn.\ndescription")
    page = _page("\n# Apelio\n\n\n## Pryd\n", front)
    assert [(heading.text, heading.line) for heading in page.headings] == [
        ("Apelio", 8),
        ("Pryd", 11),
    ]


def test_windows_line_ends_and_byte_order_mark() -> None:
    """A page saved on Windows is the same page."""
    text = f"{FRONT}\n# Apelio {{#top}}\n\nTestun.\n"
    saved = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert read_page("cy", "a.md", "docs/cy/a.md", saved) == read_page(
        "cy", "a.md", "docs/cy/a.md", text.encode()
    )


def test_one_spelling_of_every_letter() -> None:
    """A letter and a separate circumflex are read as one, in the text and in the front matter."""
    page = _page("# Ty\u0302\n", FRONT.replace("Sut i apelio.", "Y ty\u0302."))
    assert (page.title, page.body, page.meta.description) == ("Tŷ", "# Tŷ\n", "Y tŷ.")


def test_C101_not_utf8() -> None:
    """A page in another encoding is refused, for its letters would be lost."""
    raw = f"{FRONT}# Apêl\n".encode("latin-1")
    page, problems = read_page("cy", "a.md", "docs/cy/a.md", raw)
    assert page is None
    (found,) = in_english(problems)
    assert found == English(
        "C101",
        Place("docs/cy/a.md", FRONT.count("\n") + 1, 5),
        "This file is not UTF-8 text, so letters such as ŵ and ŷ would be lost.",
        "Save it again with the encoding UTF-8.",
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_line_ends(end: str) -> None:
    """A page reads the same however its lines end."""
    raw = f"{FRONT}# Tŷ\n\n## Mwy {{#mwy}}\n".replace("\n", end).encode()
    page, problems = read_page("cy", "a.md", "docs/cy/a.md", raw)
    assert problems == []
    assert page
    assert [(each.text, each.line - page.body_line) for each in page.headings] == [
        ("Tŷ", 0),
        ("Mwy", 2),
    ]


def test_pages_of_both_languages() -> None:
    """Every page of both languages is read, the Welsh ones first, in the order of their paths."""
    pages, problems = load_pages(TINY)
    assert problems == []
    assert list(pages) == [
        ("cy", "help/ask.md"),
        ("cy", "index.md"),
        ("en", "help/ask.md"),
        ("en", "index.md"),
    ]
    assert pages["cy", "help/ask.md"].file == "docs/cy/help/ask.md"


def test_page_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    """A page with a mistake is left out, and named; the others are read."""
    for language in ("cy", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs" / language / "a.md").write_text(f"{FRONT}# A\n", encoding="utf-8")
    (tmp_path / "docs" / "cy" / "b.md").write_text("# B\n", encoding="utf-8")
    pages, problems = load_pages(tmp_path)
    assert list(pages) == [("cy", "a.md"), ("en", "a.md")]
    assert [(problem.id, problem.place.path) for problem in problems] == [("C602", "docs/cy/b.md")]


def test_no_pages(tmp_path: Path) -> None:
    """A project without pages has none, and that is no mistake of a page."""
    assert load_pages(tmp_path) == ({}, [])


def test_macros(tmp_path: Path) -> None:
    """Only the files that end in .md.jinja are macros, each by its name."""
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "tŷ.md.jinja").write_text("{{ tŷ }}", encoding="utf-8")
    (tmp_path / "macros" / "notes.txt").write_text("Not a macro.", encoding="utf-8")
    assert load_macros(tmp_path) == {"tŷ.md.jinja": "{{ tŷ }}"}


def test_C105_page_too_large() -> None:
    """A page may be as large as the limit, and no larger."""
    raw = f"{FRONT}# Apelio\n".encode()
    for extra, ids in ((0, []), (1, ["C105"])):
        rest = (b"x" * 99 + b"\n") * (MAX_PAGE_BYTES // 100)
        page = (raw + rest)[: MAX_PAGE_BYTES + extra]
        _, problems = read_page("cy", "a.md", "a.md", page)
        assert [problem.id for problem in problems] == ids


@pytest.mark.parametrize("opening", ["{{", "{%", "{{ {{", "{% {%"])
def test_template_code_that_is_never_closed(opening: str) -> None:
    """What is opened and never closed is not taken for prose: only its own problem is told."""
    page = _page(f"Testun.\n{opening} term(\nMwy.\n")
    assert page.prose.replace(BLANK, "") == "Testun.\n\n\n"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("# Apelio" + " " * 4_000 + "eto", "Apelio" + " " * 4_000 + "eto"),
        ("# " + "{" * 4_000, "{" * 4_000),
        ("# {" + "#-" * 2_000, "{" + "#-" * 2_000),
    ],
    ids=["spaces", "brackets", "marks"],
)
def test_heading_made_to_exhaust_the_reader(line: str, text: str) -> None:
    """However a heading is written, it is read in one go."""
    assert [heading.text for heading in _page(f"{line}\n").headings] == [text]
