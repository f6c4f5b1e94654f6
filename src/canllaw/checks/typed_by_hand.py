"""Finds deadlines, ages, dates and section numbers that somebody typed into prose."""

import re
from collections.abc import Iterator
from typing import Final

from canllaw.languages import Language

# "See the next section", and on the line below "2. Ask the school": no section 2.
_ITEM_NUMBER: Final = re.compile(r"^[ \t]*\d+[.)](?=\s)", re.M)

_EN_NUMBER = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty|fifty"
    r"|sixty)"
)
_EN_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
# With their mutations: o ddeuddeg wythnos, yn bymtheg oed, a thair wythnos, o Fedi 2021.
_CY_NUMBER = (
    r"(?:\d{1,3}|d?dau|d?dwy|dri|th?ri|dair|th?air|[bp]h?edwar|[bp]h?edair|[bp]h?ump?|chwech?|saith"
    r"|wyth|naw|d?de(?:g|ng)|d?deudde(?:g|ng)|[bp]h?ymthe(?:g|ng)|h?ugain)"
)
_CY_UNIT = (
    r"(?:(?:d?d|n)iwrnod|d?diwrnodau|wythnos(?:au)?|[mf]is(?:oedd)?|[bfm]lynedd|[bf]lwyddyn"
    r"|[bf]lynyddoedd)"
)
_CY_MONTH = (
    r"(?:Ionawr|Chwefror|[MF]awrth|Ebrill|[MF]ai|[MF]ehefin|G?orffennaf|Awst|[MF]edi|Hydref"
    r"|Th?achwedd|Dachwedd|Rhagfyr)"
)

_PATTERNS: Final[dict[Language, str]] = {
    "en": (
        rf"\b{_EN_NUMBER}[\s-](?:(?:school|working|term-time|calendar)[\s-])?"
        r"(?:days?|weeks?|months?|years?)\b"
        rf"|\b(?:aged?|age of)\s{_EN_NUMBER}\b"
        r"|\b(?:under|over|until|turns?)\s"
        rf"(?:\d{{1,3}}\b(?!\sof\b)|{_EN_NUMBER}\b(?!\s(?:of|or)\b))"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s{_EN_MONTH}\b|\b{_EN_MONTH}\s\d{{4}}\b"
        r"|\b(?:sections?|regulations?|reg\.|(?<![’'])s\.)\s?\d+(?:\(\w+\))*"
    ),
    "cy": (
        rf"\b{_CY_NUMBER}\s(?:o\s)?(?:{_CY_UNIT}|oed|[bfm]lwydd)\b"
        rf"|\b\d{{1,2}}(?:af|il|ydd|ed|fed|eg|ain)?\s(?:o\s)?{_CY_MONTH}\b"
        rf"|\b{_CY_MONTH}\s\d{{4}}\b"
        r"|\b(?:adrannau|adran|rheoliadau|rheoliad)\s\d+(?:\(\w+\))*"
    ),
}
# In lower case on both sides: twice as quick as asking for either case.
_FIGURES: Final = {side: re.compile(pattern.lower()) for side, pattern in _PATTERNS.items()}


def typed_figures(prose: str, language: Language) -> Iterator[tuple[int, str]]:
    """Yield the position in `prose` and the words of each figure that somebody typed."""
    unnumbered = _ITEM_NUMBER.sub(lambda found: " " * len(found[0]), prose)
    for found in _FIGURES[language].finditer(unnumbered.lower()):
        yield found.start(), " ".join(unnumbered[found.start() : found.end()].split())
