from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canllaw.build import Guide
from canllaw.exchange.segments import Segment, join, split

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "Un gair.",
            "and on",
            "  ",
            "# Title {#id}",
            "## A **b** #",
            "- item",
            "  - deeper",
            "    more of it",
            "1. step",
            "| a | b \\| c |",
            "| --- | :-: |",
            "> said",
            '!!! warning "Mind"',
            "!!! note",
            "    in the box",
            "```",
            "{{ deadline('x') }}",
            '<div class="a" markdown>',
            "</div>",
            "[a]: https://a.example",
            "a  ",
            "***",
            "\t- tab",
            "a\rb",
            "Term\n:   meaning",
        ]
    ),
    max_size=12,
).map("\n".join)


def _kinds(section: str) -> list[tuple[str, str]]:
    return [(part.kind, part.raw) for part in split(section) if isinstance(part, Segment)]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            "## Next *now* {#next}\n\nOne\ntwo.\n",
            [("heading 2", "Next *now*"), ("paragraph", "One\ntwo.")],
        ),
        ("- a\n  - b\n2. c\n", [("item", "a"), ("item", "b"), ("step", "c")]),
        ("- a\n  goes on\n\nb", [("item", "a\n  goes on"), ("paragraph", "b")]),
        ("| A | B |\n|---|---|\n| c | `x|y`? |\n", [("cell", "A"), ("cell", "B"), ("cell", "c")]),
        ('!!! warning "Mind"\n\n    The gap.\n', [("title", "Mind"), ("paragraph", "The gap.")]),
        ("> a\n> b\n", [("quote", "a"), ("quote", "b")]),
        ("```\ncode\n```\nwords\n", [("paragraph", "words")]),
        ('{{ a("b") }}\n\n<div markdown>\n', []),
        ("", []),
    ],
)
def test_segments(section: str, expected: list[tuple[str, str]]) -> None:
    """Words are segments, by what they are on the page; marks, ids and calls are between."""
    found = _kinds(section)
    assert found[: len(expected)] == expected
    assert join(split(section)) == section


def test_line_breaks_are_spaces() -> None:
    """A line break that readers do not see is a space for a translator."""
    (part,) = (part for part in split("One\n  two.") if isinstance(part, Segment))
    assert str(part.marked) == "One two."


@given(LINES)
def test_nothing_is_lost(section: str) -> None:
    """Splitting any Markdown and joining it gives the same letters; no two strings touch."""
    parts = split(section)
    assert join(parts) == section
    between = [isinstance(part, str) for part in parts]
    assert (True, True) not in set(pairwise(between))


@given(st.text(alphabet='ab #*-|>1.:!`{}[]()"\\\n\r\t ŵ', max_size=60))
def test_no_letter_is_lost(section: str) -> None:
    """Splitting any text at all and joining it gives the same letters."""
    assert join(split(section)) == section


def test_real_sections(real_guide: Guide) -> None:
    """Every section of the real pages comes back letter by letter, and its words are found."""
    found = 0
    for standing in real_guide.standings.values():
        if standing.unit.is_markdown:
            for side in standing.unit.sides.values():
                parts = split(side.words)
                assert join(parts) == side.words
                found += sum(isinstance(part, Segment) for part in parts)
    assert found > 1000
