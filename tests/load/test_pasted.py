from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

PAGE = "docs/en/help/ask.md"
UNSEEN = "Delete the letters on both sides of it too, and type them again."


@pytest.mark.parametrize(
    ("words", "column", "message", "hint"),
    [
        (
            "ad\N{SOFT HYPHEN}vice",
            3,
            "A character that nobody can see stands here (U+00AD).",
            UNSEEN,
        ),
        (
            "\N{ZERO WIDTH SPACE}x",
            1,
            "A character that nobody can see stands here (U+200B).",
            UNSEEN,
        ),
        (
            "a\N{RIGHT-TO-LEFT OVERRIDE}b",
            2,
            "A character that nobody can see stands here (U+202E).",
            UNSEEN,
        ),
        (
            "  •\tAsk.",
            3,
            "'•' does not make a list: the lines would run together.",
            "Write '- ' in its place, with an empty line before the list.",
        ),
    ],
)
def test_C653_pasted_from_a_word_processor(
    tiny: Path, edit: Edit, words: str, column: int, message: str, hint: str
) -> None:
    """What a word processor leaves in the body of a page is named where it stands."""
    edit(PAGE, "You have", f"{words}\n\nYou have")
    (found,) = in_english(one for one in prepare(tiny, DAY).errors if one.id == "C653")
    assert found == English("C653", Place(PAGE, 10, column), message, hint)


@pytest.mark.parametrize("words", ["8\N{NO-BREAK SPACE}weeks", "a · b", "\N{EN DASH} so", "ŵ ŷ"])
def test_signs_of_print_may_stand(tiny: Path, edit: Edit, words: str) -> None:
    """Spaces that keep words together, dots and dashes inside a line are no leavings."""
    edit(PAGE, "You have", f"{words}\n\nYou have")
    assert "C653" not in {one.id for one in prepare(tiny, DAY).problems}
