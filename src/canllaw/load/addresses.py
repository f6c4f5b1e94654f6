"""The list of every address ever published: one a line, so that two people can add to it."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from canllaw.addresses import LOCK
from canllaw.languages import Words
from canllaw.model import WORDS
from canllaw.problems import Place, Problem

HEADER: Final = """\
# Pob cyfeiriad a gyhoeddwyd erioed, un i bob llinell. Peidiwch â dileu yr un: mae dolenni atyn nhw
# mewn llythyrau ac ar wefannau eraill. I ychwanegu rhai newydd: canllaw addresses --write
# Every address ever published, one a line. Delete none: letters and other sites link to them.
# To add new ones: canllaw addresses --write
"""
_ADDRESS: Final = re.compile(rf"(?:(?:cy|en)/(?:{WORDS}/)*(?:#[\w.-]+)?|r/{WORDS}/)")


def load_lock(root: Path) -> tuple[dict[str, int], list[Problem]]:
    """Return each address of the list with its line; nothing where there is no list yet."""
    file = root / LOCK
    if not file.is_file():
        return {}, []
    found: dict[str, int] = {}
    problems: list[Problem] = []
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    for number, line in enumerate(lines, start=1):
        address = line.strip().removeprefix("/")  # as every message writes it
        if _ADDRESS.fullmatch(address):
            found.setdefault(address, number)
        elif address and (not address.startswith("# ") or _ADDRESS.fullmatch(address[2:])):
            problems.append(_unreadable(number, address))
    if not found and not problems:
        problems.append(_EMPTY)
    return found, problems


def lock_text(addresses: Iterable[str]) -> str:
    """Return the list as it is kept: in order, each address once, with what it is for on top."""
    return HEADER + "".join(f"{address}\n" for address in sorted(set(addresses)))


_EMPTY: Final = Problem(
    "C638",
    Place(LOCK, 1),
    Words(
        cy="Mae’r rhestr o gyfeiriadau’n wag, felly ni fyddai neb yn sylwi bod un ar goll.",
        en="The list of addresses is empty, so nobody would notice if one were lost.",
    ),
    Words(
        cy=f"Dewch â hi’n ôl: git checkout -- {LOCK}. Os nad oes dim wedi’i gyhoeddi eto, dilëwch "
        "y ffeil.",
        en=f"Bring it back: git checkout -- {LOCK}. If nothing was published yet, delete the file.",
    ),
)


def _unreadable(number: int, line: str) -> Problem:
    return Problem(
        "C638",
        Place(LOCK, number),
        Words(
            cy=f"Nid yw '{line[:60]}' yn gyfeiriad, felly ni all neb ddweud beth oedd yno.",
            en=f"'{line[:60]}' is no address, so nobody can tell what stood there.",
        ),
        Words(
            cy="Ysgrifennwch un cyfeiriad i bob llinell, fel cy/rhieni/#nesaf. Os daeth marciau "
            "<<<<<<< o uno dwy gangen, dilëwch y marciau a chadwch bob cyfeiriad.",
            en="Write one address a line, such as en/parents/#next. If marks like <<<<<<< came "
            "from merging two branches, delete the marks and keep every address.",
        ),
    )
