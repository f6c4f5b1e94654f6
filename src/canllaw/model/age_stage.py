"""The 0–25 range: stage by stage, who decides, who keeps the plan, whose rights they are."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.model.base import ProvisionId, Record, RoleId, Text
from canllaw.model.citation import Fact
from canllaw.model.right import Holder


class Setting(StrEnum):
    """Where somebody learns. Every age is covered once for each setting."""

    MAINTAINED_SCHOOL = "maintained-school"
    COLLEGE = "college"
    ELSEWHERE = "elsewhere"


class Boundary(Record):
    """The moment at which a stage begins or ends."""

    age: int = Field(ge=0, le=100, description="The age in years it falls at, or near.")
    moment: Text = Field(description="The exact moment in words, such as the school leaving date.")


class AgeStage(Fact):
    """A part of the 0–25 range in a setting."""

    kind: Literal["age_stage"]
    name: Text = Field(description="What the stage is called.")
    start: Boundary = Field(alias="from", description="When it begins.")
    end: Boundary = Field(alias="to", description="When it ends.")
    settings: tuple[Setting, ...] = Field(min_length=1, description="Where the learner is.")
    circumstance: Text | None = Field(
        None,
        description="A situation that changes who decides at any age in this stage, such as being "
        "looked after. Such a stage lies over the others on purpose.",
    )
    aln_test: Text = Field(description="The test for additional learning needs at this stage.")
    provision: ProvisionId = Field(description="The test for additional learning provision.")
    decides: tuple[RoleId, ...] = Field(min_length=1, description="Who decides about ALN.")
    maintains: tuple[RoleId, ...] = Field(min_length=1, description="Who maintains the plan.")
    how: Text = Field(description="How deciding and keeping the plan work at this stage.")
    rights_of: tuple[Holder, ...] = Field(min_length=1, description="Whose rights they are.")
    consent: Text = Field(description="Whose consent is needed, and for what.")
    people: tuple[RoleId, ...] = Field((), description="Who else is there to help.")
