"""The 0–25 range: stage by stage, who decides, who keeps the plan, whose rights they are."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.languages import both
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

    age: int = Field(
        ge=0,
        le=100,
        description=both(
            cy="Yr oed mewn blynyddoedd pan fydd hynny, neu’n agos ato.",
            en="The age in years it falls at, or near.",
        ),
    )
    moment: Text = Field(
        description=both(
            cy="Yr union adeg mewn geiriau, fel y dyddiad gadael ysgol.",
            en="The exact moment in words, such as the school leaving date.",
        )
    )


class AgeStage(Fact):
    """A part of the 0–25 range in a setting."""

    kind: Literal["age_stage"]
    name: Text = Field(description=both(cy="Enw’r cyfnod.", en="What the stage is called."))
    start: Boundary = Field(
        alias="from", description=both(cy="Pryd y mae’n dechrau.", en="When it begins.")
    )
    end: Boundary = Field(
        alias="to", description=both(cy="Pryd y mae’n gorffen.", en="When it ends.")
    )
    settings: tuple[Setting, ...] = Field(
        min_length=1, description=both(cy="Ble mae’r dysgwr.", en="Where the learner is.")
    )
    circumstance: Text | None = Field(
        None,
        description=both(
            cy="Sefyllfa sy’n newid pwy sy’n penderfynu, ar unrhyw oed yn y cyfnod hwn, fel bod "
            "plentyn yn derbyn gofal. Mae cyfnod o’r fath yn gorwedd dros y lleill yn "
            "fwriadol.",
            en="A situation that changes who decides at any age in this stage, such as being "
            "looked after. Such a stage lies over the others on purpose.",
        ),
    )
    aln_test: Text = Field(
        description=both(
            cy="Y prawf ar gyfer anghenion dysgu ychwanegol yn y cyfnod hwn.",
            en="The test for additional learning needs at this stage.",
        )
    )
    provision: ProvisionId = Field(
        description=both(
            cy="Y prawf ar gyfer darpariaeth ddysgu ychwanegol.",
            en="The test for additional learning provision.",
        )
    )
    decides: tuple[RoleId, ...] = Field(
        min_length=1,
        description=both(cy="Pwy sy’n penderfynu am ADY.", en="Who decides about ALN."),
    )
    maintains: tuple[RoleId, ...] = Field(
        min_length=1,
        description=both(cy="Pwy sy’n cynnal y cynllun.", en="Who maintains the plan."),
    )
    how: Text = Field(
        description=both(
            cy="Sut mae penderfynu a chynnal y cynllun yn gweithio yn y cyfnod hwn.",
            en="How deciding and keeping the plan work at this stage.",
        )
    )
    rights_of: tuple[Holder, ...] = Field(
        min_length=1, description=both(cy="Hawliau pwy ydynt.", en="Whose rights they are.")
    )
    consent: Text = Field(
        description=both(
            cy="Cydsyniad pwy sydd ei angen, ac i beth.",
            en="Whose consent is needed, and for what.",
        )
    )
    people: tuple[RoleId, ...] = Field(
        (), description=both(cy="Pwy arall sydd yno i helpu.", en="Who else is there to help.")
    )
