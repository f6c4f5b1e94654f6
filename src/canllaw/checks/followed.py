"""What is kept of a finished page, to follow its links and those that lead to it."""

from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from canllaw.checks.finished_page import values
from canllaw.problems import Place

_FETCHES: Final = (
    ("script[src]", "src"),
    ("link[rel=stylesheet]", "href"),
    ("link[rel=preload]", "href"),
    ("link[rel=preconnect]", "href"),
    ("link[rel=icon]", "href"),
    ("img[src]", "src"),
    ("iframe[src]", "src"),
    ("source[src]", "src"),
)


@dataclass(frozen=True, slots=True)
class Finished:
    """What is kept of a finished page: the ids in it, where it leads, and what it fetches."""

    address: str
    place: Place
    ids: frozenset[str]
    links: frozenset[str]
    fetches: frozenset[str]
    files: frozenset[str]
    """What it loads or names in its head: style, scripts, pictures, its feed, its other side."""
    sends_on: str
    """Where a page leads that only says where another is now; blank for any other."""


def read_page(tree: LexborHTMLParser, address: str, place: Place) -> Finished:
    """Return what is kept of the page at `address`."""
    fetches = {value for selector, name in _FETCHES for value in values(tree, selector, name)}
    return Finished(
        address,
        place,
        frozenset(values(tree, "[id]", "id")),
        frozenset(values(tree, "a[href]", "href")),
        frozenset(fetches),
        frozenset({*fetches, *values(tree, "link[href]", "href")}),
        next(iter(values(tree, "a[data-moved]", "href")), ""),
    )
