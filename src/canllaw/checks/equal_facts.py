"""Whatever is counted, dated or numbered is the same on both sides of a pair."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from canllaw.languages import Language, Words
from canllaw.model import Library, Page, PageKey, texts
from canllaw.problems import Problem

_FIGURE: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]+")
# "deg" is ten, and also "teg", fair, after yn.
_NOT_A_NUMBER: Final = re.compile(r"(?:\byn|’n) (?:fwy )?deg\b")

# One and two are left out: "un" and "one" are pronouns too, and "dau" often stands for "both".
_NUMBER_WORDS: Final[dict[Language, dict[str, int]]] = {
    "en": {
        word: number
        for number, words in {
            3: "three third",
            4: "four fourth",
            5: "five fifth",
            6: "six sixth",
            7: "seven seventh",
            8: "eight eighth",
            9: "nine ninth",
            10: "ten tenth",
            11: "eleven eleventh",
            12: "twelve twelfth",
            15: "fifteen",
            16: "sixteen",
            18: "eighteen",
            20: "twenty",
        }.items()
        for word in words.split()
    },
    "cy": {
        word: number
        for number, words in {
            3: "tri thri dri tair thair dair trydydd drydydd thrydydd trydedd drydedd thrydedd",
            4: "pedwar bedwar phedwar pedair bedair phedair pedwerydd bedwerydd pedwaredd",
            5: "pum bum phum pump bump phump pumed bumed phumed",
            6: "chwe chwech chweched",
            7: "saith seithfed",
            8: "wyth wythfed",
            9: "naw nawfed",
            10: "deg ddeg deng ddeng degfed ddegfed",
            12: "deuddeg ddeuddeg deuddeng ddeuddeng deuddegfed",
            15: "pymtheg bymtheg phymtheg pymtheng bymtheng",
            18: "deunaw ddeunaw",
            20: "ugain",
        }.items()
        for word in words.split()
    },
}


def figures(text: str, language: Language) -> Counter[str]:
    """Return every number in `text`, in figures or in words, with how often it stands there."""
    found = Counter(_FIGURE.findall(text))
    words = _NUMBER_WORDS[language]
    for word in _WORD.findall(_NOT_A_NUMBER.sub("", text.lower())):
        if word in words:
            found[str(words[word])] += 1
    return found


def equal_figures_in_facts(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """The numbers in the Welsh of a fact are those in its English."""
    for entry in library.entries.values():
        for path, text in texts(entry):
            welsh, english = figures(text.cy, "cy"), figures(text.en, "en")
            if welsh != english:
                yield Problem(
                    "C303",
                    library.place(entry.id, *path),
                    _difference(welsh, english),
                    Words(
                        cy="Rhowch yr un rhif ar y ddwy ochr.",
                        en="Say the same number on both sides.",
                    ),
                )


def equal_figures_on_pages(pages: Mapping[PageKey, Page], _calls: object) -> Iterator[Problem]:
    """The numbers in each section of a Welsh page are those in the same section in English."""
    for page in pages.values():
        other = pages.get(("en", page.path))
        if page.language == "en" or other is None:
            continue
        # Where the sections differ C611 says so; then only those that have a counterpart count.
        for (position, welsh), (_, english) in zip(_sections(page), _sections(other), strict=False):
            if welsh != english:
                yield Problem(
                    "C303",
                    page.place_of(position),
                    _difference(welsh, english),
                    Words(
                        cy=f"Rhowch yr un rhif yma ac yn {other.file}.",
                        en=f"Say the same number here and in {other.file}.",
                    ),
                )


def _sections(page: Page) -> Iterator[tuple[int, Counter[str]]]:
    """Yield where each section starts in the prose, and its numbers."""
    for start, section in page.sections():
        # The numbers in front of the items of a list are Markdown, not prose.
        yield start, figures(re.sub(r"(?m)^[ \t]*\d+\.\s", "", section), page.language)


def _difference(welsh: Counter[str], english: Counter[str]) -> Words:
    only_welsh = ", ".join(sorted((welsh - english).elements()))
    only_english = ", ".join(sorted((english - welsh).elements()))
    parts = [
        Words(cy=f"yn y Gymraeg yn unig: {only_welsh}", en=f"only in the Welsh: {only_welsh}")
        if only_welsh
        else Words(),
        Words(cy=f"yn y Saesneg yn unig: {only_english}", en=f"only in the English: {only_english}")
        if only_english
        else Words(),
    ]
    return Words(
        cy=f"Mae’r rhifau’n wahanol ({'; '.join(part.cy for part in parts if part)}).",
        en=f"The numbers differ ({'; '.join(part.en for part in parts if part)}).",
    )
