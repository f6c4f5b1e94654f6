"""What counts as additional learning provision: the legal test by age, and worked examples."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.model.age_stage import Boundary
from canllaw.model.base import Entry, Plain, ProvisionId, StageId, Text
from canllaw.model.citation import Citation, Fact


class Provision(Fact):
    """The legal test for additional learning provision, for a range of ages."""

    kind: Literal["provision"]
    name: Text = Field(description="What the test is called.")
    start: Boundary = Field(alias="from", description="From what age it applies.")
    end: Boundary = Field(alias="to", description="Until what age it applies.")
    test: Text = Field(description="The test, in plain words close to the law's.")
    compared_with: Text = Field(description="With what it is compared, if with anything.")
    remember: tuple[Text, ...] = Field((), description="What is often missed.")


class Answer(StrEnum):
    """What a situation most likely is. Every real case turns on its own facts."""

    UNIVERSAL = "universal"
    ALP = "alp"
    NHS_ALP = "nhs-alp"
    MAYBE = "maybe"
    NOT_ALP = "not-alp"


class Example(Entry):
    """A worked example, ours and not the law's, always shown as an illustration."""

    kind: Literal["example"]
    situation: Text = Field(description="What is offered, to whom.")
    answer: Answer = Field(description="What it most likely is.")
    why: Text = Field(description="Why, in one sentence.")
    test: ProvisionId = Field(description="The legal test it illustrates.")
    stages: tuple[StageId, ...] = Field((), description="The stages it belongs to; none: any.")
    source: tuple[Citation, ...] = Field((), description="The law behind the reason.")
    editor_note: Plain | None = Field(None, description="For editors only; never published.")
