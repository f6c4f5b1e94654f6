"""Deadlines: who must act, what starts the clock, how long, and what if it is missed."""

import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from canllaw.languages import both
from canllaw.model.base import Record, RoleId, Text
from canllaw.model.citation import Fact
from canllaw.model.dated import Starting, in_force


class Unit(StrEnum):
    """What is counted. The units differ: school holidays count in weeks, not in school days."""

    DAY = "day"
    SCHOOL_DAY = "school-day"
    TERM_TIME_DAY = "term-time-day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Topic(StrEnum):
    """The moment in a family's case that a deadline or right belongs to."""

    DECIDING = "deciding"
    RECONSIDERING = "reconsidering"
    HEALTH = "health"
    REVIEW = "review"
    MOVING = "moving"
    ENDING = "ending"
    APPEAL = "appeal"
    AFTER_APPEAL = "after-appeal"
    DETAINED = "detained"
    DISCRIMINATION = "discrimination"


class Counting(StrEnum):
    """Which day is the first of the period."""

    SAME_DAY = "same-day"
    NEXT_DAY = "next-day"
    NEXT_WORKING_DAY = "next-working-day"
    NOT_STATED = "not-stated"


class Counts(StrEnum):
    """What must have happened by the last day."""

    DONE = "done"
    RECEIVED = "received"


# More is a slip of the keyboard: no limit of the law is so long, in any unit.
Length = Annotated[int, Field(ge=1, le=1000)]


class Span(Record):
    """A length of time with its unit."""

    length: Length = Field(description=both(cy="Faint.", en="How many."))
    unit: Unit = Field(description=both(cy="Faint o beth.", en="How many of what."))


class Extension(Span):
    """More time, and when it is given."""

    when: Text = Field(
        description=both(
            cy="Pryd y mae rhagor o amser, fel brawddeg.",
            en="When there is more time, as a sentence.",
        )
    )


class DeadlineValue(Starting):
    """The length of a deadline from a day on."""

    length: Length = Field(description=both(cy="Faint.", en="How many."))
    unit: Unit = Field(description=both(cy="Faint o beth.", en="How many of what."))
    extensions: tuple[Extension, ...] = Field(
        (), description=both(cy="Rhagor o amser, a phryd.", en="More time, and when.")
    )


class Deadline(Fact):
    """A time limit that somebody must keep."""

    kind: Literal["deadline"]
    name: Text = Field(
        description=both(cy="Terfyn amser i beth ydyw.", en="What it is a deadline for.")
    )
    topic: Topic = Field(
        description=both(
            cy="Yr adeg mewn achos y mae’n perthyn iddi.", en="The moment in a case it belongs to."
        )
    )
    who: tuple[RoleId, ...] = Field(
        min_length=1, description=both(cy="Pwy sy’n gorfod gweithredu.", en="Who must act.")
    )
    starts: Text = Field(
        description=both(cy="Beth sy’n cychwyn yr amser.", en="What starts the clock.")
    )
    counting: Counting = Field(
        description=both(
            cy="Pa ddiwrnod yw diwrnod cyntaf y cyfnod.", en="Which day is the first of the period."
        )
    )
    must: Text = Field(
        description=both(
            cy="Beth sy’n gorfod cael ei wneud erbyn y diwrnod olaf.",
            en="What must be done by the last day.",
        )
    )
    counts: Counts = Field(
        description=both(
            cy="done: wedi’i wneud erbyn hynny. received: yn nwylo’r llall erbyn hynny.",
            en="done: done by then. received: in the other’s hands by then.",
        )
    )
    promptly: bool = Field(
        False,
        description=both(
            cy="Yn brydlon, ac erbyn y diwrnod olaf fan bellaf.",
            en="Promptly, and by the last day at the latest.",
        ),
    )
    exceptions: tuple[Text, ...] = Field(
        (),
        description=both(
            cy="Pryd nad yw’n rhwymo, neu pryd y gall blygu.", en="When it does not bind, or bends."
        ),
    )
    if_missed: Text = Field(
        description=both(
            cy="Beth allwch chi ei wneud os caiff ei golli.", en="What you can do if it is missed."
        )
    )
    values: tuple[DeadlineValue, ...] = Field(
        min_length=1,
        description=both(
            cy="Yr hydoedd, yn nhrefn eu dyddiad dechrau.", en="The lengths, by start."
        ),
    )

    def value_on(self, day: datetime.date) -> DeadlineValue:
        """Return the value in force on `day`; raise `NotInForceError` before its first start."""
        return in_force(self.values, day)
