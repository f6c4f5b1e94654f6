from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.languages import LANGUAGES
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

Errors = Callable[[], list[English]]
SETTINGS = "mkdocs.yml"


@pytest.fixture
def errors(tiny: Path) -> Errors:
    """Return a function that gives what is wrong with the menu of the tiny project."""
    return lambda: [each for each in in_english(prepare(tiny, DAY).errors) if each.id == "C618"]


def _new_page(tiny: Path, path: str) -> None:
    for language in LANGUAGES:
        (tiny / "docs" / language / path).write_text(
            '---\naudience: everyone\ndescription: "Tudalen."\n---\n\n# ADY\n', encoding="utf-8"
        )


def test_C618_no_such_page(edit: Edit, errors: Errors) -> None:
    """A line of the menu that leads to no page is named where it stands; the page that it hides is
    the one that was meant.
    """
    edit(SETTINGS, "- help/ask.md", "- Gofyn: help/aks.md")
    page, line = errors()
    assert line == English(
        "C618",
        Place(SETTINGS, 11, 16),
        "The menu names 'help/aks.md', but there is no such page.",
        "Did you mean 'help/ask.md'? If the page is gone, delete this line. If it was renamed, "
        "write its new name here.",
    )
    assert page.place == Place("docs/cy/help/ask.md")


def test_C618_retired_page(tiny: Path, edit: Edit, errors: Errors) -> None:
    """A page that was retired leaves the menu too."""
    for language in LANGUAGES:
        (tiny / "docs" / language / "help/ask.md").unlink()
    (found,) = errors()
    assert found.place == Place(SETTINGS, 11, 9)
    assert found.hint.startswith("If the page is gone, delete this line.")
    edit(SETTINGS, "  - help:\n      - help/ask.md\n", "")
    assert errors() == []


def test_C618_not_in_the_menu(tiny: Path, edit: Edit, errors: Errors) -> None:
    """A new page pair is told of once, with the line to write; the menu may also leave it out."""
    _new_page(tiny, "help/new.md")
    assert errors() == [
        English(
            "C618",
            Place("docs/cy/help/new.md"),
            "This page is not in the menu, so nobody would find it but by a link or the search.",
            "Write '- help/new.md' below 'nav' in mkdocs.yml, at the place where it belongs.",
        )
    ]
    edit(SETTINGS, "nav:", "not_in_nav: |\n  other.md\n  new.md\nnav:")
    assert errors() == []


def test_left_out_by_the_settings_below(tiny: Path, errors: Errors) -> None:
    """What the settings that a project builds on leave out of the menu may be missing from it."""
    _new_page(tiny, "search.md")
    assert errors() == []


def test_titles_and_addresses_in_a_menu(tiny: Path, edit: Edit, errors: Errors) -> None:
    """A line may have a title, and may lead to another site."""
    _new_page(tiny, "help/new.md")
    edit(SETTINGS, "- help/ask.md", "- Gofyn: help/ask.md\n      - help/new.md")
    edit(SETTINGS, "nav:", "nav:\n  - Deddf: https://law.example/\n")
    assert errors() == []


def test_page_that_cannot_be_read(edit: Edit, errors: Errors) -> None:
    """Where a page cannot be read, nobody is told that it is not there."""
    edit("docs/cy/help/ask.md", "audience:", "audiens:")
    edit("docs/en/help/ask.md", "audience:", "audiens:")
    assert errors() == []


def test_menu_of_the_settings_below(tiny: Path, errors: Errors) -> None:
    """Without a menu of its own a project has that of the settings it builds on."""
    file = tiny / SETTINGS
    own, _, menu = file.read_text(encoding="utf-8").partition("nav:")
    file.write_text(own, encoding="utf-8")
    base = tiny / "base.yml"
    text = base.read_text(encoding="utf-8").partition("\nnav:")[0] + "\n"
    base.write_text(f"{text}nav:\n  - other.md{menu}", encoding="utf-8")
    (found,) = errors()
    assert found.place == Place("base.yml", text.count("\n") + 2, 5)


def test_no_menu(tiny: Path, errors: Errors) -> None:
    """Without 'nav' MkDocs makes the menu, and every page is in it."""
    for file in (tiny / SETTINGS, tiny / "base.yml"):
        file.write_text(file.read_text(encoding="utf-8").partition("\nnav:")[0], encoding="utf-8")
    assert errors() == []


def test_menu_that_names_itself(edit: Edit, errors: Errors) -> None:
    """A menu that is a part of itself has an end all the same."""
    edit(SETTINGS, "nav:", "nav: &all\n  - more: *all")
    assert errors() == []
