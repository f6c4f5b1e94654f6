"""The questions this site answers, and the page each is answered on."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from canllaw.languages import both
from canllaw.model.base import Entry, Plain, Text

PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md$")]


class Question(Entry):
    """A question that a reader brings, and where its answer is."""

    kind: Literal["question"]
    question: Text = Field(
        description=both(
            cy="Y cwestiwn, fel y byddai darllenydd yn ei ofyn.",
            en="The question, as a reader would ask it.",
        )
    )
    page: PagePath = Field(
        description=both(
            cy="Y dudalen sy’n ei ateb, o dan docs/cy/ a docs/en/.",
            en="The page that answers it, below docs/cy/ and docs/en/.",
        )
    )
    section: Plain | None = Field(
        None,
        description=both(
            cy="Id y pennawd ar y dudalen honno.", en="The id of the heading on that page."
        ),
    )
    raised_in: tuple[Plain, ...] = Field(
        (),
        alias="from",
        description=both(
            cy="Y dogfennau sy’n ei godi, fel seed-001.",
            en="The documents that raise it, such as seed-001.",
        ),
    )
