"""Milestones: how the ALN system came in, 2017 to today."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from canllaw.languages import both
from canllaw.model.base import Text, a_day
from canllaw.model.citation import Fact


def _is_a_day(when: str) -> str:
    return a_day(when) if when.count("-") == 2 else when


# A day, a month or a year: what the source gives, no more.
PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
    AfterValidator(_is_a_day),
]


class Milestone(Fact):
    """Something that happened, or must happen by a day."""

    kind: Literal["milestone"]
    when: PartialDate = Field(
        description=both(
            cy="2021-09-01, neu 2021-03 neu 2021 lle nad oes mwy yn hysbys.",
            en="2021-09-01, or 2021-03 or 2021 where no more is known.",
        )
    )
    name: Text = Field(
        description=both(
            cy="Beth ddigwyddodd, mewn ychydig eiriau.", en="What happened, in a few words."
        )
    )
    text: Text = Field(
        description=both(
            cy="Beth oedd ystyr hynny i deuluoedd a chyrff.",
            en="What it meant for families and bodies.",
        )
    )
