"""The truth test: what the finished HTML really says, page by page."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from canllaw.languages import LANGUAGES, Language, counterpart
from canllaw.model import KINDS
from canllaw.problems import Place, Problem

# Pages of the site that belong to no language: the root, and the page for lost readers.
SHARED: Final = ("index.html", "404.html")

_LEFT_OVER: Final = re.compile(
    r"\{\{|\{%|\{//|<!--canllaw|(?<![\w#/.])(?:"
    + "|".join(KINDS)
    + r")\.[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-]|\.\w)"
)
# Where a link leads that climbs above the folder the site is published in.
_OUTSIDE: Final = ".."
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
class Expected:
    """What a finished page must be: the file it was written in, its addresses, its section ids."""

    file: str
    language: Language
    path: str
    address: str
    counterpart: str
    sections: tuple[str, ...]

    @property
    def stamp(self) -> str:
        """The mark that canllaw leaves in a page it rendered."""
        return f"{self.language}:{self.path}"


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
        problems.extend(_page_problems(tree, page, site_url))
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
        frozenset(_values(tree, "[id]", "id")),
        frozenset(_values(tree, "a[href]", "href")),
        frozenset(value for selector, name in _FETCHES for value in _values(tree, selector, name)),
    )


def _values(tree: LexborHTMLParser, selector: str, name: str) -> list[str]:
    return [node.attributes.get(name) or "" for node in tree.css(selector)]


def _missing(page: Expected) -> Problem:
    return Problem(
        "C701",
        Place(page.file),
        f"This page is not in the finished site at /{page.address}.",
        "Look above for the reason; the site was not published.",
    )


def _strangers(site: Path, expected: Sequence[Expected]) -> Iterator[Problem]:
    known = {f"{page.address}index.html" for page in expected} | set(SHARED)
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if name not in known:
            yield Problem(
                "C701",
                Place(name),
                "This page is in the finished site, but no page of docs/ stands behind it.",
                "It may be one language shown in place of the other; it was not published.",
            )


def _page_problems(tree: LexborHTMLParser, page: Expected, site_url: str) -> Iterator[Problem]:
    yield from _stamp(tree, page)
    yield from _left_over(tree, page)
    yield from _language(tree, page)
    yield from _switch(tree, page, site_url)
    yield from _for_search_engines(tree, page, site_url)
    yield from _one_heading(tree, page)
    yield from _sections(tree, page)


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "") if node else ""


def _stamp(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    if _attribute(tree, "meta[name=canllaw]", "content") != page.stamp:
        yield Problem(
            "C701",
            Place(page.file),
            "The finished page does not carry the mark of canllaw, so its facts may be unshown.",
            "Build with the plugin `canllaw` in mkdocs.yml and the theme in theme/.",
        )


def _left_over(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    main = tree.css_first("main")
    words = main.text(separator=" ") if main else ""
    found = _LEFT_OVER.search(f"{words} {_attribute(tree, 'meta[name=description]', 'content')}")
    if found:
        yield Problem(
            "C702",
            Place(page.file),
            f"'{found[0]}' is left in the finished page, where a reader would see it.",
            "Put the macro call on a line of its own, or mend its brackets.",
        )


def _language(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    found = _attribute(tree, "html", "lang")
    if found != page.language:
        yield Problem(
            "C703",
            Place(page.file),
            f"The finished page says it is in '{found}', but it is in '{page.language}'.",
            "Look at the languages in mkdocs.yml.",
        )


def _switch(tree: LexborHTMLParser, page: Expected, site_url: str) -> Iterator[Problem]:
    other = counterpart(page.language)
    links = tree.css(f"a.language-switch[hreflang={other}]")
    hrefs = {node.attributes.get("href") or "" for node in links}
    if {_resolve(site_url, page.address, href) for href in hrefs} != {(page.counterpart, "")}:
        yield Problem(
            "C704",
            Place(page.file),
            f"The language switch leads to {_in_words(hrefs)}, not to /{page.counterpart}.",
            "The switch must open the same page in the other language.",
        )
    elif any(node.attributes.get("lang") != other for node in links):
        yield Problem(
            "C704",
            Place(page.file),
            "The language switch does not say which language its own words are in.",
            'Its link needs lang and hreflang: <a lang="cy" hreflang="cy">Cymraeg</a>.',
        )


def _in_words(hrefs: set[str]) -> str:
    return ", ".join(f"'{href}'" for href in sorted(hrefs)) or "nothing"


def _for_search_engines(tree: LexborHTMLParser, page: Expected, site_url: str) -> Iterator[Problem]:
    addresses = {page.language: page.address, counterpart(page.language): page.counterpart}
    wanted = {language: site_url + addresses[language] for language in LANGUAGES}
    links = tree.css("link[rel~=alternate][hreflang]")
    found = {node.attributes["hreflang"]: node.attributes.get("href") for node in links}
    found.pop("x-default", None)
    if found != wanted:
        yield Problem(
            "C705",
            Place(page.file),
            f"The finished page names the addresses {found}, not {wanted}.",
            "Each language needs one full address; look at `site_url` in mkdocs.yml.",
        )
    if _attribute(tree, "link[rel=canonical]", "href") != wanted[page.language]:
        yield Problem(
            "C705",
            Place(page.file),
            "The finished page does not name its own address as the canonical one.",
            "Look at `site_url` in mkdocs.yml.",
        )


def _one_heading(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    count = len(tree.css("h1"))
    if count != 1:
        yield Problem(
            "C706",
            Place(page.file),
            f"The finished page has {count} main headings; it needs exactly one.",
            "Keep one '# ' heading and use '## ' below it.",
        )


def _sections(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    counts = Counter(_values(tree, "[id]", "id"))
    for section in page.sections:
        if not counts[section]:
            yield Problem(
                "C709",
                Place(page.file),
                f"The section id '{section}' is not in the finished page; links to it would break.",
                "Leave an empty line before and after the heading.",
            )
    for name, count in counts.items():
        if count > 1:
            yield Problem(
                "C709",
                Place(page.file),
                f"The id '{name}' stands {count} times in the finished page.",
                "Give each heading an id of its own.",
            )


def _links(
    site: Path, site_url: str, done: _Finished, finished: dict[str, _Finished]
) -> Iterator[Problem]:
    for href in sorted(done.links):
        if _leads_away(href, site_url):
            continue
        address, fragment = _resolve(site_url, done.address, href)
        target = finished.get(address) or finished.get(f"{address}index.html")
        known = target is not None or (site / address).is_file()
        if not known or (target and fragment and fragment not in target.ids):
            yield Problem(
                "C707",
                done.place,
                f"The link '{href}' leads nowhere"
                + (f": there is no section '{fragment}'." if known else "."),
                "Link to a .md file that exists, and to an id that stands in it.",
            )


def _leads_away(href: str, site_url: str) -> bool:
    full = bool(urlsplit(href).scheme) or href.startswith("//")
    return full and not href.startswith(site_url)


def _resolve(site_url: str, address: str, href: str) -> tuple[str, str]:
    """Return the address and the fragment that `href` leads to from the page at `address`."""
    parts = urlsplit(href)
    if not parts.path:
        return address, unquote(parts.fragment)
    base = urlsplit(site_url).path
    folder = posixpath.dirname(base + address)
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if parts.path.endswith("/") or "." not in posixpath.basename(path):
        path = f"{path.rstrip('/')}/"
    inside = path.removeprefix(base) if path.startswith(base) else _OUTSIDE
    return inside, unquote(parts.fragment)


def _fetches(done: _Finished, site_url: str) -> Iterator[Problem]:
    for address in sorted(done.fetches):
        if re.match(r"(?:https?:)?//", address) and not address.startswith(site_url):
            yield Problem(
                "C708",
                done.place,
                f"The finished page fetches '{address}' from another site.",
                "Keep fonts, scripts and images in theme/assets/ or docs/.",
            )
