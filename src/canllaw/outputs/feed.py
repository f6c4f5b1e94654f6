"""The feed of changes, one in each language: Atom (RFC 4287), the newest first."""

from collections.abc import Iterator
from typing import Any, Final

from canllaw import formats
from canllaw.languages import LANGUAGES, Language, counterpart
from canllaw.model import FEEDS, Library, NotedChange, name_of
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.shared_pages import text_from

# Readers of feeds know an entry by its id, which must stay when the site moves to another address:
# so a name that is never used as one, and no part of the address.
_ID: Final = "tag:canllaw.example,2026:"


def feed_of(library: Library, language: Language) -> str:
    """Return where the feed of a language stands; blank where nothing has changed yet."""
    return FEEDS[language] if library.of_kind("change") else ""


def feed_files(site: FinishedSite) -> dict[str, str]:
    """Return the feed of each language; none where nothing has changed yet."""
    found = [entry for entry in site.library.of_kind("change") if isinstance(entry, NotedChange)]
    newest_first = sorted(found, key=lambda change: change.day, reverse=True)
    if not newest_first:
        return {}
    return {FEEDS[language]: _feed(site, newest_first, language) for language in LANGUAGES}


def _feed(site: FinishedSite, changes: list[NotedChange], language: Language) -> str:
    entries = [_entry(site, change, language) for change in changes]
    home = entries[0]["address"].partition("#")[0]
    return text_from(
        site,
        "feed.xml.jinja",
        language=language,
        id=f"{_ID}{language}",
        home=home,
        itself=site.address + FEEDS[language],
        other=site.address + FEEDS[counterpart(language)],
        other_language=counterpart(language),
        updated=_moment(changes[0]),
        entries=entries,
    )


def _entry(site: FinishedSite, change: NotedChange, language: Language) -> dict[str, Any]:
    return {
        "id": f"{_ID}{language}:{change.id}",
        "title": change.what.in_(language),
        "updated": _moment(change),
        "address": _address(site, change.id, language),
        "rows": list(_rows(site, change, language)),
        "links": list(_links(site, change, language)),
    }


def _moment(change: NotedChange) -> str:
    return f"{change.day.isoformat()}T00:00:00Z"


def _address(site: FinishedSite, entry_id: str, language: Language) -> str:
    """Return the address of a card; of the first page where no page shows it."""
    return site.address + (site.addresses.home(entry_id, language) or f"{language}/")


def _rows(site: FinishedSite, change: NotedChange, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what an entry says, each with its label."""
    said = {"from": change.before, "to": change.after, "why": change.why}
    for key, text in said.items():
        if text:
            yield site.wording[f"change.{key}"].in_(language), text.in_(language)
    if change.counts_from:
        day = formats.date(change.counts_from, language)
        yield site.wording["change.counts-from"].in_(language), day
    for citation in change.source:
        law = site.library.cited(citation, language)
        yield site.wording["change.law"].in_(language), law


def _links(
    site: FinishedSite, change: NotedChange, language: Language
) -> Iterator[tuple[str, str]]:
    """Yield the address and the title of each fact that a page shows, and of each page."""
    for name in change.facts:
        now = site.addresses.renamed.get(name, name)
        home = site.addresses.home(now, language)
        title = name_of(site.library.entries[now]) if home else None
        if title:
            yield site.address + home, title.in_(language)
    for path in change.pages:
        page = site.pages[language, path]
        yield site.address + page.address, page.title
