import base64
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import zxingcpp
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.qr import qr_files
from conftest import REAL_ADDRESS

# A drawing as a camera sees it on a dark table, grey, a byte for each point.
SEEN = """async ([svg, width, height]) => {
  const picture = new Image();
  picture.src = "data:image/svg+xml," + encodeURIComponent(svg);
  await picture.decode();
  const table = Object.assign(document.createElement("canvas"), { width, height });
  const pen = table.getContext("2d");
  pen.fillStyle = "#333";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 20, 20, width - 40, height - 40);
  const points = pen.getImageData(0, 0, width, height).data;
  return btoa(Array.from({ length: width * height },
    (_, point) => String.fromCharCode(points[4 * point + 1])).join(""));
}"""


def _read(browser: Browser, drawings: list[str]) -> list[str]:
    """Return what a reader of codes that is not ours finds in each drawing."""
    width, height = 360, 440
    page = browser.new_page()
    found = []
    for drawing in drawings:
        seen = base64.b64decode(page.evaluate(SEEN, [drawing, width, height]))
        (code,) = zxingcpp.read_barcodes(memoryview(seen).cast("B", (height, width)))
        found.append(code.text)
        assert _margin(seen, width, code) > 3.5
    page.close()
    return found


def _margin(seen: bytes, width: int, code: zxingcpp.Barcode) -> float:
    """Return how many squares wide the white is beside and above a code: poor cameras need four."""
    assert isinstance(code.extra, dict)  # its types say no more than object
    corner, squares = code.position.top_left, 17 + 4 * int(code.extra["Version"])
    beside = bytes(reversed(seen[corner.y * width : corner.y * width + corner.x]))
    above = seen[corner.x : corner.y * width : width][::-1]
    # The two points next to a square are grey, where it ends between them.
    white = min(len(re.split(rb"[^\xf0-\xff]", points[2:])[0]) + 2 for points in (beside, above))
    return white * squares / (code.position.top_right.x - corner.x)


def _drawings(site: Path) -> dict[str, str]:
    """Return every drawing of a site by the address that it names."""
    drawings = [file.read_text(encoding="utf-8") for file in sorted(site.rglob("qr/**/*.svg"))]
    return {_title(drawing): drawing for drawing in drawings}


def _title(drawing: str) -> str:
    title = LexborHTMLParser(drawing).css_first("title")
    assert title is not None
    return title.text()


def _with(finished: FinishedSite, html: str) -> FinishedSite:
    return replace(finished, html={("cy", "index.md"): html})


def test_a_code_for_each_that_is_asked_for(finished: FinishedSite) -> None:
    """Each code a page links to or shows is made once, and no other."""
    html = (
        '<a href="../qr/cy/help/gofyn.svg">QR</a><img src="../qr/cy/help/gofyn~right.appeal.svg">'
        '<a href="../../qr/cy/help/gofyn.svg">QR</a><a href="../assets/favicon.svg">x</a>'
    )
    assert list(qr_files(_with(finished, html))) == [
        "qr/cy/help/gofyn.svg",
        "qr/cy/help/gofyn~right.appeal.svg",
    ]
    assert qr_files(_with(finished, "<p>qr/nothing.svg</p>")) == {}


def test_a_code_names_its_address(finished: FinishedSite) -> None:
    """The address stands below the code as people type it, for who has no camera."""
    made = qr_files(_with(finished, '<img src="qr/cy/help/gofyn~right.appeal.svg">'))
    drawing = LexborHTMLParser(made["qr/cy/help/gofyn~right.appeal.svg"])
    address = "https://tiny.example/below/cy/help/gofyn/#right.appeal"
    typed = address.removeprefix("https://")
    assert "".join(line.text() for line in drawing.css("text")) == typed
    assert _title(made["qr/cy/help/gofyn~right.appeal.svg"]) == address


def test_words_of_a_short_address_stay_whole(finished: FinishedSite) -> None:
    """Below the code of a short address stand the site and the words, each in a line."""
    made = qr_files(_with(finished, '<img src="qr/r/amser-penderfyniad-cyngor.svg">'))
    lines = LexborHTMLParser(made["qr/r/amser-penderfyniad-cyngor.svg"]).css("text")
    assert [line.text() for line in lines] == [
        "tiny.example/below",
        "/r/amser-penderfyniad-cyngor",
    ]


def test_codes_are_read(browser: Browser, real_site: Path) -> None:
    """A reader that is not ours reads the address that a drawing names, the longest among them."""
    drawings = _drawings(real_site)
    by_length = sorted(drawings, key=lambda address: (len(address), address), reverse=True)
    some = by_length[::20]
    assert _read(browser, [drawings[address] for address in some]) == some


def test_addresses_of_codes_open(real_site: Path) -> None:
    """The address of every code is a page of the site, and a section that stands in it."""
    drawings = _drawings(real_site)
    assert len(drawings) > 50
    ids = {address.partition("#")[0]: frozenset[str | None]() for address in drawings}
    for place in ids:
        file = real_site / place.removeprefix(REAL_ADDRESS) / "index.html"
        assert place.startswith(REAL_ADDRESS)
        found = LexborHTMLParser(file.read_bytes()).css("[id]")
        ids[place] = frozenset(node.attributes["id"] for node in found)
    parts = [address.partition("#") for address in drawings]
    assert [name for place, _, name in parts if name and unquote(name) not in ids[place]] == []
