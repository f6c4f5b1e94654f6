"""The dictionaries of `canllaw check --full`, which `make dictionaries` fetches."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from canllaw.languages import LANGUAGES, Language
from canllaw.problems import CanllawError

Known = Callable[[str], bool]

DICTIONARIES: Final = ".cache/dictionaries/node_modules"
_PACKAGES: Final[Mapping[Language, str]] = {"cy": "dictionary-cy", "en": "dictionary-en-gb"}


def load_dictionaries(root: Path) -> Mapping[Language, Known]:
    """Return for each language what tells whether a word is in its dictionary.

    Raises `CanllawError` where the dictionaries or the package that reads them are not there.
    """
    try:
        from spylls.hunspell import Dictionary  # slow to import, and seldom needed
    except ImportError:
        raise CanllawError(
            "the package spylls is not there; type: .venv/bin/pip install spylls"
        ) from None
    known: dict[Language, Known] = {}
    for language in LANGUAGES:
        files = root / DICTIONARIES / _PACKAGES[language] / "index"
        if not files.with_suffix(".dic").is_file():
            raise CanllawError(
                f"there is no dictionary in {DICTIONARIES}/{_PACKAGES[language]}; "
                "type: make dictionaries"
            )
        known[language] = cache(Dictionary.from_files(str(files)).lookup)
    return known
