"""What the theme is told about a page and about the site, whoever runs it."""

from collections.abc import Mapping
from typing import Any

from canllaw.addresses import short_address
from canllaw.build import Guide
from canllaw.languages import LANGUAGES, Language, counterpart
from canllaw.model import Page, PageKey
from canllaw.outputs.agreement_note import agreement_note
from canllaw.outputs.feed import feed_of
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.page_notes import checked_words, page_notes
from canllaw.outputs.pairs import pair_address
from canllaw.outputs.site_search import SEARCH_PAGE
from canllaw.outputs.structured_data import structured_data


def sides_of(guide: Guide, page: Page) -> dict[Language, Page]:
    """Return both sides of a page, itself among them."""
    return {language: guide.pages[language, page.path] for language in LANGUAGES}


def page_told(guide: Guide, page: Page, site_address: str) -> dict[str, Any]:
    """Return what the theme sees of a page: its counterpart, and how far it can be trusted."""
    sides, library = sides_of(guide, page), guide.content.library
    rendered = guide.rendered[page.key]
    notes = {
        side: page_notes(library, rendered.used, side, guide.day, guide.content.rules)
        for side in LANGUAGES
    }
    calls = {call.name for call in rendered.calls}
    found_on = [guide.pages.get((language, SEARCH_PAGE)) for language in LANGUAGES]
    return {
        "page": page,
        "counterpart": sides[counterpart(page.language)],
        "sides": sides,
        "notes": notes[page.language],
        "checked_words": checked_words(notes, guide.content.wording),
        "pair": pair_address(page.path),
        "short": short_address(page.meta, page.language),
        "agreement": agreement_note(guide.standings, page.path, rendered.used, page.language),
        "structured": structured_data(page, guide.pages, library, site_address, calls),
        "feed": feed_of(library, page.language),
        "search": {found.language: found.address for found in found_on if found},
    }


def finished_site(
    guide: Guide, html: Mapping[PageKey, str], assets: Mapping[str, str], address: str
) -> FinishedSite:
    """Return the site as outputs see it; `html` is the finished content of each page."""
    return FinishedSite(
        guide.content.library,
        guide.content.wording,
        guide.pages,
        html,
        {key: done.used for key, done in guide.rendered.items()},
        guide.day,
        address,
        guide.addresses,
        assets,
        guide.standings,
    )
