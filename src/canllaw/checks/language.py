"""Is the Welsh Welsh and the English English? Small words and spellings tell, without a dictionary.

Each word leans to one language by points: a small word by 5, a spelling that only one of the two
has by 2. Tuned so that nothing correct is refused; a text of one or two words may slip through.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from canllaw.languages import LANGUAGES, NAMES, Language, Words, counterpart
from canllaw.model import Library, Name, Page, PageKey, Text, Wording, blank_out, texts
from canllaw.problems import Place, Problem

_SMALL_WORD: Final = 5
_SPELLING: Final = 2
# So many points together are no accident: in a whole text, and in words inside a page.
_TEXT: Final = 4
_RUN: Final = 7
_WORDS_IN_A_RUN: Final = 3

# Words of both languages, such as am, at, her, is and pan, tell nothing.
_WELSH_WORDS: Final = """
    ac â ag ar beth bob bod bydd byddwch cael caiff cewch chi ch dan dim dros drwy ef ei eich ein
    er eu fel fod fydd gael gall gallwch gan gyda heb hefyd hon honno hwn hwnnw hwy hyd hyn hynny i
    mae maen maent mewn mwy n na nad neu nhw ni nid o oedd oes ond os pam pob pwy r rhai rhaid
    rhwng roedd sut sy sydd u w wedi wedyn wrth y ych yd ydych ydynt ydy ym yn yng yr yw ble
    """
_ENGLISH_WORDS: Final = """
    an and any are as be been but by did do does each for from has have he him his how if in into
    it its may more must my no not of on only or other our s she should so than that the their
    them then there these they this those to under until was we were what when where which while
    who why will with would you your about also
    """
_SMALL_WELSH: Final = frozenset(_WELSH_WORDS.split())
_SMALL_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())
_WELSH_SPELLING: Final = re.compile(
    r"[ŵŷêôîâï]|dd|^(?:ll|rh|ngh|mh|nh|gw|cyf|cyn|cym|ym|dy|ff)|[^aeiou]wy|wy[^n]"
    r"|(?:ad|aeth|af|ai|ais|ant|au|aw|chi|eb|ed[id]|edig|ef|eg|eth|iad|iau|if|io|iol|ion|ir|iw|ll"
    r"|ni|oedd|og|ol|ref|us|wch|wn|wr|wyd|yd|ydd|yn|ys)$"
    r"|[^aeiouwyâêô]w[^aeiouyâêôh]|[^aeiouwy]w$|[^o]u$|[^aeiou]i$"
)
_ENGLISH_SPELLING: Final = re.compile(
    r"[kvxzqj]|tion|sh|(?<!n)gh|ee|oo|ou|ea|wh|oa|ow|^sch|^th|oi|cia|tch|pp|tt|ai[nr]"
    r"|(?:able|al|ance|ce|ck|ct|de|ed|ence|ept|ery|ge|ible|ies|ing|ity|ive|le|ly|me|ment|ne|ness"
    r"|ous|re|se|ss|te|ure|ve|[bcdeghklmnprtw]s)$"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
# Words that stand together, with no mark between them but an apostrophe or a hyphen.
_PIECE: Final = re.compile(r"[^.!?:;|,\n\ufffc()“”*\[\]]+")
_MARKED: Final = re.compile(r"<(\w+)[^>]*\slang\s*=[^>]*>.*?</\1>", re.S)


def language_of_facts(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """Each side of a text is in its language."""
    for entry in library.entries.values():
        for path, text in texts(entry):
            for side in _foreign_sides(text):
                yield _problem(side, text.in_(side), library.place(entry.id, *path, side))


def language_of_labels(wording: Wording, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Each side of a label is in its language."""
    for key, text in wording.items():
        for side in _foreign_sides(text):
            yield _problem(side, text.in_(side), places[key])


def language_of_pages(pages: Mapping[PageKey, Page], _calls: object) -> Iterator[Problem]:
    """A page is in its language: words of the other one stand in an element that says so."""
    for page in pages.values():
        if is_foreign(page.meta.description, page.language):
            yield _problem(page.language, page.meta.description, page.place(1))
        for position, words in foreign_runs(unmarked(page), page.language):
            yield Problem(
                "C307",
                page.place_of(position),
                Words(
                    cy=f"Nid {NAMES[page.language].cy} yw “{words}”; byddai darllenydd sgrin yn ei "
                    "gamddarllen.",
                    en=f"“{words}” is not {NAMES[page.language].en}; "
                    "a screen reader would misread it.",
                ),
                Words(
                    cy="Cyfieithwch hyn, neu nodwch ei iaith: "
                    f'<span lang="{counterpart(page.language)}">{words}</span>.',
                    en="Translate it, or mark it: "
                    f'<span lang="{counterpart(page.language)}">{words}</span>.',
                ),
            )


def is_foreign(text: str, language: Language) -> bool:
    """Whether the words of a text lean to the other language so far that it is no accident."""
    return _points(text, language) <= -_TEXT


def _foreign_sides(text: Text) -> Iterator[Language]:
    """Yield each side that is not in its language; where both are the same, C302 says so."""
    if text.cy == text.en:
        return
    points = {side: _points(text.in_(side), side) for side in LANGUAGES}
    # Two short sides that both lean a little to the other are swapped.
    swapped = max(points.values()) < 0 and sum(points.values()) <= -_TEXT
    for side, sum_of_words in points.items():
        # A name may be in the other language.
        if swapped or (sum_of_words <= -_TEXT and not isinstance(text, Name)):
            yield side


def foreign_runs(prose: str, language: Language) -> Iterator[tuple[int, str]]:
    """Yield where words of the other language stand together in `prose`, and these words."""
    for piece in _PIECE.finditer(prose):
        run: list[re.Match[str]] = []
        points = 0
        for word in _WORD.finditer(piece[0]):
            leaning = _points_of(word[0], language)
            if leaning > 0:
                yield from _long_enough(piece, run, points)
                run, points = [], 0
            elif leaning < 0 or run:  # what leans nowhere does not start a run
                run.append(word)
                points += leaning
        yield from _long_enough(piece, run, points)


def _long_enough(
    piece: re.Match[str], run: list[re.Match[str]], points: int
) -> Iterator[tuple[int, str]]:
    if len(run) >= _WORDS_IN_A_RUN and points <= -_RUN:
        start, end = run[0].start(), run[-1].end()
        yield piece.start() + start, " ".join(piece[0][start:end].split())


def unmarked(page: Page) -> str:
    """Return the prose without what stands in an element that names its language."""
    prose = page.prose
    for found in _MARKED.finditer(page.body):
        prose = prose[: found.start()] + blank_out(found[0]) + prose[found.end() :]
    return prose


def _points(text: str, language: Language) -> int:
    return sum(_points_of(word, language) for word in _WORD.findall(text))


@cache
def _points_of(word: str, language: Language) -> int:
    """Return how far `word` leans to `language`; below 0 it leans to the other one."""
    if len(word) > 1 and word.isupper():
        return 0
    welsh = _leaning_to_welsh(word)
    return welsh if language == "cy" else -welsh


def _leaning_to_welsh(word: str) -> int:
    lower = word.lower()
    if lower in _SMALL_WELSH and word != "I":
        return _SMALL_WORD
    if lower in _SMALL_ENGLISH:
        return -_SMALL_WORD
    if len(word) < 3:
        return 0
    welsh = min(2, len(_WELSH_SPELLING.findall(lower)))
    english = min(2, len(_ENGLISH_SPELLING.findall(lower)))
    return _SPELLING * (welsh - english)


def _problem(side: Language, text: str, place: Place) -> Problem:
    shown = text if len(text) < 60 else f"{text[:60].rpartition(' ')[0]}…"
    return Problem(
        "C307",
        place,
        Words(
            cy=f"Nid yw “{shown}” yn edrych fel {NAMES[side].cy}.",
            en=f"“{shown}” does not look like {NAMES[side].en}.",
        ),
        Words(
            cy=f"Ysgrifennwch y testun {NAMES[side].cy} yma. Os yw’r ddwy ochr wedi cyfnewid lle, "
            "rhowch nhw’n ôl.",
            en=f"Write the {NAMES[side].en} here. If the two sides are swapped, swap them back.",
        ),
    )
