"""The truth test: the finished site has the pages it must have, and its links lead somewhere."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from canllaw.checks.finished_page import Expected, page_problems, resolve
from canllaw.checks.followed import Finished, read_page
from canllaw.checks.opened_addresses import opened_addresses
from canllaw.checks.safe_pages import safe_page
from canllaw.languages import Words
from canllaw.problems import Place, Problem

# Pages of the site that belong to no language: the root, and the page for lost readers.
SHARED: Final = ("index.html", "404.html")


def check_built_site(
    site: Path,
    site_url: str,
    expected: Sequence[Expected],
    made: Collection[str] = (),
    must_open: Mapping[str, str] = MappingProxyType({}),
) -> list[Problem]:
    """Return what is wrong with the site in the folder `site`, published at `site_url`.

    `made` names the files that no page of docs/ stands behind, `must_open` every address that
    somebody may follow, with what stands there in the end.
    """
    problems: list[Problem] = []
    finished: dict[str, Finished] = {}
    for page in expected:
        file = site / page.address / "index.html"
        if not file.is_file():
            problems.append(_missing(page))
            continue
        tree = LexborHTMLParser(file.read_bytes())
        finished[page.address] = read_page(tree, page.address, Place(page.file))
        problems.extend(page_problems(tree, page, site_url))
    shared = {name: Place(f"theme/{name}") for name in SHARED if (site / name).is_file()}
    shared |= {name: Place(name) for name in made if name.endswith(".html")}
    for name, place in shared.items():
        tree = LexborHTMLParser((site / name).read_bytes())
        address = name if name in SHARED else name.removesuffix("index.html")
        finished[address] = read_page(tree, address, place)
        problems.extend(safe_page(tree, place))
    problems.extend(_strangers(site, expected, shared))
    problems.extend(opened_addresses(site_url, must_open, finished))
    for done in finished.values():
        problems.extend(_links(site, site_url, done, finished))
        problems.extend(_fetches(done, site_url))
    return problems


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


def _strangers(
    site: Path, expected: Sequence[Expected], shared: Collection[str]
) -> Iterator[Problem]:
    known = {f"{page.address}index.html" for page in expected} | {*shared}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if name not in known:
            yield Problem(
                "C701",
                Place(name),
                Words(
                    cy="Mae’r dudalen hon yn y wefan orffenedig, ond nid oes tudalen yn docs/ "
                    "sy’n cyfateb iddi.",
                    en="This page is in the finished site, but no page of docs/ stands behind it.",
                ),
                Words(
                    cy="Efallai fod un iaith yn cael ei dangos yn lle’r llall; ni chafodd ei "
                    "chyhoeddi.",
                    en="It may be one language shown in place of the other; it was not published.",
                ),
            )


def _links(
    site: Path, site_url: str, done: Finished, finished: dict[str, Finished]
) -> Iterator[Problem]:
    for href in sorted(done.links | done.files):
        if _leads_away(href, site_url):
            continue
        address, fragment = resolve(site_url, done.address, href)
        target = finished.get(address) or finished.get(f"{address}index.html")
        known = target is not None or (site / address).is_file()
        if known and not (target and fragment and fragment not in target.ids):
            continue
        if href in done.links:
            message, hint = _leads_nowhere(href, fragment if known else ""), _LINK_TO_PAGES
        else:
            message, hint = _not_there(href), _KEEP_FILES
        yield Problem("C707", done.place, message, hint)


_LINK_TO_PAGES: Final = Words(
    cy="Rhowch ddolen i ffeil .md sy’n bod, ac i id sydd ynddi.",
    en="Link to a .md file that exists, and to an id that stands in it.",
)
_KEEP_FILES: Final = Words(
    cy="Cadwch ffontiau, sgriptiau a delweddau yn theme/assets/ neu docs/.",
    en="Keep fonts, scripts and images in theme/assets/ or docs/.",
)


def _not_there(href: str) -> Words:
    return Words(
        cy=f"Mae’r dudalen orffenedig yn gofyn am '{href}', nad yw yn y wefan.",
        en=f"The finished page asks for '{href}', which is not in the site.",
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


def _fetches(done: Finished, site_url: str) -> Iterator[Problem]:
    for address in sorted(done.fetches):
        if re.match(r"(?:https?:)?//", address) and not address.startswith(site_url):
            yield Problem(
                "C708",
                done.place,
                Words(
                    cy=f"Mae’r dudalen orffenedig yn nôl '{address}' o wefan arall.",
                    en=f"The finished page fetches '{address}' from another site.",
                ),
                _KEEP_FILES,
            )
