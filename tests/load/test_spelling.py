"""The dictionaries, and the list of words allowed besides them."""

from pathlib import Path

import pytest

from canllaw.load.content import load_content
from canllaw.load.spelling import DICTIONARIES, load_dictionaries
from canllaw.problems import CanllawError, Place
from conftest import in_english


def _write_dictionaries(root: Path, **words: str) -> None:
    for package, word in words.items():
        folder = root / DICTIONARIES / f"dictionary-{package.replace('_', '-')}"
        folder.mkdir(parents=True)
        (folder / "index.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / "index.dic").write_text(f"1\n{word}\n", encoding="utf-8")


def test_dictionaries(tmp_path: Path) -> None:
    """Each language has its own dictionary."""
    _write_dictionaries(tmp_path, cy="tŷ", en_gb="colour")
    known = load_dictionaries(tmp_path)
    assert (known["cy"]("tŷ"), known["cy"]("colour")) == (True, False)
    assert (known["en"]("colour"), known["en"]("color")) == (True, False)


def test_no_dictionary(tmp_path: Path) -> None:
    """Where a dictionary is missing, the reader is told what to type."""
    _write_dictionaries(tmp_path, cy="tŷ")
    with pytest.raises(CanllawError, match=r"dictionary-en-gb; type: make dictionaries$"):
        load_dictionaries(tmp_path)


def _write_words(root: Path, text: str) -> None:
    (root / "content").mkdir()
    (root / "content/spelling.yml").write_text(text, encoding="utf-8")


def test_allowed_words(tmp_path: Path) -> None:
    """The list of words is read, and is no list of facts."""
    _write_words(tmp_path, "cy:\n  - gellir\n  - Natspec\nen: []\n")
    content, problems = load_content(tmp_path)
    assert problems == []
    assert content.allowed_words.in_("cy") == {"gellir", "Natspec"}
    assert content.allowed_words.in_("en") == frozenset()


def test_allowed_words_in_order(tmp_path: Path) -> None:
    """A word out of order is refused, so that nobody lists one twice."""
    _write_words(tmp_path, "cy:\n  - llawnamser\n  - gellir\n")
    (found,) = load_content(tmp_path)[1]
    assert (found.id, found.place) == ("C204", Place("content/spelling.yml", 2, 3))
    assert "'gellir' stands after 'llawnamser'" in in_english([found])[0].message


def test_allowed_words_of_another_shape(tmp_path: Path) -> None:
    """A plain list is refused: it does not say which language its words are of."""
    _write_words(tmp_path, "- gellir\n")
    (found,) = load_content(tmp_path)[1]
    assert (found.id, found.place) == ("C106", Place("content/spelling.yml", 1, 1))
