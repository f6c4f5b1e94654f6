"""A file as it is written, letter by letter, beside what the readers make of it."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

import yaml

from canllaw.languages import Words
from canllaw.problems import CanllawError
from canllaw.yaml_slips import Spot, spot_of

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOM: Final = b"\xef\xbb\xbf"

UNREADABLE: Final = Words(
    cy="Ni ellir darllen y ffeil hon, felly ni newidiwyd dim ynddi. Rhedwch: canllaw check",
    en="This file cannot be read, so nothing in it was changed. Run: canllaw check",
)
_TWO_SIGNS: Final = Words(
    cy="Mae llythyren ag acen yma wedi’i hysgrifennu fel dau arwydd, felly ni ellir dweud pa rai "
    "i’w newid. Teipiwch y llythyren honno eto.",
    en="A letter with an accent is written as two signs here, so nobody can say which of them to "
    "change. Type that letter again.",
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text in a file: from where to where it stands among the raw letters, and how."""

    start: int
    end: int
    style: str
    value: str
    indent: int
    """How many spaces its second line has in front, where it has one."""
    line_end: str
    raw: str


class Written:
    """The letters of a file as they stand, and as they are read: composed, with plain line ends."""

    def __init__(self, raw: bytes, breaks: str) -> None:
        self.bom = BOM if raw.startswith(BOM) else b""
        try:
            self.raw = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise CanllawError(UNREADABLE) from None
        ends = [found.span() for found in re.finditer(breaks, self.raw)]
        starts = [0, *(end for _start, end in ends)]
        stops = [*(start for start, _end in ends), len(self.raw)]
        self._lines = [
            (start, self.raw[start:stop]) for start, stop in zip(starts, stops, strict=True)
        ]
        self._read = [unicodedata.normalize("NFC", line) for _start, line in self._lines]
        self._offsets = [0, *accumulate(len(line) + 1 for line in self._read)]
        self.text = "\n".join(self._read)

    def offset(self, position: int) -> int:
        """Return where a position of the text stands among the raw letters."""
        number = min(bisect_right(self._offsets, position) - 1, len(self._lines) - 1)
        return self.at(number, position - self._offsets[number])

    def at(self, number: int, column: int) -> int:
        """Return where a line and a column, both from 0, stand among the raw letters."""
        if number >= len(self._lines):
            return len(self.raw)
        (start, line), read = self._lines[number], self._read[number]
        if line == read:
            return start + min(column, len(line))
        for index in range(len(line) + 1):
            before, behind = (
                unicodedata.normalize("NFC", part) for part in (line[:index], line[index:])
            )
            if (before, behind) == (read[:column], read[column:]):
                return start + index
        raise CanllawError(_TWO_SIGNS)

    def line_end(self, start: int, end: int) -> str:
        """Return the line end used from `start` to `end`, else the first of the file."""
        found = re.search("\r\n|\n", self.raw[start:end]) or re.search("\r\n|\n", self.raw)
        return found[0] if found else "\n"

    def scalars(self) -> dict[Spot, Scalar]:
        """Return every text of a YAML file by the spot where it starts."""
        events = yaml.parse(self.text, Loader=_LOADER)
        return {
            spot_of(event): self._scalar(event)
            for event in events
            if isinstance(event, yaml.ScalarEvent)
        }

    def _scalar(self, event: Any) -> Scalar:
        first, last = event.start_mark, event.end_mark
        start, end = self.at(first.line, first.column), self.at(last.line, last.column)
        # The end of a block is where the next thing starts: empty lines and notes may be between.
        written = self.raw[start:end]
        if event.style in ("|", ">"):
            written = written.rstrip()
        following = re.search(r"[\r\n]([ ]*)[^\s]", written)
        indent = len(following[1]) if following else 0
        line_end = self.line_end(start, end)
        style = event.style or ""
        return Scalar(
            start, start + len(written), style, event.value.strip(), indent, line_end, written
        )
