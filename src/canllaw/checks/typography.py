"""Apostrophes and quotation marks: ’ and “ ” in both languages, never typewriter marks."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Final

from canllaw.languages import LANGUAGES, Words
from canllaw.model import BLANK, Library, Page, PageKey, Wording, texts
from canllaw.problems import Place, Problem

_STRAIGHT: Final = re.compile(r"['\"`´]")
_MARK: Final = re.compile("[“”‘]")
# The marks around the title of a box are Markdown: !!! warning "Title".
_BOX_TITLE: Final = re.compile(r'^([ \t]*(?:!!!|\?\?\?\+?)[ \t][^"\n]*)"(.*)"(?=[ \t]*$)', re.M)
# A call that cannot be read has a problem of its own (C604).
_BROKEN_CALL: Final = re.compile(r"^[^\n]*(?:\{\{|\}\}|\{%|%\})[^\n]*$", re.M)
_BLANKED: Final = f"{BLANK} "
_PARAGRAPH: Final = re.compile(r"(?:^[^\n]*\S[^\n]*\n?)+", re.M)


def typography_in_facts(library: Library, _day: datetime.date) -> Iterator[Problem]:
    """The texts of facts have the marks of print."""
    for entry in library.entries.values():
        for path, text in texts(entry):
            for side in LANGUAGES:
                yield from _in_text(text.in_(side), library.place(entry.id, *path, side))


def typography_in_labels(wording: Wording, places: Mapping[str, Place]) -> Iterator[Problem]:
    """The labels of the site have the marks of print."""
    for key, text in wording.items():
        for side in LANGUAGES:
            yield from _in_text(text.in_(side), places[key])


def typography_on_pages(pages: Mapping[PageKey, Page], _calls: object) -> Iterator[Problem]:
    """The prose and the description of a page have the marks of print."""
    for page in pages.values():
        yield from _in_text(page.meta.description, page.place(1))
        prose = _BROKEN_CALL.sub(_blank, _BOX_TITLE.sub(r"\1 \2 ", page.prose))
        for paragraph in _PARAGRAPH.finditer(prose):
            for position, problem_id, mark in _slips(paragraph[0]):
                place = page.place_of(paragraph.start() + position)
                yield _problem(problem_id, mark, place, paragraph[0], position)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _in_text(text: str, place: Place) -> Iterator[Problem]:
    for position, problem_id, mark in _slips(text):
        yield _problem(problem_id, mark, place, text, position)


def _slips(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the position of each wrong mark in a paragraph, the id of the problem, and the mark."""
    for found in _STRAIGHT.finditer(text):
        yield found.start(), "C310", found[0]
    opened = -1
    for found in _MARK.finditer(text):
        inside = opened >= 0
        if (found[0] == "“") is inside:  # a second “, or a ” or ‘ with no “ before it
            yield found.start(), "C311", found[0]
        if found[0] == "“":
            opened = found.start()
        elif found[0] == "”":
            opened = -1
    if opened >= 0:
        yield opened, "C311", "“"


def _problem(problem_id: str, mark: str, place: Place, text: str, position: int) -> Problem:
    start = text.rfind(" ", 0, max(position - 15, 0)) + 1
    end = text.find(" ", position + 15)
    around = " ".join(text[start : end if end > 0 else None].split()).strip(_BLANKED)
    if problem_id == "C310":
        return Problem(
            "C310",
            place,
            Words(
                cy=f"Mae’r nod syth {mark} yn “{around}”.",
                en=f"The straight mark {mark} stands in “{around}”.",
            ),
            Words(
                cy="Teipiwch ’ yn gollnod, a “ a ” o amgylch geiriau sy’n cael eu dyfynnu.",
                en="Type ’ for an apostrophe, and “ and ” around quoted words.",
            ),
        )
    return Problem(
        "C311",
        place,
        Words(
            cy=f"Nid oes partner i’r nod {mark} yn “{around}”, neu mae wedi’i droi’r ffordd "
            "anghywir.",
            en=f"The mark {mark} in “{around}” has no partner, or is turned the wrong way.",
        ),
        Words(
            cy="Lle mae llythyren wedi’i gadael allan teipiwch ’ (’nôl, a’r); o amgylch geiriau "
            "sy’n cael eu dyfynnu "
            "teipiwch “ a ”, gyda ‘ a ’ y tu mewn iddynt yn unig.",
            en="Next to a letter that is left out type ’ (’nôl, a’r); around quoted words type “ "
            "and ”, "
            "with ‘ and ’ only inside them.",
        ),
    )
