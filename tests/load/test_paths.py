from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import Place
from conftest import DAY, English, in_english


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("content/more.yml", "secret.yml"),
        ("docs/en/more.md", "secret.md"),
        ("docs/en/folder", "."),
        ("macros/more.md.jinja", "secret.jinja"),
        ("theme/more.html", "secret.html"),
    ],
)
def test_C107_link_out_of_the_project(tiny: Path, link: str, target: str) -> None:
    """A file that is a link to the outside is named, and not a word of it is read."""
    outside = tiny.parent / "outside"
    outside.mkdir()
    if target != ".":
        (outside / target).write_text("- secret: words\n", encoding="utf-8")
    (tiny / link).symlink_to(outside / target)
    found = prepare(tiny, DAY).problems
    assert [one.place for one in found if one.id == "C107"] == [Place(link)]
    assert "secret" not in repr([one for one in found if one.id != "C107"])


def test_link_inside_the_project(tiny: Path) -> None:
    """A link to a file of the project itself harms nobody."""
    (tiny / "docs/en/same.png").symlink_to(tiny / "docs/en/other.png")
    assert "C107" not in {one.id for one in prepare(tiny, DAY).problems}


@pytest.mark.parametrize("name", ["en/evil.html", "en/evil.js", "cy/picture.svg", "stray.md"])
def test_C652_file_that_is_no_page(tiny: Path, name: str) -> None:
    """What MkDocs would publish unread does not stand among the pages."""
    (tiny / "docs" / name).write_text("<script>1</script>", encoding="utf-8")
    (found,) = in_english(one for one in prepare(tiny, DAY).errors if one.id == "C652")
    assert found == English(
        "C652",
        Place(f"docs/{name}"),
        f"A '{Path(name).suffix}' file in docs/ would be published as it is, unchecked.",
        "Only pages (.md), pictures and .pdf stand in docs/cy/ and docs/en/. Scripts and styles "
        "are in theme/.",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word " * 2000, "A line of this page is longer than 5000 letters."),
        ("word\n" * 50_000, "This page is longer than 200 kB."),
    ],
)
def test_C105_page_that_is_too_large(tiny: Path, text: str, message: str) -> None:
    """A page has a size, so that no page takes the whole time of a check."""
    page = tiny / "docs/en/index.md"
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")
    (found,) = in_english(one for one in prepare(tiny, DAY).errors if one.id == "C105")
    assert (found.place, found.message) == (Place("docs/en/index.md"), message)


def test_C105_file_with_too_much_in_it(tiny: Path) -> None:
    """A file of facts has a number of entries that somebody could read."""
    (tiny / "content/many.yml").write_text("- a\n" * 120_000, encoding="utf-8")
    found = in_english(one for one in prepare(tiny, DAY).errors if one.id == "C105")
    assert [one.message for one in found] == ["There is more in this file than anybody could read."]
