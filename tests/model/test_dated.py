import datetime

import pytest

from canllaw.model import NotInForceError
from canllaw.model.dated import Starting, in_force

SEPTEMBER = Starting.model_validate({"from": "2021-09-01"})
NEXT = Starting.model_validate({"from": "2030-09-01"})


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2021-09-01", SEPTEMBER),
        ("2030-08-31", SEPTEMBER),
        ("2030-09-01", NEXT),
        ("9999-12-31", NEXT),
    ],
)
@pytest.mark.parametrize(
    "values", [(SEPTEMBER, NEXT), (NEXT, SEPTEMBER)], ids=["old-first", "new-first"]
)
def test_in_force(values: tuple[Starting, ...], day: str, value: Starting) -> None:
    """A value counts from its first day until the day before the next, in whatever order."""
    assert in_force(values, datetime.date.fromisoformat(day)) is value


@pytest.mark.parametrize("values", [(SEPTEMBER, NEXT), ()])
def test_in_force_before_the_first(values: tuple[Starting, ...]) -> None:
    """Before the first value there is none, and the error says on which day."""
    with pytest.raises(NotInForceError, match="no value is in force on 2021-08-31"):
        in_force(values, datetime.date(2021, 8, 31))
