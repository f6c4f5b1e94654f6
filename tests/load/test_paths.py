from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import Place
from conftest import DAY, English, in_english, write_down


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
    ("name", "instead"),
    [
        ("help/New_Page.md", ": docs/en/help/new-page.md"),
        ("Tŷ/cost.md", ": docs/en/ty/cost.md"),
        ("help/page.MD", ": docs/en/help/page.md"),
        ("help/--.md", ""),
    ],
)
def test_C652_page_whose_name_is_no_address(tiny: Path, name: str, instead: str) -> None:
    """A page is named by what may stand in an address; one that is not is told how at its file."""
    file = tiny / "docs/en" / name
    file.parent.mkdir(exist_ok=True)
    (tiny / "docs/en/help/ask.md").rename(file)
    found = in_english(one for one in prepare(tiny, DAY).errors if one.id == "C652")
    assert found == (
        English(
            "C652",
            Place(f"docs/en/{name}"),
            "The address of the page is made of this name, but letters like these are lost when "
            "it is copied or said.",
            "Name each file and folder with small letters a to z, numbers and hyphens, the same on "
            f"both sides{instead}.",
        ),
    )


def test_only_the_name_is_told(tiny: Path) -> None:
    """Two sides with such a name give an error each, and nobody is told to list their addresses."""
    write_down(tiny)
    for side, slug in (("cy", "slug: help/newydd\n"), ("en", "")):
        page = (tiny / f"docs/{side}/index.md").read_text(encoding="utf-8")
        front = page.partition("# ")[0].replace("audience:", f"{slug}audience:")
        new = f"{front}# ADY\n" if side == "cy" else f"{front}# ALN\n"
        (tiny / f"docs/{side}/help/New_Page.md").write_text(new, encoding="utf-8")
    assert [(each.place.path, each.id) for each in prepare(tiny, DAY).errors] == [
        ("docs/cy/help/New_Page.md", "C652"),
        ("docs/en/help/New_Page.md", "C652"),
    ]


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
