"""What came back, put where it belongs: every file as it will be, or every reason why not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from canllaw.edits import with_front_matter, with_passage, with_scalars
from canllaw.exchange.codes import Code
from canllaw.exchange.delivery import Delivery, Returned
from canllaw.exchange.pairs import BETWEEN, Pair, layout_of, pairs_of, rebuilt
from canllaw.exchange.parcel import SEGMENT_MARK, seal
from canllaw.exchange.segments import Segment, split
from canllaw.exchange.slips import Judge, Taken, text_of
from canllaw.languages import LANGUAGES, NAMES, Language, Words, counterpart
from canllaw.model import Page, PageKey
from canllaw.problems import CanllawError, Place, Problem, nearest
from canllaw.strict_yaml import parse, split_front_matter
from canllaw.units import DESCRIPTION, Unit, section_spans
from canllaw.yaml_slips import Spot

Read = Callable[[str], bytes]
"""From the path of a file, from the root of the project, to its bytes."""


@dataclass(frozen=True, slots=True)
class Project:
    """What texts are merged into."""

    units: Mapping[str, Unit]
    pages: Mapping[PageKey, Page]
    read: Read
    judge: Judge


@dataclass(slots=True)
class Merged:
    """The new words of each unit that changes, and every file with them in it."""

    words: dict[str, str] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)
    """All units of which something came back, changed or not."""
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def merge(delivery: Delivery, file: str, project: Project) -> Merged:
    """Return what a delivery makes of the project; where it has problems, nothing else counts."""
    merged = Merged()
    to = _language(delivery)
    if to is None:
        merged.problems.append(Problem("C803", Place(file), *_languages(delivery)))
        return merged
    new: dict[str, dict[int, str]] = {}
    for found in _taken(delivery, file, project, to):
        text = found if isinstance(found, Problem) else _accepted(found, project)
        if isinstance(text, Problem):
            merged.problems.append(text)
        elif isinstance(found, Taken):
            merged.units.add(found.unit.id)
        if isinstance(text, str) and isinstance(found, Taken):
            new.setdefault(found.unit.id, {})[found.pair.number] = text
    for name, texts in new.items():
        unit = project.units[name]
        merged.words[name] = rebuilt(unit, to, texts)
        merged.problems.extend(_misshapen(unit, to, texts, merged.words[name], file))
    if not merged.problems:
        merged.files = _files(merged.words, to, project, merged.problems, file)
    merged.problems.sort(key=Problem.sort_key)
    return merged


def _language(delivery: Delivery) -> Language | None:
    source, to = (name.partition("-")[0].lower() for name in (delivery.source, delivery.to))
    return next((each for each in LANGUAGES if each == to and source == counterpart(each)), None)


def _taken(
    delivery: Delivery, file: str, project: Project, to: Language
) -> Iterator[Taken | Problem]:
    seen: dict[str, Returned] = {}
    stale: set[str] = set()
    pairs: dict[str, tuple[Pair, ...]] = {}
    for row in delivery.rows:
        place = Place(file, row.line)
        name, _, number = row.id.rpartition(SEGMENT_MARK)
        unit = project.units.get(name)
        if unit and name not in pairs:
            pairs[name] = pairs_of(unit, to)
        pair = next((each for each in pairs.get(name, ()) if str(each.number) == number), None)
        taken = Taken(unit, to, pair, row, place) if unit and pair else None
        # What stands here already may come back a second time.
        if unit and row.at != seal(unit, to) and not (taken and taken.unchanged):
            if name not in stale:
                stale.add(name)
                yield _stale(unit, to, row, place)
        elif taken is None:
            yield _unknown(row, name, place, project.units)
        elif row.id in seen and seen[row.id].pieces != row.pieces:
            yield Problem("C813", place, *_twice(row.id, seen[row.id].line))
        else:
            seen[row.id] = row
            yield taken


def _accepted(taken: Taken, project: Project) -> str | Problem | None:
    return None if taken.unchanged else text_of(taken, project.judge)


def _misshapen(
    unit: Unit, to: Language, texts: Mapping[int, str], words: str, file: str
) -> Iterator[Problem]:
    """Yield a problem where the new words make other paragraphs, items or headings than wanted."""
    if not unit.is_markdown:
        return
    pairs = {pair.number: pair for pair in pairs_of(unit, to)}
    changed = [pairs[number] for number in texts]
    parted = any(code.name == BETWEEN for pair in changed for code in _codes(pair))
    wanted, now = _kinds(layout_of(unit, to).target), _kinds(split(words))
    if parted:  # how many paragraphs there are is the translator's to say; headings are not
        wanted, now = (
            [kind for kind in kinds if kind.startswith("heading")] for kinds in (wanted, now)
        )
    if wanted != now:
        name = unit.id
        yield Problem(
            "C812",
            Place(file),
            Words(cy=f"{name}: {_SHAPE.cy}", en=f"{name}: {_SHAPE.en}"),
            _NO_MARKDOWN,
        )


def _codes(pair: Pair) -> Iterable[Code]:
    return (*pair.source.codes.values(), *pair.present.codes.values())


def _kinds(parts: Iterable[object]) -> list[str]:
    return [part.kind for part in parts if isinstance(part, Segment)]


def _files(
    words: Mapping[str, str],
    to: Language,
    project: Project,
    problems: list[Problem],
    file: str,
) -> dict[str, bytes]:
    by_file: dict[str, dict[str, str]] = {}
    for name, text in words.items():
        path = project.units[name].sides[to].place.path
        by_file.setdefault(path, {})[name] = text
    files: dict[str, bytes] = {}
    for path, texts in by_file.items():
        units = [project.units[name] for name in texts]
        try:
            edit = _edited_page if units[0].on_page else _edited_yaml
            files[path] = edit(project, path, to, units, texts)
        except CanllawError as error:
            hint = Words(cy=f"Gwelwch y ffeil {path}.", en=f"See the file {path}.")
            problems.append(Problem("C812", Place(file), error.words, hint))
    return files


def _edited_yaml(
    project: Project, path: str, to: Language, units: list[Unit], texts: Mapping[str, str]
) -> bytes:
    raw = project.read(path)
    spots = _label_spots(path, raw, to) if units[0].owner == "label" else {}
    new: dict[Spot, str] = {}
    old: dict[Spot, str] = {}
    for unit in units:
        side = unit.sides[to]
        spot = spots.get(unit.id) or (side.place.line, side.place.column)
        new[spot], old[spot] = texts[unit.id], side.words
    return with_scalars(raw, new, old)


def _label_spots(path: str, raw: bytes, to: Language) -> dict[str, Spot]:
    # A label is known by the place of its name; what changes is the text behind it.
    root, _problems = parse(path, raw)
    if root is None or not isinstance(root.value, dict):
        return {}
    return {f"label/{key}": node.spot_of((to,)) for key, node in root.value.items()}


def _edited_page(
    project: Project, path: str, to: Language, units: list[Unit], texts: Mapping[str, str]
) -> bytes:
    raw = project.read(path)
    page = project.pages[to, units[0].owner]
    spans = {name: (start, end) for name, start, end in section_spans(page)}
    changes = []
    for unit in units:
        if unit.is_markdown:
            name = unit.id.partition(".md#")[2]
            changes.append((*spans.get(name, _gap(spans, name, project, unit, to)), unit))
    for start, end, unit in sorted(changes, key=lambda each: each[:2], reverse=True):
        new = texts[unit.id]
        apart = "\n" if start == end and not page.body[:start].endswith("\n\n") else ""
        raw = with_passage(raw, start, end, apart + new, page.body[start:end])
    description = next((unit for unit in units if unit.id.endswith(DESCRIPTION)), None)
    return raw if description is None else _described(raw, page, texts[description.id])


def _gap(
    spans: Mapping[str, tuple[int, int]], name: str, project: Project, unit: Unit, to: Language
) -> tuple[int, int]:
    """Return where a section that one side does not have belongs: behind the one before it."""
    other = project.pages[counterpart(to), unit.owner]
    names = [each for each, _start, _end in section_spans(other)]
    before = names[: names.index(name)] if name in names else names
    end = next((spans[each][1] for each in reversed(before) if each in spans), 0)
    return end, end


def _described(raw: bytes, page: Page, new: str) -> bytes:
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    root, _problems = parse(page.file, f"\n{split_front_matter(text)[0]}".encode())
    spot = root.spot_of(("description",)) if root else (0, 0)
    return with_front_matter(raw, {spot: new}, {spot: page.meta.description})


def _stale(unit: Unit, to: Language, row: Returned, place: Place) -> Problem:
    source_at, _, _target_at = seal(unit, to).partition("-")
    name = unit.id
    if row.at.partition("-")[0] != source_at:
        said = Words(
            cy=f"{name}: mae’r testun gwreiddiol ({NAMES[counterpart(to)].cy}) wedi newid ers "
            "yr allforio, felly cyfieithiad o hen eiriau yw hwn.",
            en=f"{name}: the source ({NAMES[counterpart(to)].en}) has changed since the export, so "
            "this translates words that no longer stand.",
        )
        return Problem("C805", place, said, _EXPORT_AGAIN)
    said = Words(
        cy=f"{name}: mae rhywun wedi newid y testun {NAMES[to].cy} yma ers yr allforio; byddai’r "
        "newid hwnnw’n cael ei golli.",
        en=f"{name}: somebody has changed the {NAMES[to].en} here since the export; that change "
        "would be lost.",
    )
    return Problem("C806", place, said, _EXPORT_AGAIN)


def _unknown(row: Returned, name: str, place: Place, units: Mapping[str, Unit]) -> Problem:
    said = Words(
        cy=f"nid oes darn o’r enw '{row.id}' yn y prosiect hwn.",
        en=f"there is no part called '{row.id}' in this project.",
    )
    return Problem("C804", place, said, nearest(name, units) or _GONE)


def _languages(delivery: Delivery) -> tuple[Words, Words]:
    named = f"{delivery.source or '?'} → {delivery.to or '?'}"
    return (
        Words(
            cy=f"Mae’r ffeil hon yn cyfieithu {named}; dim ond cy → en ac en → cy sydd yma.",
            en=f"This file translates {named}; here there is only cy → en and en → cy.",
        ),
        Words(
            cy="Gofynnwch i’r cyfieithydd am y ffeil a anfonwyd, gyda’r ieithoedd fel yr oeddent.",
            en="Ask the translator for the file that was sent, with its languages as they were.",
        ),
    )


def _twice(name: str, line: int) -> tuple[Words, Words]:
    return (
        Words(
            cy=f"mae '{name}' yma ddwywaith, gyda geiriau gwahanol, felly ni ellir dweud pa rai "
            "sy’n cyfrif.",
            en=f"'{name}' stands here twice with different words, so nobody can say which count.",
        ),
        Words(
            cy=f"Cadwch un, a dilëwch y llall; mae’r cyntaf ar linell {line}.",
            en=f"Keep one and delete the other; the first is on line {line}.",
        ),
    )


_GONE: Final = Words(
    cy="Efallai ei fod wedi’i ailenwi neu na ellir ei ddarllen. Rhedwch canllaw check, ac "
    "allforiwch eto.",
    en="It may have been renamed, or cannot be read. Run canllaw check, then export again.",
)
_EXPORT_AGAIN: Final = Words(
    cy="Allforiwch y darn eto, ac anfonwch ef at y cyfieithydd: canllaw export",
    en="Export the part again, and send it to the translator: canllaw export",
)
_SHAPE: Final = Words(
    cy="byddai’r cyfieithiad yn gwneud paragraffau, eitemau neu benawdau eraill ar y dudalen.",
    en="the translation would make other paragraphs, items or headings on the page.",
)
_NO_MARKDOWN: Final = Words(
    cy='Dilëwch arwyddion fel # | - " ar ddechrau neu yng nghanol y geiriau.',
    en='Delete signs such as # | - " at the start or in the middle of the words.',
)
