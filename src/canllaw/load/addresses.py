"""The list of every address ever published: one a line, so that two people can add to it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from canllaw.addresses import LOCK, OPENED, Listed, line_of
from canllaw.languages import Words
from canllaw.model import WORDS
from canllaw.problems import Place, Problem

HEADER: Final = """\
# Pob cyfeiriad a gyhoeddwyd erioed, un i bob llinell. Peidiwch â dileu yr un: mae dolenni atyn nhw
# mewn llythyrau ac ar wefannau eraill. Wrth gyfeiriad byr, neu dudalen Gymraeg, mae
# cyfeiriad Saesneg yr hyn a agorodd gyntaf. I ychwanegu rhai newydd: canllaw addresses --write
# Every address ever published, one a line. Delete none: letters and other sites link to them.
# Beside a short address, or a Welsh page, stands the English address of what it opened first.
# To add new ones: canllaw addresses --write
"""
_PAGE: Final = rf"/(?:{WORDS}/)*"
_PART: Final = r"#[\w.-]+"
_LINE: Final = re.compile(
    rf"(?:cy|en){_PAGE}(?:{_PART})?|(?:cy{_PAGE}|r/{WORDS}/) -> en{_PAGE}(?:{_PART})?|r/{WORDS}/"
)


def load_lock(root: Path) -> tuple[dict[str, Listed], list[Problem]]:
    """Return each address of the list with its line; nothing where there is no list yet."""
    file = root / LOCK
    if not file.is_file():
        return {}, []
    found, problems = _read(file.read_text(encoding="utf-8-sig", errors="replace"))
    for address, listed in found.items():
        if listed.opened and listed.opened not in found:
            problems.append(_opened_nothing(address, listed))
    if not found and not problems:
        problems.append(_EMPTY)
    return found, problems


def _read(lines: str) -> tuple[dict[str, Listed], list[Problem]]:
    found: dict[str, Listed] = {}
    problems: list[Problem] = []
    for number, text in enumerate(lines.splitlines(), start=1):
        line = text.strip().removeprefix("/")  # as every message writes it
        if _LINE.fullmatch(line):
            address, _, opened = line.partition(OPENED)
            held = found.get(address)
            if held is None or (opened and not held.opened):  # after a merge both may be there
                found[address] = Listed(number, opened)
        elif line and (not line.startswith("# ") or _LINE.fullmatch(line[2:])):
            problems.append(_unreadable(number, line))
    return found, problems


def lock_text(listed: Mapping[str, str]) -> str:
    """Return the list as it is kept: every address in order, with what it opened first where that
    is to be known, and what the list is for on top.
    """
    return HEADER + "".join(f"{line_of(*each)}\n" for each in sorted(listed.items()))


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


def _opened_nothing(address: str, listed: Listed) -> Problem:
    return Problem(
        "C638",
        Place(LOCK, listed.line),
        Words(
            cy=f"Dywedir bod /{address} yn agor /{listed.opened}, nad yw yn y rhestr hon.",
            en=f"/{address} is said to open /{listed.opened}, which is not in this list.",
        ),
        Words(
            cy=f"Dewch â’r llinell yn ôl fel yr oedd: git checkout -- {LOCK}",
            en=f"Bring the line back as it was: git checkout -- {LOCK}",
        ),
    )
