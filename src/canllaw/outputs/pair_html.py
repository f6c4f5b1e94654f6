"""The finished content of a page, cut into its sections and set beside its counterpart."""

import posixpath
import re
from collections.abc import Sequence
from typing import Final

from canllaw.languages import Language

# Attributes of a tag whose value is an id of the same page, or several.
_IDS: Final = re.compile(r'(<[^>]*?\s)(id|for|aria-labelledby|aria-describedby)="([^"]*)"')
_WAYS: Final = re.compile(r'(<(?:a|img)\s[^>]*?)\b(href|src)="([^"]*)"')
_HEADING: Final = re.compile(r"(</?h)([1-5])\b")
_AWAY: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def cut(html: str, names: Sequence[str]) -> dict[str, str]:
    """Return the HTML of each section by the id of its heading; the first has none.

    A name that heads no section of the HTML is left out.
    """
    starts = [("", 0)]
    for name in names:
        heading = re.compile(rf'<h[1-6][^>]*\sid="{re.escape(name)}"')
        if found := heading.search(html, starts[-1][1]):
            starts.append((name, found.start()))
    ends = [*(start for _name, start in starts[1:]), len(html)]
    return {name: html[start:end] for (name, start), end in zip(starts, ends, strict=True)}


def placed(html: str, language: Language, address: str, new_address: str) -> str:
    """Return HTML of the page at `address` as it can stand on the page at `new_address`.

    Its ids are those of its language, its headings one step down, and its links lead where they
    led, from there.
    """
    html = _IDS.sub(lambda found: f'{found[1]}{found[2]}="{_ours(found[3], language)}"', html)
    html = _WAYS.sub(
        lambda found: f'{found[1]}{found[2]}="{_way(found[3], language, address, new_address)}"',
        html,
    )
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html)


def _ours(ids: str, language: Language) -> str:
    return " ".join(f"{language}-{name}" for name in ids.split())


def _way(way: str, language: Language, address: str, new_address: str) -> str:
    if way.startswith("#"):
        return f"#{_ours(way[1:], language)}"
    if _AWAY.match(way):
        return way
    place, mark, name = way.partition("#")
    slash = "/" if place.endswith("/") else ""
    target = posixpath.normpath(posixpath.join(address, place))
    return f"{posixpath.relpath(target, new_address)}{slash}{mark}{name}"
