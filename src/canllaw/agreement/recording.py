"""What changes in the files of records when somebody says that both sides agree."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from canllaw.agreement.record import Record, Reviewer, file_of
from canllaw.agreement.standing import Agreement, Standing, marks


@dataclass(frozen=True, slots=True)
class Comparison:
    """Somebody compared the two sides, on a day; `reviewer` is what they are, if qualified."""

    by: str
    on: datetime.date
    reviewer: Reviewer | None = None

    def adds_to(self, standing: Standing) -> bool:
        """Whether it says more than the record of the unit does."""
        record = standing.record
        if record is None or not standing.is_agreed:
            return True
        return self.reviewer is not None and record.reviewer != self.reviewer

    def of(self, standing: Standing) -> Record:
        """Return the record of a unit as it is now."""
        cy, en = marks(standing.unit)
        return Record(standing.unit.id, cy, en, self.on, self.by, self.reviewer)


@dataclass(frozen=True, slots=True)
class FileChange:
    """The records to put into one file, and the ids of those to take out."""

    put: tuple[Record, ...]
    drop: frozenset[str]


def recording(
    agreement: Agreement, names: Collection[str], comparison: Comparison
) -> dict[str, FileChange]:
    """Return what to change in which file, so that the units named are agreed as they are."""
    moves = _Moves(agreement)
    for name in names:
        moves.put(name, comparison.of(agreement.standings[name]))
    return moves.changes()


def tidying(agreement: Agreement) -> dict[str, FileChange]:
    """Return what to change in which file, so that every record bears the name of its unit and
    stands in its file, and none is left of what is gone.
    """
    moves = _Moves(agreement)
    for name, standing in agreement.standings.items():
        record = standing.record
        if record and (record.id, record.place.path) != (name, file_of(standing.unit)):
            moves.put(name, replace(record, id=name))
    for record in agreement.lost:
        moves.drop(record)
    return moves.changes()


class _Moves:
    """Collects what changes, and brings home the record that a new one would stand on."""

    def __init__(self, agreement: Agreement) -> None:
        self._standings = agreement.standings
        self._holders: Mapping[str, str] = {
            standing.record.id: name
            for name, standing in agreement.standings.items()
            if standing.record
        }
        self._put: dict[str, Record] = {}
        self._drop: dict[str, set[str]] = defaultdict(set)

    def put(self, name: str, record: Record) -> None:
        self._put[name] = record
        standing = self._standings[name]
        if standing.record:
            self.drop(standing.record)
        # The record under this name may be that of a unit which was called so before.
        holder = self._holders.get(name, name)
        held = self._standings[holder].record
        if holder not in self._put and held:
            self.put(holder, replace(held, id=holder))

    def drop(self, record: Record) -> None:
        self._drop[record.place.path].add(record.id)

    def changes(self) -> dict[str, FileChange]:
        put: dict[str, list[Record]] = defaultdict(list)
        for name, record in self._put.items():
            put[file_of(self._standings[name].unit)].append(record)
        return {
            path: FileChange(tuple(put[path]), frozenset(self._drop[path]))
            for path in sorted({*put, *self._drop})
        }
