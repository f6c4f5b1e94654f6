"""What comes back from a translator, before anything is believed of it."""

from dataclasses import dataclass
from typing import Final

from canllaw.exchange.codes import Piece
from canllaw.languages import Words

MAX_BYTES: Final = 20_000_000
"""More than ten times everything this site says."""


@dataclass(frozen=True, slots=True)
class Returned:
    """One segment that came back: its id, what both sides were at export, and its target."""

    id: str
    at: str
    pieces: tuple[Piece, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file that came back: the languages it names, and its segments."""

    source: str
    to: str
    rows: tuple[Returned, ...]


class UnreadableError(Exception):
    """A file that cannot be taken for one that was sent: why, what to do, and on which line."""

    def __init__(self, message: Words, hint: Words, line: int = 1) -> None:
        super().__init__(message.en)
        self.message, self.hint, self.line = message, hint, line
