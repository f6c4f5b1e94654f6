"""What an editor should mend: a problem is a value with a stable id, a place and a hint."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from canllaw.catalogue import CATALOGUE, SEVERITIES, Severity
from canllaw.languages import Words

__all__ = [
    "CATALOGUE",
    "SEVERITIES",
    "CanllawError",
    "Place",
    "Problem",
    "Severity",
    "SiteRefusedError",
    "nearest",
]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path from the root with `/`, a line and a column, both from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `message` says what is wrong and why it matters, `hint` what to type."""

    id: str
    place: Place
    message: Words
    hint: Words = field(default_factory=Words)

    @property
    def severity(self) -> Severity:
        """How much this kind of problem weighs."""
        return SEVERITIES.get(self.id, Severity.ERROR)

    def sort_key(self) -> tuple[Place, str, str]:
        """Order by place, then id, so that two runs print the same list."""
        return (self.place, self.id, self.message.en)


class CanllawError(Exception):
    """The tool cannot run at all: the caller asked for something that is not there."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def quoted(text: str) -> str:
    """Return a text from a file as a message shows it: in quotes, on one line, and short."""
    line = " ".join(text.split())
    return f"'{line[:50]}…'" if len(line) > 51 else f"'{line}'"


def nearest(name: str, candidates: Iterable[str]) -> Words:
    """Return "Did you mean 'x'?" for the candidate closest to `name`, or words that say nothing."""
    found = _closest(name, tuple(sorted(candidates)))
    if not found:
        return Words()
    return Words(cy=f"Ai '{found}' oedd gennych mewn golwg?", en=f"Did you mean '{found}'?")


# A fact that cannot be read is missed on every page that names it, and each search takes long.
@lru_cache(maxsize=256)
def _closest(name: str, candidates: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(name, candidates, n=1, cutoff=0.6)), "")


class SiteRefusedError(CanllawError):
    """The site was built, but something in it must be mended before it may be published."""
