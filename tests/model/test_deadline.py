import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from canllaw.load.content import load_content
from canllaw.model import Deadline, DeadlineValue, NotInForceError, Unit
from conftest import TINY

LIBRARY = load_content(TINY)[0].library


def _deadline(entry_id: str) -> Deadline:
    entry = LIBRARY.entries[entry_id]
    assert isinstance(entry, Deadline)
    return entry


@pytest.mark.parametrize(
    ("day", "length", "unit"),
    [
        ("2021-09-01", 35, Unit.SCHOOL_DAY),
        ("2030-08-31", 35, Unit.SCHOOL_DAY),
        ("2030-09-01", 12, Unit.WEEK),
    ],
)
def test_value_on(day: str, length: int, unit: Unit) -> None:
    """The length of a deadline is the one in force on the day asked for."""
    value = _deadline("deadline.school").value_on(datetime.date.fromisoformat(day))
    assert (value.length, value.unit) == (length, unit)


def test_value_before_the_first() -> None:
    """Before the law came in there is no deadline, and nobody falls back on another value."""
    with pytest.raises(NotInForceError, match="2021-08-31"):
        _deadline("deadline.school").value_on(datetime.date(2021, 8, 31))


def test_value_with_more_time() -> None:
    """A value keeps the extensions that go with it."""
    [value] = _deadline("deadline.appeal").values
    assert [(more.length, more.unit) for more in value.extensions] == [(8, Unit.WEEK)]


@pytest.mark.parametrize(
    "wrong",
    [{"length": "0"}, {"length": "-1"}, {"length": "1.5"}, {"length": "eight"}, {"unit": "weeks"},
     {"unit": ""}, {"from": "September"}, {"from": "2021-02-30"}, {"to": "2022-09-01"}],
    ids=str,
)  # fmt: skip
def test_values_that_are_refused(wrong: dict[str, Any]) -> None:
    """A length is a whole number above zero with a unit that is known, from a day, to no day."""
    right = {"from": "2021-09-01", "length": "8", "unit": "week"}
    assert DeadlineValue.model_validate(right).length == 8
    with pytest.raises(ValidationError):
        DeadlineValue.model_validate({**right, **wrong})
