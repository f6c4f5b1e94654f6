"""The formats that a parcel can be written in and read from."""

from collections.abc import Callable, Mapping
from typing import Final

from canllaw.exchange import sheet, xliff, xliff2
from canllaw.exchange.delivery import MAX_BYTES, Delivery, UnreadableError
from canllaw.exchange.parcel import Parcel
from canllaw.exchange.safe_xml import parse
from canllaw.languages import Language, Words

WRITERS: Final[Mapping[str, Callable[[Parcel, Language], bytes]]] = {
    "xliff": xliff.write,
    "xliff2": xliff2.write,
    "csv": sheet.write,
}
ENDINGS: Final[Mapping[str, str]] = {"xliff": ".xlf", "xliff2": ".xlf", "csv": ".csv"}
_XML_STARTS: Final = (b"<", b"\xff\xfe", b"\xfe\xff")
_READERS: Final = {
    f"{{{xliff.NAMESPACE}}}xliff": xliff.read,
    f"{{{xliff2.NAMESPACE}}}xliff": xliff2.read,
}


def read(raw: bytes) -> Delivery:
    """Return what a file from a translator holds; raise `UnreadableError` where nobody can say."""
    if len(raw) > MAX_BYTES:
        raise UnreadableError(_TOO_LARGE, _SEND_LESS)
    if raw.startswith(b"PK"):
        raise UnreadableError(_A_WORKBOOK, _SAVE_AS)
    if not raw.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_XML_STARTS):
        return sheet.read(raw)
    root = parse(raw)
    reader = _READERS.get(root.tag)
    if reader is None:
        raise UnreadableError(_NOT_XLIFF, _SAVE_AS)
    return reader(root)


_TOO_LARGE: Final = Words(
    cy=f"Mae’r ffeil hon yn fwy na {MAX_BYTES // 1_000_000} MB, mwy na holl eiriau’r wefan.",
    en=f"This file is larger than {MAX_BYTES // 1_000_000} MB, more than the whole site says.",
)
_SEND_LESS: Final = Words(
    cy="Gofynnwch i’r cyfieithydd am y ffeil a anfonwyd, heb ddim wedi’i ychwanegu.",
    en="Ask the translator for the file that was sent, with nothing added.",
)
_A_WORKBOOK: Final = Words(
    cy="Llyfr gwaith neu archif yw’r ffeil hon, nid tabl na XLIFF.",
    en="This file is a workbook or an archive, not a table or XLIFF.",
)
_NOT_XLIFF: Final = Words(
    cy="Nid XLIFF 1.2 na 2.0 yw’r ffeil XML hon.", en="This XML file is not XLIFF 1.2 or 2.0."
)
_SAVE_AS: Final = Words(
    cy="Gofynnwch i’r cyfieithydd ei chadw yn y fformat a anfonwyd: XLIFF, neu “CSV UTF-8”.",
    en="Ask the translator to save it in the format that was sent: XLIFF, or “CSV UTF-8”.",
)
