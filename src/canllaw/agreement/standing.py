"""Where each unit stands: never compared, agreed, reviewed, or changed since on one side or both.

A record belongs to the unit that bears its id. A unit that was renamed or moved keeps the record of
the words it holds, so long as no other unit has a better claim.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from canllaw.agreement.normal import mark
from canllaw.agreement.record import Record
from canllaw.languages import LANGUAGES, Language, Words
from canllaw.units import Unit, owner_of

# A side as long as this stands in two units only where one of them was the other.
_TELLING: Final = 30


class State(StrEnum):
    """How far the two sides of a unit can be relied on to say the same."""

    DRAFT = "draft"
    AGREED = "agreed"
    REVIEWED = "reviewed"
    CY_MOVED = "cy-moved"
    EN_MOVED = "en-moved"
    BOTH_MOVED = "both-moved"


STATE_NAMES: Final[Mapping[State, Words]] = {
    State.DRAFT: Words(cy="drafft", en="draft"),
    State.AGREED: Words(cy="cytunwyd", en="agreed"),
    State.REVIEWED: Words(cy="adolygwyd", en="reviewed"),
    State.CY_MOVED: Words(cy="Cymraeg wedi newid", en="Welsh changed"),
    State.EN_MOVED: Words(cy="Saesneg wedi newid", en="English changed"),
    State.BOTH_MOVED: Words(cy="y ddwy wedi newid", en="both changed"),
}
"""What each state is called."""

_MOVED: Final[Mapping[tuple[Language, ...], State]] = {
    ("cy",): State.CY_MOVED,
    ("en",): State.EN_MOVED,
    LANGUAGES: State.BOTH_MOVED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands, and the record that says so, if it has one."""

    unit: Unit
    record: Record | None = None
    moved: tuple[Language, ...] = ()
    """The sides that changed since the record was made."""

    @property
    def state(self) -> State:
        """What people call it."""
        if self.record is None:
            return State.DRAFT
        if self.moved:
            return _MOVED[self.moved]
        return State.REVIEWED if self.record.reviewer else State.AGREED

    @property
    def is_agreed(self) -> bool:
        """Whether both sides are as they were when somebody compared them."""
        return self.record is not None and not self.moved

    @property
    def one_moved(self) -> Language | None:
        """The side that changed without the other."""
        return self.moved[0] if len(self.moved) == 1 else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two languages agree: the standing of every unit, and the records nobody claims."""

    standings: Mapping[str, Standing]
    lost: tuple[Record, ...] = ()


def marks(unit: Unit) -> tuple[str, str]:
    """Return the marks of both sides of a unit."""
    cy, en = (mark(unit.sides[side].words, markdown=unit.is_markdown) for side in LANGUAGES)
    return cy, en


def agreement(units: Mapping[str, Unit], records: Mapping[str, Record]) -> Agreement:
    """Return where each unit stands by the records, in the order of the units."""
    if not records:  # nothing to compare with, so nothing to read
        return Agreement({name: Standing(unit) for name, unit in units.items()})
    claims = _Claims(units, records)
    standings = {name: claims.standing(name) for name in units}
    taken = {found.record.id for found in standings.values() if found.record}
    return Agreement(standings, tuple(each for each in records.values() if each.id not in taken))


class _Claims:
    """Gives each record to the unit with the best claim."""

    def __init__(self, units: Mapping[str, Unit], records: Mapping[str, Record]) -> None:
        self._units = units
        self._marks = {name: marks(unit) for name, unit in units.items()}
        self._free = dict(records)
        self._found: dict[str, Record] = {}
        self._give(self._unchanged)
        self._give(self._same_words)
        self._give(self._one_side_of_its_own)
        self._give(self._one_side)
        self._give(self._of_its_own)

    def standing(self, name: str) -> Standing:
        record = self._found.get(name)
        if record is None:
            return Standing(self._units[name])
        pairs = zip(LANGUAGES, record.marks, self._marks[name], strict=True)
        moved = tuple(side for side, then, now in pairs if then != now)
        return Standing(self._units[name], record, moved)

    def _give(self, claims: Callable[[], Iterable[tuple[str, Record]]]) -> None:
        for name, record in list(claims()):
            if name not in self._found and record.id in self._free:
                self._found[name] = self._free.pop(record.id)

    def _of_its_own(self) -> Iterator[tuple[str, Record]]:
        return ((name, self._free[name]) for name in self._units if name in self._free)

    def _unchanged(self) -> Iterator[tuple[str, Record]]:
        return (found for found in self._of_its_own() if self._marks[found[0]] == found[1].marks)

    def _one_side_of_its_own(self) -> Iterator[tuple[str, Record]]:
        for name, record in self._of_its_own():
            if any(map(str.__eq__, self._marks[name], record.marks)):
                yield name, record

    def _same_words(self) -> Iterator[tuple[str, Record]]:
        """Both sides are those of a record that its own unit no longer fits."""
        free: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self._free.values():
            free[record.marks].append(record)
        for name in self._waiting():
            for record in _nearest_first(free.get(self._marks[name], []), self._units[name]):
                yield name, record

    def _one_side(self) -> Iterator[tuple[str, Record]]:
        """One side is that of a free record, and not by chance."""
        for side in LANGUAGES:
            free: dict[str, list[Record]] = defaultdict(list)
            for record in self._free.values():
                free[record.of(side)].append(record)
            for name in self._waiting():
                unit, now = self._units[name], self._marks[name][side == "en"]
                for record in _nearest_first(free.get(now, []), unit):
                    if self._was_called(record, unit) or len(unit.sides[side].words) >= _TELLING:
                        yield name, record

    def _was_called(self, record: Record, unit: Unit) -> bool:
        """Whether a unit may well have been called as a record is: it is on the same page, or has
        the same name on a page that bore another one.
        """
        owner = owner_of(record.id)
        same_name = record.id.removeprefix(owner) == unit.id.removeprefix(unit.owner)
        return owner == unit.owner or (same_name and record.id not in self._units)

    def _waiting(self) -> list[str]:
        return [name for name in self._units if name not in self._found]


def _nearest_first(records: Iterable[Record], unit: Unit) -> list[Record]:
    return sorted(records, key=lambda record: owner_of(record.id) != unit.owner)
