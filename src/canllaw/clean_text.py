"""The text of a file that an editor sent: UTF-8, one spelling of every letter, one of line ends."""

import re
import unicodedata
from typing import Final

from canllaw import yaml_words as say
from canllaw.problems import Place, Problem

# What YAML does not allow, line ends that only some programs see, and marks that turn or hide text.
HIDDEN: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


def decoded(path: str, raw: bytes) -> str | Problem:
    """Return the text of the file `path` from its bytes; where it is not UTF-8, the problem (C101)
    at the first letter that cannot be read.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte order mark, the decoder counts from behind it.
        before = _in_one_spelling(error.object[: error.start].decode("utf-8-sig"))
        return Problem("C101", end_of(path, before), *say.NOT_UTF8)
    return _in_one_spelling(text)


def _in_one_spelling(text: str) -> str:
    # So that ŷ always equals ŷ.
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def end_of(path: str, text: str) -> Place:
    """Return the place in the file `path` behind a text that it starts with."""
    lines = text.split("\n")
    return Place(path, len(lines), len(lines[-1]) + 1)
