"""XLIFF 2.0: codes are <pc> around words, and <ph/>, with what they stand for beside them."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from canllaw.exchange.codes import Code, Mark, Marked, Piece, tidy
from canllaw.exchange.delivery import Delivery, Returned
from canllaw.exchange.inline import file_of, number_of, write_pieces
from canllaw.exchange.pairs import Pair
from canllaw.exchange.parcel import Item, Parcel, item_words
from canllaw.exchange.safe_xml import LINE
from canllaw.languages import Language, Words

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
METADATA: Final = "urn:oasis:names:tc:xliff:metadata:2.0"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# How the standard names what a code does; the rest is `other`.
_TYPES: Final = {
    "bold": {"type": "fmt", "subType": "xlf:b"},
    "italic": {"type": "fmt", "subType": "xlf:i"},
    "link": {"type": "link"},
    "image": {"type": "image"},
}
_ALL_OF_IT: Final = {"canCopy": "no", "canDelete": "no"}


def write(parcel: Parcel, speaking: Language) -> bytes:
    """Return a parcel as a file of XLIFF 2.0, with notes in the language `speaking`."""
    root = ET.Element(
        "xliff",
        {
            "version": "2.0",
            "xmlns": NAMESPACE,
            "xmlns:mda": METADATA,
            "srcLang": parcel.source,
            "trgLang": parcel.to,
        },
    )
    for number, (home, items) in enumerate(parcel.homes().items(), 1):
        # Ids are names without / or #, so they are counted; `name` says what a thing is.
        file = ET.SubElement(
            root, "file", {"id": f"f{number}", "original": home, _SPACE: "preserve"}
        )
        for place, item in enumerate(items, 1):
            _write_item(file, f"g{place}", item, speaking)
    return file_of(root)


def _write_item(file: ET.Element, group_id: str, item: Item, speaking: Language) -> None:
    group = ET.SubElement(file, "group", {"id": group_id, "name": item.unit.id})
    metadata = ET.SubElement(group, "mda:metadata")
    about = ET.SubElement(metadata, "mda:metaGroup", {"category": "canllaw"})
    for kind, value in (
        ("at", item.at),
        ("standing", item.standing),
        ("words", str(item_words(item))),
    ):
        ET.SubElement(about, "mda:meta", {"type": kind}).text = value
    _write_notes(group, item.notes, speaking)
    for pair, notes in item.segments():
        number = f"{group_id}-{pair.number}"
        unit = ET.SubElement(group, "unit", {"id": number, "name": item.id_of(pair)})
        _write_notes(unit, notes, speaking)
        _write_pair(unit, item, pair)


def _write_notes(element: ET.Element, notes: tuple[Words, ...], speaking: Language) -> None:
    if notes:
        listed = ET.SubElement(element, "notes")
        for note in notes:
            ET.SubElement(listed, "note").text = note.in_(speaking)


def _write_pair(unit: ET.Element, item: Item, pair: Pair) -> None:
    if codes := {**pair.present.codes, **pair.source.codes}:
        data = ET.SubElement(unit, "originalData")
        for number, code in sorted(codes.items()):
            _write_data(data, f"d{number}", code.start, code.name)
            if code.end:
                _write_data(data, f"e{number}", code.end, code.name)
    segment = ET.SubElement(unit, "segment", {"state": _state(pair)})
    _write_side(ET.SubElement(segment, "source"), pair.source)
    _write_side(ET.SubElement(segment, "target"), pair.present)


def _write_data(data: ET.Element, name: str, text: str, kind: str) -> None:
    # A sign that no XML may hold is named instead; what is read back never comes from here.
    shown = f"U+{ord(text):04X}" if kind == "sign" else text
    ET.SubElement(data, "data", {"id": name}).text = shown


def _state(pair: Pair) -> str:
    return "translated" if pair.present.pieces else "initial"


def _write_side(element: ET.Element, marked: Marked) -> None:
    def around(parent: ET.Element, number: int, code: Code) -> ET.Element:
        values = {"id": str(number), "dataRefStart": f"d{number}", "dataRefEnd": f"e{number}"}
        return ET.SubElement(parent, "pc", {**values, **_ALL_OF_IT, **_type(code)})

    def alone(parent: ET.Element, number: int, code: Code) -> None:
        values = {"id": str(number), "dataRef": f"d{number}", "disp": code.shown}
        ET.SubElement(parent, "ph", {**values, **_ALL_OF_IT, **_type(code)})

    write_pieces(element, marked, around, alone)


def _type(code: Code) -> dict[str, str]:
    return _TYPES.get(code.name, {"type": "other", "subType": f"canllaw:{code.name}"})


def read(root: ET.Element) -> Delivery:
    """Return what came back."""
    rows = tuple(
        _row(unit, _at(group))
        for group in root.iter(_tag("group"))
        for unit in group
        if unit.tag == _tag("unit")
    )
    return Delivery(root.get("srcLang", ""), root.get("trgLang", ""), rows)


def _at(group: ET.Element) -> str:
    metas = group.iterfind(f"{{{METADATA}}}metadata/{{{METADATA}}}metaGroup/{{{METADATA}}}meta")
    return next((meta.text or "" for meta in metas if meta.get("type") == "at"), "")


def _row(unit: ET.Element, at: str) -> Returned:
    pieces: list[Piece] = []
    for part in unit:
        # A program may have split a segment; what it put between stands in <ignorable>.
        target = part.find(_tag("target"))
        if part.tag == _tag("ignorable") and target is None:
            target = part.find(_tag("source"))
        if target is not None:
            pieces.extend(_pieces(target))
    return Returned(unit.get("name", ""), at, tidy(pieces), int(unit.get(LINE, "1")))


def _pieces(element: ET.Element) -> Iterator[Piece]:
    yield element.text or ""
    for child in element:
        name = child.tag.removeprefix(_tag(""))
        if name == "mrk":  # a program's own mark around words: only the words count
            yield from _pieces(child)
        elif name == "pc":
            yield Mark(number_of(child), "open")
            yield from _pieces(child)
            yield Mark(number_of(child), "close")
        elif name in ("sc", "ec"):  # some programs take a pair apart
            yield Mark(number_of(child, "id", "startRef"), "open" if name == "sc" else "close")
        elif name not in ("sm", "em"):
            yield Mark(number_of(child) if name == "ph" else 0, "alone")
        yield child.tail or ""


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
