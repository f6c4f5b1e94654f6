"""Checks of page pairs: nothing missing on a side, nothing typed by hand that is a fact."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from canllaw.checks.equal_facts import equal_figures_on_pages
from canllaw.checks.language import language_of_pages
from canllaw.checks.other_nations import other_nations_on_pages
from canllaw.checks.plain_language import plain_language
from canllaw.checks.typed_by_hand import typed_figures
from canllaw.checks.typography import typography_on_pages
from canllaw.languages import ENGLISH_NAMES, counterpart
from canllaw.model import MacroCall, Page, PageKey
from canllaw.problems import Problem

Pages = Mapping[PageKey, Page]
Calls = Mapping[PageKey, tuple[MacroCall, ...]]
PageCheck = Callable[[Pages, Calls], Iterator[Problem]]

_BOX_WITHOUT_TITLE: Final = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*[\w -]*$", re.M)


def counterparts(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Every page stands in both languages."""
    for page in pages.values():
        other = counterpart(page.language)
        if (other, page.path) not in pages:
            yield Problem(
                "C601",
                page.place(1),
                f"This page does not exist in {ENGLISH_NAMES[other]}.",
                f"Write docs/{other}/{page.path}; both sides are published together or not at all.",
            )


def front_matter(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Both sides of a page are for the same readers and have the same shape."""
    for welsh, english in _pairs(pages):
        for name in ("audience", "hide", "template"):
            ours, theirs = getattr(welsh.meta, name), getattr(english.meta, name)
            if ours != theirs:
                yield Problem(
                    "C603",
                    welsh.place(2),
                    f"`{name}` is '{_shown(ours)}' here and '{_shown(theirs)}' in {english.file}.",
                    f"Write the same `{name}` on both sides.",
                )
    for page in pages.values():
        if page.language == "cy" and page.path != "index.md" and not page.meta.slug:
            yield Problem(
                "C602",
                page.place(2),
                "This Welsh page has no Welsh address.",
                "Add a line 'slug: …' with Welsh words, such as rhieni/apelio.",
            )


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def same_calls(pages: Pages, calls: Calls) -> Iterator[Problem]:
    """Both sides of a page call the same macros with the same facts, in the same order."""
    for welsh, english in _pairs(pages):
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
                    f"Here stands {here or 'no further macro'}, but in {english.file}"
                    f"{f', line {there.line},' if there else ''} stands {there or 'none'}.",
                    "Call the same macros with the same facts, in the same order, on both sides.",
                )
                break


def one_title(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """A page has one main heading, which is its title in menus and results."""
    for page in pages.values():
        titles = [heading for heading in page.headings if heading.level == 1]
        if len(titles) != 1:
            yield Problem(
                "C609",
                page.place(titles[1].line if titles else page.body_line),
                f"This page has {len(titles)} main headings; it needs exactly one.",
                "Start the page with '# ' and its title, and use '## ' for the headings below.",
            )
        elif re.search(r"\{\{|\{%", titles[0].text):
            yield Problem(
                "C609",
                page.place(titles[0].line),
                "The title has a macro in it; menus could not show it.",
                "Write the title in words.",
            )


def heading_ids(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Every heading below the title has an explicit id, so that a link to it holds for years."""
    for page in pages.values():
        for heading in page.headings:
            if heading.level > 1 and not heading.id:
                yield Problem(
                    "C610",
                    page.place(heading.line),
                    f"The heading '{heading.text}' has no id.",
                    "Add {#words-in-english} at its end, the same on both sides.",
                )


def same_sections(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """Both sides of a page have the same sections in the same order."""
    for welsh, english in _pairs(pages):
        ours = [(heading.level, heading.id, heading.line) for heading in welsh.headings]
        theirs = [(heading.level, heading.id, heading.line) for heading in english.headings]
        for index in range(max(len(ours), len(theirs))):
            here = ours[index] if index < len(ours) else None
            there = theirs[index] if index < len(theirs) else None
            if (here and here[:2]) != (there and there[:2]):
                yield Problem(
                    "C611",
                    welsh.place(here[2] if here else _last_line(welsh)),
                    f"Section {index + 1} is {_section(here)} here and {_section(there)} in "
                    f"{english.file}{f', line {there[2]}' if there else ''}.",
                    "Give both sides the same sections, with the same ids, in the same order.",
                )
                break


def _section(found: tuple[int, str, int] | None) -> str:
    return f"'{'#' * found[0]} {{#{found[1]}}}'" if found else "missing"


def titled_boxes(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """A box without a title would show the English word for its type, in either language."""
    for page in pages.values():
        for found in _BOX_WITHOUT_TITLE.finditer(page.prose):
            yield Problem(
                "C617",
                page.place_of(found.start()),
                "This box has no title, so it would show an English one.",
                'Give it one in the language of the page: !!! warning "…".',
            )


def own_addresses(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """No two pages share an address."""
    taken: dict[str, Page] = {}
    for page in pages.values():
        other = taken.setdefault(page.address, page)
        if other is not page:
            yield Problem(
                "C612",
                page.place(2),
                f"This page has the address /{page.address}, and so has {other.file}.",
                "Give one of them another `slug`.",
            )


def facts_typed_by_hand(pages: Pages, _calls: Calls) -> Iterator[Problem]:
    """A deadline, age, date or section number in prose would not change when the fact does."""
    for page in pages.values():
        for position, figure in typed_figures(page.prose, page.language):
            yield Problem(
                "C607",
                page.place_of(position),
                f"'{figure}' is typed by hand, so it would stay when the law changes.",
                'Show the fact: {{ length("deadline.…") }}, {{ age_from("age_stage.…") }} or '
                '{{ when("milestone.…") }}.',
            )


def _pairs(pages: Pages) -> Iterator[tuple[Page, Page]]:
    for (language, path), page in pages.items():
        if language == "cy" and ("en", path) in pages:
            yield page, pages["en", path]


def _last_line(page: Page) -> int:
    return page.body_line + page.body.rstrip("\n").count("\n")


PAGE_CHECKS: Final[tuple[PageCheck, ...]] = (
    counterparts,
    front_matter,
    same_calls,
    one_title,
    heading_ids,
    same_sections,
    titled_boxes,
    own_addresses,
    facts_typed_by_hand,
    other_nations_on_pages,
    plain_language,
    equal_figures_on_pages,
    typography_on_pages,
    language_of_pages,
)
