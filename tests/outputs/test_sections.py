import pytest

from canllaw.outputs.sections import Section, read_sections

PAGE = """
<h1>Ask <a class="headerlink" href="#ask">#</a></h1>
<p>Before <em>any</em> heading.</p><p>More.</p>
<h2 id="how">How <a class="headerlink" href="#how">#</a></h2>
<p>Ask the <abbr>ALNCo</abbr>, or <span lang="cy">CADY</span>.</p>
<section class="fact" id="deadline.school"><h3 class="fact-title">School decides</h3>
<p>35 days</p><details class="source"><summary>Where from?</summary>The Act</details></section>
<p>After the card.</p>
<dl><dt id="term.aln">needs (<abbr>ALN</abbr>)</dt><dd>What they mean.</dd></dl>
"""


def _read(html: str) -> list[tuple[str, str, str]]:
    found = read_sections(html, "en/ask/", "Ask", "en")
    return [(section.id, section.heading, section.text) for section in found]


def test_sections_of_a_page() -> None:
    """Each heading and each card is a section of its own, and the text after a card is not its."""
    assert _read(PAGE) == [
        ("", "", "Before any heading. More."),
        ("how", "How", "Ask the ALNCo, or . After the card."),
        ("deadline.school", "School decides", "35 days"),
        ("term.aln", "needs (ALN)", "What they mean."),
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<svg><text>drawn</text></svg><p lang="cy">Cymraeg</p>',
        '<details class="source"><p>Section 11</p></details>',
        '<p class="letters">A B C</p><code>/en/ask/</code>',
    ],
)
def test_what_nobody_looks_for(html: str) -> None:
    """Drawings, sources, letters of a list, code and the other language are left out."""
    assert _read(html) == [("", "", "")]


def test_section_knows_its_page() -> None:
    """A section carries the address and the title of its page."""
    (section,) = read_sections("<p>Text</p>", "en/ask/", "Ask", "en")
    assert section == Section("en/ask/", "Ask", "", "", "Text")
