import pytest

from canllaw.outputs.pair_html import cut, placed

HTML = '<h1 id="_1">A</h1>\n<p>top</p>\n<h2 id="one">B</h2>\n<p>1</p>\n<h3 id="two">C</h3><p>2</p>'


def test_cut() -> None:
    """Each section starts at its heading; what stands before the first has no name."""
    parts = cut(HTML, ["one", "two"])
    assert list(parts) == ["", "one", "two"]
    assert "".join(parts.values()) == HTML
    assert parts["one"] == '<h2 id="one">B</h2>\n<p>1</p>\n'


def test_cut_without_a_section() -> None:
    """A name that heads nothing is left out, and what follows it is not lost."""
    assert list(cut(HTML, ["one", "not-there", "two"])) == ["", "one", "two"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="one">B</h2>', '<h3 id="cy-one">B</h3>'),
        ('<a href="#one">x</a>', '<a href="#cy-one">x</a>'),
        ('<a href="../../b/#one">x</a>', '<a href="../../../../cy/b/#one">x</a>'),
        ('<a class="z" href="https://law.example/">x</a>',) * 2,
        ('<a href="mailto:a@b.example">x</a>',) * 2,
        ('<img src="../p.png" alt="">', '<img src="../../../../cy/a/p.png" alt="">'),
        (
            '<div role="region" aria-labelledby="a b">',
            '<div role="region" aria-labelledby="cy-a cy-b">',
        ),
        ("<p>id=“x” h2</p>", "<p>id=“x” h2</p>"),
    ],
)
def test_placed(html: str, expected: str) -> None:
    """Ids are told apart, headings step down, and links lead where they led."""
    assert placed(html, "cy", "cy/a/page/", "cy-en/a/page/x/") == expected
