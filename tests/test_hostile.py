"""Made-up files for every reader: whatever comes, the answer is problems, never a traceback."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from canllaw.agreement import mark
from canllaw.checks.equal_facts import equal_figures_on_pages
from canllaw.checks.outside import links_of_pages
from canllaw.checks.raw_html import made_html, raw_html
from canllaw.checks.shapes import tables
from canllaw.exchange.codes import read_markdown
from canllaw.load.pages import read_page
from canllaw.load.settings import load_settings_problems
from canllaw.model import NO_RULES, Library, Page, PageMeta
from canllaw.render import Renderer
from canllaw.strict_yaml import parse
from conftest import DAY, REPOSITORY

FRONT = "---\naudience: everyone\nslug: x\ndescription: x.\n---\n# T\n\n"
# The pieces that attacks are made of, to be put together in ways nobody thought of.
PIECES = [
    "<script>",
    "</script>",
    "<div ",
    '<div class="x" markdown>\n',
    "</div>",
    "onclick=x",
    ">",
    "<",
    "`",
    "```",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "# ",
    "{",
    "}",
    "{: ",
    "#a",
    ".b",
    "style=x",
    "[x]",
    "(",
    ")",
    "](",
    "]:",
    "javascript:x",
    "&#58;",
    "//evil.example",
    "https://evil.example",
    "\\",
    "!",
    "<!--",
    "-->",
    "<?",
    '"',
    "'",
    "*",
    "_",
    "|",
    "| - |\n",
    "&lt;",
    "\t",
    '!!! note "',
    "x",
    " ",
    "<javascript:x>",
    "<a@b.example>",
    "<img src=x onerror=x>",
    '<span lang="cy">',
    "</span>",
    "~~~",
]
pages = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
yaml_pieces = st.lists(
    st.sampled_from(
        [
            "- ",
            "kind: ",
            "id: ",
            "a: ",
            "\n",
            "  ",
            "{",
            "}",
            "[",
            "]",
            '"',
            "'",
            "&a ",
            "*a",
            "!!x ",
            "|",
            ">",
            "#",
            ":",
            "---\n",
            "\t",
            "ŷ",
            "\x00",
            "\u202e",
            "? ",
            "~",
            "<<: ",
            "2026-01-01",
            "!!python/object:os.system ",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.binary(max_size=200) | yaml_pieces.map(str.encode))
def test_yaml(raw: bytes) -> None:
    """Any bytes are read, or refused with a place inside of the file."""
    root, problems = parse("content/a.yml", raw)
    lines = raw.decode("utf-8", errors="replace").count("\n") + raw.count(b"\r") + 2
    assert all(1 <= problem.place.line <= lines for problem in problems)
    assert root is None or root.plain() is not Ellipsis


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.binary(max_size=200) | yaml_pieces.map(str.encode))
def test_settings(tmp_path: Path, written: bytes) -> None:
    """Any mkdocs.yml is read as text: nothing in it runs, and nothing in it stops the check."""
    (tmp_path / "mkdocs.yml").write_bytes(written)
    assert {problem.id for problem in load_settings_problems(tmp_path)} <= {"C108"}


@cache
def _renderer() -> Renderer:
    return Renderer(Library(), {}, {}, {}, DAY)


def _page(body: str) -> Page | None:
    return read_page("en", "x.md", "docs/en/x.md", f"{FRONT}{body}".encode())[0]


@given(st.text(max_size=200) | pages)
def test_pages(body: str) -> None:
    """Any page is read and rendered, or refused with a problem."""
    page = _page(body)
    if page:
        done, problems = _renderer().render(page)
        assert done is not None or problems


@cache
def _markdown() -> Markdown:
    """Markdown as the site is built with, so that an extension that is added is attacked too."""
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    return Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {}
    )


@settings(max_examples=400)
@given(pages)
def test_what_passes_cannot_run(body: str) -> None:
    """Where the check of a page finds nothing, Markdown makes nothing of it that could run."""
    page = _page(body)
    assume(page is not None and _renderer().render(page)[0] is not None)
    assert page is not None
    checked = {page.key: page}
    assume(not list(raw_html(checked)) and not list(links_of_pages(checked, NO_RULES)))
    html = _markdown().reset().convert(page.body)
    assert list(made_html(html, "x", NO_RULES)) == []
    assert LexborHTMLParser(html).css("script, style, iframe, [onclick], [onerror]") == []


@pytest.mark.parametrize(
    "piece", ["`", "{", "<", "{{", "{%", "<!--", "](", " *a", "# a\n", "\n", "|-|\n", "|", " \n"]
)
def test_long_runs(piece: str) -> None:
    """A page of one sign over and over is done with: where time grew with the square of the length
    this would take many minutes.
    """
    text = piece * (200_000 // len(piece))
    assert len(mark(text, markdown=True)) == 12
    assert str(read_markdown(text)) == text
    meta = PageMeta(audience="parent", description="x.", slug="x")
    page = Page("x.md", "cy", "docs/cy/x.md", meta, text, 1, f"{text}\n8 x")
    other = replace(page, language="en", prose="9 x")
    assert [each.id for each in equal_figures_on_pages({page.key: page, other.key: other}, {})]
    assert bool(tables(page)) is ("-|" in text)
