"""The sections of the individual development plan."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from canllaw.languages import both
from canllaw.model.base import RightId, Text
from canllaw.model.citation import Fact

SectionNumber = Annotated[str, StringConstraints(pattern=r"^[1-3][A-D](\.[1-9])?$")]


class PlanSection(Fact):
    """One section of the plan: what it holds, and whether its content can be appealed."""

    kind: Literal["plan_section"]
    number: SectionNumber = Field(
        description=both(
            cy="Ei rhif yn y ffurflen safonol, fel 2B.2.",
            en="Its number in the standard form, such as 2B.2.",
        )
    )
    name: Text = Field(
        description=both(
            cy="Am beth y mae’r adran, mewn ychydig eiriau.",
            en="What the section is about, in a few words.",
        )
    )
    holds: Text = Field(description=both(cy="Beth sy’n gorfod bod ynddi.", en="What it must say."))
    rights: tuple[RightId, ...] = Field(
        (),
        description=both(
            cy="Yr apelau am ei chynnwys; dim un: ni ellir apelio.",
            en="The appeals about its content; none: no.",
        ),
    )
    note: Text | None = Field(
        None,
        description=both(cy="Beth i’w wybod am apêl yma.", en="What to know about an appeal here."),
    )
