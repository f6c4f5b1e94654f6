"""Changes: what a reader should know has changed on the site, from what to what, and why."""

from collections.abc import Mapping
from typing import Final, Literal

from pydantic import Field

from canllaw.languages import Language, both
from canllaw.model.base import Day, Entry, Plain, Text
from canllaw.model.citation import Citation
from canllaw.model.question import PagePath

FEEDS: Final[Mapping[Language, str]] = {"cy": "cy/newidiadau.xml", "en": "en/changes.xml"}
"""Where the feed of changes stands in each language, from the root of the site."""


class NotedChange(Entry):
    """Something that has changed, or that will, and that readers are told of."""

    kind: Literal["change"]
    day: Day = Field(
        description=both(
            cy="Y diwrnod y newidiodd y wefan.", en="The day on which the site changed."
        )
    )
    what: Text = Field(
        description=both(cy="Beth newidiodd, mewn brawddeg.", en="What changed, in a sentence.")
    )
    before: Text | None = Field(
        None,
        alias="from",
        description=both(
            cy="Beth roedd y wefan yn ei ddweud o’r blaen.", en="What the site said before."
        ),
    )
    after: Text | None = Field(
        None,
        alias="to",
        description=both(cy="Beth mae’r wefan yn ei ddweud nawr.", en="What the site says now."),
    )
    why: Text = Field(
        description=both(
            cy="Pam y newidiodd, a beth mae hynny’n ei olygu i’r darllenydd.",
            en="Why it changed, and what that means for the reader.",
        )
    )
    counts_from: Day | None = Field(
        None,
        description=both(
            cy="Y diwrnod cyntaf y mae gwerth newydd yn cyfrif, yr un fath ag yn ei ffaith.",
            en="The first day on which a new value counts, the same as in its fact.",
        ),
    )
    source: tuple[Citation, ...] = Field(
        (),
        description=both(
            cy="Y gyfraith sy’n dweud hynny, lle mae’r gyfraith wedi newid.",
            en="The law that says so, where the law has changed.",
        ),
    )
    facts: tuple[Plain, ...] = Field(
        (), description=both(cy="Ids y ffeithiau dan sylw.", en="The ids of the facts concerned.")
    )
    pages: tuple[PagePath, ...] = Field(
        (),
        description=both(
            cy="Y tudalennau dan sylw, o dan docs/cy/ a docs/en/.",
            en="The pages concerned, below docs/cy/ and docs/en/.",
        ),
    )
