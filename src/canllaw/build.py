"""In what order: read, check, render."""

import datetime
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from canllaw.addresses import Addresses
from canllaw.agreement import Agreement, Standing, agreement
from canllaw.checks import (
    FACT_CHECKS,
    PAGE_CHECKS,
    REDIRECT_CHECKS,
    STAGE_CHECKS,
    Expected,
    agreed_sides,
    answered_questions,
    facts_past_their_limit,
    html_in_labels,
    kept_addresses,
    language_of_labels,
    links_of_pages,
    listed_addresses,
    menu_of_pages,
    misspelled,
    noted_changes,
    proved_standards,
    raw_html,
    spellers,
    terms_on_pages,
    typography_in_labels,
    unused_facts,
    without_waived,
)
from canllaw.journal import interrupted
from canllaw.languages import counterpart
from canllaw.load.addresses import load_lock
from canllaw.load.agreed import load_records
from canllaw.load.content import Content, load_content
from canllaw.load.menu import load_menu
from canllaw.load.pages import load_macros, load_pages
from canllaw.load.paths import strange_files
from canllaw.load.settings import load_settings_problems
from canllaw.load.spelling import load_dictionaries
from canllaw.load.tests import TESTS, load_test_names
from canllaw.model import Page, PageKey
from canllaw.problems import Problem, Severity
from canllaw.render import Rendered, Renderer
from canllaw.units import units

# What could not be read makes all that needs it look broken, a hundred times: echoes, not problems.
_ECHOES_OF_CONTENT: Final = frozenset(
    {"C402", "C404", "C405", "C408", "C503", "C508", "C322", "C613"}
)
_BAD_VALUES: Final = frozenset({"C205", "C508"})
_ECHOES_OF_PAGES: Final = frozenset({"C404", "C406", "C408", "C601", "C618", "C322", "C721"})


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything a site is made of on one day, and every problem found on the way."""

    day: datetime.date
    content: Content
    pages: Mapping[PageKey, Page]
    rendered: Mapping[PageKey, Rendered]
    agreement: Agreement
    problems: tuple[Problem, ...]
    addresses: Addresses

    @property
    def standings(self) -> Mapping[str, Standing]:
        """Where each unit stands: agreed, reviewed, a draft, or changed since on some side."""
        return self.agreement.standings

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)

    def used_on(self, entry_id: str) -> list[Page]:
        """Return the pages that show a fact."""
        return [self.pages[key] for key, done in self.rendered.items() if entry_id in done.used]

    def expected(self) -> list[Expected]:
        """Return what each finished page must be, for the truth test."""
        return [
            Expected(
                page.file,
                page.language,
                page.path,
                page.address,
                self.pages[counterpart(page.language), page.path].address,
                tuple(heading.id for heading in page.headings if heading.id),
            )
            for page in self.pages.values()
        ]


def prepare(root: Path, day: datetime.date) -> Guide:
    """Read, check and render everything below `root` for `day`.

    Raises `CanllawError` where there is nothing to read.
    """
    with _collector_paused():
        content, problems = load_content(root)
    pages, page_problems = load_pages(root)
    echoes: set[str] = set()
    if problems:
        echoes |= _ECHOES_OF_CONTENT
    if page_problems:
        echoes |= _ECHOES_OF_PAGES
    problems += [*page_problems, *interrupted(root)]
    problems += [*strange_files(root), *load_settings_problems(root)]
    macros = load_macros(root)
    renderer = Renderer(content.library, content.wording, macros, pages, day, content.rules)
    problems += renderer.problems
    rendered: dict[PageKey, Rendered] = {}
    # Where a macro file is broken every page would be: its own problem is enough.
    for page in () if renderer.problems else pages.values():
        done, found = renderer.render(page)
        problems += found
        if done:
            rendered[page.key] = done
    lock, found = load_lock(root)
    addresses = Addresses(content.library, pages, _ids(pages, rendered), lock)
    # Where something could not be read or shown, everything on it would seem to be gone.
    # Where the list cannot be read whole, new addresses would take the place of old ones in it.
    problems += found
    whole = len(rendered) == len(pages) and not problems
    problems += _check(content, pages, rendered, day)
    problems += menu_of_pages(load_menu(root), pages)
    if whole:
        problems += chain.from_iterable(check(addresses) for check in REDIRECT_CHECKS)
        problems += kept_addresses(addresses)
    agreed, unreadable = _agreement(root, content, pages)
    problems += (*unreadable, *agreed_sides(agreed))
    if (root / TESTS).is_dir():  # content may travel without the tests that prove what it says
        problems += proved_standards(content.library, load_test_names(root))
    problems = list(without_waived(problems, content.library, pages))
    ordered = sorted(problems, key=Problem.sort_key)
    if any(problem.id in _BAD_VALUES for problem in problems):
        echoes.add("C613")  # a page that shows them cannot be made either
    kept = tuple(problem for problem in ordered if problem.id not in echoes)
    return Guide(day, content, pages, rendered, agreed, kept, addresses)


def compared(root: Path) -> tuple[Agreement, list[Problem]]:
    """Read how far the two languages agree below `root`, and what could not be read.

    Nothing is rendered and nothing else checked. Raises `CanllawError` where there is nothing to
    read.
    """
    with _collector_paused():
        content, problems = load_content(root)
    pages, page_problems = load_pages(root)
    agreed, unreadable = _agreement(root, content, pages)
    return agreed, [*problems, *page_problems, *unreadable]


def _agreement(
    root: Path, content: Content, pages: Mapping[PageKey, Page]
) -> tuple[Agreement, list[Problem]]:
    records, problems = load_records(root)
    found = units(content.library, content.wording, content.wording_places, pages)
    return agreement(found, records), problems


def with_spelling(root: Path, guide: Guide) -> Guide:
    """Add what is spelled as no dictionary has it, which takes some seconds.

    Raises `CanllawError` where the dictionaries are not there.
    """
    content = guide.content
    by = spellers(content.library, load_dictionaries(root), content.allowed_words)
    found = misspelled(content.library, content.wording, content.wording_places, guide.pages, by)
    problems = sorted((*guide.problems, *found), key=Problem.sort_key)
    return replace(guide, problems=tuple(problems))


def _ids(
    pages: Mapping[PageKey, Page], rendered: Mapping[PageKey, Rendered]
) -> dict[PageKey, frozenset[str]]:
    """Return what can be linked to on each page: its sections, and the facts shown on it."""
    return {
        key: frozenset(heading.id for heading in page.headings if heading.id)
        | frozenset(rendered[key].block_ids() if key in rendered else ())
        for key, page in pages.items()
    }


def _check(
    content: Content,
    pages: Mapping[PageKey, Page],
    rendered: Mapping[PageKey, Rendered],
    day: datetime.date,
) -> Iterator[Problem]:
    library = content.library
    calls = {key: done.calls for key, done in rendered.items()}
    yield from chain.from_iterable(check(library, day) for check in FACT_CHECKS)
    yield from chain.from_iterable(check(library) for check in STAGE_CHECKS)
    yield from chain.from_iterable(check(pages, calls) for check in PAGE_CHECKS)
    yield from listed_addresses(library, content.rules)
    yield from links_of_pages(pages, content.rules)
    yield from raw_html(pages)
    yield from html_in_labels(content.wording, content.wording_places, pages)
    yield from facts_past_their_limit(library, content.rules, day)
    yield from answered_questions(library, pages)
    yield from noted_changes(library, pages)
    yield from terms_on_pages(library, pages)
    yield from typography_in_labels(content.wording, content.wording_places)
    yield from language_of_labels(content.wording, content.wording_places)
    if len(rendered) == len(pages):
        used = set(chain.from_iterable(done.used for done in rendered.values()))
        yield from unused_facts(library, used)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Reading makes a great many small objects that stay: looking for rubbish among them, then and
    later, takes longer than the reading.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
