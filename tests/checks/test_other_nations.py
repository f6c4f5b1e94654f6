"""England's law stays out."""

from collections.abc import Callable

import pytest

from conftest import Edit

Problems = Callable[[], list[tuple[str, str]]]


@pytest.mark.parametrize("word", ["EHC plan", "SENCo", "SENDCo", "SEND Tribunal", "SENDIASS"])
def test_C614_words_of_england_on_a_page(edit: Edit, problems: Problems, word: str) -> None:
    """A word of England's law on a page is named where it stands."""
    edit("docs/en/help/ask.md", "You have ", f"Ask the {word}. You have ")
    assert problems() == [("docs/en/help/ask.md:10:9", "C614")]


def test_C614_words_of_england_in_a_fact(edit: Edit, problems: Problems) -> None:
    """A word of England's law in a fact is named at its text."""
    edit("content/facts.yml", "Everyone gets it.", "The SENCo says so.")
    assert problems() == [("content/facts.yml:198:42", "C614")]


def test_a_passage_about_england_may_use_its_words(edit: Edit, problems: Problems) -> None:
    """Where the same paragraph names England, its words are welcome."""
    edit("docs/en/help/ask.md", "You have ", "In England there is an EHC plan. You have ")
    assert problems() == []
