"""What is sent to a translator: units with their segments, and all that helps to translate them."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from canllaw.exchange.codes import Marked
from canllaw.exchange.pairs import BETWEEN, Pair, pairs_of
from canllaw.languages import Language, Words, counterpart
from canllaw.units import Unit

Terms = Callable[[Language, str], Sequence[tuple[str, str]]]
"""From a language and a text in it to the official terms in it, each with its counterpart."""

_WORD: Final = re.compile(r"\S*[^\W_]\S*")
_PAGES_NAMED: Final = 6
SEGMENT_MARK: Final = "|"
"""What stands between the id of a unit and the number of a segment in it."""
# What a translator's program shows by itself.
_EVIDENT: Final = frozenset({BETWEEN, "bold", "italic"})


@dataclass(frozen=True, slots=True)
class Around:
    """What is known about units besides their words."""

    addresses: Callable[[Unit], Sequence[str]]
    """The pages on which a unit appears, by their address on the site."""
    standing: Callable[[Unit], str]
    """How far a unit is agreed: draft, agreed, moved."""
    terms: Terms
    same: Callable[[Unit], bool]
    """Whether both sides may be the same, because it is a name."""


@dataclass(frozen=True, slots=True)
class Item:
    """A unit on its way to a translator: its segments, each with what to know of it."""

    unit: Unit
    to: Language
    standing: str
    pairs: tuple[Pair, ...]
    notes: tuple[Words, ...]
    segment_notes: tuple[tuple[Words, ...], ...]

    @property
    def at(self) -> str:
        """What both sides are at the moment, so that a later change of either is noticed."""
        return seal(self.unit, self.to)

    @property
    def home(self) -> str:
        """The page it is on, else the file of the content."""
        return self.unit.owner if self.unit.on_page else self.unit.sides[self.to].place.path

    def id_of(self, pair: Pair) -> str:
        """Return the id that one of its segments travels under."""
        return f"{self.unit.id}{SEGMENT_MARK}{pair.number}"

    def segments(self) -> Iterator[tuple[Pair, tuple[Words, ...]]]:
        """Yield each segment with its notes."""
        yield from zip(self.pairs, self.segment_notes, strict=True)


@dataclass(frozen=True, slots=True)
class Parcel:
    """All units that go together, into one language."""

    to: Language
    items: tuple[Item, ...]

    @property
    def source(self) -> Language:
        """The language that is translated from."""
        return counterpart(self.to)

    def homes(self) -> dict[str, tuple[Item, ...]]:
        """Return the units by the page or the file of the content they are on."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.home, []).append(item)
        return {home: tuple(items) for home, items in found.items()}


def pack(units: Iterable[Unit], to: Language, around: Around) -> Parcel:
    """Return the units that hold words, ready to be written to a file."""
    return Parcel(to, tuple(_items(units, to, around)))


def _items(units: Iterable[Unit], to: Language, around: Around) -> Iterator[Item]:
    for unit in units:
        if pairs := pairs_of(unit, to):
            notes = tuple(_notes(unit, around))
            per_segment = tuple(tuple(_segment_notes(pair, to, around)) for pair in pairs)
            yield Item(unit, to, around.standing(unit), pairs, notes, per_segment)


def seal(unit: Unit, to: Language) -> str:
    """Return a short hash of each side: that of the source, a hyphen, that of the target."""
    return "-".join(_hash(unit.sides[side].words) for side in (counterpart(to), to))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def word_count(marked: Marked) -> int:
    """Return how many words there are to translate: runs of signs with a letter or a digit in them.

    A code is no word. One that stands alone, such as a macro call, parts words; a pair does not.
    """
    parts = (
        piece if isinstance(piece, str) else " " * (piece.role == "alone")
        for piece in marked.pieces
    )
    return len(_WORD.findall("".join(parts)))


def item_words(item: Item) -> int:
    """Return how many words of the source a unit has."""
    return sum(word_count(pair.source) for pair in item.pairs)


def _notes(unit: Unit, around: Around) -> Iterator[Words]:
    addresses = around.addresses(unit)
    if addresses:
        named = ", ".join(f"/{address}" for address in addresses[:_PAGES_NAMED])
        more = len(addresses) - _PAGES_NAMED
        yield Words(
            cy=f"Ble mae’n ymddangos: {named}" + (f", a {more} arall" if more > 0 else ""),
            en=f"Where it appears: {named}" + (f", and {more} more" if more > 0 else ""),
        )
    if around.same(unit):
        yield Words(cy="Enw: gall aros yr un fath.", en="A name: it may stay the same.")


def _segment_notes(pair: Pair, to: Language, around: Around) -> Iterator[Words]:
    if found := around.terms(counterpart(to), pair.source.words):
        listed = "; ".join(f"{ours} = {theirs}" for ours, theirs in found)
        yield Words(cy=f"Termau swyddogol: {listed}", en=f"Official terms: {listed}")
    codes = pair.source.codes.values()
    kept = dict.fromkeys(code.shown for code in codes if code.name not in _EVIDENT)
    if kept:
        listed = " · ".join(kept)
        yield Words(cy=f"Cadwch fel y mae: {listed}", en=f"Keep as it is: {listed}")
    if any(code.name == BETWEEN for code in codes):
        yield Words(
            cy="Mae ffurf y ddwy ochr yn wahanol. Mae’r arwydd ¶ yn gwahanu paragraffau: "
            "defnyddiwch ef fel y bo angen.",
            en="The two sides differ in shape. The sign ¶ parts paragraphs: use it as needed.",
        )
