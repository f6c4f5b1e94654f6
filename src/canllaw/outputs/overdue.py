"""What must be looked at again: the worst harm first, with where to look."""

import datetime
import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from canllaw import formats
from canllaw.languages import LANGUAGES, Language, Words
from canllaw.model import (
    Change,
    Checked,
    Due,
    Fact,
    Library,
    Organisation,
    Source,
    name_of,
)


def overdue_text(library: Library, found: Sequence[Due], soon: Sequence[Change]) -> Words:
    """Return a block a fact: its id, its limit, where it stands and the addresses to look at; then
    the deadlines that change.
    """
    return Words(**{side: _in_text(library, found, soon, side) for side in LANGUAGES})


def overdue_json(
    library: Library, found: Sequence[Due], soon: Sequence[Change], by: datetime.date
) -> str:
    """Return the same as JSON, with the names and the addresses in both languages."""
    whole = {
        "by": by.isoformat(),
        "due": [_due_as_data(library, one) for one in found],
        "changes": [_change_as_data(library, one) for one in soon],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def addresses(library: Library, entry: Checked | Source, language: Language) -> list[str]:
    """Return where the text of a fact can be read again, for a reader of `language`; no address
    twice.
    """
    return list(dict.fromkeys(filter(None, _addresses(library, entry, language))))


def _addresses(library: Library, entry: Checked | Source, language: Language) -> Iterator[str]:
    if isinstance(entry, Source):
        yield entry.link(language)[0]
        return
    if isinstance(entry, Organisation) and entry.website:
        yield entry.website.in_(language)[0]
    if isinstance(entry, Fact):
        for citation in entry.source:
            if isinstance(source := library.entries.get(citation.instrument), Source):
                yield source.link(language, citation)[0]
    for source_id in entry.read_in:
        if isinstance(source := library.entries.get(source_id), Source):
            yield source.link(language)[0]


_SAID: Final[dict[Language, tuple[str, str, str, str]]] = {
    "cy": ("erbyn", "gwiriwyd", "Newidiadau sydd ar ddod:", "ar"),
    "en": ("by", "checked", "Changes to come:", "on"),
}


def _in_text(
    library: Library, found: Sequence[Due], soon: Sequence[Change], language: Language
) -> str:
    lines = [line for one in found for line in _due_lines(library, one, language)]
    if soon:
        lines += [*([""] if lines else []), _SAID[language][2]]
    return "\n".join([*lines, *(_change_line(change, language) for change in soon)])


def _due_lines(library: Library, one: Due, language: Language) -> Iterator[str]:
    by, checked, *_ = _SAID[language]
    entry = one.entry
    yield f"{entry.id}  {by} {one.by}  ({checked} {entry.checked}, {library.place(entry.id)})"
    for line in (_name(entry, language), *addresses(library, entry, language)):
        if line:
            yield f"    {line}"


def _change_line(change: Change, language: Language) -> str:
    now, then = (
        formats.length(value.length, value.unit.value, language).replace(formats.NBSP, " ")
        for value in (change.now, change.then)
    )
    return f"{change.deadline.id}  {_SAID[language][3]} {change.then.start}: {now} → {then}"


def _name(entry: Checked | Source, language: Language) -> str:
    name = name_of(entry)
    return name.in_(language) if name else ""


def _due_as_data(library: Library, one: Due) -> dict[str, Any]:
    place = library.place(one.entry.id)
    return {
        "id": one.entry.id,
        "kind": one.entry.kind,
        "by": one.by.isoformat(),
        "checked": one.entry.checked.isoformat(),
        "path": place.path,
        "line": place.line,
        "name": {side: _name(one.entry, side) for side in LANGUAGES},
        "addresses": {side: addresses(library, one.entry, side) for side in LANGUAGES},
    }


def _change_as_data(library: Library, change: Change) -> dict[str, Any]:
    place = library.place(change.deadline.id)
    return {
        "id": change.deadline.id,
        "on": change.then.start.isoformat(),
        "from": {"length": change.now.length, "unit": change.now.unit.value},
        "to": {"length": change.then.length, "unit": change.then.unit.value},
        "path": place.path,
        "line": place.line,
    }
