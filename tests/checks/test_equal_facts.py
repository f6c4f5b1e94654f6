"""Numbers are the same on both sides of a pair."""

from collections import Counter
from collections.abc import Callable

import pytest

from canllaw.checks.equal_facts import figures
from conftest import Edit

Problems = Callable[[], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("welsh", "english", "numbers"),
    [
        ("35 diwrnod ysgol", "35 school days", ["35"]),
        ("adran 70(2)(d)", "section 70(2)(d)", ["70", "2"]),
        ("wyth wythnos", "eight weeks", ["8"]),
        ("tair gwaith y flwyddyn", "three times a year", ["3"]),
        ("y trydydd cam", "the third step", ["3"]),
        ("0300 222 5711", "0300 222 5711", ["0300", "222", "5711"]),
        ("os yw hynny’n deg", "if that is fair", []),
        ("yn deg ac yn gyfiawn", "fair and just", []),
        ("un o’r ddau", "one of the two", []),
    ],
)
def test_figures_in_words_and_digits(welsh: str, english: str, numbers: list[str]) -> None:
    """Both languages give the same numbers, whether in digits or in words."""
    assert figures(welsh, "cy") == figures(english, "en") == Counter(numbers)


def test_C303_number_differs_in_a_fact(edit: Edit, problems: Problems) -> None:
    """A number that stands on one side of a fact only is named at the text."""
    edit("content/facts.yml", "Gall y Llywydd roi rhagor.", "Gall y Llywydd roi 4 wythnos arall.")
    assert ("content/facts.yml:121:7", "C303") in problems()


def test_C303_number_differs_on_a_page(edit: Edit, problems: Problems) -> None:
    """A number that stands on one side of a section only is named at the Welsh section."""
    edit("docs/en/help/ask.md", "You have ", "In three cases you have ")
    assert ("docs/cy/help/ask.md:9:1", "C303") in problems()
