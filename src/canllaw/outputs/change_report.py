"""What a change does to each language, to facts and to addresses, for whoever reads it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from canllaw.addresses import LOCK, SHORT, Addresses, line_of
from canllaw.agreement import Standing, marks
from canllaw.languages import LANGUAGES, Language, Words, counterpart
from canllaw.model import Entry, Fact, Library, Source


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A project at one moment. `shown_on` holds the files of the pages that show a fact."""

    library: Library
    standings: Mapping[str, Standing]
    shown_on: Mapping[str, tuple[str, ...]]
    addresses: Addresses


_NOTHING: Final = Words(cy="Dim byd.", en="Nothing.")
_TITLE: Final = Words(cy="Beth mae’r newid hwn yn ei wneud", en="What this change does")
_LANGUAGES: Final = Words(cy="I bob iaith", en="To each language")
_ONE_SIDE: Final = Words(cy="Ar un ochr yn unig", en="On one side only")
_AGREED: Final = Words(cy="Wedi’u cytuno eto", en="Agreed again")
_FACTS: Final = Words(cy="Ffeithiau", en="Facts")
_ADDRESSES: Final = Words(cy="Cyfeiriadau", en="Addresses")
_CROSSED_OFF: Final = Words(cy=f"wedi’i ddileu o {LOCK}", en=f"taken out of {LOCK}")
_OPENS_ANOTHER: Final = Words(cy="yn agor rhywbeth arall nawr", en="opens something else now")
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
    "both": Words(cy="wedi newid, a’r ochr arall hefyd", en="changed, and so has the other side"),
    "alone": Words(cy="wedi newid ar yr ochr hon yn unig", en="changed on this side only"),
}


def change_report(before: Snapshot, after: Snapshot, language: Language) -> str:
    """Return Markdown that says, in `language`, what lies between two moments of a project."""
    parts = (
        [f"# {_TITLE.in_(language)}"],
        _section(_LANGUAGES, _counts(before, after, language), language),
        _section(_ONE_SIDE, _one_sided(before, after, language), language),
        _section(_AGREED, _agreed(before, after), language),
        _section(_FACTS, _facts(before, after, language), language),
        _section(_ADDRESSES, _addresses(before, after, language), language),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _section(title: Words, lines: Iterable[str], language: Language) -> list[str]:
    return ["", f"## {title.in_(language)}", "", *(list(lines) or [_NOTHING.in_(language)])]


def _agreed(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Name what somebody compared anew, and who."""
    for name, standing in after.standings.items():
        then = before.standings.get(name)
        if standing.is_agreed and standing.record and standing.record != (then and then.record):
            yield f"- `{name}`: {_cell(standing.record.by)}, {standing.record.on}"


def _changed(before: Snapshot, after: Snapshot) -> dict[Language, set[str]]:
    """Return the units there were and are whose words differ, for each language."""
    common = before.standings.keys() & after.standings.keys()
    pairs = {
        name: (marks(before.standings[name].unit), marks(after.standings[name].unit))
        for name in common
    }
    return {
        side: {name for name, (then, now) in pairs.items() if then[index] != now[index]}
        for index, side in enumerate(LANGUAGES)
    }


def _counts(before: Snapshot, after: Snapshot, language: Language) -> Iterator[str]:
    changed = _changed(before, after)
    common = changed["cy"] & changed["en"]
    then, now = before.standings, after.standings
    counts = {
        "added": {side: _worded(now, now.keys() - then.keys(), side) for side in LANGUAGES},
        "removed": {side: _worded(then, then.keys() - now.keys(), side) for side in LANGUAGES},
        "both": dict.fromkeys(LANGUAGES, len(common)),
        "alone": {side: len(changed[side] - common) for side in LANGUAGES},
    }
    yield "| | Cymraeg | English |"
    yield "| --- | ---: | ---: |"
    for key, words in _ROWS.items():
        yield f"| {words.in_(language)} | {counts[key]['cy']} | {counts[key]['en']} |"


def _worded(standings: Mapping[str, Standing], names: Iterable[str], side: Language) -> int:
    return sum(bool(standings[name].unit.sides[side].words.strip()) for name in names)


def _one_sided(before: Snapshot, after: Snapshot, language: Language) -> Iterator[str]:
    changed = _changed(before, after)
    for side in LANGUAGES:
        for name in sorted(changed[side] - changed[counterpart(side)]):
            sides = after.standings[name].unit.sides
            moved, stayed = sides[side].place, sides[counterpart(side)].place
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
    then, now = before.addresses.published, after.addresses.published
    for old in sorted(then - now):
        yield f"- {_gone(old, after.addresses.leads_to(old)).in_(language)}"
    for new in sorted(now - then):
        yield f"- {Words(cy='newydd', en='new').in_(language)}: `/{new}`"
    for line in _given_away(before, after):
        yield f"- **{_OPENS_ANOTHER.in_(language)}**: {line}"
    for line in crossed_off(before, after):
        yield f"- **{_CROSSED_OFF.in_(language)}**: `/{line}`"


def crossed_off(before: Snapshot, after: Snapshot) -> list[str]:
    """Return the addresses that are not in the list of all that were ever published any more.

    Nobody would notice if one of them led nowhere, whether it does today or not.
    """
    now = after.addresses.lock
    return [
        line_of(address, listed.opened if address in now else "")
        for address, listed in sorted(before.addresses.lock.items())
        if address not in now or (listed.opened and listed.opened != now[address].opened)
    ]


def _given_away(before: Snapshot, after: Snapshot) -> Iterator[str]:
    """Yield the short addresses that open something else than they did, and what."""
    then, now = before.addresses, after.addresses
    for short in (each for each in then.must_open if each.startswith(SHORT)):
        old, new = then.opens(short), now.opens(short)
        if old and new and now.stands_at(old) != now.stands_at(new):
            yield f"`/{short}`: `/{old}` → `/{new}`"


def _gone(old: str, leads_to: str) -> Words:
    if leads_to:
        return Words(
            cy=f"symudodd: `/{old}` → `/{leads_to}`", en=f"moved: `/{old}` → `/{leads_to}`"
        )
    return Words(
        cy=f"**wedi mynd, heb arwain i unman**: `/{old}`",
        en=f"**gone, and leads nowhere**: `/{old}`",
    )
