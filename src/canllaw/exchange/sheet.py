"""A table for translators who use a spreadsheet: codes are marks such as {1}words{/1} and {2/}."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from canllaw.exchange.codes import Mark, Piece, tidy
from canllaw.exchange.delivery import Delivery, Returned, UnreadableError
from canllaw.exchange.pairs import Pair
from canllaw.exchange.parcel import Item, Parcel, word_count
from canllaw.languages import LANGUAGES, Language, Words

_MARK: Final = re.compile(r"\{\{|\{(?P<end>/?)(?P<id>\d{1,5})(?P<alone>/?)\}")
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_COLUMNS: Final = ("id", "kind", "standing", "words")
_AT: Final = "at"


def write(parcel: Parcel, speaking: Language) -> bytes:
    """Return a parcel as CSV in UTF-8, with the mark that tells Excel so."""
    out = io.StringIO()
    sheet = csv.writer(out)
    sheet.writerow((*_COLUMNS, f"from {parcel.source}", f"to {parcel.to}", "notes", _AT))
    for item in parcel.items:
        for pair, notes in item.segments():
            said = " / ".join(note.in_(speaking) for note in (*item.notes, *notes))
            sheet.writerow([_harmless(cell) for cell in (*_row(item, pair), said, item.at)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _row(item: Item, pair: Pair) -> tuple[str, ...]:
    words = str(word_count(pair.source))
    sides = ("".join(map(_shown, side.pieces)) for side in (pair.source, pair.present))
    return (item.id_of(pair), pair.kind, item.standing, words, *sides)


def _shown(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece.replace("{", "{{")
    return {"open": "{%d}", "close": "{/%d}", "alone": "{%d/}"}[piece.role] % piece.id


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_sent(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def read(raw: bytes) -> Delivery:
    """Return what came back; raise `UnreadableError` where it is no table that was sent."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError(_NOT_UTF8, _SAVE_AS) from None
    first = text.partition("\n")[0]
    # Programs in Welsh or English settings write commas, others semicolons or tabs.
    mark = max(",;\t", key=first.count)
    sheet = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        names = [name.strip() for name in next(sheet, [])]
        source, to = _languages(names)
        rows = tuple(_rows(sheet, names, f"to {to}"))
    except csv.Error:
        raise UnreadableError(_BROKEN, _SAVE_AS, sheet.line_num) from None
    return Delivery(source, to, rows)


def _languages(names: list[str]) -> tuple[str, str]:
    found = {
        start: [side for side in LANGUAGES if f"{start} {side}" in names]
        for start in ("from", "to")
    }
    if {"id", _AT} - set(names) or any(len(sides) != 1 for sides in found.values()):
        raise UnreadableError(_NO_COLUMNS, _SAVE_AS)
    return found["from"][0], found["to"][0]


def _rows(sheet: Iterator[list[str]], names: list[str], to: str) -> Iterator[Returned]:
    for row in sheet:
        cells = dict(zip(names, map(_as_sent, row), strict=False))
        if any(cells.values()):  # a spreadsheet may leave empty lines at the end
            line = getattr(sheet, "line_num", 1)
            pieces = tidy(_pieces(cells.get(to, "")))
            yield Returned(cells.get("id", ""), cells.get(_AT, ""), pieces, line)


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in _MARK.finditer(text):
        yield text[end : found.start()]
        if found["id"] is None:
            yield "{"
        elif found["alone"]:
            yield Mark(int(found["id"]), "alone")
        else:
            yield Mark(int(found["id"]), "close" if found["end"] else "open")
        end = found.end()
    yield text[end:]


_NOT_UTF8: Final = Words(
    cy="Nid yw’r tabl hwn mewn UTF-8, felly mae llythrennau fel ŵ ac ŷ ar goll.",
    en="This table is not in UTF-8, so letters such as ŵ and ŷ are lost.",
)
_BROKEN: Final = Words(
    cy="Ni ellir darllen y tabl hwn o’r llinell hon ymlaen.",
    en="This table cannot be read from this line on.",
)
_NO_COLUMNS: Final = Words(
    cy="Nid oes gan y tabl hwn y colofnau a anfonwyd: id, from …, to … ac at.",
    en="This table does not have the columns that were sent: id, from …, to … and at.",
)
_SAVE_AS: Final = Words(
    cy="Gofynnwch i’r cyfieithydd ei gadw fel “CSV UTF-8”, gyda phob colofn.",
    en="Ask the translator to save it as “CSV UTF-8”, with every column.",
)
