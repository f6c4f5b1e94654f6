"""The dictionaries of `canllaw check --full`, which `make dictionaries` fetches."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from canllaw.languages import LANGUAGES, Language, Words
from canllaw.problems import CanllawError

Known = Callable[[str], bool]

DICTIONARIES: Final = ".cache/dictionaries/node_modules"
_PACKAGES: Final[Mapping[Language, str]] = {"cy": "dictionary-cy", "en": "dictionary-en-gb"}


class _Lines:
    """The lines of a file the way spylls asks for them; its own reader leaves files open."""

    def __init__(self, file: Path) -> None:
        lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        self._lines = ((number, line.strip()) for number, line in lines if line.strip())

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self._lines

    def reset_encoding(self, _encoding: str) -> None:
        """Do nothing: both dictionaries are UTF-8."""


def load_dictionaries(root: Path) -> Mapping[Language, Known]:
    """Return for each language what tells whether a word is in its dictionary.

    Raises `CanllawError` where the dictionaries or the package that reads them are not there.
    """
    return {language: _known(root / DICTIONARIES / _PACKAGES[language]) for language in LANGUAGES}


def _known(folder: Path) -> Known:
    try:
        # Here, because it is seldom needed and need not be installed. It has no types.
        from spylls.hunspell import Dictionary, readers  # type: ignore[import-untyped]
    except ImportError:
        raise CanllawError(
            Words(
                cy="nid yw’r pecyn spylls yno; teipiwch: .venv/bin/pip install spylls",
                en="the package spylls is not there; type: .venv/bin/pip install spylls",
            )
        ) from None
    rules, words = folder / "index.aff", folder / "index.dic"
    if not (rules.is_file() and words.is_file()):
        place = f"{DICTIONARIES}/{folder.name}"
        raise CanllawError(
            Words(
                cy=f"nid oes geiriadur yn {place}; teipiwch: make dictionaries",
                en=f"there is no dictionary in {place}; type: make dictionaries",
            )
        )
    affixes, context = readers.read_aff(_Lines(rules))
    dictionary = Dictionary(affixes, readers.read_dic(_Lines(words), aff=affixes, context=context))
    return cache(dictionary.lookup)
