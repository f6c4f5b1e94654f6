"""What a change does to each language, to facts and to addresses, for whoever reads it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from canllaw.languages import LANGUAGES, Language, Words, counterpart
from canllaw.model import Entry, Fact, Library, PageKey, Source
from canllaw.units import Unit


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A project at one moment. `agreed` holds the units that are agreed, `shown_on` the files of
    the pages that show a fact, `sections` the section ids of each page.
    """

    library: Library
    units: Mapping[str, Unit]
    agreed: frozenset[str]
    shown_on: Mapping[str, tuple[str, ...]]
    addresses: Mapping[PageKey, str]
    sections: Mapping[PageKey, frozenset[str]]


_NOTHING: Final = Words(cy="Dim byd.", en="Nothing.")
_TITLE: Final = Words(cy="Beth mae’r newid hwn yn ei wneud", en="What this change does")
_LANGUAGES: Final = Words(cy="I bob iaith", en="To each language")
_ONE_SIDE: Final = Words(cy="Ar un ochr yn unig", en="On one side only")
_AGREED: Final = Words(cy="Wedi’u cytuno eto", en="Agreed again")
_FACTS: Final = Words(cy="Ffeithiau", en="Facts")
_ADDRESSES: Final = Words(cy="Cyfeiriadau", en="Addresses")
_SOURCE: Final = Words(cy="Ffynhonnell", en="Source")
_SHOWN_ON: Final = Words(cy="I’w weld ar", en="Shown on")
_NEW_FACT: Final = Words(cy="ffaith newydd", en="a new fact")
_FACT_GONE: Final = Words(cy="wedi’i dileu", en="deleted")
_FACT_TABLE: Final = Words(
    cy="| maes | cynt | nawr |\n| --- | --- | --- |",
    en="| field | before | now |\n| --- | --- | --- |",
)
_ROWS: Final = {
    "added": Words(cy="testunau newydd", en="texts added"),
    "removed": Words(cy="testunau wedi’u dileu", en="texts removed"),
    "both": Words(cy="wedi newid, ac felly’r ochr arall", en="changed, and so has the other side"),
    "alone": Words(cy="wedi newid ar yr ochr hon yn unig", en="changed on this side only"),
}


def change_report(before: Snapshot, after: Snapshot, language: Language) -> str:
    """Return Markdown that says, in `language`, what lies between two moments of a project."""
    parts = (
        [f"# {_TITLE.in_(language)}"],
        _section(_LANGUAGES, _counts(before, after, language), language),
        _section(_ONE_SIDE, _one_sided(before, after, language), language),
        _section(
            _AGREED, (f"- `{name}`" for name in sorted(after.agreed - before.agreed)), language
        ),
        _section(_FACTS, _facts(before, after, language), language),
        _section(_ADDRESSES, _addresses(before, after, language), language),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _section(title: Words, lines: Iterable[str], language: Language) -> list[str]:
    return ["", f"## {title.in_(language)}", "", *(list(lines) or [_NOTHING.in_(language)])]


def _changed(before: Snapshot, after: Snapshot, language: Language) -> set[str]:
    """Return the units there were and are whose words in `language` differ, line ends apart."""
    return {
        name
        for name in before.units.keys() & after.units.keys()
        if before.units[name].sides[language].words.split()
        != after.units[name].sides[language].words.split()
    }


def _counts(before: Snapshot, after: Snapshot, language: Language) -> Iterator[str]:
    changed = {side: _changed(before, after, side) for side in LANGUAGES}
    common = changed["cy"] & changed["en"]
    added, removed = after.units.keys() - before.units.keys(), before.units.keys() - after.units
    counts = {
        "added": {side: _worded(after, added, side) for side in LANGUAGES},
        "removed": {side: _worded(before, removed, side) for side in LANGUAGES},
        "both": dict.fromkeys(LANGUAGES, len(common)),
        "alone": {side: len(changed[side] - common) for side in LANGUAGES},
    }
    yield "| | Cymraeg | English |"
    yield "| --- | ---: | ---: |"
    for key, words in _ROWS.items():
        yield f"| {words.in_(language)} | {counts[key]['cy']} | {counts[key]['en']} |"


def _worded(snapshot: Snapshot, names: Iterable[str], language: Language) -> int:
    return sum(bool(snapshot.units[name].sides[language].words.strip()) for name in names)


def _one_sided(before: Snapshot, after: Snapshot, language: Language) -> Iterator[str]:
    changed = {side: _changed(before, after, side) for side in LANGUAGES}
    for side in LANGUAGES:
        other = counterpart(side)
        for name in sorted(changed[side] - changed[other]):
            moved, stayed = (after.units[name].sides[each].place for each in (side, other))
            words = Words(
                cy=f"- `{name}`: newidiodd `{moved}`, ond nid `{stayed}`.",
                en=f"- `{name}`: `{moved}` has changed, `{stayed}` has not.",
            )
            yield words.in_(language)


def _facts(before: Snapshot, after: Snapshot, language: Language) -> Iterator[str]:
    then, now = before.library.entries, after.library.entries
    for name in sorted(then.keys() | now.keys()):
        old, new = then.get(name), now.get(name)
        if old == new:
            continue
        note = _NEW_FACT if old is None else _FACT_GONE if new is None else Words(cy="", en="")
        yield f"### `{name}`{f': {note.in_(language)}' if note.in_(language) else ''}"
        yield ""
        if old and new:
            yield _FACT_TABLE.in_(language)
            yield from _fields(old, new)
            yield ""
        found = (after, new) if new else (before, old)
        yield from _context(*found, language)  # type: ignore[arg-type]  # one of the two is there
        yield ""


def _fields(old: Entry, new: Entry) -> Iterator[str]:
    then, now = dict(_flat(_plain(old))), dict(_flat(_plain(new)))
    for path in dict.fromkeys((*then, *now)):
        if then.get(path) != now.get(path):
            yield f"| `{path}` | {_cell(then.get(path, ''))} | {_cell(now.get(path, ''))} |"


def _plain(entry: Entry) -> Any:
    return entry.model_dump(mode="json", by_alias=True, exclude_none=True)


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        pairs: Iterable[tuple[Any, Any]] = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    else:
        yield path, str(value)
        return
    for key, item in pairs:
        yield from _flat(item, f"{path}/{key}" if path else str(key))


def _cell(text: str) -> str:
    """Return a text that stays in its cell and is nothing but text there."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    for mark in "|`*_[]":
        escaped = escaped.replace(mark, f"\\{mark}")
    return " ".join(escaped.split())


def _context(snapshot: Snapshot, entry: Entry, language: Language) -> Iterator[str]:
    """Say who says so, and which pages show it."""
    if isinstance(entry, Fact):
        cited = "; ".join(_cited(snapshot.library, entry, language))
        yield f"{_SOURCE.in_(language)}: {cited}."
        yield ""
    pages = snapshot.shown_on.get(entry.id, ())
    shown = ", ".join(f"`{page}`" for page in pages) or _NOTHING.in_(language)
    yield f"{_SHOWN_ON.in_(language)}: {shown}"


def _cited(library: Library, fact: Fact, language: Language) -> Iterator[str]:
    for citation in fact.source:
        source = library.entries.get(citation.instrument)
        name = source.short.in_(language) if isinstance(source, Source) else citation.instrument
        yield _cell(", ".join(part for part in (name, citation.place(language)) if part))


def _addresses(before: Snapshot, after: Snapshot, language: Language) -> Iterator[str]:
    then, now = before.addresses, after.addresses
    for key in sorted(then.keys() | now.keys()):
        old, new = then.get(key), now.get(key)
        if old and new and old != new:
            yield f"- `/{old}` → `/{new}`"
        elif old != new:
            yield f"- {_came(bool(new)).in_(language)}: `/{new or old}`"
        if old and new:
            yield from _moved_sections(new, before.sections[key], after.sections[key], language)


def _moved_sections(
    address: str, then: frozenset[str], now: frozenset[str], language: Language
) -> Iterator[str]:
    for name in sorted(then ^ now):
        yield f"- {_came(name in now).in_(language)}: `/{address}#{name}`"


def _came(new: bool) -> Words:
    return Words(cy="newydd", en="new") if new else Words(cy="wedi mynd", en="gone")
