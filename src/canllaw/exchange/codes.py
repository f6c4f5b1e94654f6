"""The codes inside a text that a translator moves but never types: links, macro calls, emphasis.

Reading a text into pieces and writing them again gives the same letters, whatever the text.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

Role = Literal["open", "close", "alone"]


@dataclass(frozen=True, slots=True)
class Code:
    """What a mark stands for: one passage, or two around the words between them."""

    name: str
    start: str
    end: str = ""

    @property
    def shown(self) -> str:
        """The code in short, for a translator to recognise."""
        if self.name == "sign":  # no file may hold it, and nobody could see it
            return f"U+{ord(self.start):04X}"
        return f"{self.start}…{self.end}" if self.end else self.start.strip() or "¶"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a code stands among the words."""

    id: int
    role: Role


Piece: TypeAlias = str | Mark


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as words and marks, with the code of each mark."""

    pieces: tuple[Piece, ...] = ()
    codes: Mapping[int, Code] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The words alone."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    def __str__(self) -> str:
        return "".join(_written(piece, self.codes) for piece in self.pieces)


def _written(piece: Piece, codes: Mapping[int, Code]) -> str:
    if isinstance(piece, str):
        return piece
    code = codes[piece.id]
    return code.end if piece.role == "close" else code.start


# What is opened stops where the same is opened again, so that no text takes longer than its length.
_TOKEN: Final = re.compile(
    r"""
    (?P<escape>\\[^\w\s])
    | (?P<macro>\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\})
    | (?P<code>(?<!`)(?P<ticks>`{1,10})(?!`).+?(?<!`)(?P=ticks)(?!`))
    | (?P<comment><!--(?:(?!<!--).)*?-->)
    | (?P<address><https?://[^<>\s]+>|https?://[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'"’”*_])
    | (?P<html></?[A-Za-z][^<>]*>)
    | (?P<attributes>\{[:\#.][^{}\n]*\})
    | (?P<entity>&(?:\#\w+|\w+);)
    | (?P<break>[ ]{2,}\n[ ]*)
    | (?P<sign>[\x00-\x08\x0b-\x1f\ufffe\uffff])
    | (?P<image>!\[)
    | (?P<bracket>\[)
    | (?P<target>\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]))
    | (?P<emphasis>\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w))
    """,
    re.X | re.S,
)
# In a text without Markdown: an address, and the signs that stand for numbers in a label.
_PLAIN_TOKEN: Final = re.compile(
    r"(?P<address>https?://[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'\"’”])|(?P<number>(?<!\S)[\#@](?!\S))"
)
_EMPHASIS: Final = {"*": "italic", "_": "italic", "**": "bold", "__": "bold"}


def read_markdown(text: str) -> Marked:
    """Return a text of a page as words and marks."""
    return _Reader(_TOKEN).read(text)


def read_plain(text: str) -> Marked:
    """Return a text of a fact, a label or front matter, which knows no Markdown."""
    return _Reader(_PLAIN_TOKEN).read(text)


Reading = Callable[[str], Marked]


@dataclass(slots=True)
class _Open:
    """Something that waits for its end: what it is, and where it stands among the parts."""

    name: str
    text: str
    index: int


class _Reader:
    """Reads one text: what begins waits until its end is found, else it is words."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self._parts: list[str | Code | tuple[int, Role]] = []
        self._waiting: list[_Open] = []
        self._pairs: dict[int, Code] = {}

    def read(self, text: str) -> Marked:
        end = 0
        for token in self._pattern.finditer(text):
            self._parts.append(text[end : token.start()])
            # A text that starts with _ would otherwise be asked for the letter before it.
            before, after = text[: token.start()][-1:], text[token.end() :][:1]
            self._take(token.lastgroup or "", token[0], before, after)
            end = token.end()
        self._parts.append(text[end:])
        return self._marked()

    def _take(self, name: str, text: str, before: str, after: str) -> None:
        if name == "escape":
            self._parts.append(text)
        elif name == "emphasis":
            self._emphasis(text, before, after)
        elif name in ("image", "bracket"):
            self._wait("image" if name == "image" else "link", text)
        elif name == "target":
            self._close(text, lambda opened: opened.name in ("link", "image"))
        elif name == "html" and not text.endswith("/>"):
            self._html(text)
        else:
            self._parts.append(Code("code" if name == "ticks" else name, text))

    def _emphasis(self, text: str, before: str, after: str) -> None:
        name = _EMPHASIS.get(text, "bold")
        opened = any(each.text == text for each in self._waiting)
        if opened and before.strip():
            self._close(text, lambda each: each.text == text)
        elif after.strip():
            self._wait(name, text)
        else:
            self._parts.append(text)

    def _html(self, text: str) -> None:
        name = re.sub(r"[</]*([A-Za-z][\w-]*).*", r"html \1", text, flags=re.S).lower()
        if not text.startswith("</"):
            self._wait(name, text)
        elif not self._close(text, lambda each: each.name == name):
            self._parts[-1] = Code("html", text)

    def _wait(self, name: str, text: str) -> None:
        self._waiting.append(_Open(name, text, len(self._parts)))
        self._parts.append(text)

    def _close(self, text: str, fits: Callable[[_Open], bool]) -> bool:
        """Pair `text` with the last thing that waits and fits; what began in between is words."""
        fitting = [index for index, each in enumerate(self._waiting) if fits(each)]
        if not fitting:
            self._parts.append(text)
            return False
        opened = self._waiting[fitting[-1]]
        for lost in self._waiting[fitting[-1] + 1 :]:
            self._alone(lost)
        del self._waiting[fitting[-1] :]
        self._pairs[opened.index] = Code(opened.name.partition(" ")[0], opened.text, text)
        self._parts[opened.index] = (opened.index, "open")
        self._parts.append((opened.index, "close"))
        return True

    def _alone(self, lost: _Open) -> None:
        if lost.name.startswith("html"):
            self._parts[lost.index] = Code("html", lost.text)

    def _marked(self) -> Marked:
        for lost in self._waiting:
            self._alone(lost)
        codes: dict[int, Code] = {}
        ids: dict[int, int] = {}
        pieces: list[Piece] = []
        for part in self._parts:
            if isinstance(part, tuple):
                index, role = part
                number = ids.setdefault(index, len(codes) + 1)
                codes[number] = self._pairs[index]
                pieces.append(Mark(number, role))
            elif isinstance(part, Code):
                number = len(codes) + 1
                codes[number] = part
                pieces.append(Mark(number, "alone"))
            else:
                pieces.append(part)
        return Marked(tidy(pieces), codes)


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces with words that touch joined, and none empty."""
    done: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and done and isinstance(done[-1], str):
            done[-1] += piece
        elif piece != "":
            done.append(piece)
    return tuple(done)


def joined(parts: Sequence[Marked | Code]) -> Marked:
    """Return several texts as one, with the codes between them; marks are numbered anew."""
    pieces: list[Piece] = []
    codes: dict[int, Code] = {}
    for part in parts:
        if isinstance(part, Code):
            codes[len(codes) + 1] = part
            pieces.append(Mark(len(codes), "alone"))
            continue
        ids = {number: len(codes) + place for place, number in enumerate(part.codes, start=1)}
        pieces.extend(_numbered(part.pieces, ids))
        codes.update({ids[number]: code for number, code in part.codes.items()})
    return Marked(tidy(pieces), codes)


def _numbered(pieces: Iterable[Piece], ids: Mapping[int, int]) -> tuple[Piece, ...]:
    return tuple(
        Mark(ids[piece.id], piece.role) if isinstance(piece, Mark) else piece for piece in pieces
    )


def numbered_like(target: Marked, source: Marked) -> Marked:
    """Return `target` with the marks of equal codes numbered as in `source`, the others after."""
    free = dict(source.codes)
    ids: dict[int, int] = {}
    for number, code in target.codes.items():
        same = next((each for each, known in free.items() if known == code), None)
        if same is not None:
            ids[number] = same
            del free[same]
    last = max(source.codes, default=0)
    for number in target.codes:
        if number not in ids:
            last += 1
            ids[number] = last
    codes = {ids[number]: code for number, code in target.codes.items()}
    return Marked(_numbered(target.pieces, ids), codes)
