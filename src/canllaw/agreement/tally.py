"""How much of each page and each file of content is agreed, and how much is not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from canllaw.agreement.standing import Standing, State

_WORST: Final = (State.CY_MOVED, State.EN_MOVED, State.BOTH_MOVED, State.DRAFT)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many units of one page or file are in each state."""

    where: str
    states: Mapping[State, int]

    @property
    def total(self) -> int:
        """How many units there are."""
        return sum(self.states.values())

    @property
    def alone(self) -> int:
        """How many units changed on one side only."""
        return self.states[State.CY_MOVED] + self.states[State.EN_MOVED]

    def _worst_first(self) -> tuple[int, int, int, str]:
        both, draft = self.states[State.BOTH_MOVED], self.states[State.DRAFT]
        return (-self.alone, -both, -draft, self.where)


def tallies(standings: Iterable[Standing]) -> list[Tally]:
    """Return one tally for each page pair and file of content, worst first."""
    files: dict[str, Counter[State]] = defaultdict(Counter)
    for standing in standings:
        files[where_is(standing)][standing.state] += 1
    return sorted((Tally(where, states) for where, states in files.items()), key=Tally._worst_first)


def total(standings: Iterable[Standing]) -> Tally:
    """Return the tally of all."""
    return Tally("", Counter(standing.state for standing in standings))


def worst(standings: Iterable[Standing]) -> Standing | None:
    """Return what to look at first, or `None` where all is agreed."""
    waiting = [standing for standing in standings if not standing.is_agreed]
    return min(waiting, key=lambda standing: _WORST.index(standing.state), default=None)


def where_is(standing: Standing) -> str:
    """Return the page, or the file of content, that a unit stands in."""
    unit = standing.unit
    return unit.owner if unit.on_page else unit.sides["cy"].place.path
