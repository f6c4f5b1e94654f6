"""What Word and web pages leave in a page when words are pasted: signs nobody sees, and bullets."""

import re
from collections.abc import Iterator
from typing import Final

from canllaw.clean_text import HIDDEN
from canllaw.languages import Words
from canllaw.problems import Place, Problem
from canllaw.yaml_words import hidden

# A soft hyphen breaks a word for the search and for the glossary, and shows only at a line's end.
_UNSEEN: Final = re.compile(f"{HIDDEN.pattern}|\N{SOFT HYPHEN}")
_BULLET: Final = re.compile(r"[ \t]*([•●◦▪‣·\uf0b7])[ \t\N{NO-BREAK SPACE}]")


def pasted_in_body(file: str, body: str, first_line: int) -> Iterator[Problem]:
    """Yield each line of a page that holds what only a word processor makes, C653."""
    for number, line in enumerate(body.split("\n"), start=first_line):
        if unseen := _UNSEEN.search(line):
            place = Place(file, number, unseen.start() + 1)
            yield Problem("C653", place, *hidden(unseen.group()))
        elif bullet := _BULLET.match(line):
            yield _bullet(Place(file, number, bullet.start(1) + 1), bullet[1])


def _bullet(place: Place, sign: str) -> Problem:
    return Problem(
        "C653",
        place,
        Words(
            cy=f"Nid yw '{sign}' yn gwneud rhestr: byddai’r llinellau’n rhedeg i’w gilydd.",
            en=f"'{sign}' does not make a list: the lines would run together.",
        ),
        Words(
            cy="Ysgrifennwch '- ' yn ei le, gyda llinell wag cyn y rhestr.",
            en="Write '- ' in its place, with an empty line before the list.",
        ),
    )
