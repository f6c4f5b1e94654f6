"""Sources: the law, the Code, official guidance and the pages that were read."""

import re
from enum import StrEnum
from typing import Literal

from pydantic import Field, PositiveInt

from canllaw.languages import Language
from canllaw.model.base import Day, Entry, HttpsAddress, Name, Plain, Record, Text, WebAddress
from canllaw.model.citation import Citation


class SourceType(StrEnum):
    """What a source is, from the law down to a page that explains it."""

    ACT = "act"
    REGULATIONS = "regulations"
    CODE = "code"
    NOTES = "notes"
    GUIDANCE = "guidance"
    STATEMENT = "statement"
    REPORT = "report"
    TRIBUNAL = "tribunal"
    CASE = "case"
    COUNCIL = "council"
    OTHER = "other"


class SectionAddress(Record):
    """Address of one section of a source; `{number}` stands for the number of the section."""

    cy: HttpsAddress = Field(description="Address of a section of the Welsh text.")
    en: HttpsAddress = Field(description="Address of a section of the English text.")


class Source(Entry):
    """A text that facts rest on, or in which they were read."""

    kind: Literal["source"]
    type: SourceType = Field(description="What it is.")
    title: Name = Field(description="Full title in each language.")
    short: Name = Field(description="The name used in notes, such as ALN Act 2018.")
    number: Plain | None = Field(None, description="Official number, such as 2018 anaw 2.")
    address: WebAddress | None = Field(
        None, description="Where a reader can open it; left out where it is on no site."
    )
    section_address: SectionAddress | None = Field(
        None, description="Where a reader can open one section; {number} is put in."
    )
    read: Text = Field(description="What of it was read, in which language and version.")
    supports: Text = Field(description="What it supports on this site.")
    checked: Day = Field(description="The day it was last read or looked for.")
    check_every: PositiveInt | None = Field(
        None, description="Months until it is looked at again, where its kind’s own do not fit."
    )
    editor_note: Plain | None = Field(None, description="For editors only; never published.")

    def link(self, language: Language, citation: Citation | None = None) -> tuple[str, Language]:
        """Return the address for a reader of `language`, the nearest to `citation`, and the
        language of the page it opens; the address is empty where there is none.
        """
        numbers = dict(citation.numbers()) if citation else {}
        number = numbers.get("section") or numbers.get("regulation")
        if self.section_address and number:
            first = re.match(r"\d+[A-Z]*", number)
            pattern = self.section_address.cy if language == "cy" else self.section_address.en
            return pattern.replace("{number}", first.group() if first else number), language
        return self.address.in_(language) if self.address else ("", language)
