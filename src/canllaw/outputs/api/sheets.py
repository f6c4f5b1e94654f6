"""The facts of a kind as CSV that a spreadsheet opens as it is: both languages as columns."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from canllaw.outputs.api.schemas import fields

_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"  # without it Excel shows ŵ as two wrong letters
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_HOLDERS: Final = frozenset(("object", "array"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and the steps to its value in a fact; a step `[]` goes into a list."""

    name: str
    steps: tuple[str, ...]


def columns(kind: str) -> list[Column]:
    """Return the columns of a kind, which do not depend on what its facts happen to say."""
    return [
        Column(path.replace("[]", "").replace(".", "_"), tuple(_steps(path)))
        for path, type_, _ in fields(kind)
        if path and _HOLDERS.isdisjoint(type_.split("|"))
    ]


def sheet(kind: str, facts: Sequence[Mapping[str, Any]]) -> str:
    """Return the facts of a kind as CSV, several values of one cell on lines of their own."""
    found, file = columns(kind), io.StringIO()
    writer = csv.writer(file)
    writer.writerow([column.name for column in found])
    for fact in facts:
        writer.writerow([_cell(_values(fact, column.steps)) for column in found])
    return _BOM + file.getvalue()


def _steps(path: str) -> Iterator[str]:
    for part in path.split("."):
        name = part.rstrip("[]")
        yield name
        yield from ["[]"] * part.count("[]")


def _values(node: Any, steps: Sequence[str]) -> list[Any]:
    if not steps or node is None:
        return [node]
    if steps[0] == "[]":
        return [value for item in node for value in _values(item, steps[1:])]
    return _values(node[steps[0]], steps[1:])


def _cell(values: Sequence[Any]) -> str:
    """Return what stands in a cell; what a spreadsheet would run as a formula is kept as text."""
    words = [_word(value) for value in values]
    text = "\n".join(words) if any(words) else ""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
