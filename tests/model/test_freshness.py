import datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from canllaw.build import Guide
from canllaw.load.content import load_content
from canllaw.model import (
    KINDS,
    NO_RULES,
    Checked,
    SiteRules,
    Source,
    changes,
    due,
    dues,
    months_later,
    months_old,
    whole_months,
)
from conftest import DAY, Edit

DATED = [kind for kind, model in KINDS.items() if issubclass(model, Checked | Source)]


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-22", 6, "2027-05-22"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-08-31", 18, "2028-02-29"),
    ],
)
def test_months_later(day: str, months: int, later: str) -> None:
    """A month later is the same day of the month, or the last one of a shorter month."""
    assert months_later(_day(day), months) == _day(later)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [("2026-01-15", "2026-02-14", 0), ("2026-01-15", "2026-02-15", 1),
     ("2026-01-31", "2026-02-28", 1), ("2025-11-22", "2027-01-21", 13)],
)  # fmt: skip
def test_whole_months(start: str, end: str, months: int) -> None:
    """A month counts once it is over."""
    assert whole_months(_day(start), _day(end)) == months


def test_a_fact_grows_old_the_day_after_its_limit(guide: Guide) -> None:
    """On its last day a fact still counts as checked; a day later it is a year old."""
    fact, rules = guide.content.library.entries["deadline.school"], guide.content.rules
    assert due(fact, rules) == _day("2027-01-10")
    assert months_old(fact, rules, _day("2027-01-10")) == 0
    assert months_old(fact, rules, _day("2027-01-11")) == 12


def test_check_every(tiny: Path, edit: Edit) -> None:
    """A fact may name a period of its own."""
    edit(
        "content/facts.yml", "  id: deadline.school\n", "  id: deadline.school\n  check_every: 3\n"
    )
    content, problems = load_content(tiny)
    assert problems == []
    entry = content.library.entries["deadline.school"]
    assert due(entry, content.rules) == _day("2026-04-10")


def test_what_never_grows_old(guide: Guide) -> None:
    """What is unconfirmed is on no page, an example is no claim; without rules nothing is due."""
    library, rules = guide.content.library, guide.content.rules
    assert due(library.entries["deadline.unknown"], rules) is None
    assert due(library.entries["example.timetable"], rules) is None
    assert due(library.entries["deadline.school"], NO_RULES) is None


def test_worst_harm_first(guide: Guide) -> None:
    """What is due comes in the order of harm, then by its day: deadlines before contacts."""
    found = dues(guide.content.library, guide.content.rules, _day("2028-02-01"))
    kinds = list(dict.fromkeys(one.entry.kind for one in found))
    assert kinds == [one.kind for one in guide.content.rules.check_again if one.kind in kinds]
    assert [one.entry.id for one in found[:2]] == ["deadline.school", "deadline.appeal"]
    assert dues(guide.content.library, guide.content.rules, DAY) == []


def test_changes(guide: Guide) -> None:
    """A length that takes over between two days is a change to come, also on the last of them."""
    library = guide.content.library
    (change,) = changes(library, DAY, _day("2030-09-01"))
    assert change.deadline.id == "deadline.school"
    assert (change.now.length, change.then.length) == (35, 12)
    assert changes(library, DAY, _day("2030-08-31")) == []
    assert changes(library, _day("2030-09-01"), _day("2031-01-01")) == []


def test_every_dated_kind_has_a_period(guide: Guide) -> None:
    """The rules name every kind that has a day of checking, and no kind twice."""
    assert sorted(period.kind for period in guide.content.rules.check_again) == sorted(DATED)
    periods = guide.content.rules.model_dump()["check_again"]
    for wrong in (periods[1:], [*periods, periods[0]]):
        with pytest.raises(ValidationError, match=r"Name each kind once\. Look at deadline"):
            SiteRules.model_validate({"check_again": wrong, "hosts": []})


def test_no_host_twice(guide: Guide) -> None:
    """A site stands once in the list, so that its reason does."""
    rules = guide.content.rules.model_dump()
    rules["hosts"] = [*rules["hosts"], rules["hosts"][0]]
    with pytest.raises(ValidationError, match=r"'law\.example' stands twice"):
        SiteRules.model_validate(rules)
