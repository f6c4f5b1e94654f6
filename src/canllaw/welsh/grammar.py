"""Small words and what they do to the next one: and, with, or, in, the, prepositions, lists.

Each function takes the text that follows, in its radical form, and returns small word and text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from canllaw.welsh.mutation import (
    Mutation,
    fold,
    is_initialism,
    mutate_first,
    split_first_word,
)

_ARTICLE: Final = {"y": "r", "yr": "r"}
_POSSESSIVES: Final = {"ei": "i", "eu": "u", "ein": "n", "eich": "ch"}
# The words that lean on the small word before them, and what is left of them: a + yr = a’r.
_CONTRACTIONS: Final[Mapping[str, Mapping[str, str]]] = {
    "a": _ARTICLE | _POSSESSIVES,
    "â": _ARTICLE | _POSSESSIVES,
    "gyda": _ARTICLE | _POSSESSIVES,
    "o": _ARTICLE | _POSSESSIVES,
    "i": _ARTICLE | _POSSESSIVES | {"ei": "w", "eu": "w"},
    "drwy": _ARTICLE,
    "efo": _ARTICLE,
    "neu": _ARTICLE,
    "trwy": _ARTICLE,
    "tua": _ARTICLE,
}

# Words that ask for ac although they begin with a consonant. Small letters only: Mai is May.
_AFTER_AC: Final = frozenset((
    "fe", "fel", "felly", "mae", "maen", "maent", "mai", "meddai", "megis", "mewn", "mi",
    "mor", "na", "nac", "nad", "nas", "ni", "nid", "nis", "roedd", "roeddech", "roeddem",
    "roedden", "roeddent", "roeddwn", "rwy", "rwyf", "rydych", "rydym", "sy", "sydd", "wedi",
    "wedyn", "weithiau",
))  # fmt: skip
# These have lost their first consonant, and it comes back to be mutated: a chyda, not a gyda.
_ASPIRATED_AFTER_A: Final = {
    "dan": "than",
    "dros": "thros",
    "drwy": "thrwy",
    "gan": "chan",
    "ganddi": "chanddi",
    "ganddo": "chanddo",
    "ganddynt": "chanddynt",
    "gyda": "chyda",
    "gydag": "chydag",
}
# Prepositions and conjunctions that neu leaves alone; it softens nouns, adjectives, verb-nouns.
_UNCHANGED_AFTER_NEU: Final = frozenset((
    "cyn", "mai", "megis", "pan", "pe", "petai", "rhag", "rhwng", "tan", "tua", "tuag",
))  # fmt: skip

_BEFORE_VOWELS: Final = {"a": "ac", "â": "ag", "gyda": "gydag", "tua": "tua"}
_BEFORE_CONSONANTS: Final = {"ac": "a", "ag": "â", "gydag": "gyda"}
_SOFTENING: Final = frozenset((
    "am", "ar", "at", "dan", "dros", "drwy", "gan", "heb", "hyd", "i", "o", "tan", "tros",
    "trwy", "wrth",
))  # fmt: skip
# Its last word softens elsewhere, not here: hyd ffordd, but ar hyd ffordd.
_UNCHANGING: Final = frozenset(("ar hyd",))

# w is a vowel in wrth and wythnos, not in wlad, wraig or web. The Welsh Government's translators
# write yr before every wy-: yr wybodaeth.
_VOWEL_SOUND: Final = re.compile("[aeiouy]|w(?![aeiou]|[hlnr][aeiouwy])")
_CONSONANT_SOUND: Final = frozenset(("whatsapp", "youtube"))
# un, wyth, un ar ddeg, wyth deg, wyth mil, un naw naw naw; but cyntaf, deuddeg, cant, mil.
_VOWEL_NUMBER: Final = re.compile(r"8|1(?:1(?:,\d{3})*)?(?!,?\d|af)|1[1-9]\d\d(?!\d)")
# Letters by their old names: a, éc, éch, édd, e, éf. "a, b ac c" is the Welsh Government's rule.
_VOWEL_NAMES: Final = frozenset((
    "a", "c", "ch", "dd", "e", "f", "ff", "g", "ng", "h", "i", "k", "l", "ll", "m", "n", "o",
    "r", "s", "th", "u", "w", "x", "y",
))  # fmt: skip
# Initialisms read letter by letter from éf, él, ém, én, ér, és or ecs: NSPCC, S4C, but not SNAP.
_SPELLED_OUT: Final = re.compile("[FLMNRSX][^AEIOUWY]*$|[LMNRX][^AEIOUWY]")


def and_(next_text: str) -> str:
    """Return "a" or "ac" and `next_text`: "a phlant", "ac ysgol", "a’r ysgol"."""
    before, word, rest = split_first_word(next_text)
    if word in _AFTER_AC:
        return f"ac {next_text}"
    if word in _ASPIRATED_AFTER_A:
        return f"a {before}{_ASPIRATED_AFTER_A[word]}{rest}"
    return _aspirating("a", next_text)


def with_(next_text: str) -> str:
    """Return "â" or "ag" and `next_text`: "â phlant", "ag ADY", "â’r ysgol"."""
    return _aspirating("â", next_text)


def or_(next_text: str) -> str:
    """Return "neu" and `next_text`: "neu blentyn", "neu’r ysgol"; not for verbs with a tense."""
    if split_first_word(next_text)[1] in _UNCHANGED_AFTER_NEU:
        return f"neu {next_text}"
    return _softening("neu", next_text)


def in_(place: str) -> str:
    """Return "yn", "yng" or "ym" and a definite `place`: "yng Nghymru", "yn y Fenni"."""
    first, space, rest = place.partition(" ")
    if first.lower() in _ARTICLE:
        return f"yn {first.lower()}{space}{rest}"
    mutated = mutate_first(place, Mutation.NASAL)
    word = split_first_word(mutated)[1]
    if is_initialism(word):
        return f"yn {mutated}"
    if word.lower().startswith("ng"):
        return f"yng {mutated}"
    return f"ym {mutated}" if word.lower().startswith("m") else f"yn {mutated}"


def article(noun: str, feminine: bool = False, after_vowel: bool = False) -> str:
    """Return "y ", "yr " or "’r " and `noun`; `feminine`, for singular nouns only, softens it."""
    keeps_letter = fold(split_first_word(noun)[1]).startswith(("ll", "rh"))
    text = mutate_first(noun, Mutation.SOFT) if feminine and not keeps_letter else noun
    if after_vowel:
        return f"’r {text}"
    begins_with_h = split_first_word(text)[1].lower().startswith("h")
    return f"yr {text}" if begins_with_h or _begins_with_vowel(text) else f"y {text}"


def after(preposition: str, text: str) -> str:
    """Return a lower-case `preposition` and `text`, unchanged after a word that changes nothing."""
    *earlier, last = preposition.split()
    word = _BEFORE_CONSONANTS.get(last, last)
    if preposition in _UNCHANGING:
        return f"{preposition} {text}"
    return " ".join((*earlier, _after_word(word, text)))


def _after_word(word: str, text: str) -> str:
    special: Mapping[str, Callable[[str], str]] = {"a": and_, "neu": or_, "yn": in_}
    if word in special:
        return special[word](text)
    if word in _BEFORE_VOWELS:
        return _aspirating(word, text)
    if word in _SOFTENING:
        return _softening(word, text)
    return _contracted(word, text) or f"{word} {text}"


def list_and(items: Sequence[str]) -> str:
    """Join `items` with commas and a last "a" or "ac": "ysgolion, rhieni a phlant"."""
    return _listed(items, and_)


def list_or(items: Sequence[str]) -> str:
    """Join `items` with commas and a last "neu": "rhiant neu ofalwr"."""
    return _listed(items, or_)


def _listed(items: Sequence[str], link: Callable[[str], str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {link(items[-1])}"


def _aspirating(word: str, text: str) -> str:
    contracted = _contracted(word, text)
    if contracted:
        return contracted
    if _begins_with_vowel(text):
        return f"{_BEFORE_VOWELS[word]} {text}"
    return f"{word} {mutate_first(text, Mutation.ASPIRATE)}"


def _softening(word: str, text: str) -> str:
    return _contracted(word, text) or f"{word} {mutate_first(text, Mutation.SOFT)}"


def _contracted(word: str, text: str) -> str:
    """Return "a’r ysgol" for "a" and "yr ysgol", or nothing where nothing leans on `word`."""
    parts = text.split(maxsplit=1)
    ending = _CONTRACTIONS.get(word, {}).get(parts[0].lower()) if len(parts) == 2 else None
    return f"{word}’{ending} {parts[1]}" if ending else ""


def _begins_with_vowel(text: str) -> bool:
    _, word, rest = split_first_word(text)
    if word[:1].isdigit():
        return _VOWEL_NUMBER.match(word + rest) is not None
    if word.lower() in _VOWEL_NAMES or (is_initialism(word) and _SPELLED_OUT.match(word)):
        return True
    if word.lower() in _CONSONANT_SOUND:
        return False
    return _VOWEL_SOUND.match(fold(word)) is not None
