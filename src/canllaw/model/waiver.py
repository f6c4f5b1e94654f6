"""Waivers: a person says that a problem is none, and why."""

from typing import Literal

from pydantic import Field

from canllaw.model.base import Entry, Plain


class Waiver(Entry):
    """A problem that somebody looked at and let stand. It goes when the problem goes."""

    kind: Literal["waiver"]
    # Only what a person may judge: a broken link or a wrong figure is never let stand.
    check: Literal[
        "C302", "C303", "C305", "C306", "C307", "C607", "C614", "C615", "C616"
    ] = Field(description="The id of the problem, such as C305.")  # fmt: skip
    where: Plain = Field(
        description="The id of a fact, or the path of a page below docs/cy/ and docs/en/."
    )
    words: Plain | None = Field(
        None, description="What is let stand, as the message quotes it; without it, all there."
    )
    reason: Plain = Field(description="Why it is no mistake, for the next person who looks.")
