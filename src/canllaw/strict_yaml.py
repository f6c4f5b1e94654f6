"""YAML as content uses it: groups of fields, lists and text, with the place of everything.

A plain scalar stays text: what a field takes is for the model to say, so `no`, `2018` or `12:30`
never turn into something an editor did not write.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import yaml

from canllaw import yaml_words as say
from canllaw.clean_text import HIDDEN, decoded, end_of
from canllaw.problems import Place, Problem
from canllaw.yaml_slips import BULLET, Spot, explain, spot_of

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 20
# Beyond, a file with a slip tells of the first one only.
MAX_ENTRIES: Final = 1_000
MAX_EVENTS: Final = 100_000
"""How many texts, names, groups and lists one file may have; the largest has some thousands."""

_TWO_VERSIONS: Final = say.TWO_VERSIONS[0]
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})
# What Word puts in place of the straight quotation marks of the keyboard.
_CURLY_QUOTE: Final = re.compile("[“”„«]|‘.*’$", re.S)


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


def parse(
    path: str, raw: bytes, *, entries_apart: bool = False
) -> tuple[Node | None, list[Problem]]:
    """Read the YAML file `path` from its bytes; return its root, and every problem found.

    A file that cannot be read to its end has no root; with `entries_apart`, one that is a list of
    entries has those that can be read.
    """
    text = _readable(path, raw)
    if isinstance(text, Problem):
        return None, [text]
    lines = text.split("\n")
    root, problems, refusal = _read(path, lines)
    if not refusal:
        return root, problems
    apart = _entries_apart(path, lines, refusal) if entries_apart else None
    return apart or (None, [*problems, refusal])


def _read(
    path: str, lines: list[str], above: int = 0
) -> tuple[Node | None, list[Problem], Problem | None]:
    """Read lines with `above` others above them; return also what made the rest unreadable."""
    problems: list[Problem] = []
    try:
        root = _Builder(path, lines, problems, above).build(_events(path, lines, above))
    except _Refused as refused:
        return None, problems, refused.problem
    return root, problems, None


def _entries_apart(
    path: str, lines: list[str], refusal: Problem
) -> tuple[Node, list[Problem]] | None:
    """Read each entry of a list by itself, so that a slip in one does not hide those in the next;
    return `None` where the file is no list, or no slip is inside one entry.
    """
    starts = [number for number, line in enumerate(lines) if line.startswith("- ")]
    first = next((n for n, line in enumerate(lines) if line.strip() and line[0] != "#"), 0)
    if first not in starts[:1] or len(starts) > MAX_ENTRIES or refusal.message == _TWO_VERSIONS:
        return None
    apart = [_read(path, lines[start:end], start) for start, end in pairwise([*starts, len(lines)])]
    if not any(refused for *_, refused in apart):
        return None
    entries = [
        node for root, *_ in apart if root and isinstance(root.value, list) for node in root.value
    ]
    found = [
        problem for _, problems, refused in apart for problem in (*problems, refused) if problem
    ]
    return Node(entries, (first + 1, 1)), found


def _readable(path: str, raw: bytes) -> str | Problem:
    if len(raw) > MAX_BYTES:
        return Problem("C105", Place(path), *say.too_large(MAX_BYTES // 1_000_000))
    text = decoded(path, raw)
    if isinstance(text, str) and (hidden := HIDDEN.search(text)):
        place = end_of(path, text[: hidden.start()])
        return Problem("C102", place, *say.hidden(hidden.group()))
    return text


def _events(path: str, lines: list[str], above: int) -> Iterator[Any]:
    last: Any = None
    opened: list[Spot] = []
    try:
        for last in yaml.parse("\n".join(lines), Loader=_LOADER):
            if isinstance(last, yaml.CollectionStartEvent):
                opened.append(spot_of(last))
            elif isinstance(last, yaml.CollectionEndEvent):
                opened.pop()
            yield last
    except yaml.YAMLError as error:
        (line, column), *said = explain(lines, error, last, opened)
        raise _Refused(Problem("C102", Place(path, line + above, column), *said)) from None


class _Builder:
    """Builds nodes from parser events, one by one, so that depth never grows the call stack."""

    def __init__(self, path: str, lines: list[str], problems: list[Problem], above: int) -> None:
        self.path = path
        self.lines = lines
        self.above = above
        self.problems = problems
        self.root: Node | None = None
        self.open: list[Node] = []
        self.pending_keys: list[tuple[str, Spot] | None] = []
        self.documents = 0
        self.two_in_one: set[int] = set()

    def build(self, events: Iterator[Any]) -> Node | None:
        for number, event in enumerate(events):
            if number > MAX_EVENTS:
                raise self._refuse(spot_of(event), "C105", say.TOO_MANY)
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._check_features(event)
                self._check_text(event)
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._check_features(event)
                self._start(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.open.pop()
                self.pending_keys.pop()
            elif kind is yaml.AliasEvent:
                raise self._refuse(self._spot(event), "C104", say.feature("*"))
            elif kind is yaml.DocumentStartEvent:
                self._start_document(event)
        return self.root

    def _spot(self, event: Any) -> Spot:
        line, column = spot_of(event)
        return (line + self.above, column)

    def _refuse(self, spot: Spot, problem_id: str, said: say.Said) -> _Refused:
        return _Refused(Problem(problem_id, Place(self.path, *spot), *said))

    def _start_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._refuse(self._spot(event), "C104", say.SECOND_FILE)

    def _check_features(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._refuse(self._spot(event), "C104", say.feature("&"))
        if event.tag is not None:
            raise self._refuse(self._spot(event), "C104", say.feature("!"))

    def _check_text(self, event: Any) -> None:
        """Refuse a text that would lose its end, or gain something that nobody can see."""
        if HIDDEN.search(event.value):
            raise self._refuse(self._spot(event), "C102", say.BACKSLASH)
        if event.style:
            return
        if _CURLY_QUOTE.match(event.value):
            raise self._refuse(self._spot(event), "C102", say.CURLY_QUOTE)
        if bullet := BULLET.match(event.value):
            raise self._refuse(self._spot(event), "C102", say.bullet(bullet[1]))
        if " " in event.value:
            self._check_end(event.end_mark)

    def _check_end(self, end: Any) -> None:
        behind = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        # A note behind a day or an id harms nobody; behind a sentence it may be its second half.
        if behind.lstrip().startswith("#"):
            column = end.column + len(behind) - len(behind.lstrip()) + 1
            place = Place(self.path, end.line + self.above + 1, column)
            self.problems.append(Problem("C102", place, *say.HASH))

    def _scalar(self, event: Any) -> None:
        spot = self._spot(event)
        container = self.open[-1] if self.open else None
        if container and isinstance(container.value, dict) and self.pending_keys[-1] is None:
            self._key(container, event.value, spot)
            return
        # `style` is empty for a text without quotation marks.
        null = not event.style and event.value in _NULLS
        # Behind a hyphen nothing can be left blank; a field can, and the model says which.
        no_item = (
            container and isinstance(container.value, list) and not (event.style or event.value)
        )
        self._put(Node(None if null or no_item else event.value, spot))

    def _key(self, container: Node, key: str, spot: Spot) -> None:
        if key != key.strip():
            raise self._refuse(spot, "C102", say.STRANGE_SPACE_AT_NAME)
        if key in container.keys:
            in_list = len(self.open) > 1 and isinstance(self.open[-2].value, list)
            starts = in_list and key == next(iter(container.keys))
            said = say.twice(key, container.keys[key][0], first=starts)
            if id(container) not in self.two_in_one:
                self.problems.append(Problem("C103", Place(self.path, *spot), *said))
            if starts:  # all that follows is of the second item
                self.two_in_one.add(id(container))
        container.keys[key] = spot
        self.pending_keys[-1] = (key, spot)

    def _start(self, event: Any, value: "list[Node] | dict[str, Node]") -> None:
        if len(self.open) >= MAX_DEPTH:
            raise self._refuse(self._spot(event), "C105", say.too_deep(MAX_DEPTH))
        container = self.open[-1] if self.open else None
        if container and isinstance(container.value, dict) and self.pending_keys[-1] is None:
            raise self._name_refused(container, self._spot(event))
        node = Node(value, self._spot(event))
        self._put(node)
        self.open.append(node)
        self.pending_keys.append(None)

    def _name_refused(self, container: Node, spot: Spot) -> _Refused:
        # {{ fact }}: the text starts at the first bracket, the name at the second.
        for line, column in (container.spot, spot):
            text = self.lines[line - self.above - 1][column - 1 :]
            if text.startswith("{{"):
                return self._refuse((line, column), "C104", say.TEMPLATE)
            if text.startswith(("[", "{", "?")):
                return self._refuse((line, column), "C104", say.starts_with(text[0]))
        return self._refuse(spot, "C104", say.NO_FIELD_NAME)

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


_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.S | re.M)


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return the front matter of a Markdown text, its body, and the line the body starts on."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return "", text, 1
    return found.group(1), text[found.end() :], text[: found.end()].count("\n") + 1
