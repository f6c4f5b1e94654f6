"""Values that change: each has a first day, and counts until a later one takes over."""

import datetime
from typing import TypeVar

from pydantic import Field

from canllaw.languages import both
from canllaw.model.base import Day, Record


class NotInForceError(LookupError):
    """A dated value was asked for on a day before its first start."""


class Starting(Record):
    """A value that counts from one day until a later value takes over. It has no end date, so
    there can be no gap and no overlap.
    """

    start: Day = Field(
        alias="from",
        description=both(
            cy="Y diwrnod cyntaf y mae’r gwerth hwn yn cyfrif.",
            en="The first day this value counts.",
        ),
    )


StartingT = TypeVar("StartingT", bound=Starting)


def in_force(values: tuple[StartingT, ...], day: datetime.date) -> StartingT:
    """Return the value in force on `day`; raise `NotInForceError` before the first start."""
    # Future values stay in the file on purpose: next September can be checked today.
    started = [value for value in values if value.start <= day]
    if not started:
        raise NotInForceError(f"no value is in force on {day.isoformat()}")
    return max(started, key=lambda value: value.start)
