"""What a page is, for search engines: schema.org types, only where one truly fits.

A page has a way down to it (BreadcrumbList), and the glossary is a DefinedTermSet. There is no
FAQPage, since no page is a list of questions with their answers, and no GovernmentService, since
the site is no government.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from canllaw.model import Library, Page, PageKey, Term


def structured_data(
    page: Page, pages: Mapping[PageKey, Page], library: Library, site_url: str, macros: set[str]
) -> str:
    """Return the JSON-LD of a page that calls `macros`, safe inside a script element."""
    found: list[dict[str, Any]] = []
    way = list(_way(page, pages))
    if len(way) > 1:
        found.append(_breadcrumbs(way, site_url))
    if "glossary" in macros:
        found.append(_terms(page, library, f"{site_url}{page.address}"))
    graph = {"@context": "https://schema.org", "@graph": found}
    # A text that closes the element would end it wherever it stands.
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return text if found else ""


def _way(page: Page, pages: Mapping[PageKey, Page]) -> Iterator[Page]:
    """Give the first page of each folder down to `page`, and `page`."""
    folders = page.path.split("/")[:-1]
    for depth in range(len(folders) + 1):
        first = "/".join((*folders[:depth], "index.md"))
        if first != page.path and (found := pages.get((page.language, first))):
            yield found
    yield page


def _breadcrumbs(way: list[Page], site_url: str) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": step.title,
                "item": f"{site_url}{step.address}",
            }
            for position, step in enumerate(way, start=1)
        ],
    }


def _terms(page: Page, library: Library, address: str) -> dict[str, Any]:
    return {
        "@type": "DefinedTermSet",
        "@id": address,
        "name": page.title,
        "inLanguage": page.language,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "name": term.name.in_(page.language),
                "url": f"{address}#{term.id}",
            }
            for term in library.of_kind("term")
            if isinstance(term, Term)
        ],
    }
