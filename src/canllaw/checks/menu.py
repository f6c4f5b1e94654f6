"""The menu and the pages: neither names what the other does not have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from typing import Final

from canllaw.languages import Words, joined
from canllaw.model import WORDS, Page, PageKey
from canllaw.problems import Place, Problem, nearest

# A page of any other name is to be renamed first.
_NAME: Final = re.compile(rf"(?:{WORDS}/)*{WORDS}\.md")


def menu_of_pages(
    menu: tuple[Mapping[str, Place], Iterable[str]] | None, pages: Mapping[PageKey, Page]
) -> Iterator[Problem]:
    """Every page of the menu is there, and every page is in the menu or left out on purpose; where
    there is no menu, every page is in it.
    """
    if menu is None:
        return
    places, left_out = menu
    files: dict[str, str] = {}
    for page in pages.values():
        files.setdefault(page.path, page.file)
    for path, place in places.items():
        if path not in files:
            yield _no_page(path, place, nearest(path, files.keys() - places.keys()))
    for path, file in files.items():
        # A pattern without a folder means a page of that name in any folder.
        names = (path, path.rpartition("/")[2])
        hidden = any(fnmatch(name, pattern) for name in names for pattern in left_out)
        if path not in places and not hidden and _NAME.fullmatch(path):
            yield _not_in_menu(path, file)


def _no_page(path: str, place: Place, meant: Words) -> Problem:
    return Problem(
        "C618",
        place,
        Words(
            cy=f"Mae’r ddewislen yn enwi '{path}', ond nid oes tudalen o’r enw hwnnw.",
            en=f"The menu names '{path}', but there is no such page.",
        ),
        joined(
            meant,
            Words(
                cy="Os yw’r dudalen wedi mynd, dilëwch y llinell hon. Os cafodd ei hailenwi, "
                "ysgrifennwch ei henw newydd yma.",
                en="If the page is gone, delete this line. If it was renamed, write its new name "
                "here.",
            ),
        ),
    )


def _not_in_menu(path: str, file: str) -> Problem:
    return Problem(
        "C618",
        Place(file),
        Words(
            cy="Nid yw’r dudalen hon yn y ddewislen, felly ni fyddai neb yn dod o hyd iddi ond "
            "drwy ddolen neu drwy chwilio.",
            en="This page is not in the menu, so nobody would find it but by a link or the search.",
        ),
        Words(
            cy=f"Ysgrifennwch '- {path}' o dan 'nav' yn mkdocs.yml, yn y man lle mae’n perthyn.",
            en=f"Write '- {path}' below 'nav' in mkdocs.yml, at the place where it belongs.",
        ),
    )
