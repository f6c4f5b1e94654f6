"""What counts as additional learning provision: the legal test by age, and worked examples."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.languages import both
from canllaw.model.age_stage import Boundary
from canllaw.model.base import Entry, Plain, ProvisionId, StageId, Text
from canllaw.model.citation import Citation, Fact


class Provision(Fact):
    """The legal test for additional learning provision, for a range of ages."""

    kind: Literal["provision"]
    name: Text = Field(description=both(cy="Enw’r prawf.", en="What the test is called."))
    start: Boundary = Field(
        alias="from",
        description=both(cy="O ba oed y mae’n gymwys.", en="From what age it applies."),
    )
    end: Boundary = Field(
        alias="to",
        description=both(cy="Tan ba oed y mae’n gymwys.", en="Until what age it applies."),
    )
    test: Text = Field(
        description=both(
            cy="Y prawf, mewn geiriau syml sy’n agos at eiriau’r gyfraith.",
            en="The test, in plain words close to the law’s.",
        )
    )
    compared_with: Text = Field(
        description=both(
            cy="Â beth y mae’n cael ei gymharu, os o gwbl.",
            en="With what it is compared, if with anything.",
        )
    )
    remember: tuple[Text, ...] = Field(
        (), description=both(cy="Beth sy’n cael ei anghofio’n aml.", en="What is often missed.")
    )


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
    situation: Text = Field(
        description=both(cy="Beth sy’n cael ei gynnig, i bwy.", en="What is offered, to whom.")
    )
    answer: Answer = Field(
        description=both(cy="Beth ydyw, fwy na thebyg.", en="What it most likely is.")
    )
    why: Text = Field(description=both(cy="Pam, mewn un frawddeg.", en="Why, in one sentence."))
    test: ProvisionId = Field(
        description=both(
            cy="Y prawf cyfreithiol y mae’n ei egluro.", en="The legal test it illustrates."
        )
    )
    stages: tuple[StageId, ...] = Field(
        (),
        description=both(
            cy="Y cyfnodau y mae’n perthyn iddynt; dim un: unrhyw gyfnod.",
            en="The stages it belongs to; none: any.",
        ),
    )
    source: tuple[Citation, ...] = Field(
        (), description=both(cy="Y gyfraith y tu ôl i’r rheswm.", en="The law behind the reason.")
    )
    editor_note: Plain | None = Field(
        None,
        description=both(
            cy="I olygyddion yn unig; byth yn cael ei gyhoeddi.",
            en="For editors only; never published.",
        ),
    )
