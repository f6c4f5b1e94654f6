from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.qr import qr_files


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
    typed = "tiny.example/below/cy/help/gofyn/#right.appeal"
    assert "".join(line.text() for line in drawing.css("text")) == typed
    title = drawing.css_first("title")
    assert title is not None
    assert title.text() == address
    assert drawing.css("path[d]")
