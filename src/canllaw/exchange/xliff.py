"""XLIFF 1.2, which every translator's program reads: codes are <g> around words, and <x/>."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from canllaw.exchange.codes import Code, Mark, Marked, Piece, tidy
from canllaw.exchange.delivery import Delivery, Returned, UnreadableError
from canllaw.exchange.inline import file_of, number_of, write_pieces
from canllaw.exchange.parcel import Item, Parcel, item_words
from canllaw.exchange.safe_xml import LINE
from canllaw.languages import Language, Words

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# What the standard has a name for; the rest is ours, after x-.
_TYPES: Final = {"bold": "bold", "italic": "italic", "link": "link", "image": "image"}


def write(parcel: Parcel, speaking: Language) -> bytes:
    """Return a parcel as a file of XLIFF 1.2, with notes in the language `speaking`."""
    root = ET.Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    for home, items in parcel.homes().items():
        file = ET.SubElement(
            root,
            "file",
            {
                "original": home,
                "source-language": parcel.source,
                "target-language": parcel.to,
                "datatype": "x-canllaw",
            },
        )
        body = ET.SubElement(file, "body")
        for item in items:
            _write_item(body, item, speaking)
    return file_of(root)


def _write_item(body: ET.Element, item: Item, speaking: Language) -> None:
    group = ET.SubElement(body, "group", {"id": item.unit.id, "resname": item.standing})
    # The schema wants a name that no other count in the file has.
    counts = ET.SubElement(group, "count-group", {"name": item.unit.id})
    count = ET.SubElement(counts, "count", {"count-type": "total", "unit": "word"})
    count.text = str(item_words(item))
    for note in item.notes:
        ET.SubElement(group, "note").text = note.in_(speaking)
    for pair, notes in item.segments():
        unit = ET.SubElement(
            group,
            "trans-unit",
            {
                "id": item.id_of(pair),
                "restype": f"x-{pair.kind.replace(' ', '-')}",
                "extradata": item.at,
                _SPACE: "preserve",
            },
        )
        _write_side(ET.SubElement(unit, "source"), pair.source)
        target = ET.SubElement(unit, "target", {"state": _state(item, pair.present)})
        _write_side(target, pair.present)
        for note in notes:
            ET.SubElement(unit, "note").text = note.in_(speaking)


def _state(item: Item, present: Marked) -> str:
    if not present.pieces:
        return "needs-translation"
    done = item.standing in ("agreed", "reviewed")
    return "translated" if done else "needs-review-translation"


def _write_side(element: ET.Element, marked: Marked) -> None:
    def around(parent: ET.Element, number: int, code: Code) -> ET.Element:
        return ET.SubElement(parent, "g", {"id": str(number), "ctype": _type(code)})

    def alone(parent: ET.Element, number: int, code: Code) -> None:
        values = {"id": str(number), "ctype": _type(code), "equiv-text": code.shown}
        ET.SubElement(parent, "x", values)

    write_pieces(element, marked, around, alone)


def _type(code: Code) -> str:
    return _TYPES.get(code.name, f"x-{code.name}")


def read(root: ET.Element) -> Delivery:
    """Return what came back; raise `UnreadableError` where the file names two languages or none."""
    files = [each for each in root if each.tag == _tag("file")]
    languages = {
        (each.get("source-language", ""), each.get("target-language", "")) for each in files
    }
    if len(languages) != 1:
        raise UnreadableError(_LANGUAGES, _AS_SENT)
    ((source, to),) = languages
    rows = tuple(_row(unit) for file in files for unit in file.iter(_tag("trans-unit")))
    return Delivery(source, to, rows)


def _row(unit: ET.Element) -> Returned:
    target = unit.find(_tag("target"))
    pieces = tidy(_pieces(target)) if target is not None else ()
    return Returned(unit.get("id", ""), unit.get("extradata", ""), pieces, int(unit.get(LINE, "1")))


def _pieces(element: ET.Element) -> Iterator[Piece]:
    yield element.text or ""
    for child in element:
        name = child.tag.removeprefix(_tag(""))
        if name == "mrk":  # a program's own mark around words: only the words count
            yield from _pieces(child)
        elif name == "g":
            yield Mark(number_of(child), "open")
            yield from _pieces(child)
            yield Mark(number_of(child), "close")
        elif name in ("bx", "ex"):  # some programs take a pair apart
            yield Mark(number_of(child, "id", "rid"), "open" if name == "bx" else "close")
        else:
            yield Mark(number_of(child) if name in ("x", "ph") else 0, "alone")
        yield child.tail or ""


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


_LANGUAGES: Final = Words(
    cy="Nid yw’r ffeil hon yn enwi un iaith i gyfieithu ohoni ac un i gyfieithu iddi.",
    en="This file does not name one language to translate from and one to translate into.",
)
_AS_SENT: Final = Words(
    cy="Gofynnwch i’r cyfieithydd ddechrau o’r ffeil a anfonwyd.",
    en="Ask the translator to start from the file that was sent.",
)
