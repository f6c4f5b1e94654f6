"""Rights: every decision that can be appealed or challenged another way, and how."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.languages import Words, both
from canllaw.model.base import DeadlineId, NotAllowedError, RightId, RoleId, Text
from canllaw.model.citation import Fact
from canllaw.model.deadline import Topic


class Holder(StrEnum):
    """Whose right it is."""

    CHILD = "child"
    PARENT = "parent"
    YOUNG_PERSON = "young-person"
    CASE_FRIEND = "case-friend"
    REPRESENTATIVE = "representative"
    DETAINED_CHILD = "detained-child"
    DETAINED_YOUNG_PERSON = "detained-young-person"
    ANYONE = "anyone"
    PARTY = "party"


class Route(StrEnum):
    """The way a decision is challenged, in the order a family meets them."""

    REQUEST = "request"
    RECONSIDERATION = "reconsideration"
    DISAGREEMENT = "disagreement"
    ADVOCACY = "advocacy"
    APPEAL = "appeal"
    APPLICATION = "application"
    CLAIM = "claim"
    AFTER_DECISION = "after-decision"


class Right(Fact):
    """Something a family can do about a decision: against whom, after what, where, by when."""

    kind: Literal["right"]
    name: Text = Field(
        description=both(
            cy="Beth allwch chi ei wneud neu ei herio, mewn ychydig eiriau.",
            en="What you can do or challenge, in a few words.",
        )
    )
    route: Route = Field(
        description=both(cy="Y ffordd y mae’n cael ei wneud.", en="The way it is done.")
    )
    topic: Topic = Field(
        description=both(
            cy="Yr adeg mewn achos y mae’n perthyn iddi.", en="The moment in a case it belongs to."
        )
    )
    summary: Text = Field(
        description=both(
            cy="Am beth y mae, mewn geiriau syml.", en="What it is about, in plain words."
        )
    )
    holders: tuple[Holder, ...] = Field(
        min_length=1, description=both(cy="Hawl pwy ydyw.", en="Whose right it is.")
    )
    against: tuple[RoleId, ...] = Field(
        (),
        description=both(
            cy="Yn erbyn penderfyniad pwy y mae’n cael ei defnyddio.",
            en="Whose decision it is used against.",
        ),
    )
    first: tuple[Text, ...] = Field(
        (),
        description=both(
            cy="Beth sy’n gorfod dod yn gyntaf, gam wrth gam.",
            en="What must come first, step by step.",
        ),
    )
    after: tuple[RightId, ...] = Field(
        (),
        description=both(
            cy="Yr hawliau sy’n dod cyn hon.", en="The rights that come before this one."
        ),
    )
    goes_to: tuple[RoleId, ...] = Field(
        min_length=1, description=both(cy="Pwy sy’n penderfynu.", en="Who decides it.")
    )
    outcomes: tuple[Text, ...] = Field(
        (), description=both(cy="Beth all ddod ohoni.", en="What can come of it.")
    )
    deadlines: tuple[DeadlineId, ...] = Field(
        (), description=both(cy="Y terfynau amser sy’n gymwys.", en="The time limits that apply.")
    )
    no_deadline: Text | None = Field(
        None,
        description=both(
            cy="Beth i’w ddweud am amser lle nad oes terfyn penodol.",
            en="What to say about time where there is no fixed limit.",
        ),
    )
    advice: tuple[Text, ...] = Field(
        (),
        description=both(
            cy="Beth sy’n helpu, a beth i fod yn ofalus ohono.",
            en="What helps, and what to take care of.",
        ),
    )

    def model_post_init(self, _context: object) -> None:
        """Refuse a right that says nothing, or two things, about time."""
        if bool(self.deadlines) == bool(self.no_deadline):
            raise NotAllowedError(
                Words(
                    cy="Rhowch naill ai `deadlines` neu `no_deadline`: rhaid i deuluoedd wybod yr "
                    "amser.",
                    en="Give either `deadlines` or `no_deadline`: families must know the time.",
                )
            )
