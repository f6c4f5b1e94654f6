"""The initial mutations of Welsh: how a first letter changes, and what it may have been before.

The tables are letters, not a dictionary: whether a word mutates at all is for the caller to know.
English names, names of people and titles do not.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Mutation(StrEnum):
    """What a word does to the first letter of the next one."""

    SOFT = "soft"
    NASAL = "nasal"
    ASPIRATE = "aspirate"
    H = "h"
    MIXED = "mixed"  # aspirate where there is one, otherwise soft


@dataclass(frozen=True, slots=True)
class Radical:
    """A word as a dictionary lists it, and the mutation that changed it, or `None`."""

    word: str
    mutation: Mutation | None


_SOFT: Final = {
    "p": "b", "t": "d", "c": "g",
    "b": "f", "d": "dd", "g": "",
    "m": "f", "ll": "l", "rh": "r",
}  # fmt: skip
_NASAL: Final = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
_ASPIRATE: Final = {"p": "ph", "t": "th", "c": "ch"}
_CHANGES: Final[Mapping[Mutation, Mapping[str, str]]] = {
    Mutation.SOFT: _SOFT,
    Mutation.NASAL: _NASAL,
    Mutation.ASPIRATE: _ASPIRATE,
    Mutation.MIXED: {**_SOFT, **_ASPIRATE},
}
# Each mutated letter and what it may have been. MIXED is not here: it makes nothing of its own.
_UNDONE: Final = tuple(
    (changed, Radical(letter, mutation))
    for mutation in (Mutation.SOFT, Mutation.NASAL, Mutation.ASPIRATE)
    for letter, changed in _CHANGES[mutation].items()
)

# A circumflex that comes and goes, and new loan words whose g stays.
_SOFT_EXCEPTIONS: Final = {
    "cwyn": "gŵyn",
    "gemau": "gemau",
    "gêm": "gêm",
    "golff": "golff",
    "goliau": "goliau",
    "gôl": "gôl",
    "grwpiau": "grwpiau",
    "grŵp": "grŵp",
}
# Most of these are mutated already, for good: gan was once can.
_STEADY: Final = frozenset((
    "beth", "ble", "braille", "byth", "dan", "dros", "drwy", "dy", "gan", "ganddi", "ganddo",
    "ganddynt", "ger", "gyd", "gyda", "gydag", "mae", "maen", "maent", "mewn", "portage",
))  # fmt: skip

_VOWELS: Final = frozenset("aeiouwy")
_LETTERS_AFTER_LOST_G: Final = _VOWELS | frozenset("lnr")
# Letters of several signs first: chwaer begins with ch, so it does not mutate as c does.
_FIRST_LETTER: Final = re.compile("ngh|ng|mh|nh|ch|dd|ff|ll|ph|rh|th|ts|.", re.DOTALL)
# Tags, quotation marks, brackets and Markdown stand before a word without being part of it.
_FIRST_WORD: Final = re.compile(r"((?:<[^>]*>|[^\w<]|_)*)([^\W_]+)(.*)", re.DOTALL)
_COMBINING_MARKS: Final = dict.fromkeys(range(0x300, 0x370))
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("‘’ʼ", "'"))


def mutate(word: str, mutation: Mutation) -> str:
    """Return `word` with its first letter mutated; initialisms and steady words come back whole."""
    lower = word.lower()
    if len(word) < 2 or is_initialism(word) or lower in _STEADY:
        return word
    if mutation is Mutation.SOFT and lower in _SOFT_EXCEPTIONS:
        return _capitalised_like(word, _SOFT_EXCEPTIONS[lower])
    letter = _first_letter(lower)
    changed = _changed(letter, mutation)
    if changed == letter:
        return word
    return _capitalised_like(word, changed + word[len(letter) :])


def mutate_first(text: str, mutation: Mutation) -> str:
    """Return `text` with its first word mutated, past any tag, quotation mark or bracket."""
    before, word, rest = split_first_word(text)
    return before + mutate(word, mutation) + rest


def split_first_word(text: str) -> tuple[str, str, str]:
    """Return what stands before the first word of `text`, that word, and what follows it."""
    found = _FIRST_WORD.match(text)
    return (found[1], found[2], found[3]) if found else (text, "", "")


def radicals(surface: str) -> tuple[Radical, ...]:
    """Return each lower-case word that `surface` may be a form of, real or not, itself first."""
    word = surface.lower()
    itself = Radical(word, None)
    if is_initialism(surface):
        return (itself,)
    letter = _first_letter(word)
    rest = word[len(letter) :]
    found = [
        Radical(radical.word + rest, radical.mutation)
        for changed, radical in _UNDONE
        if changed == letter
    ]
    return (itself, *found, *_other_radicals(word, letter, rest))


def is_initialism(word: str) -> bool:
    """Return whether `word` has two or more capitals before a hyphen: ADY, ALl, CDUau, S4C."""
    return sum(sign.isupper() for sign in word.split("-", 1)[0]) > 1


def fold(text: str) -> str:
    """Return `text` in lower case, with straight apostrophes and no accents: "tŷ" as "ty"."""
    straight = text.lower().translate(_APOSTROPHES)
    bare = unicodedata.normalize("NFD", straight).translate(_COMBINING_MARKS)
    return unicodedata.normalize("NFC", bare)


def _first_letter(lower: str) -> str:
    found = _FIRST_LETTER.match(lower)
    return found[0] if found else ""


def _changed(letter: str, mutation: Mutation) -> str:
    if mutation is Mutation.H:
        return f"h{letter}" if fold(letter) in _VOWELS else letter
    return _CHANGES[mutation].get(letter, letter)


def _capitalised_like(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[0].isupper() else word


def _other_radicals(word: str, letter: str, rest: str) -> list[Radical]:
    found = [
        Radical(radical, Mutation.SOFT)
        for radical, changed in _SOFT_EXCEPTIONS.items()
        if changed == word != radical
    ]
    if fold(letter) in _LETTERS_AFTER_LOST_G:
        found.append(Radical(f"g{word}", Mutation.SOFT))
    if letter == "h" and len(rest) > 1 and fold(rest[0]) in _VOWELS:
        found.append(Radical(rest, Mutation.H))
    return found
