"""The places that `canllaw new` leaves for a person to fill in, and what is said of one left."""

from collections.abc import Iterator
from typing import Final

from canllaw.languages import Words
from canllaw.problems import Place, Problem, quoted
from canllaw.strict_yaml import Node

MARK: Final = "✍"
"""What starts a placeholder: on no keyboard, so nobody types it by accident."""


def left_in(path: str, node: Node) -> Iterator[Problem]:
    """Yield each placeholder in a tree, C312."""
    inside = node.value.values() if isinstance(node.value, dict) else node.value
    if isinstance(inside, str) and MARK in inside:
        yield _problem(Place(path, *node.spot), inside)
    elif inside is not None and not isinstance(inside, str):
        for each in inside:
            yield from left_in(path, each)


def left_in_fields(path: str, node: Node) -> Iterator[Problem]:
    """Yield each placeholder in a file that is a group of fields, C312."""
    if isinstance(node.value, dict):
        yield from left_in(path, node)


def left_in_body(file: str, body: str, first_line: int) -> Iterator[Problem]:
    """Yield each line of a page that has a placeholder, C312."""
    for number, line in enumerate(body.split("\n"), start=first_line):
        if MARK in line:
            yield _problem(Place(file, number, line.index(MARK) + 1), line)


def _problem(place: Place, text: str) -> Problem:
    shown = quoted(text[text.index(MARK) :])
    return Problem(
        "C312",
        place,
        Words(
            cy=f"Nid oes neb wedi llenwi’r lle hwn eto: {shown}",
            en=f"Nobody has filled in this place yet: {shown}",
        ),
        Words(
            cy=f"Ysgrifennwch yr hyn y mae’n gofyn amdano yn lle’r cyfan sydd ar ôl {MARK}, a "
            f"dilëwch y {MARK}.",
            en=f"Write what it asks for in place of all that follows {MARK}, and delete the "
            f"{MARK}.",
        ),
    )
