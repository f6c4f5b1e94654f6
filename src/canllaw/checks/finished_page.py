"""The truth test of one finished page: made by canllaw, in its language, whole and linked."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from canllaw.checks.raw_html import active_content
from canllaw.checks.safe_pages import safe_page
from canllaw.languages import LANGUAGES, Language, Words, counterpart, same
from canllaw.model import KINDS
from canllaw.problems import Place, Problem

_LEFT_OVER: Final = re.compile(
    r"\{\{|\{%|\{//|<!--canllaw|(?<![\w#/.])(?:"
    + "|".join(KINDS)
    + r")\.[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-]|\.\w)"
)
# Where a link leads that climbs above the folder the site is published in.
_OUTSIDE: Final = ".."


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


def page_problems(tree: LexborHTMLParser, page: Expected, site_url: str) -> Iterator[Problem]:
    """Yield what is wrong with one finished page of the site published at `site_url`."""
    yield from _stamp(tree, page)
    yield from _left_over(tree, page)
    yield from _language(tree, page)
    yield from _switch(tree, page, site_url)
    yield from _for_search_engines(tree, page, site_url)
    yield from _one_heading(tree, page)
    yield from _sections(tree, page)
    yield from safe_page(tree, Place(page.file))
    yield from active_content(tree, page.file)


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "") if node else ""


def _stamp(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    if _attribute(tree, "meta[name=canllaw]", "content") != page.stamp:
        yield Problem(
            "C701",
            Place(page.file),
            Words(
                cy="Nid oes marc canllaw ar y dudalen orffenedig, felly efallai nad yw’n dangos ei "
                "ffeithiau.",
                en="The finished page does not carry the mark of canllaw, so its facts may be "
                "unshown.",
            ),
            Words(
                cy="Adeiladwch gyda’r ategyn `canllaw` yn mkdocs.yml a’r thema yn theme/.",
                en="Build with the plugin `canllaw` in mkdocs.yml and the theme in theme/.",
            ),
        )


def _left_over(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    main = tree.css_first("main")
    words = main.text(separator=" ") if main else ""
    found = _LEFT_OVER.search(f"{words} {_attribute(tree, 'meta[name=description]', 'content')}")
    if found:
        yield Problem(
            "C702",
            Place(page.file),
            Words(
                cy=f"Mae '{found[0]}' ar ôl yn y dudalen orffenedig, lle byddai darllenydd yn ei "
                "weld.",
                en=f"'{found[0]}' is left in the finished page, where a reader would see it.",
            ),
            Words(
                cy="Rhowch y macro ar ei linell ei hun, neu cywirwch ei gromfachau.",
                en="Put the macro call on a line of its own, or mend its brackets.",
            ),
        )


def _language(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    found = _attribute(tree, "html", "lang")
    if found != page.language:
        yield Problem(
            "C703",
            Place(page.file),
            Words(
                cy=f"Mae’r dudalen orffenedig yn dweud mai '{found}' yw ei hiaith, ond "
                f"'{page.language}' yw hi.",
                en=f"The finished page says it is in '{found}', but it is in '{page.language}'.",
            ),
            Words(
                cy="Edrychwch ar yr ieithoedd yn mkdocs.yml.",
                en="Look at the languages in mkdocs.yml.",
            ),
        )


def _switch(tree: LexborHTMLParser, page: Expected, site_url: str) -> Iterator[Problem]:
    other = counterpart(page.language)
    links = tree.css(f"a.language-switch[hreflang={other}]")
    hrefs = {node.attributes.get("href") or "" for node in links}
    if {resolve(site_url, page.address, href) for href in hrefs} != {(page.counterpart, "")}:
        yield Problem(
            "C704",
            Place(page.file),
            Words(
                cy=f"Dylai’r ddolen i’r iaith arall arwain at /{page.counterpart}, ond "
                f"{_in_words(hrefs).cy}.",
                en=f"The language switch leads to {_in_words(hrefs).en}, not to "
                f"/{page.counterpart}.",
            ),
            Words(
                cy="Rhaid iddi agor yr un dudalen yn yr iaith arall.",
                en="The switch must open the same page in the other language.",
            ),
        )
    elif any(node.attributes.get("lang") != other for node in links):
        yield Problem(
            "C704",
            Place(page.file),
            Words(
                cy="Nid yw’r ddolen i’r iaith arall yn dweud ym mha iaith y mae ei geiriau ei hun.",
                en="The language switch does not say which language its own words are in.",
            ),
            Words(
                cy='Mae angen lang a hreflang arni: <a lang="cy" hreflang="cy">Cymraeg</a>.',
                en='Its link needs lang and hreflang: <a lang="cy" hreflang="cy">Cymraeg</a>.',
            ),
        )


def _in_words(hrefs: set[str]) -> Words:
    if not hrefs:
        return Words(cy="nid yw’n arwain i unman", en="nothing")
    quoted = ", ".join(f"'{href}'" for href in sorted(hrefs))
    return Words(cy=f"mae’n arwain at {quoted}", en=quoted)


def _for_search_engines(tree: LexborHTMLParser, page: Expected, site_url: str) -> Iterator[Problem]:
    addresses = {page.language: page.address, counterpart(page.language): page.counterpart}
    wanted: dict[str, str] = {language: site_url + addresses[language] for language in LANGUAGES}
    links = tree.css("link[rel~=alternate][hreflang]")
    found = {node.attributes["hreflang"] or "": node.attributes.get("href") or "" for node in links}
    found.pop("x-default", None)
    if found != wanted:
        yield Problem(
            "C705",
            Place(page.file),
            Words(
                cy=f"Cyfeiriadau’r dudalen orffenedig yw {_listed(found).cy}, nid "
                f"{_listed(wanted).cy}.",
                en=f"The finished page names the addresses {_listed(found).en}, not "
                f"{_listed(wanted).en}.",
            ),
            Words(
                cy="Mae angen un cyfeiriad llawn ar bob iaith; edrychwch ar `site_url` yn "
                "mkdocs.yml.",
                en="Each language needs one full address; look at `site_url` in mkdocs.yml.",
            ),
        )
    if _attribute(tree, "link[rel=canonical]", "href") != wanted[page.language]:
        yield Problem(
            "C705",
            Place(page.file),
            Words(
                cy="Nid yw’r dudalen orffenedig yn enwi ei chyfeiriad ei hun fel y prif gyfeiriad.",
                en="The finished page does not name its own address as the canonical one.",
            ),
            Words(
                cy="Edrychwch ar `site_url` yn mkdocs.yml.", en="Look at `site_url` in mkdocs.yml."
            ),
        )


def _listed(addresses: Mapping[str, str]) -> Words:
    if not addresses:
        return Words(cy="dim", en="none")
    return same(", ".join(f"{side} '{address}'" for side, address in sorted(addresses.items())))


def _one_heading(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    count = len(tree.css("h1"))
    if count != 1:
        yield Problem(
            "C706",
            Place(page.file),
            Words(
                cy=f"Mae gan y dudalen orffenedig {count} o brif benawdau; un yn union sydd ei "
                "angen.",
                en=f"The finished page has {count} main headings; it needs exactly one.",
            ),
            Words(
                cy="Cadwch un pennawd '# ' a defnyddiwch '## ' oddi tano.",
                en="Keep one '# ' heading and use '## ' below it.",
            ),
        )


def _sections(tree: LexborHTMLParser, page: Expected) -> Iterator[Problem]:
    counts = Counter(values(tree, "[id]", "id"))
    for section in page.sections:
        if not counts[section]:
            yield Problem(
                "C709",
                Place(page.file),
                Words(
                    cy=f"Nid yw id yr adran '{section}' yn y dudalen orffenedig; byddai dolenni "
                    "iddi’n torri.",
                    en=f"The section id '{section}' is not in the finished page; links to it would "
                    "break.",
                ),
                Words(
                    cy="Gadewch linell wag o flaen y pennawd ac ar ei ôl.",
                    en="Leave an empty line before and after the heading.",
                ),
            )
    for name, count in counts.items():
        if count > 1:
            yield Problem(
                "C709",
                Place(page.file),
                Words(
                    cy=f"Mae’r id '{name}' yn y dudalen orffenedig {count} o weithiau.",
                    en=f"The id '{name}' stands {count} times in the finished page.",
                ),
                Words(
                    cy="Rhowch ei id ei hun i bob pennawd.",
                    en="Give each heading an id of its own.",
                ),
            )


def values(tree: LexborHTMLParser, selector: str, name: str) -> list[str]:
    """Return an attribute of every element that a selector finds."""
    return [node.attributes.get(name) or "" for node in tree.css(selector)]


def resolve(site_url: str, address: str, href: str) -> tuple[str, str]:
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
