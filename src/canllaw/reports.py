"""Problems as a person, a program or a pull request reads them."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Final

from canllaw.languages import Language, Words, joined
from canllaw.problems import Problem

MOST: Final = 50
"""How many problems of one file are worth reading at once."""


def as_text(problems: Iterable[Problem], language: Language) -> str:
    """Return one block a problem: `path:line:column id message`, and the hint below it.

    Of a file with very many, such as one that is not what its name says, the first are shown.
    """
    blocks: list[str] = []
    for path, found in groupby(problems, key=lambda problem: problem.place.path):
        ours = list(found)
        blocks += (_block(problem, language) for problem in ours[:MOST])
        if len(ours) > MOST:
            blocks.append(f"{path}: {_more(len(ours) - MOST).in_(language)}")
    return "\n".join(blocks)


def _more(number: int) -> Words:
    return Words(
        cy=f"a {number} arall yn y ffeil hon. Cywirwch y rhain yn gyntaf.",
        en=f"and {number} more in this file. Mend these first.",
    )


def _block(problem: Problem, language: Language) -> str:
    first = f"{problem.place} {problem.id} {problem.message.in_(language)}"
    hint = problem.hint.in_(language)
    return f"{first}\n    {hint}" if hint else first


def as_json(problems: Iterable[Problem], _language: Language) -> str:
    """Return a JSON list with one object a problem, which speaks both languages."""
    return json.dumps(
        [
            {
                "id": problem.id,
                "severity": problem.severity.value,
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": asdict(problem.message),
                "hint": asdict(problem.hint),
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


# The names GitHub gives to how much an annotation weighs.
_LEVELS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(problems: Iterable[Problem], language: Language) -> str:
    """Return workflow commands that make GitHub show each problem at its line."""
    return "\n".join(
        f"::{_LEVELS[problem.severity]} file={_property(problem.place.path)}"
        f",line={problem.place.line},col={problem.place.column}"
        f",title={_property(problem.id)}::"
        + _data(joined(problem.message, problem.hint).in_(language))
        for problem in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTS: Final[Mapping[str, Callable[[Iterable[Problem], Language], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
