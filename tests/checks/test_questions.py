"""Questions lead to answers."""

from collections.abc import Callable
from pathlib import Path

import pytest

Problems = Callable[[], list[tuple[str, str]]]


def _ask(tiny: Path, page: str, section: str = "how-long") -> None:
    (tiny / "content/questions.yml").write_text(
        "- kind: question\n"
        "  id: question.test\n"
        "  question: {cy: Faint o amser?, en: How long?}\n"
        f"  page: {page}\n"
        f"  section: {section}\n",
        encoding="utf-8",
    )


def test_answered_question_is_no_problem(tiny: Path, problems: Problems) -> None:
    """A question whose page and section stand on both sides is fine."""
    _ask(tiny, "help/ask.md")
    assert problems() == []


@pytest.mark.parametrize(
    ("page", "section", "place"),
    [
        ("help/aks.md", "how-long", "content/questions.yml:4:9"),
        ("help/ask.md", "how-lnog", "content/questions.yml:5:12"),
    ],
)
def test_C406_question_without_an_answer(
    tiny: Path, problems: Problems, page: str, section: str, place: str
) -> None:
    """A question that points at no page, or at no section, is named at that line."""
    _ask(tiny, page, section)
    assert problems() == [(place, "C406")]
