"""Words that no dictionary has are found, and nothing else."""

from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.checks.spelling import Speller, misspelled, spellers
from canllaw.languages import Language
from canllaw.model import AllowedWords
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

FACTS = "content/facts.yml"
WORDS = {
    "cy": {"ysgol", "mae", "rhoi", "nôl", "rhieni", "lles"},
    "en": {"school", "the", "don't", "well", "being"},
}
ALLOWED = {"cy": frozenset({"penderfyniad", "Natspec"}), "en": frozenset({"canllaw"})}


@pytest.mark.parametrize(
    ("language", "text", "unknown"),
    [
        ("cy", "Mae’r ysgol.", ["Mae’r"]),  # this dictionary knows small letters only
        ("cy", "mae’r ysgol yma", ["yma"]),
        ("cy", "ysgoll, ysgoll", ["ysgoll"]),
        ("cy", "yr benderfyniad", ["yr"]),
        ("cy", "Natspec", []),
        ("cy", "natspec", ["natspec"]),
        ("cy", "rhoi’n ’nôl", []),
        ("cy", "rhieni-lles", []),
        ("cy", "ADY, CDUau, 8fed, a@b.cymru, https://abc.cymru/def", []),
        ("cy", "!!! warning", []),
        ("en", "The school’s canllaw", ["The"]),
        ("en", "don’t", []),
        ("en", "well-being, well-beeing", ["well-beeing"]),
    ],
)
def test_unknown_words(language: Language, text: str, unknown: list[str]) -> None:
    """A word is known in any mutation, with what leans on it, and part by part."""
    speller = Speller(language, WORDS[language].__contains__, ALLOWED[language])
    assert [word for _, word in speller.unknown(text)] == unknown


def _found(root: Path, unknown: str, allowed: AllowedWords | None = None) -> list[English]:
    """Check the tiny project with a dictionary that knows every word but one."""
    guide = prepare(root, DAY)
    content = guide.content

    def known(word: str) -> bool:
        return word.lower() != unknown

    by = spellers(content.library, {"cy": known, "en": known}, allowed or AllowedWords())
    found = misspelled(content.library, content.wording, content.wording_places, guide.pages, by)
    return list(in_english(found))


def test_C308_unknown_word_in_a_fact(tiny: Path, edit: Edit) -> None:
    """A word that no dictionary has is named at its side of the text."""
    edit(FACTS, "Gofynnwch pam.", "Gofynwch pam.")
    assert _found(tiny, "gofynwch") == [
        English(
            "C308",
            Place(FACTS, 142, 19),
            "'Gofynwch' is in no Welsh dictionary.",
            "Mend it, or add it under cy: in content/spelling.yml if it is right.",
        )
    ]


def test_C308_unknown_word_on_a_page(tiny: Path, edit: Edit) -> None:
    """A word on a page is named where it first stands, and once."""
    edit("docs/en/help/ask.md", "You have ", "Wensday and Wensday. You have ")
    assert [str(found.place) for found in _found(tiny, "wensday")] == ["docs/en/help/ask.md:10:1"]


def test_marked_words_are_left_alone(tiny: Path, edit: Edit) -> None:
    """Words that are marked as the other language are not looked up in this one."""
    edit("docs/en/help/ask.md", "You have ", 'A <span lang="cy">rhywbethh</span>. You have ')
    assert _found(tiny, "rhywbethh") == []


def test_words_of_the_glossary_are_known(tiny: Path) -> None:
    """Nobody needs to list the words of a term again."""
    assert _found(tiny, "penderfyniad") == []


def test_allowed_words_are_known(tiny: Path, edit: Edit) -> None:
    """A word of content/spelling.yml is right, whatever the dictionary says."""
    edit(FACTS, "Gofynnwch pam.", "Gofynwch pam.")
    assert _found(tiny, "gofynwch", AllowedWords(cy=("gofynwch",))) == []
