"""Ids for headings that have none: the id that each has at present in the finished English page."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from canllaw.model import Heading, Page, PageKey

_MARKS: Final = re.compile(r"\{\{.*?\}\}|!?\[([^\]]*)\]\([^)]*\)|[*`]")


def pinned(files: Mapping[str, str], pages: Mapping[PageKey, Page]) -> dict[str, str]:
    """Return the pages, by file, in which headings without an id now have one.

    Both sides get the same: the id of the other side where it has one, else the one that the words
    of the English heading give. Where the sides have other headings nothing changes: see C611.
    """
    made: dict[str, str] = {}
    for (language, path), welsh in pages.items():
        english = pages.get(("en", path))
        if language == "en" or english is None or not _alike(welsh, english):
            continue
        ids = list(_ids(welsh, english))
        for page in (welsh, english):
            lines = files[page.file].splitlines(keepends=True)
            for heading, name in zip(page.headings, ids, strict=True):
                if heading.level > 1 and not heading.id:
                    lines[heading.line - 1] = _with_id(lines[heading.line - 1], name)
            if "".join(lines) != files[page.file]:
                made[page.file] = "".join(lines)
    return made


def _alike(welsh: Page, english: Page) -> bool:
    levels = ([heading.level for heading in page.headings] for page in (welsh, english))
    ids = zip(welsh.headings, english.headings, strict=False)
    one, other = levels
    return one == other and all(not (a.id and b.id) or a.id == b.id for a, b in ids)


def _ids(welsh: Page, english: Page) -> Iterator[str]:
    """Yield the id of each heading, as the builder gives it: a number behind one that is taken."""
    taken = {each.id for page in (welsh, english) for each in page.headings if each.id}
    for ours, theirs in zip(welsh.headings, english.headings, strict=True):
        name = theirs.id or ours.id or _free(slug(theirs), taken)
        taken.add(name)
        yield name


def slug(heading: Heading) -> str:
    """Return the id that the words of a heading give."""
    words = _MARKS.sub(lambda found: found[1] or "", heading.text)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name or "_1"
    while free in taken:
        free = f"{name}_{number}"
        number += 1
    return free


def _with_id(line: str, name: str) -> str:
    end = line[len(line.rstrip("\r\n")) :]
    return f"{line.rstrip().rstrip('#').rstrip()} {{#{name}}}{end}"
