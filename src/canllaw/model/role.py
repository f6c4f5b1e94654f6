"""Roles: who does what in the ALN system."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.languages import both
from canllaw.model.base import DeadlineId, OrganisationId, Record, RoleId, TermId, Text
from canllaw.model.citation import Citation, Fact


class Body(StrEnum):
    """The kind of body a role belongs to. Only a council or a college can be appealed against."""

    FAMILY = "family"
    SCHOOL = "school"
    COLLEGE = "college"
    COUNCIL = "council"
    NHS = "nhs"
    TRIBUNAL = "tribunal"
    OTHER = "other"


class Statutory(StrEnum):
    """Whether the post or body is named in the ALN Act, in another law, or in none."""

    ALN_ACT = "aln-act"
    OTHER_LAW = "other-law"
    NOT = "not"


class Duty(Record):
    """One thing a role must do, or does."""

    text: Text = Field(
        description=both(
            cy="Y ddyletswydd, fel brawddeg sy’n dechrau â berf.",
            en="The duty, as a sentence that starts with a verb.",
        )
    )
    source: tuple[Citation, ...] = Field(
        (),
        description=both(
            cy="Y gyfraith sy’n ei gwneud yn ddyletswydd.", en="The law that makes it a duty."
        ),
    )
    deadline: DeadlineId | None = Field(
        None,
        description=both(cy="Ei therfyn amser, os oes un.", en="Its time limit, where it has one."),
    )


class Role(Fact):
    """A person, post or body: who appoints it, what it must do, how to reach it."""

    kind: Literal["role"]
    name: Text = Field(description=both(cy="Ei enw.", en="What it is called."))
    term: TermId | None = Field(
        None, description=both(cy="Ei gofnod yn yr eirfa.", en="Its entry in the glossary.")
    )
    body: Body = Field(
        description=both(
            cy="Y math o gorff y mae’n perthyn iddo.", en="The kind of body it belongs to."
        )
    )
    part_of: RoleId | None = Field(
        None,
        description=both(
            cy="Y corff y mae’n perthyn iddo, os yw hwnnw’n rôl.",
            en="The body it belongs to, where that is a role.",
        ),
    )
    statutory: Statutory = Field(
        description=both(cy="A yw’r gyfraith yn ei enwi.", en="Whether the law names it.")
    )
    summary: Text = Field(
        description=both(cy="Beth ydyw, mewn un frawddeg.", en="What it is, in one sentence.")
    )
    appointed_by: Text = Field(
        description=both(
            cy="Pwy sy’n ei benodi, neu sut mae corff yn dod i fod.",
            en="Who appoints it, or how a body comes to be.",
        )
    )
    duties: tuple[Duty, ...] = Field(
        min_length=1,
        description=both(cy="Beth y mae’n rhaid iddo ei wneud.", en="What it must do."),
    )
    reach: Text = Field(
        description=both(cy="Sut mae teulu’n cysylltu ag ef.", en="How a family reaches it.")
    )
    organisation: OrganisationId | None = Field(
        None, description=both(cy="Ei fanylion cyswllt.", en="Its contact details.")
    )
