"""Keeps England's law out of guidance on the law of Wales, unless it is named as England's."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Final

from canllaw.languages import Words
from canllaw.model import Library, Page, PageKey, Term, texts
from canllaw.problems import Place, Problem

_FOREIGN: Final = re.compile(
    r"\b(?:EHCPs?|EHC plans?|[Ee]ducation, [Hh]ealth and [Cc]are plans?|SEND?COs?|SEND?Cos?"
    r"|SEND Tribunal|SENDIASS|SEND|cynllun(?:iau)? (?:EHC|AIG))\b"
)
_NAMED: Final = re.compile(r"\b(?:England|English council|English local authority|Loegr|Lloegr)\b")
_PARAGRAPH: Final = re.compile(r"(?:^[^\n]*\S[^\n]*\n?)+", re.M)


def other_nations_on_pages(pages: Mapping[PageKey, Page], _calls: object) -> Iterator[Problem]:
    """A paragraph that uses a word of England's law says that it is about England."""
    for page in pages.values():
        for paragraph in _PARAGRAPH.finditer(page.prose):
            found = _FOREIGN.search(paragraph[0])
            if found and not _NAMED.search(paragraph[0]):
                yield _problem(found[0], page.place_of(paragraph.start() + found.start()))


def other_nations_in_facts(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """A fact that uses a word of England's law says that it is about England."""
    for entry in library.entries.values():
        if isinstance(entry, Term):
            continue  # the glossary explains such words
        for path, text in texts(entry):
            for side, words in (("cy", text.cy), ("en", text.en)):
                found = _FOREIGN.search(words)
                if found and not _NAMED.search(words):
                    yield _problem(found[0], library.place(entry.id, *path, side))


def _problem(word: str, place: Place) -> Problem:
    return Problem(
        "C614",
        place,
        Words(
            cy=f"Mae '{word}' yn perthyn i gyfraith Lloegr, nad yw’n gymwys yng Nghymru.",
            en=f"'{word}' belongs to the law of England, which does not hold in Wales.",
        ),
        Words(
            cy="Defnyddiwch derm Cymru, neu dywedwch yn yr un paragraff fod hyn yn ymwneud â "
            "Lloegr.",
            en="Use the term of Wales, or say in the same paragraph that it is about England.",
        ),
    )
