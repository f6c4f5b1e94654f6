"""What may be read: files of the project itself, of the kinds that belong there, not too many."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from canllaw.languages import LANGUAGES, Words
from canllaw.model import WORDS
from canllaw.problems import Place, Problem

# Every folder that is read or published; `content` and `docs` are anybody's to propose.
_FOLDERS: Final = ("content", "docs", "macros", "theme")
_BESIDE_PAGES: Final = frozenset({".md", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf"})

# The names of pages and their folders become addresses.
_PAGE: Final = re.compile(rf"(?:{WORDS}/)+{WORDS}\.md")

MAX_PAGE_BYTES: Final = 200_000
MAX_LINE: Final = 5_000


def leads_outside(root: Path, file: Path) -> bool:
    """Whether `file`, or a folder above it, is a link that leads out of the project."""
    return not file.resolve().is_relative_to(root.resolve())


def strange_files(root: Path) -> Iterator[Problem]:
    """Nothing in the project is a link to something outside, and docs/ holds pages and pictures,
    whose pages have names that can be addresses.
    """
    for folder in _FOLDERS:
        for file in (root / folder, *sorted((root / folder).rglob("*"))):
            if file.is_symlink() and leads_outside(root, file):
                yield Problem("C107", Place(file.relative_to(root).as_posix()), *_LINK)
    for file in sorted((root / "docs").rglob("*")):
        path = file.relative_to(root / "docs")
        if not file.is_file() or file.name.startswith("."):
            continue
        if path.parts[0] not in LANGUAGES or file.suffix.lower() not in _BESIDE_PAGES:
            yield Problem("C652", Place(f"docs/{path.as_posix()}"), *_strange(file.suffix))
        elif file.suffix.lower() == ".md" and not _PAGE.fullmatch(path.as_posix()):
            yield Problem("C652", Place(f"docs/{path.as_posix()}"), *_badly_named(path))


def too_long(raw: bytes) -> tuple[Words, Words] | None:
    """Return what is wrong with the size of a page, or nothing."""
    if len(raw) > MAX_PAGE_BYTES:
        return (
            Words(
                cy=f"Mae’r dudalen hon yn hwy na {MAX_PAGE_BYTES // 1000} kB.",
                en=f"This page is longer than {MAX_PAGE_BYTES // 1000} kB.",
            ),
            Words(cy="Rhannwch hi’n sawl tudalen.", en="Split it into several pages."),
        )
    if max(map(len, raw.decode(errors="replace").split("\n"))) > MAX_LINE:
        return (
            Words(
                cy=f"Mae llinell ar y dudalen hon yn hwy na {MAX_LINE} o lythrennau.",
                en=f"A line of this page is longer than {MAX_LINE} letters.",
            ),
            Words(
                cy="Rhannwch hi’n baragraffau, gyda llinell wag rhyngddynt.",
                en="Split it into paragraphs, with an empty line between them.",
            ),
        )
    return None


_LINK: Final = (
    Words(
        cy="Dolen i rywle y tu allan i’r prosiect yw hon, felly gallai ffeil nad yw’n rhan ohono "
        "gael ei chyhoeddi.",
        en="This is a link to somewhere outside the project, so a file that is no part of it could "
        "be published.",
    ),
    Words(
        cy="Dilëwch y ddolen, a rhowch y ffeil ei hun yma os yw’n perthyn yma.",
        en="Delete the link, and put the file itself here if it belongs here.",
    ),
)


def _badly_named(path: Path) -> tuple[Words, Words]:
    name = "/".join(_plain(part) for part in path.with_suffix("").parts)
    example = "" if "//" in f"{name}/" else f": docs/{name}.md"
    return (
        Words(
            cy="Daw cyfeiriad y dudalen o’r enw hwn, ond byddai llythrennau fel y rhain yn mynd "
            "ar goll wrth ei gopïo neu ei ddweud.",
            en="The address of the page is made of this name, but letters like these are lost when "
            "it is copied or said.",
        ),
        Words(
            cy=f"Enwch bob ffeil a ffolder â llythrennau bach a i z, rhifau a chysylltnodau, yr un "
            f"fath ar y ddwy ochr{example}.",
            en=f"Name each file and folder with small letters a to z, numbers and hyphens, the "
            f"same on both sides{example}.",
        ),
    )


def _plain(part: str) -> str:
    """Return the name of a file as it may stand in an address; blank if nothing is left of it."""
    letters = unicodedata.normalize("NFKD", part.lower()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")


def _strange(suffix: str) -> tuple[Words, Words]:
    return (
        Words(
            cy=f"Byddai ffeil '{suffix}' yn docs/ yn cael ei chyhoeddi fel y mae, heb ei gwirio.",
            en=f"A '{suffix}' file in docs/ would be published as it is, unchecked.",
        ),
        Words(
            cy="Dim ond tudalennau (.md), lluniau a .pdf a gaiff fod yn docs/cy/ a docs/en/. Mae "
            "sgriptiau ac arddull yn theme/.",
            en="Only pages (.md), pictures and .pdf stand in docs/cy/ and docs/en/. Scripts and "
            "styles are in theme/.",
        ),
    )
