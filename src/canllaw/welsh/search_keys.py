"""What a word is found by: the same normaliser as in `theme/assets/search.js`, word for word.

The endings go to the browser with the index; the mutations are written in both.

A key is a folded form: no capitals, no accents. Welsh words give every radical they may be a
mutation of; both languages give up simple endings. Many keys are no words at all, which does no
harm: an index holds only those that its own words lead to.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from canllaw.languages import Language
from canllaw.welsh.mutation import fold, radicals

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What leans on a word: i’r, a’i, mae’n, plant’s; and what leans forward: d’oes, o’r.
_LEANS_BACK: Final = re.compile(r"['’](?:r|n|i|u|w|m|th|ch|s|re|ve|ll)$", re.IGNORECASE)
_LEANS_FORWARD: Final = re.compile(r"^(?:b|d|f|m|s|t|n|r)['’]", re.IGNORECASE)

# An ending, what stands in its place, and the fewest letters that must be left before it.
ENDINGS: Final[Mapping[Language, tuple[tuple[str, str, int], ...]]] = {
    "cy": (
        ("iadau", "", 3), ("iadau", "iad", 2), ("ion", "", 3), ("iau", "", 3), ("iaid", "", 3),
        ("au", "", 3), ("on", "", 3), ("oedd", "", 3), ("ydd", "", 4), ("feydd", "fa", 2),
        ("wch", "", 3), ("nnwch", "n", 2), ("iwch", "io", 3), ("wch", "u", 3), ("ir", "io", 3),
        ("af", "u", 3),
    ),
    "en": (
        ("ies", "y", 2), ("sses", "ss", 1), ("es", "", 3), ("es", "e", 2), ("s", "", 3),
        ("ing", "", 3), ("ing", "e", 3), ("ed", "", 3), ("ed", "e", 3), ("ment", "", 4),
        ("al", "", 4), ("ally", "", 4), ("ly", "", 4), ("n't", "", 2),
    ),
}  # fmt: skip


def words(text: str) -> list[str]:
    """Return the words of `text` as they stand, without what leans on them: "i’r" as "i"."""
    return [bare for word in _WORD.findall(text) if (bare := _bare(word))]


@cache  # a site says most of its words many times
def _bare(word: str) -> str:
    return _LEANS_FORWARD.sub("", _LEANS_BACK.sub("", word))


def forms(word: str, language: Language, bases: Mapping[str, str]) -> tuple[str, ...]:
    """Return each lower-case form that `word` may be a form of, itself first, accents kept.

    `bases` gives the singular of plurals that no rule covers, both folded: {"cyrff": "corff"}.
    """
    found = [r.word for r in radicals(word)] if language == "cy" else [word.lower()]
    for form in tuple(found):
        base = bases.get(fold(form))
        found += [base] if base else _without_ending(form, language)
    return tuple(dict.fromkeys(found))


def keys(word: str, language: Language, bases: Mapping[str, str]) -> tuple[str, ...]:
    """Return the folded forms of a lower-case `word`, itself first, each once."""
    return tuple(dict.fromkeys(fold(form) for form in forms(fold(word), language, bases)))


def _without_ending(word: str, language: Language) -> list[str]:
    return [
        word[: len(word) - len(ending)] + instead
        for ending, instead, least in ENDINGS[language]
        if word.endswith(ending) and len(word) - len(ending) >= least
    ]
