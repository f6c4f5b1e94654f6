"""What macros may ask for: facts, labels, lengths, dates, citations and addresses."""

import datetime
import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from markupsafe import Markup

from canllaw import formats
from canllaw.languages import LANGUAGE_NAMES, Audience, Language, counterpart
from canllaw.model import (
    KINDS,
    NO_RULES,
    Citation,
    Deadline,
    DeadlineValue,
    Entry,
    Library,
    MaybeText,
    NotInForceError,
    Organisation,
    Page,
    PageKey,
    SiteRules,
    Source,
    Span,
    Text,
    Wording,
    is_publishable,
    months_old,
)
from canllaw.render import refusals
from canllaw.render.cited import Cited, cited, website
from canllaw.welsh import order


@dataclass(slots=True)
class PageInHand:
    """The page being rendered, and what was used on it so far."""

    language: Language = "cy"
    other_language: Language = "en"
    path: str = ""
    address: str = ""
    audience: Audience = "everyone"
    used: dict[str, None] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)


class Desk:
    """Answers macros in the language of the page in hand, on one day, and keeps note of every fact
    it hands out.
    """

    def __init__(
        self,
        library: Library,
        wording: Wording,
        addresses: Mapping[PageKey, str],
        day: datetime.date,
        rules: SiteRules = NO_RULES,
    ) -> None:
        self._library = library
        self._wording = wording
        self._addresses = addresses
        self._day = day
        self._rules = rules
        self.page = PageInHand()

    def fact(self, entry_id: str) -> Entry:
        """Return the entry with this id; refuse one that is unknown or unconfirmed."""
        entry = self._library.entries.get(entry_id)
        if entry is None:
            raise refusals.unknown_fact(entry_id, self._library.entries)
        if not is_publishable(entry):
            raise refusals.unconfirmed_fact(entry_id)
        self.page.used[entry_id] = None
        return entry

    def facts(self, kind: str, **wanted: str) -> list[Entry]:
        """Return the entries of a kind whose fields are, or hold, the values wanted; a blank value
        wants any.
        """
        asked = {name: value for name, value in wanted.items() if value}
        for name, value in asked.items():
            _check_choice(kind, name, value)
        found = [entry for entry in self._library.of_kind(kind) if _fits(entry, asked)]
        self.page.used.update(dict.fromkeys(entry.id for entry in found))
        return found

    def grouped(self, kind: str, field_name: str) -> list[tuple[str, list[Entry]]]:
        """Return the entries of a kind by the value of a field, in the order of its choices."""
        choices = _choices(kind, field_name)
        if not choices:
            raise refusals.no_choice(kind, field_name)
        groups = [(choice, self.facts(kind, **{field_name: choice})) for choice in choices]
        return [(value, entries) for value, entries in groups if entries]

    def text(self, value: Text | MaybeText) -> str:
        """Return a paired text in the language of the page; empty where it has no such side."""
        return value.in_(self.page.language) or ""

    def other_text(self, value: Text | MaybeText) -> str:
        """Return a paired text in the other language; empty where it has no such side."""
        return value.in_(self.page.other_language) or ""

    def label(self, key: str) -> str:
        """Return the label with this key from content/interface.yml."""
        if key not in self._wording:
            raise refusals.unknown_label(key, self._wording)
        return self._wording[key].in_(self.page.language)

    def value(self, deadline: Deadline | str) -> DeadlineValue:
        """Return the value of a deadline in force on the day of the build."""
        found = self.fact(deadline) if isinstance(deadline, str) else deadline
        if not isinstance(found, Deadline):
            raise refusals.no_deadline(found.id)
        try:
            return found.value_on(self._day)
        except NotInForceError:
            raise refusals.not_in_force(found.id, self._day) from None

    def length(self, what: Span | Deadline | DeadlineValue | str) -> str:
        """Return a length of time with its unit: of a span, a deadline, or a deadline's id."""
        span = self.value(what) if isinstance(what, str | Deadline) else what
        return formats.length(span.length, span.unit.value, self.page.language)

    def overdue(self, entry: Entry) -> str:
        """Return how long ago a fact past its limit was checked; empty where it is not."""
        months = months_old(entry, self._rules, self._day)
        return formats.length(months, "month", self.page.language) if months else ""

    def age(self, number: int) -> str:
        """Return an age as the language writes it."""
        return formats.age(number, self.page.language)

    def date(self, day: datetime.date | str) -> str:
        """Return a day, or an ISO day, month or year, in words."""
        if isinstance(day, datetime.date):
            return formats.date(day, self.page.language)
        return formats.partial_date(day, self.page.language)

    def list_and(self, items: list[str]) -> str:
        """Join items with "and" or a/ac."""
        return formats.list_and(items, self.page.language)

    def ordinal(self, number: int) -> str:
        """Return a place in a row, such as 3rd or 3ydd."""
        return formats.ordinal(number, self.page.language)

    def after(self, text: str, cy: str, en: str) -> str:
        """Put a text behind the preposition of the page's language, mutated as Welsh asks."""
        return formats.after(text, {"cy": cy, "en": en}, self.page.language)

    def list_or(self, items: list[str]) -> str:
        """Join items with "or" or "neu"."""
        return formats.list_or(items, self.page.language)

    def cite(self, citation: Citation) -> Cited:
        """Return a citation ready to show, with the text of the page's language where it exists."""
        source = self.fact(citation.instrument)
        if not isinstance(source, Source):
            raise refusals.no_source(citation.instrument)
        return cited(source, citation, self.page.language)

    def source_link(self, source: Source) -> Cited:
        """Return a whole source ready to show."""
        return cited(source, None, self.page.language)

    def website(self, organisation: Organisation) -> Cited:
        """Return the site of an organisation, named by its host, in the nearest language it has."""
        found = website(organisation, self.page.language)
        if found is None:
            raise refusals.no_website(organisation.id)
        return found

    def in_order(self, entries: list[Any]) -> list[tuple[str, list[Any]]]:
        """Return entries that have a name by letter, in the alphabet of the page's language."""
        letters: dict[str, list[Any]] = {}
        for entry in sorted(entries, key=lambda item: self.sort_key(self.text(item.name))):
            letters.setdefault(self._letter(self.text(entry.name)), []).append(entry)
        return list(letters.items())

    def sort_key(self, name: str) -> tuple[Any, ...]:
        """Return where a name belongs in the alphabet of the page's language."""
        return order.sort_key(name) if self.page.language == "cy" else (name.casefold(), name)

    def _letter(self, name: str) -> str:
        return order.initial(name) if self.page.language == "cy" else name[:1].upper()

    def url(self, path: str, anchor: str = "") -> str:
        """Return the address of a page in this language, from the page in hand; empty if none."""
        address = self._addresses.get((self.page.language, path))
        if address is None:
            return ""
        here = self.page.address or "./"
        relative = posixpath.relpath(address, here) + "/"
        return f"{relative}#{anchor}" if anchor else relative

    def anchor(self, entry: Entry) -> Markup:
        """Return the id attribute of a fact the first time it is shown on a page, then nothing."""
        return Markup(' id="{}"').format(entry.id) if self.first_time(entry.id) else Markup("")

    def first_time(self, what: str) -> bool:
        """Return whether a page shows something, named as you like, for the first time."""
        first = what not in self.page.shown
        self.page.shown.add(what)
        return first

    def start(self, page: Page) -> None:
        """Take a page in hand: nothing is used or anchored on it yet."""
        self.page.language, self.page.other_language = page.language, counterpart(page.language)
        self.page.path, self.page.address = page.path, page.address
        self.page.audience = page.meta.audience
        self.page.used, self.page.shown = {}, set()

    def for_pages(self) -> dict[str, Callable[..., str]]:
        """Return what pages may call besides macros."""
        return {"length": self.length}

    def names(self) -> dict[str, Any]:
        """Return what templates see, by name."""
        return {
            "anchor": self.anchor,
            "cite": self.cite,
            "day": self._day,
            "fact": self.fact,
            "facts": self.facts,
            "first_time": self.first_time,
            "grouped": self.grouped,
            "in_order": self.in_order,
            "label": self.label,
            "language_names": LANGUAGE_NAMES,
            "length": self.length,
            "overdue": self.overdue,
            "page": self.page,
            "source_link": self.source_link,
            "url": self.url,
            "value": self.value,
            "website": self.website,
        }

    def filters(self) -> dict[str, Any]:
        """Return the filters templates may use, by name."""
        return {
            "after": self.after,
            "age": self.age,
            "date": self.date,
            "length": self.length,
            "list_and": self.list_and,
            "list_or": self.list_or,
            "ordinal": self.ordinal,
            "other_text": self.other_text,
            "text": self.text,
        }


def _choices(kind: str, field_name: str) -> list[str]:
    choices = KINDS[kind].model_fields[field_name].annotation
    if isinstance(choices, type) and issubclass(choices, StrEnum):
        return [choice.value for choice in choices]
    return []


def _check_choice(kind: str, field_name: str, value: str) -> None:
    """Refuse a value that no entry can have: a slip would look like an empty list."""
    choices = _choices(kind, field_name)
    if choices and value not in choices:
        raise refusals.unknown_choice(field_name, value, choices)


def _fits(entry: Entry, wanted: Mapping[str, str]) -> bool:
    for name, value in wanted.items():
        found = getattr(entry, name) if name in type(entry).model_fields else None
        if found != value and not (isinstance(found, tuple) and value in found):
            return False
    return True
