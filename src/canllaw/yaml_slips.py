"""What an editor should mend where a YAML file cannot be read, in words and at the right place.

The parser says where it gave up; the slip is often earlier, and never in the parser's words.
"""

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

import yaml

from canllaw import yaml_words as say
from canllaw.languages import Words

Spot: TypeAlias = tuple[int, int]
"""A line and a column, both from 1."""

Found: TypeAlias = tuple[Spot, Words, Words]
"""A place, what is wrong there, and what to type."""


def explain(lines: list[str], error: yaml.YAMLError, last: Any, opened: list[Spot]) -> Found:
    """Return the place of a slip, what is wrong, and what to type.

    `last` is the last event read before `error`; `opened` is where the groups and lists around it
    began.
    """
    slip = _Slip(lines, error, last, opened)
    return next(found for explanation in _EXPLANATIONS if (found := explanation(slip)))


def spot_of(event: Any) -> Spot:
    """Return where an event of the parser starts."""
    return (event.start_mark.line + 1, event.start_mark.column + 1)


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


BULLET: Final = re.compile(r"([•·▪●○◦–—−])[ \t\xa0]")
"""What Word and web pages put in front of an item, where YAML takes a hyphen."""


def _two_versions(slip: _Slip) -> Found | None:
    for number, line in enumerate(slip.lines, start=1):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            return (number, 1), *say.TWO_VERSIONS
    return None


def _strange_space(slip: _Slip) -> Found | None:
    line = slip.line(slip.spot[0])
    front = line[: len(line) - len(line.lstrip())]
    if "\t" in front or slip.sign(slip.spot) == "\t":
        column = front.index("\t") + 1 if "\t" in front else slip.spot[1]
        return (slip.spot[0], column), *say.TAB
    if front.strip(" "):
        return (slip.spot[0], len(front) - len(front.lstrip(" ")) + 1), *say.STRANGE_SPACE
    return None


def _curly_quote(slip: _Slip) -> Found | None:
    line = slip.line(slip.spot[0])[: slip.spot[1]]
    starts = list(re.finditer(r"(?:: |- |[\[{,] *)(?=[“„«”])(?=[^\"]*$)", line))
    return ((slip.spot[0], starts[-1].end() + 1), *say.CURLY_QUOTE) if starts else None


def _bullet(slip: _Slip) -> Found | None:
    line = slip.line(slip.spot[0])
    front = len(line) - len(line.lstrip())
    found = BULLET.match(line, front)
    return ((slip.spot[0], front + 1), *say.bullet(found[1])) if found else None


def _unclosed_quote(slip: _Slip) -> Found | None:
    quoted = isinstance(slip.last, yaml.ScalarEvent) and slip.last.style in ("'", '"')
    runs_on = quoted and slip.last.start_mark.line < slip.last.end_mark.line
    # {cy: "Helo, en: "Hello"}: the text swallowed the name of the other side.
    swallows = quoted and re.search(r"[,{] *[a-z_]+: *$", slip.last.value)
    if "scanning a quoted scalar" in slip.said:
        spot = slip.began
    elif quoted and slip.right_behind and (runs_on or swallows):
        spot = spot_of(slip.last)
    else:
        return None
    if slip.sign(spot) == "'":
        return spot, *say.APOSTROPHE_IN_FRONT
    curly = re.search("” *([],}]|$)", slip.line(spot[0]))
    return spot, *(say.CURLY_QUOTE_CLOSES if curly else say.QUOTE_NOT_CLOSED)


def _quote_inside(slip: _Slip) -> Found | None:
    if not (isinstance(slip.last, yaml.ScalarEvent) and slip.last.style in ("'", '"')):
        return None
    if not (slip.rest and slip.right_behind) or re.match(r"[a-z_]+:( |$)|[\]}]", slip.rest):
        return None
    line, column = slip.last_end
    said = say.APOSTROPHE_ENDS if slip.last.style == "'" else say.QUOTE_ENDS
    return (line, column - 1), *said


def _backslash(slip: _Slip) -> Found | None:
    if "parsing a quoted scalar" not in slip.said:
        return None
    return slip.spot, *say.BACKSLASH


def _open_bracket(slip: _Slip) -> Found | None:
    if "node content" in slip.said and not slip.rest and slip.open_brackets:
        return _not_closed(slip, slip.open_brackets[-1])
    if "',' or" not in slip.said:
        return None
    runs_on = spot_of(slip.last)[0] < slip.spot[0]
    if slip.sign(slip.spot) == ":" and not runs_on:
        return slip.spot, *say.COLON
    if runs_on or not slip.rest:
        return _not_closed(slip, slip.began)
    return slip.spot, *say.COMMA_MISSING


def _not_closed(slip: _Slip, spot: Spot) -> Found:
    return spot, *say.not_closed(slip.sign(spot))


def _colon(slip: _Slip) -> Found | None:
    if "mapping values are not allowed" not in slip.said:
        return None
    number, column = slip.spot
    line = slip.line(number)
    if not re.fullmatch(r" *(- +)?[\w.-]+", line[: column - 1]):
        return slip.spot, *say.COLON
    # The name of a field became part of the text above it.
    above = next((at for at in range(number - 1, 0, -1) if slip.line(at).strip()), number)
    if no_space := _no_space(slip, above):
        return no_space
    return (number, len(line) - len(line.lstrip()) + 1), *say.TOO_FAR_IN


def _no_space(slip: _Slip, number: int) -> Found | None:
    found = re.match(r" *(?:- +)?[a-z_]+:(?=[^ ])", slip.line(number))
    if not found:
        return None
    return (number, found.end() + 1), *say.NO_SPACE


def _no_colon(slip: _Slip) -> Found | None:
    if "unexpected ':'" in slip.said:
        return (slip.spot[0], slip.spot[1] + 1), *say.NO_SPACE
    if "could not find expected ':'" not in slip.said:
        return None
    return _no_space(slip, slip.began[0]) or (slip.began, *say.NO_NAME)


def _list_beside_name(slip: _Slip) -> Found | None:
    if "block sequence entries are not allowed" not in slip.said:
        return None
    return slip.spot, *say.LIST_BESIDE_NAME


_SIGNS: Final = re.compile(
    "cannot start any token|mapping keys are not allowed"
    "|scanning an? (alias|anchor|tag|block scalar|directive)|parsing a tag"
)


def _sign_in_front(slip: _Slip) -> Found | None:
    if not _SIGNS.search(slip.said):
        return None
    spot = slip.spot if "token" in slip.said else slip.began
    return spot, *say.starts_with(slip.sign(spot))


def _bracket_in_front(slip: _Slip) -> Found | None:
    ended = isinstance(slip.last, yaml.SequenceEndEvent | yaml.MappingEndEvent)
    line, column = slip.last_end
    if not (ended and slip.right_behind and slip.sign((line, column - 1)) in ("]", "}")):
        return None
    if slip.rest[:1] in ("]", "}"):
        return slip.spot, *say.BRACKET_TOO_MANY
    start = re.search(r"[\[{]", slip.line(line))
    return ((line, start.start() + 1), *say.starts_with(start.group())) if start else None


def _nothing_in_front(slip: _Slip) -> Found | None:
    if "node content" not in slip.said or not slip.rest:
        return None
    return slip.spot, *say.missing_before(slip.rest[0])


def _not_lined_up(slip: _Slip) -> Found | None:
    if not re.search("expected (key|'-'|<block end>|<document start>)", slip.said):
        return None
    if "'-'" in slip.said and slip.spot[1] == 1:
        return slip.spot, *say.NOT_MOVED_IN
    an_item = slip.rest.startswith("- ")
    return slip.spot, *(say.ITEM_NOT_LINED_UP if an_item else say.FIELD_NOT_LINED_UP)


def _anything_else(slip: _Slip) -> Found:
    return slip.spot, *say.ANYTHING_ELSE


# The first that fits speaks, so what is surest stands first.
_EXPLANATIONS: Final[tuple[Callable[[_Slip], Found | None], ...]] = (
    _two_versions,
    _strange_space,
    _curly_quote,
    _bullet,
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
