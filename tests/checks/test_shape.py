"""Both sides of a page have the same shape; their prose may differ as it likes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import Place
from conftest import DAY, English, in_english

Write = Callable[[str, str], tuple[English, ...]]


@pytest.fixture
def shape(tiny: Path) -> Write:
    """Return a function that ends both sides of a page with a text, and gives what is wrong."""

    def write(welsh: str, english: str) -> tuple[English, ...]:
        for side, text in (("cy", welsh), ("en", english)):
            page = tiny / "docs" / side / "help/ask.md"
            page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
        found = prepare(tiny, DAY).problems
        return in_english(each for each in found if "C620" <= each.id <= "C623")

    return write


LINKS = "Give both sides the same links; the words and the order may differ."


def test_C620_other_section(shape: Write) -> None:
    """A link that leads elsewhere is named with where both sides lead, and at which lines."""
    assert shape("[Hafan](../index.md)", "[Home](../index.md#top)") == (
        English(
            "C620",
            Place("docs/cy/help/ask.md", 17),
            "The two sides of '#how-long' do not lead to the same places. In Welsh only: index.md "
            "(docs/cy/help/ask.md:17). In English only: index.md#top (docs/en/help/ask.md:16).",
            LINKS,
        ),
    )


def test_C620_missing_on_one_side(shape: Write) -> None:
    """A link that one side does not have is named at the section of the other."""
    (found,) = shape("Testun.", "[Home](../index.md)")
    assert found.place == Place("docs/cy/help/ask.md", 9)
    assert "In Welsh only: none. In English only: index.md (docs" in found.message


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("[A](../index.md) a [b](ask.md#how-long)", "[B](#how-long), then [a](../index.md)"),
        ("[A](https://www.llyw.cymru/ysgol)", "[A](https://gov.wales/school)"),
        ("[A](https://law.example/welsh)", "[A](https://law.example/)"),
        ("`[A](x.md)`", "Text"),
        ("<https://a.example/x>", "[a](https://a.example/y)"),
    ],
)
def test_links_that_lead_to_the_same_places(shape: Write, welsh: str, english: str) -> None:
    """The words of a link, its order and the language of another site are free."""
    assert shape(welsh, english) == ()


def test_links_to_other_sites(shape: Write) -> None:
    """Two other sites are two places."""
    (found,) = shape("[A](https://a.example/)", "[A](https://b.example/)")
    assert "In Welsh only: a.example" in found.message


def test_C621_tables(shape: Write) -> None:
    """A table with another number of rows is named with both sizes and lines."""
    head = "| a | b |\n|---|---|\n"
    assert shape(f"{head}| c | ch |\n| d | dd |", f"{head}| c | d |") == (
        English(
            "C621",
            Place("docs/cy/help/ask.md", 17),
            "Here, in '#how-long': a table of 2 × 2. In docs/en/help/ask.md, line 16: a table of "
            "1 × 2.",
            "Give the table the same rows and columns on both sides (rows × columns).",
        ),
    )


def test_C622_steps(shape: Write) -> None:
    """A step that one side does not have is named, wherever it was lost."""
    assert shape("1. Un\n2. Dau\n3. Tri", "1. One\n2. Two") == (
        English(
            "C622",
            Place("docs/cy/help/ask.md", 17),
            "Here, in '#how-long': a list of steps (3). In docs/en/help/ask.md, line 16: a list of "
            "steps (2).",
            "Give both sides the same steps, so that everybody does the same things. A list needs "
            "an empty line before it.",
        ),
    )


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("1. Un\n2. Dau", "1. One\n\n2. Two"),
        ("1. Un\n\n    Mwy.\n\n2. Dau", "1. One\n2. Two\n   more"),
        ("1. Un\n2. Dau\n\nTestun.\n\n1. Un", "1. One\n1. Two\n\nText.\n\n1. One"),
        ("1. Un\n    1. a\n    2. b\n2. Dau", "1. One\n    1. a\n    2. b\n2. Two"),
        ("- Un\n- Dau", "- One"),
        ("Yn ôl adran\n3. Dau", "By section 3. Two"),
        ("```\n1. Un\n```", "Text"),
    ],
)
def test_steps_that_are_the_same(shape: Write, welsh: str, english: str) -> None:
    """Empty lines, numbers and bullets are form; only steps count."""
    assert shape(welsh, english) == ()


def test_steps_without_an_empty_line_are_none(shape: Write) -> None:
    """Where the empty line before a list is missing it shows as a sentence, and no step counts."""
    (found,) = shape("Camau:\n\n1. Un", "Steps:\n1. One")
    assert "In docs/en/help/ask.md, line 8: nothing of the kind." in found.message


def test_C623_boxes(shape: Write) -> None:
    """A warning that is a mere note on the other side is named."""
    assert shape('!!! warning "A"\n    B', '!!! note "A"\n    B') == (
        English(
            "C623",
            Place("docs/cy/help/ask.md", 17),
            "Here, in '#how-long': a box of the type warning. In docs/en/help/ask.md, line 16: a "
            "box of the type note.",
            "Give both sides the same boxes, of the same type.",
        ),
    )


def test_what_moved_to_another_section(shape: Write) -> None:
    """What stands in one section here and in another there is named in both."""
    found = shape(
        '!!! note "A"\n    B\n\n## Mwy {#more}\n\nTestun.',
        '## More {#more}\n\nText.\n\n!!! note "A"\n    B',
    )
    assert [each.id for each in found] == ["C623", "C623"]
