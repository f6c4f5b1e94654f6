"""Links to everything that has an address, in both languages, for pages of links."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from canllaw import formats
from canllaw.languages import LANGUAGES, Language, Words
from canllaw.model import (
    FEEDS,
    Checked,
    Citation,
    Entry,
    Library,
    Page,
    PageKey,
    Source,
    Text,
    Wording,
)
from canllaw.render.desk import Desk
from canllaw.render.refusals import RenderError

_NAMED_BY: Final = ("name", "title", "question", "what", "asks")


@dataclass(frozen=True, slots=True)
class Link:
    """A thing with an address: its title and address on this side and on the other, where its QR
    code stands, and, for a fact, what to say of it in an e-mail in each language.
    """

    title: str
    address: str
    other_title: str
    other_address: str
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
        sections = () if section else tuple(self._sections(page))
        return self._link(path, section, titles, {}, sections)

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
        titles = {language: _name(entry, language) for language in LANGUAGES}
        return self._link(path, entry.id, titles, self.ready(entry))

    def ready(self, entry: Entry) -> dict[Language, str]:
        """Return a line to send about a fact: its name, its law and the day it was checked."""
        return {language: self._line(entry, language) for language in LANGUAGES}

    def _line(self, entry: Entry, language: Language) -> str:
        law = "; ".join(
            self._cited(citation, language) for citation in getattr(entry, "source", ())
        )
        checked = self.wording["source.checked"].in_(language)
        day = formats.date(entry.checked, language) if isinstance(entry, Checked) else ""
        parts = (_name(entry, language), law, f"{checked} {day}" if day else "")
        return " ".join(_ended(part) for part in parts if part)

    def _cited(self, citation: Citation, language: Language) -> str:
        source = self.library.entries[citation.instrument]
        name = source.short.in_(language) if isinstance(source, Source) else source.id
        return ", ".join(filter(None, (name, citation.place(language))))

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
        ready: Mapping[Language, str],
        sections: tuple[Link, ...] = (),
    ) -> Link:
        here, there = self.desk.page.language, self.desk.page.other_language
        address = self._page(here, path).address
        name = address.rstrip("/") + (f"~{anchor}" if anchor else "")
        return Link(
            titles[here],
            self._relative(address, anchor),
            titles[there],
            self._relative(self._page(there, path).address, anchor),
            self.site_file(f"qr/{name}.svg"),
            ready,
            sections,
        )

    def _relative(self, address: str, anchor: str) -> str:
        return f"{self.site_file(address)}/{f'#{anchor}' if anchor else ''}"


def _name(entry: Entry, language: Language) -> str:
    found = (getattr(entry, field, None) for field in _NAMED_BY)
    return next((text.in_(language) for text in found if isinstance(text, Text)), entry.id)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
