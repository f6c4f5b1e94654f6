"""What holds of every finished page of the real site."""

import gzip
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from canllaw.build import prepare
from canllaw.hosts.mkdocs import build_site
from canllaw.languages import LANGUAGES
from conftest import DAY, REAL_ADDRESS, copy_tiny

MOST = 80_000
LOADED = "link[rel=stylesheet], link[rel~=icon], script[src], img[src], source[src]"
BASE = urlsplit(REAL_ADDRESS).path


@cache
def _compressed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def _weight(site: Path, page: Path) -> int:
    """Return the compressed bytes of a page and of all it loads."""
    files = {page}
    for node in LexborHTMLParser(page.read_bytes()).css(LOADED):
        address = node.attributes.get("href") or node.attributes["src"] or ""
        inside = address.removeprefix(BASE) if address.startswith(BASE) else ""
        files.add(site / inside if inside else (page.parent / address).resolve())
    return sum(_compressed(file) for file in files)


def _pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 200
    return found


def test_every_page_is_light(real_site: Path) -> None:
    """A first visit to any page takes at most 80 KB with all that the page loads; one for editors,
    which shows both sides of a page (/cy-en/), twice that.
    """
    weights = {page: _weight(real_site, page) for page in _pages(real_site)}
    assert min(weights.values()) > 5_000  # style and icons were found
    heavy = {
        page.relative_to(real_site): weight
        for page, weight in weights.items()
        if weight > (2 * MOST if page.is_relative_to(real_site / "cy-en") else MOST)
    }
    assert heavy == {}


def _grown(root: Path, pages: int, sections: int) -> Path:
    """Build the tiny site with so many more pages in its section, and so many more sections."""
    copy_tiny(root)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    names = [f"help/more-{number:03}.md" for number in range(pages)]
    firsts = [f"part-{number:03}/index.md" for number in range(sections)]
    nav = [f"      - {name}\n" for name in names]
    nav += [f"  - part:\n      - {name}\n" for name in firsts]
    settings.write_text(text.rstrip("\n") + "\n" + "".join(nav), encoding="utf-8")
    for side, word in zip(LANGUAGES, ("Tudalen", "Page"), strict=True):
        for name in (*names, *firsts):
            file = root / "docs" / side / name
            file.parent.mkdir(exist_ok=True)
            about = '---\naudience: parent\ndescription: "A page."\n---\n\n'
            file.write_text(f"{about}# {word} {name[5:8]}\n\n{word}.\n", encoding="utf-8")
    build_site(root, root / "site", prepare(root, DAY))
    return root / "site"


def test_a_page_does_not_grow_with_the_site(tmp_path: Path) -> None:
    """With half as many pages more beside it, and sections, a page weighs the same, but for the few
    bytes by which other numbers compress. The table for editors (/cy-en/) grows by design.
    """
    # A menu shows thirty pages, the bar eight sections.
    sizes = ((31, 8), (46, 13))
    small, large = (_grown(tmp_path / str(size[0]), *size) for size in sizes)
    for name in ("en/help/ask/", "cy/help/more-010/", "en/part-005/", "cy/"):
        one, other = (_weight(site, site / name / "index.html") for site in (small, large))
        assert abs(one - other) < 20, name


def test_one_style_sheet_and_sized_pictures(real_site: Path) -> None:
    """A page loads one style sheet, those for editors one more; room is kept for every picture, so
    that nothing jumps while it loads.
    """
    pictures = 0
    for file in _pages(real_site):
        page = LexborHTMLParser(file.read_bytes())
        for_editors = file.is_relative_to(real_site / "cy-en")
        assert len(page.css("link[rel=stylesheet]")) == 1 + for_editors, file
        for picture in page.css("img, svg"):
            sized = {"width", "height"} <= picture.attributes.keys()
            drawn_here = picture.tag == "svg" and "viewbox" in map(str.lower, picture.attributes)
            assert sized or drawn_here, f"{file}: {picture.html}"
            pictures += 1
    assert pictures > 500
