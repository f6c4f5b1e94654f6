"""What the search of a whole site is made of: its finished pages, its terms, its questions."""

import json
from collections.abc import Iterator
from typing import Final

from canllaw.languages import LANGUAGES, Language
from canllaw.model import Library, Page, Question, Term, is_publishable
from canllaw.outputs.finished import FinishedSite
from canllaw.outputs.search import Extra, search_index
from canllaw.outputs.sections import Section, read_sections

SEARCH_PAGE: Final = "search.md"
"""The path of the page of results; a site without it has no search."""


def index_file(language: Language) -> str:
    """Return where the index of a language stands in the finished site."""
    return f"search/{language}.json"


def search_files(site: FinishedSite) -> dict[str, str]:
    """Return the index of each language that has a page of results."""
    found = [language for language in LANGUAGES if (language, SEARCH_PAGE) in site.pages]
    return {index_file(language): _index(site, language) for language in found}


def _index(site: FinishedSite, language: Language) -> str:
    ours = [
        page
        for page in site.pages.values()
        if page.language == language and page.path != SEARCH_PAGE
    ]
    sections = [section for page in ours for section in _sections(page, site.html[page.key])]
    terms = [term for term in _publishable(site.library) if isinstance(term, Term)]
    index = search_index(language, sections, terms, _extras(site.library, ours))
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _sections(page: Page, html: str) -> list[Section]:
    return read_sections(html, page.address, page.title, page.language)


def _publishable(library: Library) -> Iterator[object]:
    return (entry for entry in library.entries.values() if is_publishable(entry))


def _extras(library: Library, pages: list[Page]) -> Iterator[Extra]:
    """Give the keywords of each page to the page, and each question to what answers it."""
    by_path = {page.path: page for page in pages}
    for page in pages:
        yield Extra(page.address, "", " ".join(page.meta.keywords))
        yield Extra(page.address, "", page.meta.description)
    for entry in _publishable(library):
        if isinstance(entry, Question) and (answer := by_path.get(entry.page)):
            asked = entry.question.in_(answer.language)
            yield Extra(answer.address, entry.section or "", asked)
