"""How many words there are to translate, by state, for the estimate of a translator."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from canllaw.exchange.parcel import Item, Parcel, word_count


@dataclass(slots=True)
class Count:
    """The words of a page, of a file of the content, or of all of them."""

    name: str
    by_state: Counter[str] = field(default_factory=Counter)
    """The words of segments that are met for the first time, by how far their unit is agreed."""
    repeated: int = 0
    """The words of segments that were counted before, here or on another page."""

    @property
    def words(self) -> int:
        """All words, each segment once."""
        return sum(self.by_state.values())


@dataclass(frozen=True, slots=True)
class Quote:
    """The count of each page and file, and of all."""

    counts: tuple[Count, ...]
    total: Count


def quote(parcel: Parcel) -> Quote:
    """Count the words of the source. A segment with the same words as an earlier one is a repeat.

    Give the units that need work first: a repeat of an agreed text still has to be looked at once.
    """
    counts: dict[str, Count] = {}
    total = Count("")
    seen: set[str] = set()
    for item in parcel.items:
        count = counts.setdefault(item.home, Count(item.home))
        for words, new in _segments(item, seen):
            for each in (count, total):
                if new:
                    each.by_state[item.standing] += words
                else:
                    each.repeated += words
    return Quote(tuple(counts.values()), total)


def _segments(item: Item, seen: set[str]) -> Iterator[tuple[int, bool]]:
    for pair in item.pairs:
        key = " ".join(pair.source.words.split())
        yield word_count(pair.source), key not in seen
        seen.add(key)
