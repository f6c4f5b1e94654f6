"""Problems as a person, a program or a pull request reads them."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from canllaw.languages import Language, Words
from canllaw.problems import Problem


def _say(words: Words | str, language: Language = "en") -> str:
    return words.in_(language) if isinstance(words, Words) else words


def as_text(problems: Iterable[Problem]) -> str:
    """Return one block a problem: `path:line:column id message`, and the hint below it."""
    return "\n".join(_block(problem) for problem in problems)


def _block(problem: Problem) -> str:
    first = f"{problem.place} {problem.id} {_say(problem.message)}"
    hint = _say(problem.hint)
    return f"{first}\n    {hint}" if hint else first


def as_json(problems: Iterable[Problem]) -> str:
    """Return a JSON list with one object a problem."""
    return json.dumps(
        [
            {
                "id": problem.id,
                "severity": problem.severity.value,
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": _say(problem.message),
                "hint": _say(problem.hint),
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


# The names GitHub gives to how much an annotation weighs.
_LEVELS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(problems: Iterable[Problem]) -> str:
    """Return workflow commands that make GitHub show each problem at its line."""
    return "\n".join(
        f"::{_LEVELS[problem.severity]} file={_property(problem.place.path)}"
        f",line={problem.place.line},col={problem.place.column}"
        f",title={_property(problem.id)}::"
        + _data(f"{_say(problem.message)} {_say(problem.hint)}".strip())
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTS: Final[Mapping[str, Callable[[Iterable[Problem]], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
