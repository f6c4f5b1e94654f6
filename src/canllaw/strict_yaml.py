"""YAML as content uses it: groups of fields, lists and text, with the place of everything.

A plain scalar stays text: what a field takes is for the model to say, so `no`, `2018` or `12:30`
never turn into something an editor did not write.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from canllaw.problems import Place, Problem

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 20

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})
# What YAML does not allow, line ends that only some programs see, and marks that turn or hide text.
_HIDDEN: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)

Spot: TypeAlias = tuple[int, int]
"""A line and a column, both from 1."""

Found: TypeAlias = tuple[Spot, str, str]
"""A place, what is wrong there, and what to type."""


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
        lines = _decode(path, raw).split("\n")
        root = _Builder(path, lines, problems).build(_events(path, lines))
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
        # With a byte order mark, the decoder counts from behind it.
        before = error.object[: error.start].decode("utf-8-sig")
        raise _Refused(
            Problem(
                "C101",
                Place(path, *_end_of(before)),
                "This file is not UTF-8 text, so letters such as ŵ and ŷ would be lost.",
                "Save it again with the encoding UTF-8.",
            )
        ) from None
    # One spelling of every letter, so that ŷ always equals ŷ, and one of every line end.
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    if hidden := _HIDDEN.search(text):
        raise _Refused(
            Problem(
                "C102",
                Place(path, *_end_of(text[: hidden.start()])),
                f"A character that nobody can see stands here (U+{ord(hidden.group()):04X}).",
                "Delete the letters on both sides of it too, and type them again.",
            )
        )
    return text


def _end_of(text: str) -> Spot:
    lines = re.split("\r\n|\r|\n", text)
    return (len(lines), len(lines[-1]) + 1)


def _events(path: str, lines: list[str]) -> Iterator[Any]:
    last: Any = None
    opened: list[Spot] = []
    try:
        for last in yaml.parse("\n".join(lines), Loader=_LOADER):
            if isinstance(last, yaml.CollectionStartEvent):
                opened.append(_spot(last))
            elif isinstance(last, yaml.CollectionEndEvent):
                opened.pop()
            yield last
    except yaml.YAMLError as error:
        spot, message, hint = _Slip(lines, error, last, opened).explain()
        raise _Refused(Problem("C102", Place(path, *spot), message, hint)) from None


class _Slip:
    """Where the parser gave up, what it had read until then, and what an editor should mend."""

    def __init__(
        self, lines: list[str], error: yaml.YAMLError, last: Any, opened: list[Spot]
    ) -> None:
        self.lines = lines
        self.said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
        self.spot = self._spot(getattr(error, "problem_mark", None)) or (1, 1)
        # Where that began which the parser was in the middle of.
        self.began = self._spot(getattr(error, "context_mark", None)) or self.spot
        self.last = last
        self.open_brackets = [spot for spot in opened if self.sign(spot) in ("[", "{")]

    def explain(self) -> Found:
        """Return the place, the message and the hint of the first explanation that fits."""
        return next(found for explanation in _EXPLANATIONS if (found := explanation(self)))

    def line(self, number: int) -> str:
        """Return a line by its number, empty above the first and below the last."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def sign(self, spot: Spot) -> str:
        """Return the character at `spot`, or nothing at the end of a line."""
        return self.line(spot[0])[spot[1] - 1 : spot[1]]

    @property
    def rest(self) -> str:
        """The line from where the parser gave up."""
        return self.line(self.spot[0])[self.spot[1] - 1 :].rstrip()

    @property
    def last_end(self) -> Spot:
        """Where the last thing read ends: the spot right behind it."""
        mark = self.last.end_mark
        return (mark.line + 1, mark.column + 1)

    @property
    def right_behind(self) -> bool:
        """Whether only spaces stand between the last thing read and where the parser gave up."""
        line, column = self.last_end
        between = self.line(line)[column - 1 : self.spot[1] - 1]
        return line == self.spot[0] and column <= self.spot[1] and not between.strip()

    def _spot(self, mark: Any) -> Spot | None:
        if mark is None:
            return None
        # Never below the last line with something in it: nobody looks there.
        number = next((at for at in range(mark.line + 1, 0, -1) if self.line(at)), 1)
        return (number, mark.column + 1 if number == mark.line + 1 else len(self.line(number)) + 1)


IN_QUOTES: Final = 'Put the whole text in double quotes: "…".'
NO_SPACE: Final = (
    "There is no ordinary space between the colon and what follows it.",
    "Type one space right after the colon.",
)
_IN_LINE: Final = "Give every field of an entry the same number of spaces in front."


def _two_versions(slip: _Slip) -> Found | None:
    for number, line in enumerate(slip.lines, start=1):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            return (
                (number, 1),
                "Two versions of this file stand one above the other from here.",
                "Keep one, and delete the lines that start with <<<<<<<, ======= and >>>>>>>.",
            )
    return None


def _strange_space(slip: _Slip) -> Found | None:
    line = slip.line(slip.spot[0])
    front = line[: len(line) - len(line.lstrip())]
    if "\t" in front or slip.sign(slip.spot) == "\t":
        column = front.index("\t") + 1 if "\t" in front else slip.spot[1]
        return (
            (slip.spot[0], column),
            "A tab stands here; YAML only takes spaces.",
            "Replace the tab with spaces.",
        )
    if front.strip(" "):
        return (
            (slip.spot[0], len(front) - len(front.lstrip(" ")) + 1),
            "This line starts with a space of another kind, from a web page or a document.",
            "Delete the spaces in front and type them again.",
        )
    return None


def _unclosed_quote(slip: _Slip) -> Found | None:
    quoted = isinstance(slip.last, yaml.ScalarEvent) and slip.last.style in ("'", '"')
    runs_on = quoted and slip.last.start_mark.line < slip.last.end_mark.line
    # {cy: "Helo, en: "Hello"}: the text swallowed the name of the other side.
    swallows = quoted and re.search(r"[,{] *[a-z_]+: *$", slip.last.value)
    if "scanning a quoted scalar" in slip.said:
        spot = slip.began
    elif quoted and slip.right_behind and (runs_on or swallows):
        spot = _spot(slip.last)
    else:
        return None
    if slip.sign(spot) == "'":
        return (
            spot,
            "A text cannot start with an apostrophe unless it stands in double quotes.",
            IN_QUOTES,
        )
    return (
        spot,
        "The quotation mark that opens here is not closed.",
        'Close it with " at the end of the text.',
    )


def _quote_inside(slip: _Slip) -> Found | None:
    if not (isinstance(slip.last, yaml.ScalarEvent) and slip.last.style in ("'", '"')):
        return None
    if not (slip.rest and slip.right_behind) or re.match(r"[a-z_]+:( |$)|[\]}]", slip.rest):
        return None
    line, column = slip.last_end
    if slip.last.style == "'":
        message, hint = "The text ends at this apostrophe, but the line goes on.", IN_QUOTES
    else:
        message = "The text ends at this quotation mark, but the line goes on."
        hint = 'Inside a text write “ and ”, or \\" in place of ".'
    return (line, column - 1), message, hint


def _backslash(slip: _Slip) -> Found | None:
    if "parsing a quoted scalar" not in slip.said:
        return None
    return slip.spot, *_BACKSLASH


_BACKSLASH: Final = (
    "A backslash (\\) stands in this text; in double quotes it has a meaning of its own.",
    "Write \\\\ for a backslash, or take it out.",
)


def _open_bracket(slip: _Slip) -> Found | None:
    if "node content" in slip.said and not slip.rest and slip.open_brackets:
        return _not_closed(slip, slip.open_brackets[-1])
    if "',' or" not in slip.said:
        return None
    runs_on = _spot(slip.last)[0] < slip.spot[0]
    if slip.sign(slip.spot) == ":" and not runs_on:
        return slip.spot, *_COLON
    if runs_on or not slip.rest:
        return _not_closed(slip, slip.began)
    return (
        slip.spot,
        "A comma or a closing bracket is missing in front of this.",
        "Put a comma between the two, or close the bracket.",
    )


def _not_closed(slip: _Slip, spot: Spot) -> Found:
    bracket = slip.sign(spot)
    closing = {"[": "]", "{": "}"}.get(bracket, bracket)
    return (
        spot,
        f"The bracket {bracket} that opens here is not closed.",
        f"Close it with {closing}.",
    )


_COLON: Final = ("A colon followed by a space stands inside this text.", IN_QUOTES)


def _colon(slip: _Slip) -> Found | None:
    if "mapping values are not allowed" not in slip.said:
        return None
    number, column = slip.spot
    line = slip.line(number)
    if not re.fullmatch(r" *(- +)?[\w.-]+", line[: column - 1]):
        return slip.spot, *_COLON
    # The name of a field became part of the text above it.
    above = next((at for at in range(number - 1, 0, -1) if slip.line(at).strip()), number)
    if no_space := _no_space(slip, above):
        return no_space
    return (
        (number, len(line) - len(line.lstrip()) + 1),
        "This line is moved in further than the line above it, which is complete.",
        _IN_LINE,
    )


def _no_space(slip: _Slip, number: int) -> Found | None:
    found = re.match(r" *(?:- +)?[a-z_]+:(?=[^ ])", slip.line(number))
    if not found:
        return None
    return (number, found.end() + 1), *NO_SPACE


def _no_colon(slip: _Slip) -> Found | None:
    if "unexpected ':'" in slip.said:
        return (slip.spot[0], slip.spot[1] + 1), *NO_SPACE
    if "could not find expected ':'" not in slip.said:
        return None
    return _no_space(slip, slip.began[0]) or (
        slip.began,
        "This line has no name of a field with a colon.",
        "Write 'name: …'; or move the line in if it belongs to the text above it.",
    )


def _list_beside_name(slip: _Slip) -> Found | None:
    if "block sequence entries are not allowed" not in slip.said:
        return None
    return (
        slip.spot,
        "A list starts on the line below its name; a text that starts with - needs quotes.",
        "Move this '-' down to a line of its own, or put the whole text in double quotes.",
    )


_SIGNS: Final = re.compile(
    "cannot start any token|mapping keys are not allowed"
    "|scanning an? (alias|anchor|tag|block scalar|directive)|parsing a tag"
)


def _sign_in_front(slip: _Slip) -> Found | None:
    if not _SIGNS.search(slip.said):
        return None
    spot = slip.spot if "token" in slip.said else slip.began
    return spot, *_starts_with(slip.sign(spot))


def _starts_with(sign: str) -> tuple[str, str]:
    return f"A text cannot start with {sign} unless it stands in double quotes.", IN_QUOTES


def _bracket_in_front(slip: _Slip) -> Found | None:
    ended = isinstance(slip.last, yaml.SequenceEndEvent | yaml.MappingEndEvent)
    line, column = slip.last_end
    if not (ended and slip.right_behind and slip.sign((line, column - 1)) in ("]", "}")):
        return None
    if slip.rest[:1] in ("]", "}"):
        return slip.spot, "There is one closing bracket too many here.", "Delete it."
    start = re.search(r"[\[{]", slip.line(line))
    return ((line, start.start() + 1), *_starts_with(start.group())) if start else None


def _nothing_in_front(slip: _Slip) -> Found | None:
    if "node content" not in slip.said or not slip.rest:
        return None
    sign = slip.rest[0]
    return (
        slip.spot,
        f"Something is missing in front of this sign: {sign}",
        "Write what is missing, or delete the sign; a text may need double quotes around it.",
    )


def _not_lined_up(slip: _Slip) -> Found | None:
    if not re.search("expected (key|'-'|<block end>|<document start>)", slip.said):
        return None
    if "'-'" in slip.said and slip.spot[1] == 1:
        return (
            slip.spot,
            "This line is not moved in, so it belongs to no entry.",
            "Put two spaces in front of a field, and '- ' in front of a new entry.",
        )
    hint = _IN_LINE
    if slip.rest.startswith("- "):
        hint = "Put the '-' of every entry, and of every item of a list, straight under the last."
    return slip.spot, "This line is not lined up with the lines above it.", hint


def _anything_else(slip: _Slip) -> Found:
    return (
        slip.spot,
        "This cannot be read: something is missing or one too many, here or just above.",
        "Compare the line with one like it, and put texts in double quotes.",
    )


# The first that fits speaks, so what is surest stands first.
_EXPLANATIONS: Final[tuple[Callable[[_Slip], Found | None], ...]] = (
    _two_versions,
    _strange_space,
    _backslash,
    _unclosed_quote,
    _quote_inside,
    _open_bracket,
    _colon,
    _no_colon,
    _list_beside_name,
    _sign_in_front,
    _bracket_in_front,
    _nothing_in_front,
    _not_lined_up,
    _anything_else,
)


class _Builder:
    """Builds nodes from parser events, one by one, so that depth never grows the call stack."""

    def __init__(self, path: str, lines: list[str], problems: list[Problem]) -> None:
        self.path = path
        self.lines = lines
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
                self._check_text(event)
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._check_features(event)
                self._start(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.open.pop()
                self.pending_keys.pop()
            elif kind is yaml.AliasEvent:
                raise self._refuse(_spot(event), "C104", *_feature("*", "an alias"))
            elif kind is yaml.DocumentStartEvent:
                self._start_document(event)
        return self.root

    def _refuse(self, spot: Spot, problem_id: str, message: str, hint: str) -> _Refused:
        return _Refused(Problem(problem_id, Place(self.path, *spot), message, hint))

    def _start_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "A line of three hyphens starts a second file inside this one."
            raise self._refuse(_spot(event), "C104", message, "Delete the line.")

    def _check_features(self, event: Any) -> None:
        if event.anchor is not None:
            raise self._refuse(_spot(event), "C104", *_feature("&", "an anchor"))
        if event.tag is not None:
            raise self._refuse(_spot(event), "C104", *_feature("!", "a tag"))

    def _check_text(self, event: Any) -> None:
        """Refuse a text that would lose its end, or gain something that nobody can see."""
        if _HIDDEN.search(event.value):
            raise self._refuse(_spot(event), "C102", *_BACKSLASH)
        end = event.end_mark
        behind = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        # A note behind a day or an id harms nobody; behind a sentence it may be its second half.
        if not event.style and " " in event.value and behind.lstrip().startswith("#"):
            column = end.column + len(behind) - len(behind.lstrip()) + 1
            message = "A # after a space ends this text; the rest of the line would be lost."
            place = Place(self.path, end.line + 1, column)
            self.problems.append(Problem("C102", place, message, IN_QUOTES))

    def _scalar(self, event: Any) -> None:
        spot = _spot(event)
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
            message = f"This stands inside {MAX_DEPTH} other things; nothing in content is so deep."
            hint = "Compare it with another entry: a bracket or a hyphen may be one too many."
            raise self._refuse(_spot(event), "C105", message, hint)
        container = self.open[-1] if self.open else None
        if container and isinstance(container.value, dict) and self.pending_keys[-1] is None:
            raise self._name_refused(container, _spot(event))
        node = Node(value, _spot(event))
        self._put(node)
        self.open.append(node)
        self.pending_keys.append(None)

    def _name_refused(self, container: Node, spot: Spot) -> _Refused:
        # {{ fact }}: the text starts at the first bracket, the name at the second.
        for line, column in (container.spot, spot):
            text = self.lines[line - 1][column - 1 :]
            if text.startswith("{{"):
                message = "Facts hold no template code such as {{ … }}; only pages do."
                hint = "Write the words themselves here."
                return self._refuse((line, column), "C104", message, hint)
            if text.startswith(("[", "{", "?")):
                return self._refuse((line, column), "C104", *_starts_with(text[0]))
        return self._refuse(spot, "C104", "This is not the name of a field.", IN_QUOTES)

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


def _feature(sign: str, name: str) -> tuple[str, str]:
    return (
        f"In YAML, {sign} in front of a text is {name}, which content does not use.",
        'If it belongs to a text, put the text in double quotes: "…". If not, delete it.',
    )


def _spot(event: Any) -> Spot:
    return (event.start_mark.line + 1, event.start_mark.column + 1)


_FRONT_MATTER: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.S | re.M)


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return the front matter of a Markdown text, its body, and the line the body starts on."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return "", text, 1
    return found.group(1), text[found.end() :], text[: found.end()].count("\n") + 1
