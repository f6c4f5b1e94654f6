"""Sections as segments: paragraphs, items, headings, cells, titles of boxes, and what is between.

What is between is never sent. Joining the parts of a section gives the section, letter by letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from canllaw.exchange.codes import Marked, read_markdown

_FENCE: Final = re.compile(r"\s{0,3}(```+|~~~+)")
_FRONT: Final = re.compile(r"[ \t]*(?:(?:>[ ]?|[-*+][ ]+|\d+[.)][ ]+|:[ ]{2,})[ \t]*)*")
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+")
_HEADING_END: Final = re.compile(r"[ \t]*(?:\{[^{}]*\})?[ \t]*#*[ \t]*$")
_BOX: Final = re.compile(r'[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w -]*?[ \t]*"(?P<title>[^"\n]*)"[ \t]*$')
_BOX_START: Final = re.compile(r"[ \t]*(?:!!!|\?\?\?\+?)(?:[ \t]|$)")
_ROW_RULE: Final = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*$")
_REFERENCE: Final = re.compile(r"[ ]{0,3}\[[^\]\n]+\]:[ \t]")
_CELL_END: Final = re.compile(r"(?<!\\)\|")
_SOFT_BREAK: Final = re.compile(r"(?<! )[ ]?\n[ \t]*")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that are translated as one. `kind` is what they are on the page."""

    kind: str
    raw: str

    @property
    def marked(self) -> Marked:
        """Its words and marks; a line break that readers do not see is a space."""
        return read_markdown(_SOFT_BREAK.sub(" ", self.raw))


Part: TypeAlias = str | Segment
"""What stands between, or a segment."""


def split(section: str) -> tuple[Part, ...]:
    """Split a section of a page, from the start of a line; joining the parts gives it back."""
    parts: list[Part] = []
    for part in _parts(section):
        if isinstance(part, Segment) and not re.search(r"[^\W_]", part.marked.words):
            part = part.raw  # a macro call on a line of its own, an element, an empty cell
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif part != "":
            parts.append(part)
    return tuple(parts)


def join(parts: Sequence[Part]) -> str:
    """Return the section that parts make."""
    return "".join(part if isinstance(part, str) else part.raw for part in parts)


def _parts(section: str) -> Iterator[Part]:
    lines = section.split("\n")
    lines = [*(f"{line}\n" for line in lines[:-1]), *lines[-1:]]
    fence = ""
    number = 0
    while number < len(lines):
        line = lines[number]
        marks = _FENCE.match(line)
        if marks and (not fence or marks[1].startswith(fence)):
            fence = "" if fence else marks[1]
            yield line
        elif fence or not line.strip() or _is_rule(line):
            yield line
        else:
            taken = _paragraph_lines(lines, number)
            yield from _line_parts("".join(lines[number : number + taken]))
            number += taken - 1
        number += 1


def _is_rule(line: str) -> bool:
    return bool(_ROW_RULE.match(line) or _REFERENCE.match(line))


def _paragraph_lines(lines: Sequence[str], number: int) -> int:
    """Return how many lines belong to the paragraph that starts on a line."""
    if not _goes_on(lines[number]):
        return 1
    end = number + 1
    while end < len(lines) and lines[end].strip() and _continues(lines[end]):
        end += 1
    return end - number


def _goes_on(line: str) -> bool:
    rest = line[_FRONT.match(line).end() :]  # type: ignore[union-attr] # it matches anything
    return not (_HEADING.match(rest) or _BOX_START.match(line) or rest.startswith("|"))


def _continues(line: str) -> bool:
    front = _FRONT.match(line)
    plain = front is not None and not front[0].strip()
    return plain and _goes_on(line) and not (_FENCE.match(line) or _is_rule(line))


def _line_parts(text: str) -> Iterator[Part]:
    body, end = text.rstrip("\n"), text[len(text.rstrip("\n")) :]
    if _BOX_START.match(body):
        yield from _box(body)
    else:
        front = _FRONT.match(body)
        marks = front[0] if front else ""
        yield marks
        yield from _after_marks(marks, body[len(marks) :])
    yield end


def _box(line: str) -> Iterator[Part]:
    found = _BOX.match(line)
    if not found:
        yield line
        return
    start, end = found.span("title")
    yield line[:start]
    yield Segment("title", line[start:end])
    yield line[end:]


def _after_marks(marks: str, rest: str) -> Iterator[Part]:
    heading = _HEADING.match(rest)
    if heading:
        end = _HEADING_END.search(rest, heading.end())
        stop = end.start() if end else len(rest)
        yield rest[: heading.end()]
        yield Segment(f"heading {len(heading[1])}", rest[heading.end() : stop])
        yield rest[stop:]
    elif rest.startswith("|"):
        yield from _cells(rest)
    else:
        stop = len(rest.rstrip())
        yield Segment(_kind(marks), rest[:stop])
        yield rest[stop:]


def _kind(marks: str) -> str:
    sign = marks.strip()[-1:]
    kinds = {"": "paragraph", ">": "quote", ":": "definition", ".": "step", ")": "step"}
    return kinds.get(sign, "item")


def _cells(row: str) -> Iterator[Part]:
    end = 0
    for found in _CELL_END.finditer(row):
        yield from _cell(row[end : found.start()])
        yield "|"
        end = found.end()
    yield row[end:]


def _cell(text: str) -> Iterator[Part]:
    inner = text.strip()
    start = text.index(inner)
    yield text[:start]
    yield Segment("cell", inner)
    yield text[start + len(inner) :]
