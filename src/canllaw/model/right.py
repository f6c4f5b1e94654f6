"""Rights: every decision that can be appealed or challenged another way, and how."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.languages import Words
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
    name: Text = Field(description="What you can do or challenge, in a few words.")
    route: Route = Field(description="The way it is done.")
    topic: Topic = Field(description="The moment in a case it belongs to.")
    summary: Text = Field(description="What it is about, in plain words.")
    holders: tuple[Holder, ...] = Field(min_length=1, description="Whose right it is.")
    against: tuple[RoleId, ...] = Field((), description="Whose decision it is used against.")
    first: tuple[Text, ...] = Field((), description="What must come first, step by step.")
    after: tuple[RightId, ...] = Field((), description="The rights that come before this one.")
    goes_to: tuple[RoleId, ...] = Field(min_length=1, description="Who decides it.")
    outcomes: tuple[Text, ...] = Field((), description="What can come of it.")
    deadlines: tuple[DeadlineId, ...] = Field((), description="The time limits that apply.")
    no_deadline: Text | None = Field(
        None, description="What to say about time where there is no fixed limit."
    )
    advice: tuple[Text, ...] = Field((), description="What helps, and what to take care of.")

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
