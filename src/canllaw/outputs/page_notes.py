"""What a reader may know about the facts of a page: when they were checked, and how well."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from canllaw import formats
from canllaw.languages import Language
from canllaw.model import NO_RULES, Checked, Evidence, Library, SiteRules, Wording, months_old


@dataclass(frozen=True, slots=True)
class PageNotes:
    """The oldest day a fact of the page was checked, in words, whether any is secondary, and
    whether any is past the day it was to be checked again.
    """

    checked: str
    secondary: bool
    overdue: bool = False


def page_notes(
    library: Library,
    used: Iterable[str],
    language: Language,
    day: datetime.date,
    rules: SiteRules = NO_RULES,
) -> PageNotes:
    """Return the notes for a page that shows the facts `used`; no day where it shows none."""
    facts = [entry for name in used if isinstance(entry := library.entries[name], Checked)]
    oldest = min((fact.checked for fact in facts), default=None)
    return PageNotes(
        formats.date(oldest, language) if oldest else "",
        any(fact.evidence is Evidence.SECONDARY for fact in facts),
        any(months_old(fact, rules, day) for fact in facts),
    )


def checked_words(notes: Mapping[Language, PageNotes], wording: Wording) -> dict[Language, str]:
    """Return in each language the day of the oldest check with its label; blank without a day."""
    label = wording["source.checked"]
    return {
        language: f"{label.in_(language)} {found.checked}" if found.checked else ""
        for language, found in notes.items()
    }
