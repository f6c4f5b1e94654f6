"""Values that are written in one form only: section numbers, days, telephone numbers, slugs."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from canllaw.model.milestone import PartialDate
from canllaw.model.organisation import Email, Phone
from canllaw.model.page import Slug
from canllaw.model.plan_section import SectionNumber

RIGHT: dict[Any, tuple[str, ...]] = {
    SectionNumber: ("1A", "2B.2", "3D.9"),
    PartialDate: ("2017", "2021-03", "2021-09-01", "2024-12-31"),
    Phone: ("0300 222 5711", "029 2034 8990", "01970 633 571", "0808 801 0608", "01352 704500"),
    Email: ("a@b.wales", "help.me+now_1@ex-ample.gov.wales"),
    Slug: ("a", "rhieni/apelio", "a-1/b-2/c"),
}
WRONG: dict[Any, tuple[str, ...]] = {
    SectionNumber: ("", "4A", "2E", "2B.", "2B.10", "2b", "Section 2B"),
    PartialDate: ("", "21", "2021-9", "2021-13", "2021-00", "2021-09-32", "09-2021", "Medi 2021"),
    Phone: ("", "03002225711", "+44 300 222 5711", "(029) 2034 8990", "029-2034-8990", "999"),
    Email: ("", "a", "a@b", "a b@c.wales", "a@b.wales, c@d.wales", "a@b.wales?subject=x"),
    Slug: ("", "/a", "a/", "a//b", "A", "ŷ", "a_b", "a b", "a.html", "-a", "a-", ".."),
}


@pytest.mark.parametrize(
    ("form", "value"), [(form, value) for form, values in RIGHT.items() for value in values]
)
def test_right_form(form: Any, value: str) -> None:
    """A value in the right form stays as it was written."""
    assert TypeAdapter(form).validate_python(value) == value


@pytest.mark.parametrize(
    ("form", "value"), [(form, value) for form, values in WRONG.items() for value in values]
)
def test_wrong_form(form: Any, value: str) -> None:
    """A value in any other form is refused."""
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        TypeAdapter(form).validate_python(value)
