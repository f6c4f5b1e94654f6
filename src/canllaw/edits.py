"""Byte-preserving edits: a text of a YAML file or a passage of a page changes, and nothing else.

What an edit made is read again with the strict reader before it is given back, so it either says
exactly what was asked or is refused. `canllaw.journal` writes many files as one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from canllaw.languages import Words
from canllaw.problems import CanllawError
from canllaw.strict_yaml import Node, parse, split_front_matter
from canllaw.written import BOM, UNREADABLE, Scalar, Written
from canllaw.yaml_slips import Spot

_WIDTH: Final = 100


def with_scalars(
    raw: bytes, new: Mapping[Spot, str], old: Mapping[Spot, str] | None = None
) -> bytes:
    """Return a YAML file with new texts at the spots where texts or names of fields start.

    Each keeps the quotation marks and the line breaks it had, where that is safe. Spaces around a
    text do not count, as for the model. Raises `CanllawError` where a spot starts no text, where
    the text there is not the one in `old`, or where the file or a new text cannot be read.
    """
    if not new:
        return raw
    root, problems = parse("", raw)
    if root is None:
        raise CanllawError(UNREADABLE)
    scalars = Written(raw, "\r\n|\r|\n").scalars()
    for spot in (*new, *(old or {})):
        if spot not in scalars or (old and spot in old and _text(old[spot]) != scalars[spot].value):
            raise CanllawError(_moved(spot))
    wanted = _said(root, new)

    def holds(edited: bytes) -> bool:
        again, found = parse("", edited)
        return again is not None and _said(again, {}) == wanted and len(found) == len(problems)

    edits = [(scalars[spot], _text(text)) for spot, text in new.items()]
    return _edited(raw, [edit for edit in edits if edit[0].value != edit[1]], holds)


def _text(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def with_front_matter(
    raw: bytes, new: Mapping[Spot, str], old: Mapping[Spot, str] | None = None
) -> bytes:
    """Return a page with new texts in its front matter, at spots counted from the file's start."""
    source = Written(raw, "\r?\n")
    front, body, _line = split_front_matter(source.text)
    if not front:
        raise CanllawError(UNREADABLE)
    start = source.offset(source.text.index("\n") + 1)
    end = source.offset(len(source.text) - len(body))
    head, inside, tail = (
        part.encode() for part in (source.raw[:start], source.raw[start:end], source.raw[end:])
    )
    # The closing mark is one that YAML knows too: the fields are a file of their own.
    fields, mark = inside[: inside.rindex(b"---")], inside[inside.rindex(b"---") :]
    return source.bom + head + with_scalars(fields, _up(new), _up(old or {})) + mark + tail


def _up(spots: Mapping[Spot, str]) -> dict[Spot, str]:
    return {(line - 1, column): text for (line, column), text in spots.items()}


def with_passage(raw: bytes, start: int, end: int, new: str, old: str | None = None) -> bytes:
    """Return a page with `new` for what stands from `start` to `end` in its body, as read.

    Line ends are written as the page has them. Raises `CanllawError` where `old` does not stand
    there, or where a letter written in two signs makes it impossible to say which bytes are meant.
    """
    source = Written(raw, "\r?\n")
    _front, body, _line = split_front_matter(source.text)
    if not 0 <= start <= end <= len(body) or (old is not None and body[start:end] != old):
        raise CanllawError(_PASSAGE_MOVED)
    before = len(source.text) - len(body)
    first, last = source.offset(before + start), source.offset(before + end)
    passage = unicodedata.normalize("NFC", new).replace("\n", source.line_end(first, last))
    return source.bom + (source.raw[:first] + passage + source.raw[last:]).encode()


_PASSAGE_MOVED: Final = Words(
    cy="Mae’r darn hwn o’r dudalen wedi newid ers iddo gael ei ddarllen, felly ni newidiwyd dim.",
    en="This passage of the page has changed since it was read, so nothing was changed.",
)


def _moved(spot: Spot) -> Words:
    line, column = spot
    return Words(
        cy=f"Nid yw’r testun a ddisgwylid yn dechrau ar linell {line}, colofn {column}, felly ni "
        "newidiwyd dim. Darllenwch y ffeil eto, a rhowch gynnig arall arni.",
        en=f"The text that was expected does not start at line {line}, column {column}, so nothing "
        "was changed. Read the file again, and try once more.",
    )


def _not_sayable(text: str) -> Words:
    shown = text if len(text) < 60 else f"{text[:60]}…"
    return Words(
        cy=f"Ni ellir ysgrifennu “{shown}” mewn ffeil YAML: mae ynddo arwydd na all neb ei weld.",
        en=f"“{shown}” cannot be written in a YAML file: it has a sign in it that nobody can see.",
    )


def _edited(raw: bytes, edits: list[tuple[Scalar, str]], holds: Callable[[bytes], bool]) -> bytes:
    """Return the file with every edit written as gently as still holds."""
    if not edits:
        return raw
    gentle = _spliced(raw, [(scalar, next(_ways(scalar, text))) for scalar, text in edits])
    if holds(gentle):
        return gentle
    quoted = _spliced(raw, [(scalar, _in_double_quotes(text)) for scalar, text in edits])
    if holds(quoted):
        return _gentlest(raw, edits, holds)
    raise CanllawError(_not_sayable(edits[0][1]))


def _gentlest(raw: bytes, edits: list[tuple[Scalar, str]], holds: Callable[[bytes], bool]) -> bytes:
    """Try the edits together, the others in double quotes, which hold; where one among them does
    not hold, each half of them, and one that is left by itself in every way.
    """
    chosen = [_in_double_quotes(text) for _scalar, text in edits]

    def written(start: int, ways: list[str]) -> bytes:
        tried = [*chosen[:start], *ways, *chosen[start + len(ways) :]]
        return _spliced(raw, [(each, said) for (each, _), said in zip(edits, tried, strict=True)])

    waiting = [(0, len(edits))]
    while waiting:
        start, end = waiting.pop()
        gentle = [next(_ways(scalar, text)) for scalar, text in edits[start:end]]
        tries = [gentle] if end - start > 1 else [[way] for way in _ways(*edits[start])]
        held = next((ways for ways in tries if holds(written(start, ways))), None)
        if held:
            chosen[start:end] = held
        elif end - start > 1:
            middle = (start + end) // 2
            waiting += [(start, middle), (middle, end)]
    return written(0, chosen)


def _spliced(raw: bytes, written: list[tuple[Scalar, str]]) -> bytes:
    text = raw.decode("utf-8-sig")
    parts, end = [], 0
    for scalar, said in sorted(written, key=lambda each: each[0].start):
        parts += [text[end : scalar.start], said]
        end = scalar.end
    return (BOM if raw.startswith(BOM) else b"") + "".join([*parts, text[end:]]).encode()


def _ways(scalar: Scalar, text: str) -> Iterator[str]:
    """Yield how `text` may be written in the place of `scalar`, the most like it first."""
    if scalar.style in ("|", ">"):
        yield _as_block(scalar, text)
    elif "\n" not in text and (said := _on_one_line(scalar.style, text)):
        if scalar.indent:
            yield _wrapped(scalar, said)
        yield said
    yield _in_double_quotes(text)


def _on_one_line(style: str, text: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        return _in_double_quotes(text)
    # A text without quotation marks may look like something else: the reader will tell.
    return text if re.match(r"[^\W_]", text) and " #" not in text and ": " not in text else ""


def _in_double_quotes(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def _as_block(scalar: Scalar, text: str) -> str:
    """Return `text` under the mark that the block has, as far in as it was."""
    mark = re.split("[\r\n]", scalar.raw, maxsplit=1)[0]
    lines = text.split("\n")
    if scalar.style == ">":
        # In a folded block an empty line is a line break, and a line break is a space.
        width = _width(scalar)
        lines = [part for line in lines for part in (*_folded(line, width), "")][:-1]
    indented = (" " * scalar.indent + line if line else "" for line in lines)
    return scalar.line_end.join((mark, *indented))


def _wrapped(scalar: Scalar, said: str) -> str:
    return (scalar.line_end + " " * scalar.indent).join(_folded(said, _width(scalar)))


def _width(scalar: Scalar) -> int:
    """Return how long the lines of a text are allowed to be: as long as they were."""
    longest = max(len(line.strip()) for line in scalar.raw.splitlines()[1:] or [scalar.raw])
    return max(longest, _WIDTH - scalar.indent)


def _folded(line: str, width: int) -> list[str]:
    """Break a line at single spaces, which a reader of YAML puts back."""
    lines = [""]
    for word in re.split(r"(?<=\S) (?=\S)", line):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _said(node: Node, new: Mapping[Spot, str]) -> Any:
    """Return what a file says with the new texts; spaces around a text do not count."""
    if isinstance(node.value, dict):
        return {new.get(node.keys[key], key): _said(each, new) for key, each in node.value.items()}
    if isinstance(node.value, list):
        return [_said(each, new) for each in node.value]
    said = new.get(node.spot, node.value)
    return said and _text(said)
