"""Links to everything that has an address, in both languages, for pages of links."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from canllaw import formats
from canllaw.addresses import short_address
from canllaw.languages import LANGUAGES, Language, Words
from canllaw.model import (
    FEEDS,
    Checked,
    Entry,
    Library,
    Page,
    PageKey,
    PageMeta,
    Wording,
    is_publishable,
    name_of,
)
from canllaw.render.desk import Desk
from canllaw.render.refusals import RenderError

NO_LINE: Final[Mapping[Language, str]] = MappingProxyType({})
"""What is sent of a thing that is no fact: its title and its address, which the page has."""


@dataclass(frozen=True, slots=True)
class Link:
    """A thing with an address: its title and address on this side and on the other, its short
    address if it has one, where its QR code stands, and, for a fact, what to say of it in an e-mail
    in each language.
    """

    title: str
    address: str
    other_title: str
    other_address: str
    short: str
    qr: str
    ready: Mapping[Language, str]
    sections: tuple["Link", ...] = ()


def link_functions(
    desk: Desk, library: Library, wording: Wording, pages: Mapping[PageKey, Page]
) -> dict[str, Callable[..., Any]]:
    """Return what macros may call to link to things, bound to `desk`."""
    shelf = _Shelf(desk, library, wording, pages)
    return {
        "fact_link": shelf.fact_link,
        "feed_file": shelf.feed_file,
        "label_in": lambda language, key: wording[key].in_(language),
        "page_link": shelf.page_link,
        "page_title": shelf.page_title,
        "pages_below": shelf.pages_below,
        "ready": shelf.ready,
        "short_address": lambda entry: short_address(entry, desk.page.language),
        "short_addresses": shelf.short_addresses,
        "site_file": shelf.site_file,
    }


@dataclass(frozen=True, slots=True)
class _Shelf:
    desk: Desk
    library: Library
    wording: Wording
    pages: Mapping[PageKey, Page]

    def site_file(self, path: str) -> str:
        """Return the address, from the page in hand, of a file that is not a page."""
        return posixpath.relpath(path, self.desk.page.address or "./")

    def feed_file(self) -> str:
        """Return the address, from the page in hand, of the feed of changes in its language."""
        return self.site_file(FEEDS[self.desk.page.language])

    def page_title(self, path: str) -> str:
        """Return the title of a page in the language of the page in hand."""
        return self._page(self.desk.page.language, path).title

    def page_link(self, place: str) -> Link:
        """Return a link to a page, or to its section after a `#`, with all its sections."""
        path, _, section = place.partition("#")
        titles = {language: self._title(language, path, section) for language in LANGUAGES}
        page = self.pages[self.desk.page.language, path]
        if section:
            return self._link(path, section, titles)
        return self._link(path, "", titles, page.meta, sections=tuple(self._sections(page)))

    def pages_below(self, folder: str) -> list[Link]:
        """Return links to the pages of a folder, its first page first."""
        found = [
            path
            for language, path in self.pages
            if language == self.desk.page.language and path.startswith(f"{folder}/")
        ]
        if not found:
            raise RenderError(
                Words(
                    cy=f"Nid oes tudalennau yn '{folder}/'.",
                    en=f"There are no pages in '{folder}/'.",
                )
            )
        ordered = sorted(found, key=lambda path: path.removesuffix("index.md"))
        return [self.page_link(path) for path in ordered]

    def fact_link(self, entry: Entry, path: str) -> Link:
        """Return a link to the card of a fact on the page that lists its kind."""
        self._page(self.desk.page.language, path)
        return self._link(path, entry.id, _names(entry), entry, self.ready(entry))

    def short_addresses(self) -> list[tuple[str, str]]:
        """Return every short address in the words of the page in hand, with what it opens."""
        here = self.desk.page.language
        found = [
            (short_address(page.meta, here), page.title)
            for page in self.pages.values()
            if page.language == here
        ]
        found += (
            (short_address(entry, here), _names(entry)[here])
            for entry in self.library.entries.values()
            if is_publishable(entry)
        )
        in_use = [(short, title) for short, title in found if short]
        return sorted(in_use, key=lambda pair: self.desk.sort_key(pair[0]))

    def ready(self, entry: Entry) -> dict[Language, str]:
        """Return a line to send about a fact: its name, its law and the day it was checked."""
        return {
            language: self._line(entry, name, language) for language, name in _names(entry).items()
        }

    def _line(self, entry: Entry, name: str, language: Language) -> str:
        law = "; ".join(
            self.library.cited(citation, language) for citation in getattr(entry, "source", ())
        )
        checked = self.wording["source.checked"].in_(language)
        day = formats.date(entry.checked, language) if isinstance(entry, Checked) else ""
        parts = (name, law, f"{checked} {day}" if day else "")
        return " ".join(_ended(part) for part in parts if part)

    def _title(self, language: Language, path: str, section: str) -> str:
        page = self._page(language, path)
        if not section:
            return page.title
        found = next((each for each in page.headings if each.id == section), None)
        if found is None:
            raise RenderError(
                Words(
                    cy=f"Nid oes adran '{section}' ar '{path}'.",
                    en=f"There is no section '{section}' on '{path}'.",
                )
            )
        return found.text

    def _page(self, language: Language, path: str) -> Page:
        page = self.pages.get((language, path))
        if page is None:
            raise RenderError(
                Words(
                    cy=f"Nid oes tudalen '{path}'; rhowch ei llwybr, fel parents/index.md.",
                    en=f"There is no page '{path}'; give its path, such as parents/index.md.",
                )
            )
        return page

    def _sections(self, page: Page) -> Iterator[Link]:
        for heading in page.headings:
            if heading.id:
                yield self.page_link(f"{page.path}#{heading.id}")

    def _link(
        self,
        path: str,
        anchor: str,
        titles: Mapping[Language, str],
        holder: PageMeta | Entry | None = None,
        ready: Mapping[Language, str] = NO_LINE,
        sections: tuple[Link, ...] = (),
    ) -> Link:
        here, there = self.desk.page.language, self.desk.page.other_language
        address = self._page(here, path).address
        short = short_address(holder, here) if holder else ""
        # A code on paper is for whoever comes by: the short address asks for no language.
        code = short or address.rstrip("/") + (f"~{anchor}" if anchor else "")
        return Link(
            titles[here],
            self._relative(address, anchor),
            titles[there],
            self._relative(self._page(there, path).address, anchor),
            short,
            self.site_file(f"qr/{code}.svg"),
            ready,
            sections,
        )

    def _relative(self, address: str, anchor: str) -> str:
        return f"{self.site_file(address)}/{f'#{anchor}' if anchor else ''}"


def _names(entry: Entry) -> dict[Language, str]:
    name = name_of(entry)
    return {language: name.in_(language) if name else entry.id for language in LANGUAGES}


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
