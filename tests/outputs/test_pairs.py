from dataclasses import replace
from pathlib import Path

import pytest
from markdown import markdown
from selectolax.lexbor import LexborHTMLParser

from canllaw.build import prepare
from canllaw.outputs.pairs import pair_files
from conftest import DAY, Edit, finished_site


def _pages(root: Path) -> dict[str, LexborHTMLParser]:
    site = finished_site(prepare(root, DAY))
    html = {key: markdown(text, extensions=["attr_list"]) for key, text in site.html.items()}
    site = replace(site, html=html)
    return {path: LexborHTMLParser(text) for path, text in pair_files(site).items()}


def _words(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_a_page_for_each_pair(tiny: Path) -> None:
    """There is the table, and a page for each pair, none of them for search engines."""
    pages = _pages(tiny)
    assert set(pages) == {
        "cy-en/index.html",
        "cy-en/index/index.html",
        "cy-en/help/ask/index.html",
    }
    for page in pages.values():
        assert page.css("meta[name=robots][content=noindex]")


def test_sections_stand_side_by_side(tiny: Path) -> None:
    """Each part of a pair is a row, with the Welsh and the English of it in their languages."""
    page = _pages(tiny)["cy-en/help/ask/index.html"]
    names = [node.attributes["id"] for node in page.css("section.pair")]
    assert names == ["pair-description", "pair-top", "pair-how-long"]
    sides = {node.attributes["lang"]: node.text() for node in page.css("#pair-how-long .pair-side")}
    assert list(sides) == ["cy", "en"]
    assert "Mae gennych" in sides["cy"]
    assert "You have" not in sides["cy"]
    assert "You have" in sides["en"]


def test_ids_stand_once(tiny: Path) -> None:
    """Both sides of a pair have the same ids; on one screen each stands once."""
    for page in _pages(tiny).values():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids))


def test_what_is_not_agreed_is_marked(agreed: Path, edit: Edit) -> None:
    """A part that changed on one side is marked, is named at the top, and says what to type."""
    edit("docs/en/help/ask.md", "You have", "You always have")
    page = _pages(agreed)["cy-en/help/ask/index.html"]
    assert _words(page, ".pair-waiting a") == ["how-long"]
    (moved,) = page.css(".pair-is-en-moved")
    assert moved.attributes["id"] == "pair-how-long"
    assert 'canllaw agree help/ask.md#how-long --by "…"' in _words(page, ".pair-advice")[0]
    assert len(page.css(".pair-is-agreed")) == 2


def test_all_agreed(agreed: Path) -> None:
    """A pair with nothing to do says so."""
    page = _pages(agreed)["cy-en/help/ask/index.html"]
    assert not page.css(".pair-waiting")
    assert _words(page, ".pair-done") == [
        "Mae cytundeb ar bob adran yma. · Every section here is agreed."
    ]


@pytest.mark.usefixtures("agreed")
def test_table(tiny: Path, edit: Edit) -> None:
    """The table has a line for each page and file of facts, worst first, with what to look at."""
    edit("docs/en/help/ask.md", "You have", "You always have")
    page = _pages(tiny)["cy-en/index.html"]
    rows = page.css(".pair-table tbody tr")
    assert _words(page, ".pair-table tbody th a") == ["help/ask.md", "index.md"]
    assert str(rows[0].attributes["data-states"]).split() == ["agreed", "en-moved"]
    assert "canllaw diff help/ask.md#how-long" in rows[0].text()
    assert {"content/facts.yml", "content/interface.yml"} <= {
        name.split()[0] for name in _words(page, ".pair-table tbody th")
    }
