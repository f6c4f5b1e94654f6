from pathlib import Path

import pytest

from canllaw.build import Guide, prepare
from canllaw.model import Text
from canllaw.outputs.redirects import with_old_ids
from conftest import DAY

LABELS = {"moved.section": Text(cy="Wedi symud:", en="Moved:")}


@pytest.fixture
def guide(tiny: Path) -> Guide:
    """The tiny project, where one section is called otherwise and one stands on another page."""
    for side in ("cy", "en"):
        file = tiny / f"docs/{side}/help/ask.md"
        text = file.read_text(encoding="utf-8")
        moved = "moved: {old: how-long, gone: index.md}\naudience:"
        file.write_text(text.replace("audience:", moved, 1), encoding="utf-8")
    return prepare(tiny, DAY)


def _made(guide: Guide, html: str) -> str:
    page = guide.pages["en", "help/ask.md"]
    return with_old_ids(html, page, guide.addresses, LABELS)


@pytest.mark.parametrize(
    ("html", "anchored"),
    [
        ('<h2 id="how-long">How</h2>', '<h2 id="how-long">|How</h2>'),
        (
            '<details id="how-long"><summary>How</summary></details>',
            '<details id="how-long"><summary>|How</summary></details>',
        ),
        (
            '<tr class="x" id="how-long">\n<th scope="row">How</th></tr>',
            '<tr class="x" id="how-long">\n<th scope="row">|How</th></tr>',
        ),
    ],
)
def test_old_id_on_the_same_page(guide: Guide, html: str, anchored: str) -> None:
    """The old id stands inside what it named, where HTML allows it."""
    assert _made(guide, html).startswith(anchored.replace("|", '<a id="old"></a>'))


def test_section_on_another_page(guide: Guide) -> None:
    """A line at the end of the page says where the section is now."""
    assert _made(guide, '<h2 id="how-long">How</h2>').endswith(
        '\n<p class="moved" id="gone">Moved: <a href="../../">Home</a></p>'
    )


def test_page_without_old_sections(guide: Guide) -> None:
    """A page from which nothing moved stays as it is."""
    page = guide.pages["en", "index.md"]
    assert with_old_ids("<p>X</p>", page, guide.addresses, LABELS) == "<p>X</p>"
