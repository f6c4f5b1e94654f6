"""When a fact must be looked at again, and how old what it says is."""

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from canllaw.model.base import Checked, Entry
from canllaw.model.deadline import Deadline, DeadlineValue
from canllaw.model.library import Library, is_publishable
from canllaw.model.site import SiteRules
from canllaw.model.source import Source


@dataclass(frozen=True, slots=True)
class Due:
    """A fact, and the last day on which what it says still counts as checked."""

    entry: Checked | Source
    by: datetime.date


@dataclass(frozen=True, slots=True)
class Change:
    """A deadline whose length changes on a day that is written down already."""

    deadline: Deadline
    now: DeadlineValue
    then: DeadlineValue


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return day.replace(year=day.year + years, month=month + 1, day=min(day.day, last))


def whole_months(start: datetime.date, end: datetime.date) -> int:
    """Return how many whole months lie between two days."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (months_later(start, months) > end)


def due(entry: Entry, rules: SiteRules) -> datetime.date | None:
    """Return the last day on which `entry` counts as checked; `None` where it never grows old."""
    if not isinstance(entry, Checked | Source) or not is_publishable(entry):
        return None
    months = entry.check_every or rules.months(entry.kind)
    return months_later(entry.checked, months) if months else None


def months_old(entry: Entry, rules: SiteRules, day: datetime.date) -> int:
    """Return how many months before `day` a fact was checked that is past its limit; else 0."""
    last = due(entry, rules)
    if not isinstance(entry, Checked | Source) or last is None or day <= last:
        return 0
    return whole_months(entry.checked, day)


def dues(library: Library, rules: SiteRules, by: datetime.date) -> list[Due]:
    """Return what must be looked at again no later than `by`: the worst harm first, then the oldest
    limit.
    """
    found = [
        Due(entry, last)
        for entry in library.entries.values()
        if isinstance(entry, Checked | Source) and (last := due(entry, rules)) and last <= by
    ]
    return sorted(found, key=lambda one: (rules.harm(one.entry.kind), one.by, one.entry.id))


def changes(library: Library, after: datetime.date, until: datetime.date) -> list[Change]:
    """Return the deadlines whose length changes after one day and no later than another."""
    found = [change for entry in library.of_kind("deadline") for change in _changes(entry)]
    soon = [change for change in found if after < change.then.start <= until]
    return sorted(soon, key=lambda change: (change.then.start, change.deadline.id))


def _changes(entry: Entry) -> Iterator[Change]:
    if isinstance(entry, Deadline) and is_publishable(entry):
        for now, then in zip(entry.values, entry.values[1:], strict=False):
            yield Change(entry, now, then)
