"""Addresses: what stands at each, where old ones lead, and which were ever published.

An address is written from the root of the site: `cy/rhieni/apelio/` for a page,
`cy/rhieni/apelio/#time` for a section or a fact on it, `r/appeal-time/` for a short one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

from canllaw.languages import LANGUAGES, Language
from canllaw.model import KINDS, Entry, Library, Page, PageKey, PageMeta, is_publishable

LOCK: Final = "content/addresses.lock"
"""The list of every address ever published."""

SHORT: Final = "r/"
"""What a short address starts with."""

# The letters of an alphabetical list come and go with its words, and differ by language.
_LETTER: Final = "letter-"


def short_addresses(holder: PageMeta | Entry) -> tuple[str, ...]:
    """Return the short addresses of a page or a fact, Welsh first; the first is the canonical."""
    found = (short_address(holder, language) for language in LANGUAGES)
    return tuple(f"{short}/" for short in found if short)


def short_address(holder: PageMeta | Entry, language: Language) -> str:
    """Return the short address in the words of a language, as people say it; blank if none."""
    pair = holder.short_address
    return f"{SHORT}{pair.in_(language)}" if pair else ""


class Listed(NamedTuple):
    """A line of the list of addresses: its number; and, beside a short address or that of a Welsh
    page, the English address of what it opened first, blank where nobody wrote that down.
    """

    line: int
    opened: str = ""


OPENED: Final = " -> "
"""What stands in the list between an address and the English one of what it opened first."""


def line_of(address: str, opened: str) -> str:
    """Return the line of the list for an address."""
    return f"{address}{OPENED}{opened}" if opened else address


@dataclass(frozen=True)
class Addresses:
    """All addresses of a site. `ids` holds the ids on each page that can be linked to, `lock` the
    list of all addresses ever published; it is empty before the first.
    """

    library: Library
    pages: Mapping[PageKey, Page]
    ids: Mapping[PageKey, frozenset[str]]
    lock: Mapping[str, Listed] = field(default_factory=dict)

    @cached_property
    def published(self) -> frozenset[str]:
        """Every address at which something stands."""
        found = [page.address for page in self.pages.values()]
        found += (
            f"{page.address}#{name}"
            for key, page in self.pages.items()
            for name in self.ids[key]
            if not name.startswith(_LETTER)
        )
        return frozenset(found) | self.shorts.keys()

    @cached_property
    def shorts(self) -> dict[str, Entry | str]:
        """What each short address opens: a fact, or the path of a page pair."""
        found: dict[str, Entry | str] = {}
        for page in self.pages.values():
            found |= dict.fromkeys(short_addresses(page.meta), page.path)
        for entry in self._shown_facts():
            found |= dict.fromkeys(short_addresses(entry), entry)
        return {address: found[address] for address in sorted(found)}

    def short_of(self, opened: Entry | str) -> tuple[str, ...]:
        """Return the short addresses of a fact, or of a page by its path: the canonical first."""
        holder = self.pages[LANGUAGES[0], opened].meta if isinstance(opened, str) else opened
        return short_addresses(holder)

    @cached_property
    def listed(self) -> dict[str, str]:
        """What the list of addresses is to hold: every one ever published; beside a short one and
        that of a Welsh page the English address of what it opened first, beside others nothing.
        """
        found = {address: self.opens(address) for address in self.published | self.lock.keys()}
        first = {address: line.opened for address, line in self.lock.items() if line.opened}
        return found | first

    @property
    def unlisted(self) -> list[str]:
        """The addresses whose line the list does not have yet, in order."""
        held = {address: line.opened for address, line in self.lock.items()}
        return [each for each, opened in sorted(self.listed.items()) if held.get(each) != opened]

    def opens(self, address: str) -> str:
        """Return the English address of what a short address or that of a Welsh page opens; blank
        for any other: a section has the same id in both languages.
        """
        if "#" in address or address.startswith("en/"):
            return ""
        opened = self.stands_at(address)
        if isinstance(opened, str):
            page = self.pages.get(("en", opened))
            return page.address if page else ""
        return self.home(opened.id, "en") if opened else ""

    def stands_at(self, address: str) -> Entry | str | None:
        """Return the fact, or the path of the page pair, that an address leads to, if any."""
        address = self.leads_to(address)
        if address in self.shorts:
            return self.shorts[address]
        name = address.partition("#")[2]
        if name in self.homes:
            return self.library.entries[name]
        return self.page_at(address).path if address else None

    def _shown_facts(self) -> Iterator[Entry]:
        entries = self.library.entries.values()
        return (each for each in entries if is_publishable(each) and each.id in self.homes)

    @cached_property
    def homes(self) -> dict[str, str]:
        """The path of the page where each fact is at home: the one with most facts of its kind,
        and among those one for everyone.
        """
        shown = {
            page.path: [name for name in self.ids[key] if name in self.library.entries]
            for key, page in sorted(self.pages.items())
        }
        for_all = {page.path for page in self.pages.values() if page.meta.audience == "everyone"}
        ranks: dict[str, tuple[int, bool, str]] = {}
        for path, names in shown.items():
            kinds = Counter(self.library.entries[name].kind for name in names)
            for name in names:
                rank = (-kinds[self.library.entries[name].kind], path not in for_all, path)
                ranks[name] = min(ranks.get(name, rank), rank)
        return {name: ranks[name][-1] for name in sorted(ranks)}

    def home(self, entry_id: str, language: Language) -> str:
        """Return the address where the card of a fact stands; blank where no page shows it."""
        page = self.pages.get((language, self.homes.get(entry_id, "")))
        return f"{page.address}#{entry_id}" if page else ""

    def page_at(self, address: str) -> Page:
        """Return the page at an address that is published."""
        return self.pages[self._by_address[address.partition("#")[0]]]

    def leads_to(self, address: str) -> str:
        """Return where an address leads now: to itself, to what took its place, or nowhere."""
        if address in self.published:
            return address
        place, _, name = address.partition("#")
        if place.startswith(SHORT):
            return self._old_shorts.get(place, "")
        key = self._by_address.get(place) or self._old_pages.get(place)
        if key is None:
            return ""
        if not name:
            return self.pages[key].address
        found = self._section(key, name)
        # A page that took the place of another answers for all of it.
        return found or (self.pages[key].address if place in self._old_pages else "")

    def _section(self, key: PageKey, name: str) -> str:
        page, ids = self.pages[key], self.ids[key]
        if name in ids:
            return f"{page.address}#{name}"
        if name in page.meta.moved:
            return self.target(page, page.meta.moved[name])
        fact = self.renamed.get(name, name)
        if fact in ids:
            return f"{page.address}#{fact}"
        if fact not in self.homes and name in self._moved_facts:
            mover = self.pages[key[0], self._moved_facts[name]]
            return self.target(mover, mover.meta.moved[name])
        return self.home(fact, key[0])

    def target(self, page: Page, moved_to: str) -> str:
        """Return the address that a line of `moved` on a page names; blank if nothing is there."""
        path, _, name = moved_to.rpartition("#") if "#" in moved_to else ("", "", moved_to)
        if moved_to.endswith(".md"):
            path, name = moved_to, ""
        other = self.pages.get((page.language, path or page.path))
        if other is None or (name and name not in self.ids[other.key]):
            return ""
        return f"{other.address}#{name}" if name else other.address

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Where every old address leads that somebody may still follow, in their order."""
        old = {address for address in {*self.lock, *self._declared()} if self.leads_to(address)}
        # Whoever follows a section of a page that is gone arrives at the page in its place.
        for address in tuple(old):
            place, mark, name = address.partition("#")
            if mark and place in self._old_pages:
                old.add(f"{self.pages[self._old_pages[place]].address}#{name}")
        found = {address: self.leads_to(address) for address in sorted(old - self.published)}
        return {address: target for address, target in found.items() if target}

    @cached_property
    def old_ids(self) -> dict[str, dict[str, str]]:
        """Where the sections lead that once stood on a page, by its address and their ids."""
        found: dict[str, dict[str, str]] = {}
        for old, new in self.redirects.items():
            place, mark, name = old.partition("#")
            if mark and place in self._by_address:
                found.setdefault(place, {})[name] = new
        return found

    @property
    def must_open(self) -> dict[str, str]:
        """Every address that somebody may follow, and what stands there in the end."""
        return {**{address: address for address in sorted(self.published)}, **self.redirects}

    def _declared(self) -> Iterator[str]:
        """Yield the old addresses that pages and facts name."""
        yield from self._old_pages
        yield from self._old_shorts
        for key, page in self.pages.items():
            yield from (f"{page.address}#{name}" for name in page.meta.moved)
            for old, new in self.renamed.items():
                if new in self.ids[key]:
                    yield f"{page.address}#{old}"

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The id that each old id of a fact has now."""
        return {
            old: entry.id
            for entry in self.library.entries.values()
            for old in entry.was
            if not old.startswith(SHORT)
        }

    @cached_property
    def _by_address(self) -> dict[str, PageKey]:
        return {page.address: key for key, page in self.pages.items()}

    @cached_property
    def _old_pages(self) -> dict[str, PageKey]:
        return {
            f"{page.language}/{old}/": key
            for key, page in self.pages.items()
            for old in page.meta.was
            if not old.startswith(SHORT)
        }

    @cached_property
    def _old_shorts(self) -> dict[str, str]:
        holders: tuple[PageMeta | Entry, ...] = (
            *(page.meta for page in self.pages.values()),
            *self._shown_facts(),
        )
        return {
            f"{old}/": short_addresses(holder)[0]
            for holder in holders
            for old in holder.was
            if old.startswith(SHORT) and holder.short_address
        }

    @cached_property
    def _moved_facts(self) -> dict[str, str]:
        """The page that says where a fact went that is no more: what it says counts everywhere."""
        return {
            name: path
            for (_language, path), page in sorted(self.pages.items(), reverse=True)
            for name in page.meta.moved
            if name.partition(".")[0] in KINDS
        }
