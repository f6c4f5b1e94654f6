"""Is it plain? Sentence length in both languages, and how hard the English is to read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from canllaw.languages import Language, Words
from canllaw.model import BLANK, Page, PageKey
from canllaw.problems import Problem

# Words in a sentence. Plain-language guides ask for 15 to 20 on average; Welsh needs a few more.
LONGEST: Final[dict[Language, int]] = {"cy": 45, "en": 40}
# The Flesch-Kincaid grade of a page (Kincaid and others, 1975). Grade 7 is read at about age 12.
HARDEST: Final = {"parent": 7.0, "everyone": 7.0, "practitioner": 9.0}

_SENTENCE: Final = re.compile(r"[^.!?:;|\n]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS: Final = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    position: int
    text: str
    words: list[str]


def plain_language(pages: Mapping[PageKey, Page], _calls: object) -> Iterator[Problem]:
    """Sentences are short, and English pages can be read by a twelve-year-old, or nearly."""
    for page in pages.values():
        sentences = list(_sentences(page))
        for sentence in sentences:
            if len(sentence.words) > LONGEST[page.language]:
                yield Problem(
                    "C615",
                    page.place_of(sentence.position),
                    Words(
                        cy=f"Mae {len(sentence.words)} o eiriau yn y frawddeg hon: "
                        f"“{_start(sentence)}…”",
                        en=f"This sentence has {len(sentence.words)} words: “{_start(sentence)}…”",
                    ),
                    Words(cy="Gwnewch ddwy frawddeg ohoni.", en="Make two sentences of it."),
                )
        if page.language == "en" and sentences:
            yield from _hard_to_read(page, sentences)


def _hard_to_read(page: Page, sentences: list[_Sentence]) -> Iterator[Problem]:
    words = [word for sentence in sentences for word in sentence.words]
    grade = _grade(words, len(sentences))
    if grade > HARDEST[page.meta.audience]:
        hardest = max(sentences, key=lambda sentence: _grade(sentence.words, 1))
        yield Problem(
            "C616",
            page.place_of(hardest.position),
            Words(
                cy=f"Mae Saesneg y dudalen hon yn anodd ei ddarllen (gradd {grade:.1f}; y nod yw "
                f"{HARDEST[page.meta.audience]:.0f} neu lai). Ei brawddeg anoddaf: "
                f"“{_start(hardest)}…”",
                en=f"The English of this page is hard to read (grade {grade:.1f}; "
                f"{HARDEST[page.meta.audience]:.0f} or less is the aim). Its hardest sentence: "
                f"“{_start(hardest)}…”",
            ),
            Words(
                cy="Defnyddiwch frawddegau byrrach a geiriau bob dydd.",
                en="Use shorter sentences and everyday words.",
            ),
        )


def _sentences(page: Page) -> Iterator[_Sentence]:
    for found in _SENTENCE.finditer(_without_line_breaks(page.prose)):
        words = _WORD.findall(found[0])
        if len(words) > 3:
            start = found.end() - len(found[0].lstrip())
            yield _Sentence(start, " ".join(found[0].split()), words)


def _without_line_breaks(prose: str) -> str:
    """Join the lines of a paragraph; a blank line, list item, table row or heading ends one."""
    return re.sub(r"\n(?!\s*(?:\n|[-*|#>!]|\d+\.))", " ", prose)


def _grade(words: list[str], sentences: int) -> float:
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    lower = word.lower()
    count = len(_VOWELS.findall(lower))
    if lower.endswith("e") and not lower.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(count, 1)


def _start(sentence: _Sentence) -> str:
    clean = sentence.text.replace(BLANK, "").lstrip(" #|*-0123456789")
    return " ".join(clean.split()[:12])
