"""What of the shape of a page can be counted: links, tables, steps and boxes, with their lines."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from canllaw.model import Page, blank_out

_CODE: Final = re.compile(r"```.*?```|~~~.*?~~~|`[^`\n]*`|<!--(?:(?!<!--).)*?-->", re.S)
_LINK: Final = re.compile(
    r"\]\(\s*<?(?P<in_brackets>[^)\s>]+)[^)\n]*\)"
    r"|<(?P<bare>(?:https?|mailto):[^>\s]+)>"
    r"|<a\b[^>]*?\bhref=\"(?P<tag>[^\"]+)\""
)
_ITEM: Final = re.compile(r"(?P<indent>[ \t]*)\d+\.[ \t]+\S")
_BOX: Final = re.compile(r"[ \t]*(?:!!!|\?\?\?\+?)[ \t]*(?P<type>[\w-]+)")
_DASHES: Final = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")
_WELSH_SITES: Final = {"llyw.cymru": "gov.wales", "gig.cymru": "nhs.wales"}


@dataclass(frozen=True, slots=True)
class Found:
    """Something on a page that its other side should have too, and its line in the file."""

    what: str
    line: int


def links(page: Page) -> list[Found]:
    """Return where the links of a page lead: a page and section of this site, or another site."""
    body = _without_code(page)
    return [
        Found(_target(page, next(filter(None, found.groups()))), page.place_of(found.start()).line)
        for found in _LINK.finditer(body)
    ]


def _without_code(page: Page) -> str:
    return _CODE.sub(lambda found: blank_out(found[0]), page.body)


def _target(page: Page, address: str) -> str:
    parts = urlsplit(address)
    if parts.netloc:
        return _site(parts.netloc)
    if parts.scheme:
        return address
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parts.path))
    return (path if parts.path else page.path) + (f"#{parts.fragment}" if parts.fragment else "")


def _site(host: str) -> str:
    """Return the site that a host belongs to: the Welsh and the English one are the same."""
    host = re.sub(r"^(?:www|cy|en)\.", "", host.lower())
    name = ".".join(host.split(".")[-2:])
    if name.endswith((".cymru", ".wales")):
        return _WELSH_SITES.get(name, name.replace(".cymru", ".wales"))
    return host


def tables(page: Page) -> list[Found]:
    """Return the size of each table, such as `3 × 2` for three rows below the head."""
    found: list[Found] = []
    lines = _lines(page)
    rows = 0  # from the last line up, so that each is looked at once
    for (number, line), (_number, below) in reversed([*pairwise(lines)]):
        rows = rows + 1 if below.strip() else 0
        if "|" in line and "|" in below and _DASHES.fullmatch(below):
            found.append(Found(f"{rows - 1} × {_cells(line)}", number))
    return found[::-1]


def _cells(line: str) -> int:
    inner = line.strip().replace("\\|", "").removeprefix("|").removesuffix("|")
    return inner.count("|") + 1


def boxes(page: Page) -> list[Found]:
    """Return the type of each box."""
    return [
        Found(box["type"], number) for number, line in _lines(page) if (box := _BOX.match(line))
    ]


def steps(page: Page) -> list[Found]:
    """Return how many steps each numbered list has, where it starts.

    As in Markdown, a list starts behind an empty line or a heading, and an empty line between two
    steps does not end it.
    """
    return [Found(str(len(steps)), steps[0]) for steps in _numbered(_lines(page))]


def _numbered(lines: Sequence[tuple[int, str]]) -> Iterator[list[int]]:
    """Yield the lines of the steps of each list."""
    open_lists: dict[int, list[int]] = {}
    may_start = True
    for number, line in lines:
        item = _ITEM.match(line)
        indent = len(line) - len(line.lstrip())
        if item and (may_start or open_lists):
            for deeper in [each for each in open_lists if each > indent]:
                yield open_lists.pop(deeper)
            open_lists.setdefault(indent, []).append(number)
        elif line.strip() and may_start:
            # What starts anew as far left as a list ends it; what is further in belongs to a step.
            for ended in [each for each in open_lists if each >= indent]:
                yield open_lists.pop(ended)
        may_start = not line.strip() or line.lstrip().startswith(("#", "!!!", "???"))
    yield from open_lists.values()


def _lines(page: Page) -> list[tuple[int, str]]:
    return list(enumerate(_without_code(page).split("\n"), start=page.body_line))
