"""Sources: the law, the Code, official guidance and the pages that were read."""

import re
from enum import StrEnum
from typing import Literal

from pydantic import Field, PositiveInt

from canllaw.languages import Language, both
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

    cy: HttpsAddress = Field(
        description=both(
            cy="Cyfeiriad adran o’r testun Cymraeg.", en="Address of a section of the Welsh text."
        )
    )
    en: HttpsAddress = Field(
        description=both(
            cy="Cyfeiriad adran o’r testun Saesneg.", en="Address of a section of the English text."
        )
    )


class Source(Entry):
    """A text that facts rest on, or in which they were read."""

    kind: Literal["source"]
    type: SourceType = Field(description=both(cy="Beth ydyw.", en="What it is."))
    title: Name = Field(
        description=both(cy="Teitl llawn ym mhob iaith.", en="Full title in each language.")
    )
    short: Name = Field(
        description=both(
            cy="Yr enw a ddefnyddir mewn nodiadau, fel Deddf ADY 2018.",
            en="The name used in notes, such as ALN Act 2018.",
        )
    )
    number: Plain | None = Field(
        None,
        description=both(
            cy="Rhif swyddogol, fel 2018 anaw 2.", en="Official number, such as 2018 anaw 2."
        ),
    )
    address: WebAddress | None = Field(
        None,
        description=both(
            cy="Ble gall darllenydd ei hagor; wedi’i adael allan os nad yw ar unrhyw wefan.",
            en="Where a reader can open it; left out where it is on no site.",
        ),
    )
    section_address: SectionAddress | None = Field(
        None,
        description=both(
            cy="Ble gall darllenydd agor un adran; rhoddir {number} i mewn.",
            en="Where a reader can open one section; {number} is put in.",
        ),
    )
    read: Text = Field(
        description=both(
            cy="Beth ohoni a ddarllenwyd, ym mha iaith a fersiwn.",
            en="What of it was read, in which language and version.",
        )
    )
    supports: Text = Field(
        description=both(
            cy="Beth y mae’n ei gefnogi ar y wefan hon.", en="What it supports on this site."
        )
    )
    checked: Day = Field(
        description=both(
            cy="Y diwrnod diwethaf iddi gael ei darllen, neu i rywun chwilio amdani.",
            en="The day it was last read or looked for.",
        )
    )
    check_every: PositiveInt | None = Field(
        None,
        description=both(
            cy="Misoedd nes edrych arno eto, lle nad yw cyfnod arferol ei fath yn addas.",
            en="Months until it is looked at again, where its kind’s own do not fit.",
        ),
    )
    editor_note: Plain | None = Field(
        None,
        description=both(
            cy="I olygyddion yn unig; byth yn cael ei gyhoeddi.",
            en="For editors only; never published.",
        ),
    )

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
