"""The truth test: the finished site has the pages it must have, and its links lead somewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from canllaw.checks.finished_page import Expected, page_problems, resolve, values
from canllaw.languages import Words
from canllaw.problems import Place, Problem

# Pages of the site that belong to no language: the root, and the page for lost readers.
SHARED: Final = ("index.html", "404.html")

_FETCHES: Final = (
    ("script[src]", "src"),
    ("link[rel=stylesheet]", "href"),
    ("link[rel=preload]", "href"),
    ("link[rel=preconnect]", "href"),
    ("link[rel=icon]", "href"),
    ("img[src]", "src"),
    ("iframe[src]", "src"),
    ("source[src]", "src"),
)


@dataclass(frozen=True, slots=True)
class _Finished:
    """What is kept of a finished page: the ids in it, where it leads, and what it fetches."""

    address: str
    place: Place
    ids: frozenset[str]
    links: frozenset[str]
    fetches: frozenset[str]


def check_built_site(site: Path, site_url: str, expected: Sequence[Expected]) -> list[Problem]:
    """Return what is wrong with the site in the folder `site`, published at `site_url`."""
    problems: list[Problem] = []
    finished: dict[str, _Finished] = {}
    for page in expected:
        file = site / page.address / "index.html"
        if not file.is_file():
            problems.append(_missing(page))
            continue
        tree = LexborHTMLParser(file.read_bytes())
        finished[page.address] = _read(tree, page.address, Place(page.file))
        problems.extend(page_problems(tree, page, site_url))
    for name in SHARED:
        if (site / name).is_file():
            tree = LexborHTMLParser((site / name).read_bytes())
            finished[name] = _read(tree, name, Place(f"theme/{name}"))
    problems.extend(_strangers(site, expected))
    for done in finished.values():
        problems.extend(_links(site, site_url, done, finished))
        problems.extend(_fetches(done, site_url))
    return problems


def _read(tree: LexborHTMLParser, address: str, place: Place) -> _Finished:
    return _Finished(
        address,
        place,
        frozenset(values(tree, "[id]", "id")),
        frozenset(values(tree, "a[href]", "href")),
        frozenset(value for selector, name in _FETCHES for value in values(tree, selector, name)),
    )


def _missing(page: Expected) -> Problem:
    return Problem(
        "C701",
        Place(page.file),
        Words(
            cy=f"Nid yw’r dudalen hon yn y wefan orffenedig, yn /{page.address}.",
            en=f"This page is not in the finished site at /{page.address}.",
        ),
        Words(
            cy="Edrychwch uchod am y rheswm; ni chafodd y wefan ei chyhoeddi.",
            en="Look above for the reason; the site was not published.",
        ),
    )


def _strangers(site: Path, expected: Sequence[Expected]) -> Iterator[Problem]:
    known = {f"{page.address}index.html" for page in expected} | set(SHARED)
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if name not in known:
            yield Problem(
                "C701",
                Place(name),
                Words(
                    cy="Mae’r dudalen hon yn y wefan orffenedig, ond nid oes tudalen yn docs/ y tu "
                    "ôl iddi.",
                    en="This page is in the finished site, but no page of docs/ stands behind it.",
                ),
                Words(
                    cy="Efallai fod un iaith yn cael ei dangos yn lle’r llall; ni chafodd ei "
                    "chyhoeddi.",
                    en="It may be one language shown in place of the other; it was not published.",
                ),
            )


def _links(
    site: Path, site_url: str, done: _Finished, finished: dict[str, _Finished]
) -> Iterator[Problem]:
    for href in sorted(done.links):
        if _leads_away(href, site_url):
            continue
        address, fragment = resolve(site_url, done.address, href)
        target = finished.get(address) or finished.get(f"{address}index.html")
        known = target is not None or (site / address).is_file()
        if not known or (target and fragment and fragment not in target.ids):
            yield Problem(
                "C707",
                done.place,
                _leads_nowhere(href, fragment if known else ""),
                Words(
                    cy="Rhowch ddolen i ffeil .md sy’n bod, ac i id sydd ynddi.",
                    en="Link to a .md file that exists, and to an id that stands in it.",
                ),
            )


def _leads_nowhere(href: str, fragment: str) -> Words:
    if not fragment:
        return Words(
            cy=f"Nid yw’r ddolen '{href}' yn arwain i unman.",
            en=f"The link '{href}' leads nowhere.",
        )
    return Words(
        cy=f"Nid yw’r ddolen '{href}' yn arwain i unman: nid oes adran '{fragment}'.",
        en=f"The link '{href}' leads nowhere: there is no section '{fragment}'.",
    )


def _leads_away(href: str, site_url: str) -> bool:
    full = bool(urlsplit(href).scheme) or href.startswith("//")
    return full and not href.startswith(site_url)


def _fetches(done: _Finished, site_url: str) -> Iterator[Problem]:
    for address in sorted(done.fetches):
        if re.match(r"(?:https?:)?//", address) and not address.startswith(site_url):
            yield Problem(
                "C708",
                done.place,
                Words(
                    cy=f"Mae’r dudalen orffenedig yn nôl '{address}' o wefan arall.",
                    en=f"The finished page fetches '{address}' from another site.",
                ),
                Words(
                    cy="Cadwch ffontiau, sgriptiau a delweddau yn theme/assets/ neu docs/.",
                    en="Keep fonts, scripts and images in theme/assets/ or docs/.",
                ),
            )
