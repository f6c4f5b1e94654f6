"""What a reader may know about the facts of a page: when they were checked, and how well."""

from collections.abc import Iterable
from dataclasses import dataclass

from canllaw import formats
from canllaw.languages import Language
from canllaw.model import Checked, Evidence, Library


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The oldest day a fact of the page was checked, in words, and whether any is secondary."""

    checked: str
    secondary: bool


def page_notes(library: Library, used: Iterable[str], language: Language) -> PageNotes:
    """Return the notes for a page that shows the facts `used`; no day where it shows none."""
    facts = [entry for name in used if isinstance(entry := library.entries[name], Checked)]
    oldest = min((fact.checked for fact in facts), default=None)
    return PageNotes(
        formats.date(oldest, language) if oldest else "",
        any(fact.evidence is Evidence.SECONDARY for fact in facts),
    )
