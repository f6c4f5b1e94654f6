"""What changed can be read without colour."""

import pytest

from canllaw.agreement import word_diff


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("You can appeal.", "You may appeal.", "You [-can-] {+may+} appeal."),
        ("You can appeal.", "You can appeal now.", "You can [-appeal.-] {+appeal now.+}"),
        ("a b c", "a c", "a [-b-] c"),
        ("# Title\n\nA b.\n\nSame.\n\nSame.", "# Title\n\nA c.\n\nSame.\n\nSame.",
         "…\nA [-b.-] {+c.+}\n…"),
        ("- a\n- b", "- a\n- new\n- b", "…\n- {+new\n-+} b"),
        ("one two\nthree", "one\ntwo three", "…"),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
    ],
)  # fmt: skip
def test_word_diff(old: str, new: str, shown: str) -> None:
    """What went and what came is marked, and lines that are the same are left out."""
    assert word_diff(old, new) == shown
