"""What stands round the words of a page: the way down to it, its steps, and its two parts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from canllaw.model import Page, PageKey

Pages = Mapping[PageKey, Page]

_TAG: Final = re.compile(r"<(/?)(article|aside|blockquote|details|div|nav|section|ul|ol)\b|<(h2)\b")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the theme puts round a page. `at` is the number of its step, 0 where it is none;
    `parts` its HTML before the first section, and from there on.
    """

    home: Page
    trail: tuple[Page, ...]
    journey: tuple[Page, ...]
    at: int
    parts: tuple[str, str]
    before: Page | None
    after: Page | None
    help: tuple[Page, ...]
    about: tuple[Page, ...]


def surroundings(
    pages: Pages,
    at_the_foot: Sequence[Page],
    page: Page,
    html: str,
    section: Sequence[Page],
    before: Sequence[Page],
    after: Sequence[Page],
) -> Surroundings:
    """Return what stands round `page`: in its section of the menu, before it and after it.

    `at_the_foot` are the pages that every page names; one with a section on who can help says that
    itself.
    """
    steps = journey(page, section)
    says_who_helps = any(heading.id == "help" for heading in page.headings)
    return Surroundings(
        pages[page.language, "index.md"],
        trail(pages, page),
        steps,
        steps.index(page) + 1 if page in steps else 0,
        parts(html),
        _beside(page, before),
        _beside(page, after),
        () if says_who_helps else _at_the_foot(at_the_foot, page, "help"),
        _at_the_foot(at_the_foot, page, "about"),
    )


def _beside(page: Page, others: Sequence[Page]) -> Page | None:
    """Return the other page where it is in the same part of the site."""
    part = page.path.partition("/")[0]
    return next((other for other in others if other.path.partition("/")[0] == part), None)


def _at_the_foot(named: Sequence[Page], page: Page, place: str) -> tuple[Page, ...]:
    return tuple(
        other
        for other in named
        if other.meta.foot == place and other.language == page.language and other != page
    )


def trail(pages: Pages, page: Page) -> tuple[Page, ...]:
    """Return the pages above `page`, from the home page down: the index of each folder it is in."""
    return tuple(
        above
        for path in _indexes(page.path)
        if path != page.path and (above := pages.get((page.language, path)))
    )


def _indexes(path: str) -> Iterator[str]:
    folders = path.split("/")[:-1]
    for depth in range(len(folders) + 1):
        yield "/".join((*folders[:depth], "index.md"))


def journey(page: Page, section: Sequence[Page]) -> tuple[Page, ...]:
    """Return the steps of the section that `page` is in, where it is their index or one of them."""
    steps = tuple(other for other in section if other.meta.step)
    at_the_start = bool(section) and section[0] == page
    return steps if page.meta.step or at_the_start else ()


def parts(html: str) -> tuple[str, str]:
    """Cut a finished page before its first section, so that a contents list can stand between.

    Where that section stands inside another element, the first part ends with the main heading.
    """
    depth = 0
    for found in _TAG.finditer(html):
        if found[3]:
            cut = found.start() if depth == 0 else html.find("</h1>") + len("</h1>")
            return html[:cut], html[cut:]
        depth += -1 if found[1] else 1
    return html, ""
