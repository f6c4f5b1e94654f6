"""The order of the Welsh alphabet, where ch, dd, ff, ng, ll, ph, rh and th are single letters.

Where two parts of a word meet, as in Ban·gor or ar·holi, they are two letters: only a list can
tell. A word that no list here has ruled on can be marked with U+034F between the two letters.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, TypeAlias

from canllaw.welsh.mutation import fold, radicals

SortKey: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, ...], ...], str]

_ALPHABET: Final = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z"
_RANKS: Final = {letter: rank for rank, letter in enumerate(_ALPHABET.split())}
_SPACE, _NUMBER, _LETTER = range(3)  # shorter phrases first, then figures, then letters
_JOINER: Final = "\N{COMBINING GRAPHEME JOINER}"
# Acute, grave, circumflex, diaeresis, in the order of the Unicode collation algorithm.
_ACCENTS: Final = {"\u0301": 1, "\u0300": 2, "\u0302": 3, "\u0308": 4}

# How words begin in which n+g or r+h are two letters; longer words and mutated forms follow them.
_DIVIDED_WORDS: Final = """
    ar·ho arddan·gos ban·gladesh ban·gor blaen·g bron·g byr·h cor·hwy cyn·gerdd cyn·gres dan·gos
    eglur·h glan·g gor·h gwan·gal hen·goed hun·gar hunan·g hwn·gar hwyr·ha in·grid llan·g llon·gyf
    llun·g mawr·h min·g par·ha pen·g sicr·h tan·gei trugar·h un·g ymddan·gos
    """
# How words begin in which ng or rh, looked at and found to be one letter, stands inside.
_UNDIVIDED_WORDS: Final = """
    angel angen angladd angof angor angyl anrheg anrhefn anrhyd cangen cyfryng cyfyng cyngor
    dihang dring eang ehang englyn ffrangeg gollyng hongia ieuang llanrh llong llynges olrhain
    penrh pymtheng rhyng tangnef trengi unrhyw
    """
_DIVIDED: Final = re.compile(
    "|".join("{}(?={})".format(*word.split("·")) for word in _DIVIDED_WORDS.split())
)
_UNDIVIDED: Final = re.compile("|".join(_UNDIVIDED_WORDS.split()))

_WORD: Final = re.compile(r"[^\W\d_]+")
# ng at the end of a word or before h is always one letter, so nobody needs to rule on it.
_DOUBTFUL: Final = re.compile("(?<=.)(?:ng(?=[^h])|rh(?=.))")
_LEADING_ARTICLE: Final = re.compile(r"yr?\s+", re.IGNORECASE)
# In a digraph the second sign is small: DDdY is D, Dd, Y, and AALl is A, A, Ll.
_ELEMENT: Final = re.compile(
    r"(?P<space>\s+)|(?P<number>[0-9]+)"
    r"|(?P<letter>[CcPpRrTt]h|[Dd]d|[Ff]f|[Nn]g|[Ll]l|[A-Za-z])(?P<marks>[\u0300-\u036f]*)"
)


def sort_key(text: str) -> SortKey:
    """Return what puts `text` in Welsh order: letters, then accents, then small before capital.

    A leading article, hyphens, apostrophes and other signs do not count.
    """
    elements = tuple(_ELEMENT.finditer(_divided(_without_article(text))))
    letters = tuple(_weight(element) for element in elements)
    accents = tuple(_accents(element) for element in elements)
    return letters, accents, unicodedata.normalize("NFD", text).swapcase()


def initial(text: str) -> str:
    """Return the letter that `text` stands under in an index: "A", "Ch", "Ll"; "#" if none."""
    for element in _ELEMENT.finditer(_divided(_without_article(text))):
        if element["letter"]:
            return element["letter"].capitalize()
    return "#"


def undecided(headwords: Iterable[str]) -> tuple[str, ...]:
    """Return, in order, the words with an n+g or r+h inside that no table has ruled on."""
    words = {
        word.lower()
        for headword in headwords
        for word in _WORD.findall(unicodedata.normalize("NFC", headword))
        if _DOUBTFUL.search(word) and not _is_ruled_on(word)
    }
    return tuple(sorted(words, key=sort_key))


def _is_ruled_on(word: str) -> bool:
    return any(
        _DIVIDED.match(radical.word) or _UNDIVIDED.match(radical.word)
        for radical in radicals(fold(word))
    )


def _without_article(text: str) -> str:
    stripped = text.strip()
    return stripped[found.end() :] if (found := _LEADING_ARTICLE.match(stripped)) else stripped


def _divided(text: str) -> str:
    """Return `text` decomposed, with a joiner where the tables divide a word."""
    composed = unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFD", _WORD.sub(_divide, composed))


def _divide(found: re.Match[str]) -> str:
    word = found[0]
    for radical in radicals(fold(word)):
        if cut := _DIVIDED.match(radical.word):
            # Counted from the end, which a mutation leaves alone.
            end = len(radical.word) - cut.end()
            return f"{word[:-end]}{_JOINER}{word[-end:]}"
    return word


def _weight(element: re.Match[str]) -> tuple[int, int]:
    if element["letter"]:
        return (_LETTER, _RANKS[element["letter"].lower()])
    return (_NUMBER, int(element["number"])) if element["number"] else (_SPACE, 0)


def _accents(element: re.Match[str]) -> tuple[int, ...]:
    marks = (element["marks"] or "").replace(_JOINER, "")
    return tuple(_ACCENTS.get(mark, len(_ACCENTS) + 1) for mark in marks)
