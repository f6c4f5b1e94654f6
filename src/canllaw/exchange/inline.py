"""What both versions of XLIFF share: words and marks as elements inside one another."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Final

from canllaw.exchange.codes import Code, Marked

Around = Callable[[ET.Element, int, Code], ET.Element]
Alone = Callable[[ET.Element, int, Code], None]


# In these every space counts.
_OF_WORDS: Final = frozenset({"source", "target", "data", "note", "mda:meta", "count"})


def file_of(root: ET.Element) -> bytes:
    """Return an XML file with one element a line, but for those that hold words."""
    _on_lines(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _on_lines(element: ET.Element) -> None:
    if element.tag in _OF_WORDS or not len(element):
        return
    element.text = "\n"
    for child in element:
        child.tail = "\n"
        _on_lines(child)


def write_pieces(element: ET.Element, marked: Marked, around: Around, alone: Alone) -> None:
    """Write words and marks below `element`; `around` and `alone` make the elements of codes."""
    inside = [element]
    for piece in marked.pieces:
        if isinstance(piece, str):
            add_text(inside[-1], piece)
        elif piece.role == "close":
            inside.pop()
        elif piece.role == "open":
            inside.append(around(inside[-1], piece.id, marked.codes[piece.id]))
        else:
            alone(inside[-1], piece.id, marked.codes[piece.id])


def add_text(element: ET.Element, text: str) -> None:
    """Add words at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def number_of(element: ET.Element, *names: str) -> int:
    """Return the number of the code an element stands for, by the last of the attributes it has.

    It is 0, which no code has, where it names none.
    """
    found = [value for name in names or ("id",) if (value := element.get(name))]
    number = found[-1] if found else ""
    return int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0
