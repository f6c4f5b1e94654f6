"""What changes in the files of records when something is renamed that people agreed on."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from canllaw.agreement.record import Record, file_of
from canllaw.agreement.recording import FileChange
from canllaw.agreement.standing import Standing, marks
from canllaw.units import Unit


def following(
    before: Mapping[str, Standing], now: Mapping[str, Unit], called: Callable[[str], str]
) -> dict[str, FileChange]:
    """Return what to change in which file, so that each unit stands as it did `before`.

    Only for a change that a command made on both sides alike, such as a name in a link: nobody has
    to compare again what nobody wrote. `called` tells what a unit that had an id is called now.
    """
    put: dict[str, list[Record]] = defaultdict(list)
    drop: dict[str, set[str]] = defaultdict(set)
    for name, standing in before.items():
        unit, record = now.get(called(name)), standing.record
        if unit is None or record is None:
            continue
        moved = _moved(standing, record, unit)
        if (moved, record.place.path) != (record, file_of(unit)):
            put[file_of(unit)].append(moved)
            drop[record.place.path].add(record.id)
    return {
        path: FileChange(tuple(put[path]), frozenset(drop[path])) for path in sorted({*put, *drop})
    }


def _moved(standing: Standing, record: Record, unit: Unit) -> Record:
    """Return the record with the new mark of each side that was as the record has it."""
    were, are = marks(standing.unit), marks(unit)
    cy, en = (
        now if then == old else old for old, then, now in zip(record.marks, were, are, strict=True)
    )
    return replace(record, id=unit.id, cy=cy, en=en)
