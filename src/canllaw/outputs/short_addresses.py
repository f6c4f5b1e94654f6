"""Short addresses: one page with both languages, for whoever was told an address over the phone."""

from collections.abc import Iterator
from dataclasses import dataclass

from canllaw import formats
from canllaw.languages import LANGUAGE_NAMES, LANGUAGES, Language
from canllaw.model import (
    Checked,
    Counting,
    Deadline,
    Entry,
    Fact,
    Organisation,
    Source,
    Text,
    name_of,
)
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.shared_pages import shared_page

Opened = Entry | str
"""What a short address opens: a fact, or the path of a page pair."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One language of the page of a short address."""

    language: Language
    title: str
    rows: tuple[tuple[str, str], ...]
    """What matters most, each with its label; blank where none is needed."""
    address: str


def short_files(site: FinishedSite) -> dict[str, str]:
    """Return the page of each short address, by its path in the site."""
    files: dict[str, str] = {}
    for address, opened in site.addresses.shorts.items():
        sides = [_side(site, opened, language) for language in LANGUAGES]
        canonical = site.address + site.addresses.short_of(opened)[0]
        values = {"sides": sides, "language_names": LANGUAGE_NAMES, "canonical": canonical}
        files |= shared_page(site, "short.html.jinja", address, values)
    return files


def title_of(site: FinishedSite, opened: Opened, language: Language) -> str:
    """Return what a short address opens, in words."""
    if isinstance(opened, str):
        return site.pages[language, opened].title
    name = name_of(opened)
    return name.in_(language) if name else opened.id


def _side(site: FinishedSite, opened: Opened, language: Language) -> _Side:
    title = title_of(site, opened, language)
    if isinstance(opened, str):
        page = site.pages[language, opened]
        return _Side(language, title, (("", page.meta.description),), page.address)
    rows = (*_what_it_says(site, opened, language), *_who_says_so(site, opened, language))
    return _Side(language, title, rows, site.addresses.home(opened.id, language))


def _what_it_says(
    site: FinishedSite, entry: Entry, language: Language
) -> Iterator[tuple[str, str]]:
    for field in ("summary", "definition", "what"):
        text = getattr(entry, field, None)
        if isinstance(text, Text):
            yield "", text.in_(language)
    if isinstance(entry, Organisation) and entry.phone:
        yield site.wording["short.phone"].in_(language), entry.phone
    if isinstance(entry, Deadline):
        yield from _limit(site, entry, language)


def _limit(site: FinishedSite, deadline: Deadline, language: Language) -> Iterator[tuple[str, str]]:
    value = deadline.value_on(site.day)

    def row(label: str, words: str) -> tuple[str, str]:
        return site.wording[f"deadline.{label}"].in_(language), words

    yield row("limit", formats.length(value.length, value.unit.value, language))
    yield row("starts", " ".join(_start(site, deadline, language)))
    yield row("must", deadline.must.in_(language))
    for more in value.extensions:
        length = formats.length(more.length, more.unit.value, language)
        yield row("extension", f"{length}. {more.when.in_(language)}")


def _start(site: FinishedSite, deadline: Deadline, language: Language) -> Iterator[str]:
    yield deadline.starts.in_(language)
    if deadline.counting is not Counting.NOT_STATED:
        yield site.wording[f"counting.{deadline.counting}"].in_(language)


def _who_says_so(site: FinishedSite, entry: Entry, language: Language) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Fact):
        yield site.wording["short.law"].in_(language), _law(site, entry, language)
    if isinstance(entry, Checked):
        checked = formats.date(entry.checked, language)
        yield site.wording["short.checked"].in_(language), checked


def _law(site: FinishedSite, fact: Fact, language: Language) -> str:
    """Return the law that makes a fact so, each text of it named once."""
    places: dict[str, list[str]] = {}
    for cited in fact.source:
        source = site.library.entries[cited.instrument]
        if isinstance(source, Source):
            places.setdefault(source.short.in_(language), []).append(cited.place(language))
    return "; ".join(", ".join((name, *filter(None, found))) for name, found in places.items())
