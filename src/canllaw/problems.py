"""What an editor should mend: a problem is a value with a stable id, a place and a hint."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Final

from canllaw.languages import Words


class Severity(StrEnum):
    """How much a problem weighs: errors stop a build, warnings and notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path from the root with `/`, a line and a column, both from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `message` says what is wrong and why it matters, `hint` what to type."""

    id: str
    place: Place
    message: Words | str
    hint: Words | str = field(default_factory=Words)

    @property
    def severity(self) -> Severity:
        """How much this kind of problem weighs."""
        return SEVERITIES.get(self.id, Severity.ERROR)

    def sort_key(self) -> tuple[Place, str, str]:
        """Order by place, then id, so that two runs print the same list."""
        return (self.place, self.id, str(self.message))


class CanllawError(Exception):
    """The tool cannot run at all: the caller asked for something that is not there."""

    def __init__(self, words: Words | str) -> None:
        super().__init__(words.en if isinstance(words, Words) else words)
        self.words = words if isinstance(words, Words) else Words(cy=words, en=words)


def nearest(name: str, candidates: Iterable[str]) -> Words:
    """Return "Did you mean 'x'?" for the candidate closest to `name`, or words that say nothing."""
    found = get_close_matches(name, sorted(candidates), n=1, cutoff=0.6)
    if not found:
        return Words()
    return Words(cy=f"Ai '{found[0]}' oedd gennych mewn golwg?", en=f"Did you mean '{found[0]}'?")


class SiteRefusedError(CanllawError):
    """The site was built, but something in it must be mended before it may be published."""


# Every problem id and what it stands for. Ids are part of the public interface: never reused.
CATALOGUE: Final[dict[str, str]] = {
    "C101": "A file cannot be read as UTF-8 text",
    "C102": "A file is not correct YAML",
    "C103": "The same key stands twice in one place",
    "C104": "A YAML feature that content does not use: anchors, aliases, tags, several documents",
    "C105": "A file is too large or too deeply nested",
    "C106": "A file or an entry does not have the expected shape",
    "C201": "The kind of a fact is missing or unknown",
    "C202": "A field is missing",
    "C203": "A field is not known",
    "C204": "A value is not one that the field takes",
    "C205": "Dated values are out of order, or start on the same day",
    "C301": "A text is missing in one language, or blank",
    "C302": "A text is the same in both languages",
    "C303": "The numbers differ between the two languages",
    "C304": "A Welsh headword nobody has ruled on for the alphabet",
    "C305": "A term of the glossary stands on one side only",
    "C306": "An old name, or a form that the glossary says to avoid",
    "C307": "A text, or words on a page, are not in their language",
    "C308": "A word that no dictionary has",
    "C310": "A straight apostrophe or quotation mark",
    "C311": "A quotation mark without its partner, or turned the wrong way",
    "C401": "Two facts have the same id",
    "C402": "A reference to something that does not exist",
    "C403": "A reference to the wrong kind of thing",
    "C404": "Nothing refers to a fact and no page uses it",
    "C405": "A label is missing",
    "C406": "A question leads to no answer",
    "C407": "A test that is named as a proof does not exist",
    "C408": "A waiver lets nothing stand",
    "C501": "A fact of law does not say who says so",
    "C502": "An unconfirmed fact: it is never published",
    "C503": "An age is not covered by any stage",
    "C504": "Two stages cover the same age and setting",
    "C505": "An appeal straight from a school",
    "C506": "The evidence mark does not fit what was read",
    "C507": "A fact was checked on a day that has not come yet",
    "C508": "No value is in force on the day of the build",
    "C509": "A published fact leans on an unconfirmed one",
    "C601": "A page has no counterpart in the other language",
    "C602": "The front matter of a page is missing or wrong",
    "C603": "The front matter of the two sides differs",
    "C604": "The template code of a page or macro cannot be read",
    "C605": "A page calls a macro that does not exist",
    "C606": "A page needs a fact that is unconfirmed",
    "C607": "A deadline, age or date is typed by hand",
    "C608": "The two sides of a page call different macros",
    "C609": "A page does not have exactly one title",
    "C610": "A heading has no id",
    "C611": "The two sides of a page have different sections",
    "C612": "Two pages have the same address",
    "C613": "A page could not be rendered",
    "C614": "A word of England's law stands where England is not named",
    "C615": "A sentence is too long",
    "C616": "The English of a page is hard to read",
    "C617": "A box has no title",
    "C701": "A finished page was not made by canllaw",
    "C702": "Template code or a bare id is left in a finished page",
    "C703": "A finished page names the wrong language",
    "C704": "The language switch does not lead to the same page and back",
    "C705": "The addresses for search engines are wrong",
    "C706": "A finished page does not have exactly one main heading",
    "C707": "A link inside the site leads nowhere",
    "C708": "A finished page asks another site for something",
    "C709": "The id of a section was lost or stands twice",
    "C801": "A command was stopped while it wrote",
}

SEVERITIES: Final[dict[str, Severity]] = {
    "C305": Severity.WARNING,
    "C404": Severity.WARNING,
    "C408": Severity.WARNING,
    "C502": Severity.NOTE,
    "C615": Severity.WARNING,
    "C616": Severity.WARNING,
}
