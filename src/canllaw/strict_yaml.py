"""YAML as content uses it: mappings, lists and text, with the line and column of everything.

A plain scalar stays text: what a field takes is for the model to say, so `no`, `2018` or `12:30`
never turn into something an editor did not write.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from canllaw.problems import Place, Problem

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 20

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})

Spot: TypeAlias = tuple[int, int]
"""A line and a column, both from 1."""


@dataclass(slots=True)
class Node:
    """A value with its place; for a mapping also the places of its keys."""

    value: "str | list[Node] | dict[str, Node] | None"
    spot: Spot
    keys: dict[str, Spot] = field(default_factory=dict)

    def plain(self) -> Any:
        """Return the value as plain Python: dicts, lists, strings and None."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def spot_of(self, path: tuple[str | int, ...], *, key: bool = False) -> Spot:
        """Return where the value at `path` stands, or the nearest thing above it that exists.

        With `key`, return the place of the last key of the path instead of its value.
        """
        if not path:
            return self.spot
        step, rest = path[0], path[1:]
        if isinstance(self.value, dict) and step in self.value:
            if key and not rest:
                return self.keys[str(step)]
            return self.value[str(step)].spot_of(rest, key=key)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step].spot_of(rest, key=key)
        # Pydantic names the member of a union it tried: not a step of the file.
        return self.spot_of(rest, key=key)


class _Refused(Exception):  # noqa: N818 - never leaves this module
    """Carries the first problem that makes the rest of a file unreadable."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(path: str, raw: bytes) -> tuple[Node | None, list[Problem]]:
    """Read the YAML file `path` from its bytes; return its root, and every problem found."""
    problems: list[Problem] = []
    try:
        text = _decode(path, raw)
        root = _Builder(path, problems).build(_events(path, text))
    except _Refused as refused:
        return None, [*problems, refused.problem]
    return root, problems


def _decode(path: str, raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _Refused(
            Problem(
                "C105",
                Place(path),
                f"This file is larger than {MAX_BYTES // 1_000_000} MB.",
                "Split it into several files in the same folder.",
            )
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].split(b"\n")
        raise _Refused(
            Problem(
                "C101",
                Place(path, len(before), len(before[-1]) + 1),
                "This file is not UTF-8 text, so letters such as ŵ and ŷ would be lost.",
                "Save it again with the encoding UTF-8.",
            )
        ) from None
    # One spelling of every letter, so that ŷ always equals ŷ.
    return unicodedata.normalize("NFC", text)


def _events(path: str, text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise _Refused(_syntax_problem(path, text, error)) from None


def _syntax_problem(path: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:  # a character YAML does not allow at all
        position = int(getattr(error, "position", 0))
        before = text[:position].split("\n")
        place = Place(path, len(before), len(before[-1]) + 1)
        return Problem(
            "C102", place, "A hidden control character stands here.", "Delete it and type again."
        )
    place = Place(path, mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    message, hint = _explain(str(getattr(error, "problem", "")), line)
    return Problem("C102", place, message, hint)


def _explain(problem: str, line: str) -> tuple[str, str]:
    if "\t" in line[: len(line) - len(line.lstrip())] or "cannot start any token" in problem:
        if "\t" in line:
            return "A tab stands here; YAML only takes spaces.", "Replace the tab with spaces."
        return (
            "This character cannot start a text in YAML.",
            'Put the whole text in double quotes: "…".',
        )
    if "mapping values are not allowed" in problem:
        return (
            "A colon followed by a space stands inside this text, or the line is not lined up.",
            'Put the whole text in double quotes: "…", and line it up with the lines around it.',
        )
    if "unexpected end of stream" in problem or "quoted scalar" in problem:
        return "A quotation mark is opened here and never closed.", 'Close it with ".'
    if "did not find expected" in problem or "block collection" in problem:
        return (
            "The lines are not lined up here, or a quotation mark or bracket is missing above.",
            "Give every field of an entry the same number of spaces in front.",
        )
    return (
        f"This is not correct YAML: {problem or 'it cannot be read'}.",
        "Compare it with a neighbour.",
    )


class _Builder:
    """Builds nodes from parser events, one by one, so that depth never grows the call stack."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.root: Node | None = None
        self.open: list[Node] = []
        self.pending_keys: list[tuple[str, Spot] | None] = []
        self.documents = 0

    def build(self, events: Iterator[Any]) -> Node | None:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._check_features(event)
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._check_features(event)
                self._start(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.open.pop()
                self.pending_keys.pop()
            elif kind is yaml.AliasEvent:
                raise self._refuse(event, "C104", "An alias (*name) stands here.")
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    raise self._refuse(event, "C104", "A second document (---) starts here.")
        return self.root

    def _refuse(self, event: Any, problem_id: str, message: str) -> _Refused:
        hint = "Write the value out in full." if problem_id == "C104" else "Make it flatter."
        return _Refused(Problem(problem_id, Place(self.path, *_spot(event)), message, hint))

    def _check_features(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._refuse(event, "C104", "An anchor (&name) stands here.")
        if event.tag is not None:
            raise self._refuse(event, "C104", f"A tag ({event.tag}) stands here.")

    def _scalar(self, event: Any) -> None:
        spot = _spot(event)
        container = self.open[-1] if self.open else None
        if container and isinstance(container.value, dict) and self.pending_keys[-1] is None:
            self._key(container, event.value, spot)
            return
        # `style` is None for a text without quotation marks.
        null = event.style in (None, "") and event.value in _NULLS
        self._put(Node(None if null else event.value, spot))

    def _key(self, container: Node, key: str, spot: Spot) -> None:
        if key in container.keys:
            self.problems.append(
                Problem(
                    "C103",
                    Place(self.path, *spot),
                    f"'{key}' stands twice here; only one of them can count.",
                    f"Delete one; the other is on line {container.keys[key][0]}.",
                )
            )
        container.keys[key] = spot
        self.pending_keys[-1] = (key, spot)

    def _start(self, event: Any, value: "list[Node] | dict[str, Node]") -> None:
        if len(self.open) >= MAX_DEPTH:
            raise self._refuse(event, "C105", f"This is nested more than {MAX_DEPTH} levels deep.")
        container = self.open[-1] if self.open else None
        if container and isinstance(container.value, dict) and self.pending_keys[-1] is None:
            raise self._refuse(event, "C104", "A list or a group of fields is used as a name here.")
        node = Node(value, _spot(event))
        self._put(node)
        self.open.append(node)
        self.pending_keys.append(None)

    def _put(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        container = self.open[-1].value
        if isinstance(container, list):
            container.append(node)
        elif isinstance(container, dict) and (pending := self.pending_keys[-1]):
            container[pending[0]] = node
            self.pending_keys[-1] = None


def _spot(event: Any) -> Spot:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.S | re.M)


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return the front matter of a Markdown text, its body, and the line the body starts on."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return "", text, 1
    return found.group(1), text[found.end() :], text[: found.end()].count("\n") + 1
