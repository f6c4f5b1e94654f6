"""XML from strangers: elements with their lines, and nothing that a DTD could do."""

import xml.etree.ElementTree as ET
from typing import Final
from xml.parsers import expat

from canllaw.exchange.delivery import UnreadableError
from canllaw.languages import Words

_MAX_DEPTH: Final = 50
LINE: Final = "canllaw-line"
"""The attribute under which an element is given the line it stands on."""


def parse(raw: bytes) -> ET.Element:
    """Return the root of an XML file; raise `UnreadableError` where it is not plain XML."""
    reader = _Reader()
    try:
        return reader.read(raw)
    except expat.ExpatError as error:
        raise UnreadableError(_BROKEN, _SAVE_AGAIN, error.lineno) from None
    # A name of an encoding that Python does not know, or not for this.
    except (ValueError, LookupError):
        raise UnreadableError(_BROKEN, _SAVE_AGAIN) from None


class _Reader:
    def __init__(self) -> None:
        self._builder = ET.TreeBuilder()
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, raw: bytes) -> ET.Element:
        self._parser.Parse(raw, True)
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        line = self._parser.CurrentLineNumber
        if self._depth > _MAX_DEPTH:
            raise UnreadableError(_DEEP, _SAVE_AGAIN, line)
        named = {_name(key): value for key, value in attributes.items()}
        self._builder.start(_name(name), {**named, LINE: str(line)})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_name(name))

    def _doctype(self, *_declaration: object) -> None:
        raise UnreadableError(_DOCTYPE, _SAVE_AGAIN, self._parser.CurrentLineNumber)


def _name(name: str) -> str:
    return f"{{{name}" if "}" in name else name


_BROKEN: Final = Words(
    cy="Nid yw’r ffeil hon yn XML cyfan, felly ni ellir dweud beth mae’n ei gynnwys.",
    en="This file is not whole XML, so nobody can say what it holds.",
)
_DEEP: Final = Words(
    cy="Mae’r elfennau yma’n ddyfnach nag y gall ffeil gyfieithu fod.",
    en="The elements here are deeper than a translation file can be.",
)
_DOCTYPE: Final = Words(
    cy="Mae gan y ffeil hon DOCTYPE, a allai ddenu ffeiliau eraill i mewn neu lenwi’r cof.",
    en="This file has a DOCTYPE, which could pull other files in or fill the memory.",
)
_SAVE_AGAIN: Final = Words(
    cy="Gofynnwch i’r cyfieithydd ei chadw eto fel XLIFF, o’r ffeil a anfonwyd.",
    en="Ask the translator to save it again as XLIFF, from the file that was sent.",
)
