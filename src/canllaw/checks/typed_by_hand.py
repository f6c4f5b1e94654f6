"""Finds deadlines, ages, dates and section numbers that somebody typed into prose."""

import re
from collections.abc import Iterator
from typing import Final

from canllaw.languages import Language

# What is not prose: template code, code, HTML tags, link targets and heading ids.
_NOT_PROSE: Final = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{//.*?//\}|```.*?```|`[^`\n]*`|<[^>]*>|\]\([^)\n]*\)|\{[:#][^}\n]*\}",
    re.S,
)

_EN_NUMBER = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen"
    r"|eighteen|twenty(?:-\w+)?|thirty(?:-\w+)?|forty)"
)
_EN_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_CY_NUMBER = (
    r"(?:\d{1,3}|dau|ddau|dwy|ddwy|tri|tair|pedwar|pedair|pum|pump|chwe|chwech|saith|wyth|naw|deg"
    r"|deng|deuddeg|deuddeng|pymtheg|pymtheng|ugain|deg ar hugain)"
)
_CY_UNIT = r"(?:[dn]d?iwrnod|diwrnodau|wythnosau?|[mf]is(?:oedd)?|[bfm]lynedd|blwyddyn|flwyddyn)"
_CY_MONTH = (
    r"(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)"
)

_FIGURES: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(
        rf"\b{_EN_NUMBER}[\s-](?:(?:school|working|term-time|calendar)[\s-])?"
        r"(?:days?|weeks?|months?|years?)\b"
        rf"|\b(?:aged?|under|over|until|age of|turns?)\s{_EN_NUMBER}\b"
        r"(?!\s(?:of|or)\b)"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s{_EN_MONTH}\b|\b{_EN_MONTH}\s\d{{4}}\b"
        r"|\b(?:sections?|regulations?|reg\.|s\.)\s?\d+(?:\(\w+\))*",
        re.I,
    ),
    "cy": re.compile(
        rf"\b{_CY_NUMBER}\s(?:o\s)?(?:{_CY_UNIT}|oed|mlwydd|blwydd)\b"
        rf"|\b\d{{1,2}}(?:af|il|ydd|ed|fed|eg|ain)?\s(?:o\s)?{_CY_MONTH}\b"
        rf"|\b{_CY_MONTH}\s\d{{4}}\b"
        r"|\b(?:adrannau|adran|rheoliadau|rheoliad)\s\d+(?:\(\w+\))*",
        re.I,
    ),
}


def typed_figures(body: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Yield line and column (from 1, in `body`) and the words of each figure typed in prose."""
    prose = _NOT_PROSE.sub(_blank, body)
    for found in _FIGURES[language].finditer(prose):
        line = prose.count("\n", 0, found.start()) + 1
        column = found.start() - prose.rfind("\n", 0, found.start())
        yield line, column, " ".join(found[0].split())


def _blank(found: re.Match[str]) -> str:
    """Keep the length and the lines of a passage, so that places stay right."""
    return re.sub(r"[^\n]", "\N{OBJECT REPLACEMENT CHARACTER}", found[0])
