"""House order of a file of facts: fields in the order of their kind, one empty line between facts.

Only whole lines move, with the notes above them, and what was moved is read again: a fact that
would say something else stays as it is.
"""

import re
from itertools import pairwise
from typing import Any, Final

from canllaw.languages import Words
from canllaw.model import KINDS
from canllaw.model.fields import fields_in_order
from canllaw.problems import CanllawError
from canllaw.strict_yaml import Node, parse

_FIELD_COLUMN: Final = 3


def in_house_order(path: str, raw: bytes) -> bytes:
    """Return a YAML file in house order; raise `CanllawError` where it cannot be read."""
    root, problems = parse(path, raw)
    if root is None or problems:
        raise CanllawError(_unreadable(path))
    text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    tidied = _tidied(text, root).encode()
    again, found = parse(path, tidied)
    # A block of text may have needed its spaces: then nothing is worth changing it.
    return tidied if again and not found and again.plain() == root.plain() else raw


def _tidied(text: str, root: Node) -> str:
    lines = [line.rstrip() for line in text.rstrip("\n").split("\n")]
    if not isinstance(root.value, list):
        return "\n".join(lines) + "\n"
    starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
    if len(starts) != len(root.value) or not starts:
        return "\n".join(lines) + "\n"
    done = lines[: starts[0]]
    for (start, end), node in zip(pairwise([*starts, len(lines)]), root.value, strict=True):
        size = _size(lines[start:end])
        done += _entry(lines[start : start + size], node, start)
        done += _between(lines[start + size : end])
    return "\n".join(done).rstrip("\n") + "\n"


def _size(lines: list[str]) -> int:
    """Return how many lines belong to an entry: what stands below it is for the next one."""
    size = len(lines)
    while size and (not lines[size - 1].strip() or lines[size - 1].startswith("#")):
        size -= 1
    return size


def _between(lines: list[str]) -> list[str]:
    """Return what stands between two entries, with one empty line where there was none or many."""
    kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
    return kept if kept[:1] == [""] else ["", *kept]


def _entry(lines: list[str], node: Node, above: int) -> list[str]:
    """Return the lines of an entry with its fields in order; as they are where they cannot move."""
    kind = node.value["kind"].value if isinstance(node.value, dict) else None
    if not isinstance(kind, str) or kind not in KINDS or not isinstance(node.value, dict):
        return lines
    spots = [(line - above - 1, name) for name, (line, column) in node.keys.items()]
    if any(column != _FIELD_COLUMN for _line, column in node.keys.values()):
        return lines
    order = list(fields_in_order(KINDS[kind]))
    fields = _fields(lines, sorted(spots))
    moved = [fields[name] for name in sorted(fields, key=lambda name: _rank(order, name))]
    written = _as_item(moved)
    return written if _says(written) == _says(lines) else lines


def _rank(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _fields(lines: list[str], spots: list[tuple[int, str]]) -> dict[str, list[str]]:
    """Return the lines of each field, with the notes above it."""
    plain = [f"  {lines[0][2:]}", *lines[1:]]
    starts = [_with_notes(plain, line) for line, _name in spots]
    ends = [*starts[1:], len(plain)]
    return {
        name: plain[start:end]
        for start, end, (_line, name) in zip(starts, ends, spots, strict=True)
    }


def _with_notes(lines: list[str], line: int) -> int:
    while line > 0 and (not lines[line - 1].strip() or re.match(r" {0,2}#", lines[line - 1])):
        line -= 1
    return line


def _as_item(fields: list[list[str]]) -> list[str]:
    """Return the lines of fields as an item of a list: a hyphen before the first one, and below it
    the notes it had above, which would otherwise stand in the item before.
    """
    first = fields[0]
    name = next(n for n, line in enumerate(first) if line.strip() and line.lstrip()[0] != "#")
    rest = [line for field in fields[1:] for line in field]
    return [f"- {first[name][2:]}", *first[name + 1 :], *first[:name], *rest]


def _says(lines: list[str]) -> Any:
    root, problems = parse("", "\n".join(lines).encode())
    return root.plain() if root and not problems else None


def _unreadable(path: str) -> Words:
    return Words(
        cy=f"ni ellir darllen {path}, felly ni newidiwyd dim; rhedwch canllaw check yn gyntaf",
        en=f"{path} cannot be read, so nothing was changed; run canllaw check first",
    )
