"""The sections of a finished page, for the search: what each is called, and its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from canllaw.languages import Language

# Not looked for: marks beside headings, drawings (the same is there in words), addresses as code.
_SKIPPED: Final = frozenset(("svg", "script", "style", "noscript", "code"))
_SKIPPED_CLASSES: Final = frozenset(("headerlink", "letters"))
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6", "dt"))
_IN_A_LINE: Final = frozenset(
    ("a", "abbr", "b", "cite", "code", "dfn", "em", "i", "mark", "span", "strong", "sub", "sup")
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that has an address: `id` is empty for what stands before the first."""

    address: str
    title: str
    id: str
    heading: str
    text: str


@dataclass(slots=True)
class _Part:
    id: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def read_sections(html: str, address: str, title: str, language: Language) -> list[Section]:
    """Return the sections of the page at `address`: its headings, and each card of a fact.

    Words marked as being in the other language are left out.
    """
    body = LexborHTMLParser(html).body
    parts = [_Part("")]
    if body:
        _read(body, parts, 0, language)
    return [
        Section(address, title, part.id, _plain(part.heading), _plain(part.text))
        for part in parts
        if part.text or not part.id
    ]


def _read(node: LexborNode, parts: list[_Part], current: int, language: Language) -> int:
    """Read the children of `node` into the part `current`; return the part that goes on after."""
    for child in _children(node):
        name = str(child.tag)
        marked = child.attributes.get("id")
        if name == "-text":
            parts[current].text.append(child.text())
        elif name == "h1" or _skipped(child, language):
            continue
        elif name in _HEADINGS:
            current = _heading(child, parts, current, language)
        elif marked and "." in marked:
            parts.append(_Part(marked))
            _read(child, parts, len(parts) - 1, language)
        else:
            current = _read(child, parts, current, language)
            if name not in _IN_A_LINE:
                parts[current].text.append(" ")
    return current


def _heading(node: LexborNode, parts: list[_Part], current: int, language: Language) -> int:
    """Begin a part at a heading with an id; a heading without one names the card it stands in."""
    words = _words(node, language)
    marked = node.attributes.get("id")
    if marked:
        parts.append(_Part(marked, words))
        return len(parts) - 1
    part = parts[current]
    named = node.tag == "h3" and "." in part.id and not part.heading
    (part.heading if named else part.text).extend([*words, " "])
    return current


def _words(node: LexborNode, language: Language) -> list[str]:
    held = [_Part("")]
    _read(node, held, 0, language)
    return held[0].text


def _children(node: LexborNode) -> Iterator[LexborNode]:
    return node.iter(include_text=True)


def _skipped(node: LexborNode, language: Language) -> bool:
    classes = (node.attributes.get("class") or "").split()
    return (
        node.tag in _SKIPPED
        or not _SKIPPED_CLASSES.isdisjoint(classes)
        or (node.tag == "details" and "source" in classes)
        or node.attributes.get("lang", language) != language
    )


def _plain(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
