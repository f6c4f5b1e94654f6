"""Checks of shape: both sides of a page have the same sections, and in each the same things.

Prose may differ as it likes: in length, in sentences, in the order of its links. What a reader is
led to, counts on or is warned of may not.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from canllaw.checks.shapes import Found, boxes, links, steps, tables
from canllaw.languages import Words, same
from canllaw.model import MacroCall, Page, PageKey
from canllaw.problems import Problem
from canllaw.units import section_spans

Pages = Mapping[PageKey, Page]
Calls = Mapping[PageKey, tuple[MacroCall, ...]]


def pairs(pages: Pages) -> Iterator[tuple[Page, Page]]:
    """Yield the Welsh and the English side of every page that has both."""
    for (language, path), page in pages.items():
        if language == "cy" and ("en", path) in pages:
            yield page, pages["en", path]


def same_calls(pages: Pages, calls: Calls) -> Iterator[Problem]:
    """Both sides of a page call the same macros with the same facts, in the same order."""
    for welsh, english in pairs(pages):
        if welsh.key not in calls or english.key not in calls:
            continue  # a side that could not be rendered has a problem of its own
        ours, theirs = calls[welsh.key], calls[english.key]
        for index in range(max(len(ours), len(theirs))):
            here = ours[index] if index < len(ours) else None
            there = theirs[index] if index < len(theirs) else None
            if str(here) != str(there):
                yield Problem(
                    "C608",
                    welsh.place(here.line if here else _last_line(welsh)),
                    Words(
                        cy=f"Yma: {here or 'dim macro arall'}. Yn "
                        f"{english.file}{f', llinell {there.line}' if there else ''}: "
                        f"{there or 'dim'}.",
                        en=f"Here stands {here or 'no further macro'}, but in {english.file}"
                        f"{f', line {there.line},' if there else ''} stands {there or 'none'}.",
                    ),
                    Words(
                        cy="Galwch yr un macros gyda’r un ffeithiau, yn yr un drefn, ar y ddwy "
                        "ochr.",
                        en="Call the same macros with the same facts, in the same order, on both "
                        "sides.",
                    ),
                )
                break


def same_sections(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Both sides of a page have the same sections in the same order."""
    for welsh, english in pairs(pages):
        ours = [(heading.level, heading.id, heading.line) for heading in welsh.headings]
        theirs = [(heading.level, heading.id, heading.line) for heading in english.headings]
        for index in range(max(len(ours), len(theirs))):
            here = ours[index] if index < len(ours) else None
            there = theirs[index] if index < len(theirs) else None
            if (here and here[:2]) != (there and there[:2]):
                yield Problem(
                    "C611",
                    welsh.place(here[2] if here else _last_line(welsh)),
                    Words(
                        cy=f"Adran {index + 1}: {_section(here).cy} yma, ond {_section(there).cy} "
                        f"yn {english.file}{f', llinell {there[2]}' if there else ''}.",
                        en=f"Section {index + 1} is {_section(here).en} here and "
                        f"{_section(there).en} in "
                        f"{english.file}{f', line {there[2]}' if there else ''}.",
                    ),
                    Words(
                        cy="Rhowch yr un adrannau i’r ddwy ochr, gyda’r un ids, yn yr un drefn.",
                        en="Give both sides the same sections, with the same ids, in the same "
                        "order.",
                    ),
                )
                break


def _section(found: tuple[int, str, int] | None) -> Words:
    if not found:
        return Words(cy="ar goll", en="missing")
    return same(f"'{'#' * found[0]} {{#{found[1]}}}'")


def _last_line(page: Page) -> int:
    return page.body_line + page.body.rstrip("\n").count("\n")


def same_links(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """In each section both sides lead to the same places, in whatever words and order."""
    for welsh, english in pairs(pages):
        ours, theirs = _by_section(welsh, links(welsh)), _by_section(english, links(english))
        for section in filter(theirs.__contains__, ours):  # C611 names the others
            only_ours = _beyond(ours[section], theirs[section])
            only_theirs = _beyond(theirs[section], ours[section])
            if only_ours or only_theirs:
                yield _other_links(welsh, english, section, only_ours, only_theirs)


def _beyond(these: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """Return those of `these` that `others` has not, or has less often."""
    left = Counter(found.what for found in others)
    more: list[Found] = []
    for found in these:
        left[found.what] -= 1
        if left[found.what] < 0:
            more.append(found)
    return more


def _other_links(
    welsh: Page, english: Page, section: str, ours: Sequence[Found], theirs: Sequence[Found]
) -> Problem:
    here, there = _listed(welsh, ours), _listed(english, theirs)
    line = ours[0].line if ours else _section_line(welsh, section)
    return Problem(
        "C620",
        welsh.place(line),
        Words(
            cy=f"Nid yw dwy ochr {_named(section).cy} yn arwain i’r un lleoedd. Yn Gymraeg yn "
            f"unig: {here.cy}. Yn Saesneg yn unig: {there.cy}.",
            en=f"The two sides of {_named(section).en} do not lead to the same places. In Welsh "
            f"only: {here.en}. In English only: {there.en}.",
        ),
        Words(
            cy="Rhowch yr un dolenni ar y ddwy ochr; gall y geiriau a’r drefn fod yn wahanol.",
            en="Give both sides the same links; the words and the order may differ.",
        ),
    )


def _listed(page: Page, found: Sequence[Found]) -> Words:
    shown = ", ".join(f"{each.what} ({page.file}:{each.line})" for each in found)
    return same(shown) if shown else Words(cy="dim", en="none")


def _named(section: str) -> Words:
    if section:
        return same(f"'#{section}'")
    return Words(cy="dechrau’r dudalen", en="the start of the page")


def _section_line(page: Page, section: str) -> int:
    return next((each.line for each in page.headings if each.id == section), page.body_line)


def _by_section(page: Page, found: Sequence[Found]) -> dict[str, list[Found]]:
    """Return what was found by the id of the section it stands in, in the order of the page."""
    sections = [(page.place_of(start).line, name) for name, start, _end in section_spans(page)]
    inside: dict[str, list[Found]] = {name: [] for _line, name in sections}
    for each in found:
        index = bisect_right(sections, each.line, key=lambda section: section[0])
        inside[sections[index - 1][1]].append(each)
    return inside


@dataclass(frozen=True, slots=True)
class _Kind:
    """Something that stands on both sides in the same order: how it is found and told."""

    id: str
    find: Callable[[Page], Sequence[Found]]
    told: Callable[[str], Words]
    hint: Words


_KINDS: Final = (
    _Kind(
        "C621",
        tables,
        lambda size: Words(cy=f"tabl {size}", en=f"a table of {size}"),
        Words(
            cy="Rhowch yr un rhesi a cholofnau i’r tabl ar y ddwy ochr (rhesi × colofnau).",
            en="Give the table the same rows and columns on both sides (rows × columns).",
        ),
    ),
    _Kind(
        "C622",
        steps,
        lambda count: Words(cy=f"rhestr o gamau ({count})", en=f"a list of steps ({count})"),
        Words(
            cy="Rhowch yr un camau i’r ddwy ochr, fel bod pawb yn gwneud yr un pethau. Rhaid cael "
            "llinell wag o flaen rhestr.",
            en="Give both sides the same steps, so that everybody does the same things. A list "
            "needs an empty line before it.",
        ),
    ),
    _Kind(
        "C623",
        boxes,
        lambda name: Words(cy=f"blwch {name}", en=f"a box of the type {name}"),
        Words(
            cy="Rhowch yr un blychau, o’r un math, ar y ddwy ochr.",
            en="Give both sides the same boxes, of the same type.",
        ),
    ),
)


def same_structure(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """In each section both sides have the same tables, steps and boxes, in the same order."""
    for welsh, english in pairs(pages):
        for kind in _KINDS:
            ours, theirs = kind.find(welsh), kind.find(english)
            if ours or theirs:
                yield from _differences(kind, welsh, english, ours, theirs)


def _differences(
    kind: _Kind, welsh: Page, english: Page, ours: Sequence[Found], theirs: Sequence[Found]
) -> Iterator[Problem]:
    by_ours, by_theirs = _by_section(welsh, ours), _by_section(english, theirs)
    for section in filter(by_theirs.__contains__, by_ours):
        both = zip_longest(by_ours[section], by_theirs[section])
        for here, there in both:
            if (here and here.what) != (there and there.what):
                yield _other_shape(kind, (welsh, english), section, here, there)
                break


def _other_shape(
    kind: _Kind,
    sides: tuple[Page, Page],
    section: str,
    here: Found | None,
    there: Found | None,
) -> Problem:
    welsh, english = sides
    nothing = Words(cy="dim byd o’r fath", en="nothing of the kind")
    ours, theirs = (kind.told(each.what) if each else nothing for each in (here, there))
    line = here.line if here else _section_line(welsh, section)
    other = there.line if there else _section_line(english, section)
    return Problem(
        kind.id,
        welsh.place(line),
        Words(
            cy=f"Yma ({_named(section).cy}): {ours.cy}. Yn {english.file}, llinell {other}: "
            f"{theirs.cy}.",
            en=f"Here, in {_named(section).en}: {ours.en}. In {english.file}, line {other}: "
            f"{theirs.en}.",
        ),
        kind.hint,
    )


SHAPE_CHECKS: Final = (same_calls, same_sections, same_links, same_structure)
