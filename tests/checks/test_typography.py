"""Apostrophes and quotation marks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from conftest import DAY, Edit, in_english

Problems = Callable[[], list[tuple[str, str]]]
PAGE = "docs/cy/help/ask.md"
PLACE = f"{PAGE}:11:"


@pytest.mark.parametrize("mark", ["a'r", 'dweud "na"', "a`r", "a´r"])
def test_C310_straight_mark_on_a_page(edit: Edit, problems: Problems, mark: str) -> None:
    """A mark of a typewriter in the prose of a page is named where it stands."""
    edit(PAGE, "Mae gennych ", f"Mae {mark} gennych ")
    column = 5 + next(index for index, letter in enumerate(mark) if letter in "'\"`´")
    assert (f"{PLACE}{column}", "C310") in problems()


def test_C310_message(tiny: Path, edit: Edit) -> None:
    """The problem shows the words around the mark and what to type."""
    edit(PAGE, "Mae gennych ", "Mae o'r ysgol. Mae gennych ")
    (found,) = in_english(prepare(tiny, DAY).errors)
    assert found.message == "The straight mark ' stands in “Mae o'r ysgol. Mae gennych”."
    assert found.hint == "Type ’ for an apostrophe, and “ and ” around quoted words."


def test_C310_straight_mark_in_a_fact(edit: Edit, problems: Problems) -> None:
    """A straight mark in a text of a fact is named at that side of the text."""
    edit("content/facts.yml", "Mae’n gwrando ar apelau.", "Mae'n gwrando ar apelau.")
    assert problems() == [("content/facts.yml:84:17", "C310")]


def test_C310_straight_mark_in_a_description(edit: Edit, problems: Problems) -> None:
    """A straight mark in the description of a page is named at the top of the page."""
    edit("docs/en/help/ask.md", 'description: "A small test."', "description: A child's test.")
    assert problems() == [("docs/en/help/ask.md:1:1", "C310")]


def test_C310_straight_mark_in_a_label(tiny: Path, problems: Problems) -> None:
    """A straight mark in a label is named at the label."""
    labels = tiny / "content/interface.yml"
    text = labels.read_text(encoding="utf-8")
    labels.write_text(f'{text}\ntest.label: {{cy: "a\'r", en: "and"}}\n', encoding="utf-8")
    line = text.count("\n") + 2
    assert problems() == [(f"content/interface.yml:{line}:1", "C310")]


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("Ewch ‘nôl", 10),  # what the smarty extension makes of 'nôl
        ("Ewch a‘r plant", 11),
        ("Dywedodd ‘na’", 14),  # quoted words stand in “ ”
        ("Dywedodd “na", 14),
        ("Dywedodd na”", 16),
        ("Dywedodd “na “byth”", 18),
    ],
)
def test_C311_mark_turned_the_wrong_way(
    edit: Edit, problems: Problems, words: str, column: int
) -> None:
    """A mark without its partner, or turned like ‘nôl, is named where it stands."""
    edit(PAGE, "Mae gennych ", f"Mae {words}. Mae gennych ")
    assert problems() == [(f"{PLACE}{column}", "C311")]


@pytest.mark.parametrize(
    "words",
    [
        "Ewch ’nôl a’r plant i’w hysgol",
        "Dywedodd “na” ac “ie”",
        "Dywedodd “gair y Cod yw ‘rhaid’” wrthynt",
        "Y cod yw `a'r`",
        'Gweler <span lang="en">it</span> hefyd',
    ],
)
def test_right_marks_are_no_problem(edit: Edit, problems: Problems, words: str) -> None:
    """Apostrophes, nested quotations, code and tags are fine as they are."""
    edit(PAGE, "Mae gennych ", f"{words}. Mae gennych ")
    assert problems() == []


def test_marks_around_the_title_of_a_box(edit: Edit, problems: Problems) -> None:
    """The straight marks around the title of a box are Markdown, but not those inside it."""
    edit("docs/en/help/ask.md", "You have ", '!!! warning "Ask"\n    Ask.\n\nYou have ')
    edit(PAGE, "Mae gennych ", '!!! warning "Nid yw “na” yn ateb"\n    Holwch.\n\nMae gennych ')
    assert problems() == []
    edit(PAGE, "“na” yn ateb", "“na” yn 'ateb")
    assert problems() == [(f"{PLACE}29", "C310")]
