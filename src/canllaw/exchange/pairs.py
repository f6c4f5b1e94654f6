"""A unit as pairs of segments, and the words of a side once some of its segments are new.

Where both sides have the same shape a segment faces a segment. Where they differ, so much of each
side goes together that every pair has both; what stands between becomes a code of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from canllaw.exchange.codes import (
    Code,
    Marked,
    joined,
    numbered_like,
    read_markdown,
    read_plain,
)
from canllaw.exchange.segments import Part, Segment, split
from canllaw.languages import Language, counterpart
from canllaw.units import Unit

BETWEEN: Final = "between"
"""The name of a code for what stands between segments; it may be used as often as needed."""

_Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A segment to translate, and what stands on the other side now, maybe nothing."""

    number: int
    kind: str
    source: Marked
    present: Marked


@dataclass(frozen=True, slots=True)
class Layout:
    """Both sides of a unit as parts, and which of them face each other."""

    source: tuple[Part, ...]
    target: tuple[Part, ...]
    facing: tuple[tuple[_Span, _Span | None], ...]
    """Spans of parts; `None` where the other side has nothing, and takes the shape of this one."""


def pairs_of(unit: Unit, to: Language) -> tuple[Pair, ...]:
    """Return what to translate in a unit, in order; nothing where it holds no words."""
    if not unit.is_markdown:
        source = read_plain(unit.sides[counterpart(to)].words)
        present = numbered_like(read_plain(unit.sides[to].words), source)
        return (Pair(1, "text", source, present),) if source.pieces else ()
    layout = layout_of(unit, to)
    return tuple(_pair(number, layout, *each) for number, each in enumerate(layout.facing, 1))


def _pair(number: int, layout: Layout, span: _Span, facing: _Span | None) -> Pair:
    first = layout.source[span[0]]
    source = _together(layout.source[slice(*span)])
    present = _together(layout.target[slice(*facing)]) if facing else Marked()
    kind = first.kind if isinstance(first, Segment) else ""
    return Pair(number, kind, source, numbered_like(present, source))


def _together(parts: Sequence[Part]) -> Marked:
    if len(parts) == 1 and isinstance(parts[0], Segment):
        return parts[0].marked
    return joined(
        [part.marked if isinstance(part, Segment) else Code(_between(part), part) for part in parts]
    )


def _between(text: str) -> str:
    # A macro call or an element on a line of its own is no mere space between two paragraphs.
    return "block" if read_markdown(text).codes else BETWEEN


def layout_of(unit: Unit, to: Language) -> Layout:
    """Return how the sides of a section face each other."""
    source, target = split(unit.sides[counterpart(to)].words), split(unit.sides[to].words)
    mine, others = _segments(source), _segments(target)
    if not others:
        return Layout(source, source, tuple(((at, at + 1), None) for at in mine))
    facing = [
        ((mine[a], mine[b - 1] + 1), (others[c], others[d - 1] + 1))
        for a, b, c, d in _runs(
            [_kind(source[at]) for at in mine], [_kind(target[at]) for at in others]
        )
    ]
    return Layout(source, target, tuple(facing))


def _segments(parts: Sequence[Part]) -> list[int]:
    return [index for index, part in enumerate(parts) if isinstance(part, Segment)]


def _kind(part: Part) -> str:
    return part.kind if isinstance(part, Segment) else ""


def _runs(mine: Sequence[str], others: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return runs of both sequences that face each other, none of them empty on either side."""
    if not mine:
        return []
    runs: list[tuple[int, int, int, int]] = []
    for run in _steps(mine, others):
        if runs and not (_whole(runs[-1]) and _whole(run)):
            runs[-1] = (runs[-1][0], run[1], runs[-1][2], run[3])
        else:
            runs.append(run)
    return runs


def _whole(run: tuple[int, int, int, int]) -> bool:
    return run[1] > run[0] and run[3] > run[2]


def _steps(mine: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    matcher = SequenceMatcher(None, mine, others, autojunk=False)
    for name, a, b, c, d in matcher.get_opcodes():
        if name == "equal":
            yield from ((a + n, a + n + 1, c + n, c + n + 1) for n in range(b - a))
        else:
            yield a, b, c, d


def rebuilt(unit: Unit, to: Language, new: Mapping[int, str]) -> str:
    """Return the words of the side `to` with new texts for some of its segments, by number."""
    if not unit.is_markdown:
        return new.get(1, unit.sides[to].words)
    layout = layout_of(unit, to)
    parts = [part if isinstance(part, str) else part.raw for part in layout.target]
    for number, (span, facing) in enumerate(layout.facing, 1):
        if number in new:
            start, end = facing or span
            parts[start:end] = [new[number], *[""] * (end - start - 1)]
    return "".join(parts)
