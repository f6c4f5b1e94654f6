"""Checks of addresses: links lead to pages of this site, or to a site on the list."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from pydantic import BaseModel

from canllaw.languages import Words
from canllaw.model import Library, Page, PageKey, SiteRules
from canllaw.problems import Problem, nearest

# The name of the site with nothing beside it: no user, no port, no letters that only look alike.
_HTTPS: Final = re.compile(r"https://([a-z0-9]+(?:[.-][a-z0-9]+)*)(?:[/?#][^\s<>\"'\\]*)?")
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_LINK: Final = re.compile(
    r"\]\(\s*(?:<(?P<held>[^>\n]*)>|(?P<plain>[^\s)]*))"
    r"|^[ ]{0,3}\[[^\]\n]+\]:\s*<?(?P<named>[^\s>]*)",
    re.M,
)
# Looked for apart: one may stand where the other pattern sees the end of a link.
_BARE: Final = re.compile(r"<(?P<bare>[a-z][a-z0-9+.-]*:[^>\s]*|[^<>@\s]+@[^<>@\s]+)>", re.I)
_IGNORED_BY_BROWSERS: Final = re.compile(r"[\x00-\x20\\]")


def leads_outside(address: str) -> bool:
    """Whether a browser would leave the site for `address`, or run it."""
    bare = bare_address(address)
    # To a browser \\ is / where an address starts.
    slashed = re.sub(r"[\x00-\x20]", "", html.unescape(address)).replace("\\", "/")
    return bool(_SCHEME.match(bare)) or slashed.startswith("//")


def bare_address(address: str) -> str:
    """Return an address as a browser reads it: without entities and what it passes over."""
    return _IGNORED_BY_BROWSERS.sub("", html.unescape(address))


def is_listed(address: str, rules: SiteRules) -> bool:
    """Whether `address` is secure and its host is in content/site.yml."""
    found = _HTTPS.fullmatch(address)
    return bool(found) and found[1] in {host.host for host in rules.hosts}  # type: ignore[index]  # found


def listed_addresses(library: Library, rules: SiteRules) -> Iterator[Problem]:
    """Every address in a fact leads to a site on the list."""
    for entry in library.entries.values():
        for path, address in _addresses(entry, ()):
            if not is_listed(address, rules):
                yield Problem("C510", library.place(entry.id, *path), *_unlisted(address, rules))


def _addresses(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _addresses(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _addresses(item, (*path, index))
    elif isinstance(value, str) and _SCHEME.match(value) and "//" in value and " " not in value:
        yield path, value


def links_of_pages(pages: Mapping[PageKey, Page], rules: SiteRules) -> Iterator[Problem]:
    """Links and pictures of pages lead to a file beside them, or to a site on the list."""
    for page in pages.values():
        text = without_code(page.body)
        for found in chain(_LINK.finditer(text), _BARE.finditer(text)):
            address = next(filter(None, found.groups()), "")
            place = page.place_of(found.start())
            if leads_outside(address) or found.re is _BARE:
                if not is_listed(address, rules):
                    yield Problem("C510", place, *_unlisted(address, rules))
            elif _climbs(page.path, bare_address(address)):
                yield Problem("C107", place, *_climbing(address))


def _climbs(path: str, address: str) -> bool:
    target = html.unescape(address).partition("#")[0]
    where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    return target.startswith("/") or where.startswith("..")


_FENCED: Final = re.compile(r"^(~{3,}|`{3,})[ ]*[\w+-]*[ ]*\n.*?^\1[ ]*$", re.S | re.M)
_IN_CODE: Final = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_UNSURE: Final = re.compile(r"`|<[a-z/!?]", re.I)
_PARAGRAPH: Final = re.compile(r"(?:^(?![ \t]*$).*\n?)+", re.M)


def without_code(body: str) -> str:
    """Return the body of a page with the code in it blank: as long, with the same lines.

    Only what is code beyond doubt: code marks that stand on one line, never in a heading, since
    menus show titles as they are typed.
    """
    blank = _FENCED.sub(lambda found: _blank(found[0]), body)
    found = _PARAGRAPH.sub(lambda found: _IN_CODE.sub(_blank_if_sure, found[0]), blank)
    # Beside a tag, or a mark without its partner, Markdown may see HTML where we see code.
    return blank if _UNSURE.search(found) else found


def _blank_if_sure(found: re.Match[str]) -> str:
    line = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    sure = "\n" not in found[0] and not line.lstrip().startswith("#")
    return _blank(found[0]) if sure else found[0]


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _unlisted(address: str, rules: SiteRules) -> tuple[Words, Words]:
    shown = address if len(address) < 80 else f"{address[:77]}…"
    if not _HTTPS.fullmatch(address):
        return (
            Words(
                cy=f"Nid yw '{shown}' yn gyfeiriad y caiff dolen arwain ato: gallai anfon "
                "darllenydd i rywle heb ei wirio, neu redeg rhywbeth.",
                en=f"'{shown}' is no address that a link may lead to: it could send a reader "
                "somewhere unchecked, or run something.",
            ),
            Words(
                cy="Rhowch ddolen i ffeil .md ar y wefan hon neu i gyfeiriad https:// cyffredin. "
                'Ffeithiau yw rhifau ffôn ac e-bost: {{ organisation("…") }}.',
                en="Link to a .md file of this site or to a plain https:// address. Phone numbers "
                'and e-mail are facts: {{ organisation("…") }}.',
            ),
        )
    host = address.removeprefix("https://").partition("/")[0].partition("?")[0].partition("#")[0]
    return (
        Words(
            cy=f"Nid yw '{host}' ar restr y gwefannau y caiff dolenni arwain atynt.",
            en=f"'{host}' is not on the list of sites that links may lead to.",
        ),
        nearest(host, [each.host for each in rules.hosts])
        or Words(
            cy="Os yw’n lle da i anfon teulu iddo, ychwanegwch ef gyda’r rheswm at `hosts` yn "
            "content/site.yml.",
            en="If it is a good place to send a family, add it with the reason to `hosts` in "
            "content/site.yml.",
        ),
    )


def _climbing(address: str) -> tuple[Words, Words]:
    return (
        Words(
            cy=f"Mae '{address}' yn arwain allan o dudalennau’r iaith hon.",
            en=f"'{address}' leads out of the pages of this language.",
        ),
        Words(
            cy="Rhowch ddolen i ffeil .md o’r fan hon, fel ../parents/deadlines.md#appeal.",
            en="Link to a .md file from here, such as ../parents/deadlines.md#appeal.",
        ),
    )
