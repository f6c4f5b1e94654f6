"""The sections of the individual development plan."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from canllaw.model.base import RightId, Text
from canllaw.model.citation import Fact

SectionNumber = Annotated[str, StringConstraints(pattern=r"^[1-3][A-D](\.[1-9])?$")]


class PlanSection(Fact):
    """One section of the plan: what it holds, and whether its content can be appealed."""

    kind: Literal["plan_section"]
    number: SectionNumber = Field(description="Its number in the standard form, such as 2B.2.")
    name: Text = Field(description="What the section is about, in a few words.")
    holds: Text = Field(description="What it must say.")
    rights: tuple[RightId, ...] = Field((), description="The appeals about its content; none: no.")
    note: Text | None = Field(None, description="What to know about an appeal here.")
