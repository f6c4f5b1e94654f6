"""Plain language is measured, and said kindly."""

from pathlib import Path

from canllaw.build import prepare
from canllaw.problems import SEVERITIES, Severity
from conftest import DAY, Edit, English, in_english


def _found(root: Path, problem_id: str) -> list[English]:
    return list(
        in_english(problem for problem in prepare(root, DAY).problems if problem.id == problem_id)
    )


def test_C615_long_sentence(tiny: Path, edit: Edit) -> None:
    """A sentence that is too long is a warning with its first words and its place."""
    edit("docs/cy/help/ask.md", "Mae gennych ", "Gair " * 46 + ". Mae gennych ")
    (found,) = _found(tiny, "C615")
    assert str(found.place) == "docs/cy/help/ask.md:11:1"
    assert found.message == f"This sentence has 46 words: “{' '.join(['Gair'] * 12)}…”"
    assert SEVERITIES["C615"] is Severity.WARNING


def test_C615_rows_and_items_are_not_sentences(tiny: Path, edit: Edit) -> None:
    """The cells of a table and the items of a list do not add up to one long sentence."""
    rows = "\n".join("| five words in this cell | and five in this one |" for _ in range(9))
    items = "\n".join("- an item of a list without a full stop" for _ in range(9))
    edit("docs/en/help/ask.md", "You have ", f"{rows}\n\n{items}\n\nYou have ")
    assert _found(tiny, "C615") == []


def test_C616_hard_english(tiny: Path, edit: Edit) -> None:
    """An English page that is hard to read is a warning that quotes its hardest sentence."""
    hard = "Notwithstanding interdepartmental accountability considerations, organisational "
    hard += "representatives necessarily characterise eligibility determinations individually."
    edit("docs/en/help/ask.md", "You have ", f"{hard} You have ")
    (found,) = _found(tiny, "C616")
    assert found.place.line == 10
    assert "Notwithstanding interdepartmental" in found.message


def test_plain_english_is_no_problem(tiny: Path) -> None:
    """Short sentences of everyday words pass."""
    assert _found(tiny, "C616") == []
