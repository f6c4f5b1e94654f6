import pytest
from pydantic import ValidationError

from canllaw.load.content import load_content
from canllaw.model import Right
from conftest import TINY

RIGHT = load_content(TINY)[0].library.entries["right.appeal"].model_dump(by_alias=True)
NO_DEADLINE = {"cy": "Dim terfyn.", "en": "No limit."}


@pytest.mark.parametrize(
    ("deadlines", "no_deadline"), [(["deadline.appeal"], None), ([], NO_DEADLINE)]
)
def test_one_thing_about_time(deadlines: list[str], no_deadline: dict[str, str] | None) -> None:
    """A right has deadlines, or says that there is none."""
    right = Right.model_validate({**RIGHT, "deadlines": deadlines, "no_deadline": no_deadline})
    assert bool(right.deadlines) is not bool(right.no_deadline)


@pytest.mark.parametrize(
    ("deadlines", "no_deadline"), [([], None), (["deadline.appeal"], NO_DEADLINE)]
)
def test_nothing_or_two_things_about_time(
    deadlines: list[str], no_deadline: dict[str, str] | None
) -> None:
    """A right that says nothing about time, or two things, is refused."""
    with pytest.raises(ValidationError, match="families must know the time"):
        Right.model_validate({**RIGHT, "deadlines": deadlines, "no_deadline": no_deadline})
