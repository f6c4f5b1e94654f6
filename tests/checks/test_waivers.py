"""A problem may be let stand, with a reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

WAIVER = "\n- kind: waiver\n  id: waiver.new\n  check: {}\n  where: {}\n  reason: Tested.\n"

Waive = Callable[..., None]


@pytest.fixture
def waive(tiny: Path) -> Waive:
    """Return a function that adds a waiver to the tiny project."""

    def add(check: str, where: str, words: str = "") -> None:
        text = WAIVER.format(check, where) + (f"  words: {words}\n" if words else "")
        (tiny / "content/waivers.yml").write_text(text, encoding="utf-8")

    return add


def _found(root: Path, *ids: str) -> list[English]:
    return list(in_english(found for found in prepare(root, DAY).problems if found.id in ids))


def _same_text(edit: Edit) -> None:
    edit("content/facts.yml", 'en: "A formal answer."', 'en: "Ateb ffurfiol."')


def test_a_waiver_takes_out_a_problem_in_a_fact(tiny: Path, edit: Edit, waive: Waive) -> None:
    """A problem in the fact that a waiver names is let stand, and an error is none any more."""
    _same_text(edit)
    waive("C302", "term.decision")
    assert _found(tiny, "C302", "C408") == []


def test_a_waiver_takes_out_a_problem_on_a_page(tiny: Path, edit: Edit, waive: Waive) -> None:
    """A problem on either side of the page that a waiver names is let stand."""
    for side, words in (("cy", "Ar ôl 12 wythnos. Mae gennych "), ("en", "In 12 weeks. You have ")):
        edit(f"docs/{side}/help/ask.md", words[words.index(".") + 2 :], words)
    assert len(_found(tiny, "C607")) == 2
    waive("C607", "help/ask.md")
    assert _found(tiny, "C607", "C408") == []


def test_a_waiver_quotes_a_message_of_either_language(tiny: Path, edit: Edit, waive: Waive) -> None:
    """What a message quotes is quoted in both languages, so either may be copied."""
    edit("docs/en/help/ask.md", "You have ", "In 12 weeks. You have ")
    waive("C607", "help/ask.md", "12 weeks")
    assert _found(tiny, "C607", "C408") == []


@pytest.mark.parametrize("words", ["is typed by hand", "wedi’i deipio"])
def test_what_a_message_does_not_quote_is_no_waiver(
    tiny: Path, edit: Edit, waive: Waive, words: str
) -> None:
    """The words around what a message quotes let nothing stand, in neither language."""
    edit("docs/en/help/ask.md", "You have ", "In 12 weeks. You have ")
    waive("C607", "help/ask.md", words)
    assert [found.id for found in _found(tiny, "C607", "C408")] == ["C408", "C607"]


@pytest.mark.parametrize(
    ("check", "where", "words"),
    [
        ("C303", "term.decision", ""),
        ("C302", "term.aln", ""),
        ("C302", "help/ask.md", ""),
        ("C302", "term.decision", "other words"),
    ],
    ids=["other-problem", "other-fact", "a-page", "other-words"],
)
def test_other_problems_stay(
    tiny: Path, edit: Edit, waive: Waive, check: str, where: str, words: str
) -> None:
    """A waiver for another problem, another place or other words changes nothing."""
    _same_text(edit)
    waive(check, where, words)
    assert [found.id for found in _found(tiny, "C302", "C408")] == ["C302", "C408"]


def test_C408_waiver_that_lets_nothing_stand(tiny: Path, waive: Waive) -> None:
    """A waiver is not left behind when its problem is gone."""
    waive("C302", "term.decision", "penderfyniad")
    assert _found(tiny, "C408") == [
        English(
            "C408",
            Place("content/waivers.yml", 3, 7),
            "'waiver.new' lets nothing stand: there is no C302 in 'term.decision' about "
            "'penderfyniad'.",
            "Delete it, or mend its `where` or `words`.",
        )
    ]


def test_C408_is_silent_where_a_page_could_not_be_read(tiny: Path, edit: Edit) -> None:
    """Where a page cannot be read, nobody can tell whether its waivers are still needed."""
    edit("docs/en/index.md", "audience: everyone", "audience: nobody")
    assert _found(tiny, "C408") == []


def test_only_what_a_person_may_judge_is_waived(tiny: Path, waive: Waive) -> None:
    """A broken link or a wrong reference is never let stand."""
    waive("C402", "term.decision")
    (found,) = _found(tiny, "C204")
    assert str(found.place) == "content/waivers.yml:4:10"
