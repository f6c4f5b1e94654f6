"""The macro calls of a page: `{{ name("argument") }}`, and nothing else of a template language.

Pages come from strangers and are written by people who do not program: a page can only call
macros, with arguments in quotation marks. What macros may do is in the sandbox.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from canllaw.languages import Words
from canllaw.model import MacroCall, Page
from canllaw.problems import Problem

_CALL: Final = re.compile(r"\{\{\s*(?P<name>[a-z_]+)\((?P<arguments>[^{}()]*)\)\s*\}\}")
_ARGUMENT: Final = re.compile(r'\s*(?:"([^"\n]*)"|\'([^\'\n]*)\')\s*(?:,|$)')
# The last is the mark of a block, which only the renderer may write.
_OTHER_CODE: Final = re.compile(r"\{\{|\}\}|\{%|%\}|<!--canllaw")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page: prose to pass on, or a call to make."""

    prose: str = ""
    call: MacroCall | None = None


def split_page(page: Page) -> tuple[list[Piece], list[Problem]]:
    """Split a page into prose and calls, with a problem for everything that looks like code."""
    pieces: list[Piece] = []
    problems: list[Problem] = []
    lines = _LineCounter(page)
    end = 0
    for found in _CALL.finditer(page.body):
        pieces.append(Piece(prose=page.body[end : found.start()]))
        line, column = lines.at(found.start())
        arguments = _arguments(found["arguments"])
        if arguments is None:
            problems.append(_unreadable(page, line, column))
        else:
            pieces.append(Piece(call=MacroCall(found["name"], arguments, line, column)))
        end = found.end()
    pieces.append(Piece(prose=page.body[end:]))
    problems.extend(_other_code(page))
    return pieces, problems


def _arguments(text: str) -> tuple[str, ...] | None:
    found: list[str] = []
    position = 0
    while position < len(text.rstrip()):
        argument = _ARGUMENT.match(text, position)
        if not argument:
            return None
        found.append(argument[1] if argument[1] is not None else argument[2])
        position = argument.end()
    return tuple(found)


def _other_code(page: Page) -> Iterator[Problem]:
    prose = _CALL.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), page.body)
    for number, line in enumerate(prose.split("\n"), start=page.body_line):
        found = _OTHER_CODE.search(line)
        if found:
            yield _unreadable(page, number, found.start() + 1)


def _unreadable(page: Page, line: int, column: int) -> Problem:
    return Problem(
        "C604",
        page.place(line, column),
        Words(
            cy="Ni ellir darllen y macro yma.",
            en="The macro call here cannot be read.",
        ),
        Words(
            cy="Ysgrifennwch ef ar un llinell, gyda’r ddau bâr o gromfachau a dyfynodau syth: "
            '{{ deadline("deadline.school-decision") }}',
            en="Write it on one line, with both pairs of brackets and straight quotation marks: "
            '{{ deadline("deadline.school-decision") }}',
        ),
    )


class _LineCounter:
    """Turns growing positions in a page into lines and columns of its file."""

    def __init__(self, page: Page) -> None:
        self._body = page.body
        self._line = page.body_line
        self._position = 0

    def at(self, position: int) -> tuple[int, int]:
        self._line += self._body.count("\n", self._position, position)
        self._position = position
        return self._line, position - self._body.rfind("\n", 0, position)
