from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.cli.parcels import packed, wanted
from canllaw.exchange.codes import read_markdown
from canllaw.exchange.parcel import word_count
from canllaw.exchange.quote import quote
from conftest import DAY, Edit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two", 2),
        ("a school’s 8-week limit – and/or", 5),
        ("**tri**al [by *jury*](a/b.md)", 3),
        ('within {{ length("deadline.appeal") }}, or `code`', 2),
        ("", 0),
    ],
)
def test_words(text: str, words: int) -> None:
    """A word is a run of signs with a letter or a digit in it; a code is none."""
    assert word_count(read_markdown(text)) == words


def test_quote(tiny: Path, edit: Edit) -> None:
    """Words are counted by page and state; a part met before counts as a repeat."""
    edit("docs/en/help/ask.md", "You have", "Ask for help\n\nYou have")
    guide = prepare(tiny, DAY)
    found = quote(packed(guide, wanted(guide, ["help/ask.md"]), "cy"))
    (page,) = found.counts
    # Title, description and two sections: Ask for help · A small test. · How long · You have.
    assert (page.name, page.by_state, page.repeated) == ("help/ask.md", {"draft": 13}, 0)


def test_repeats(tiny: Path) -> None:
    """A title that says what an earlier one said is paid for once."""
    guide = prepare(tiny, DAY)
    found = quote(packed(guide, wanted(guide, ["index.md", "help/ask.md"]), "cy"))
    assert [(each.name, each.words, each.repeated) for each in found.counts] == [
        ("help/ask.md", 10, 0),
        ("index.md", 1, 6),
    ]
    assert (found.total.words, found.total.repeated) == (11, 6)
