import datetime
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.shared_pages import relative
from canllaw.outputs.short_addresses import short_files
from conftest import DAY, Edit


def _files(tiny: Path, day: datetime.date = DAY) -> dict[str, str]:
    guide = prepare(tiny, day)
    content = guide.content
    site = FinishedSite(
        content.library, content.wording, guide.pages, {}, {}, day, "", guide.addresses
    )
    return short_files(site)


def test_deadline(tiny: Path, edit: Edit) -> None:
    """A deadline shows its length on the day of the build, its law and when it was checked."""
    edit(
        "content/facts.yml",
        "id: deadline.school\n",
        "id: deadline.school\n  short_address: {cy: t-c, en: t-1}\n",
    )
    now = _files(tiny)["r/t-1/index.html"]
    later = _files(tiny, datetime.date(2030, 9, 1))["r/t-1/index.html"]
    assert "35\N{NO-BREAK SPACE}school days" in now
    assert "12\N{NO-BREAK SPACE}wythnos" in later
    assert "Act 2018, section\N{NO-BREAK SPACE}11(1)(ch)" in now
    assert "10 January 2026".replace("10 ", "10\N{NO-BREAK SPACE}") in now
    assert 'href="../../en/help/ask/#deadline.school" hreflang="en"' in now


def test_both_words_open_one_page(tiny: Path, edit: Edit) -> None:
    """The Welsh and the English words open the same page, and the Welsh one is its own address."""
    edit(
        "content/facts.yml",
        "id: deadline.school\n",
        "id: deadline.school\n  short_address: {cy: t-c, en: t-1}\n",
    )
    files = _files(tiny)
    assert files["r/t-c/index.html"] == files["r/t-1/index.html"]
    assert '<link rel="canonical" href="r/t-c/">' in files["r/t-1/index.html"]


def test_law_named_once(tiny: Path, edit: Edit) -> None:
    """Two places in one text are two places, not the text twice."""
    edit(
        "content/facts.yml",
        'source: [{instrument: source.act, section: "11(1)(ch)"}]',
        'source: [{instrument: source.act, section: "11"}, '
        '{instrument: source.act, section: "12"}]',
    )
    edit(
        "content/facts.yml",
        "id: deadline.school\n",
        "id: deadline.school\n  short_address: {cy: t-c, en: t-1}\n",
    )
    made = _files(tiny)["r/t-1/index.html"].replace("\N{NO-BREAK SPACE}", " ")
    assert "Deddf 2018, adran 11, adran 12<" in made


def test_page(tiny: Path) -> None:
    """A page shows its title and its description, Welsh first."""
    for side in ("cy", "en"):
        file = tiny / f"docs/{side}/help/ask.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("audience:", "short_address: {cy: ask, en: ask}\naudience:", 1), "utf-8"
        )
    made = _files(tiny)["r/ask/index.html"]
    assert made.index("Gofyn am help</h2>") < made.index("Ask for help</h2>")
    assert "<p>Prawf bach.</p>" in made
    assert 'href="../../cy/help/gofyn/"' in made


@pytest.mark.parametrize(
    ("target", "address", "way"),
    [
        ("en/a/b/", "en/a/", "b/"),
        ("en/a/#x", "en/a/", "./#x"),
        ("en/", "r/short/", "../../en/"),
        ("assets/a.css", "en/a/", "../../assets/a.css"),
    ],
)
def test_way(target: str, address: str, way: str) -> None:
    """The way from a page to an address or a file holds wherever the site is published."""
    assert relative(target, address) == way
