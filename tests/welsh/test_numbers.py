import datetime

import pytest

from canllaw.welsh.numbers import age, count, date, duration, month_and_year, ordinal

NBSP = "\N{NO-BREAK SPACE}"
UNITS = ("day", "school-day", "week", "month", "year")
# number | day | school day | week | month | year | age
DURATIONS = """
0 | 0 diwrnod | 0 diwrnod ysgol | 0 wythnos | 0 mis | 0 mlynedd | 0 oed
1 | 1 diwrnod | 1 diwrnod ysgol | 1 wythnos | 1 mis | 1 flwyddyn | 1 oed
2 | 2 ddiwrnod | 2 ddiwrnod ysgol | 2 wythnos | 2 fis | 2 flynedd | 2 oed
3 | 3 diwrnod | 3 diwrnod ysgol | 3 wythnos | 3 mis | 3 blynedd | 3 oed
4 | 4 diwrnod | 4 diwrnod ysgol | 4 wythnos | 4 mis | 4 blynedd | 4 oed
5 | 5 niwrnod | 5 niwrnod ysgol | 5 wythnos | 5 mis | 5 mlynedd | 5 oed
6 | 6 diwrnod | 6 diwrnod ysgol | 6 wythnos | 6 mis | 6 blynedd | 6 oed
7 | 7 niwrnod | 7 niwrnod ysgol | 7 wythnos | 7 mis | 7 mlynedd | 7 oed
8 | 8 niwrnod | 8 niwrnod ysgol | 8 wythnos | 8 mis | 8 mlynedd | 8 oed
9 | 9 niwrnod | 9 niwrnod ysgol | 9 wythnos | 9 mis | 9 mlynedd | 9 oed
10 | 10 niwrnod | 10 niwrnod ysgol | 10 wythnos | 10 mis | 10 mlynedd | 10 oed
11 | 11 diwrnod | 11 diwrnod ysgol | 11 wythnos | 11 mis | 11 mlynedd | 11 oed
12 | 12 niwrnod | 12 niwrnod ysgol | 12 wythnos | 12 mis | 12 mlynedd | 12 oed
13 | 13 diwrnod | 13 diwrnod ysgol | 13 wythnos | 13 mis | 13 blynedd | 13 oed
14 | 14 diwrnod | 14 diwrnod ysgol | 14 wythnos | 14 mis | 14 blynedd | 14 oed
15 | 15 niwrnod | 15 niwrnod ysgol | 15 wythnos | 15 mis | 15 mlynedd | 15 oed
16 | 16 diwrnod | 16 diwrnod ysgol | 16 wythnos | 16 mis | 16 o flynyddoedd | 16 oed
17 | 17 diwrnod | 17 diwrnod ysgol | 17 wythnos | 17 mis | 17 o flynyddoedd | 17 oed
18 | 18 niwrnod | 18 niwrnod ysgol | 18 wythnos | 18 mis | 18 mlynedd | 18 oed
19 | 19 diwrnod | 19 diwrnod ysgol | 19 wythnos | 19 mis | 19 o flynyddoedd | 19 oed
20 | 20 niwrnod | 20 niwrnod ysgol | 20 wythnos | 20 mis | 20 mlynedd | 20 oed
21 | 21 diwrnod | 21 diwrnod ysgol | 21 wythnos | 21 mis | 21 mlynedd | 21 oed
22 | 22 diwrnod | 22 diwrnod ysgol | 22 wythnos | 22 mis | 22 o flynyddoedd | 22 oed
23 | 23 diwrnod | 23 diwrnod ysgol | 23 wythnos | 23 mis | 23 blynedd | 23 oed
24 | 24 diwrnod | 24 diwrnod ysgol | 24 wythnos | 24 mis | 24 blynedd | 24 oed
25 | 25 diwrnod | 25 diwrnod ysgol | 25 wythnos | 25 mis | 25 mlynedd | 25 oed
26 | 26 diwrnod | 26 diwrnod ysgol | 26 wythnos | 26 mis | 26 blynedd | 26 oed
27 | 27 diwrnod | 27 diwrnod ysgol | 27 wythnos | 27 mis | 27 mlynedd | 27 oed
28 | 28 diwrnod | 28 diwrnod ysgol | 28 wythnos | 28 mis | 28 mlynedd | 28 oed
29 | 29 diwrnod | 29 diwrnod ysgol | 29 wythnos | 29 mis | 29 mlynedd | 29 oed
30 | 30 diwrnod | 30 diwrnod ysgol | 30 wythnos | 30 mis | 30 mlynedd | 30 oed
35 | 35 diwrnod | 35 diwrnod ysgol | 35 wythnos | 35 mis | 35 mlynedd | 35 oed
40 | 40 diwrnod | 40 diwrnod ysgol | 40 wythnos | 40 mis | 40 mlynedd | 40 oed
"""


@pytest.mark.parametrize("row", DURATIONS.strip().splitlines())
def test_durations_and_ages_follow_the_table(row: str) -> None:
    """Every length of time and age has the form of the table, its figure tied to its noun."""
    number, *expected = row.split(" | ")
    lengths = [duration(int(number), unit) for unit in UNITS]
    assert [*lengths, age(int(number))] == [form.replace(" ", NBSP, 1) for form in expected]


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (35, "term-time-day", "35\N{NO-BREAK SPACE}diwrnod yn ystod y tymor"),
        (10, "term-time-day", "10\N{NO-BREAK SPACE}niwrnod yn ystod y tymor"),
        (20, "working-day", "20\N{NO-BREAK SPACE}niwrnod gwaith"),
        (2, "working-day", "2\N{NO-BREAK SPACE}ddiwrnod gwaith"),
        (100, "working-day", "100\N{NO-BREAK SPACE}niwrnod gwaith"),
    ],
)
def test_every_kind_of_day_changes_alike(number: int, unit: str, expected: str) -> None:
    """Term-time and working days take the same form of diwrnod as plain days."""
    assert duration(number, unit) == expected


def test_an_unknown_unit_is_refused() -> None:
    """A unit that the module does not know is an error that names it."""
    with pytest.raises(ValueError, match="'fortnight' is not a unit of time"):
        duration(2, "fortnight")


@pytest.mark.parametrize(
    ("number", "plural", "expected"),
    [
        (3, "plant", "3\N{NO-BREAK SPACE}o blant"),
        (2, "penderfyniadau", "2\N{NO-BREAK SPACE}o benderfyniadau"),
        (4, "CDUau", "4\N{NO-BREAK SPACE}o CDUau"),
    ],
)
def test_count_needs_no_gender(number: int, plural: str, expected: str) -> None:
    """A number of things is the figure, o and the softened plural."""
    assert count(number, plural) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "1af", "2il", "3ydd", "4ydd", "5ed", "6ed", "7fed", "8fed", "9fed", "10fed", "11eg",
        "12fed", "13eg", "14eg", "15fed", "16eg", "17eg", "18fed", "19eg", "20fed", "21ain",
        "31ain", "40fed",
    ],
)  # fmt: skip
def test_ordinals_end_as_they_are_read(expected: str) -> None:
    """The ending of a rank is that of the traditional number."""
    assert ordinal(int(expected.rstrip("abcdefgilny"))) == expected


def test_dates_are_never_ordinals() -> None:
    """A date is figure, month and year, the figure tied to the month."""
    assert date(datetime.date(2021, 9, 1)) == f"1{NBSP}Medi 2021"
    assert date(datetime.date(2024, 2, 29)) == f"29{NBSP}Chwefror 2024"


def test_dates_can_name_the_weekday() -> None:
    """The day of the week goes before the date."""
    assert date(datetime.date(2021, 9, 1), weekday=True) == f"Dydd Mercher 1{NBSP}Medi 2021"


def test_month_and_year_leave_out_the_day() -> None:
    """A month is its name and its year."""
    assert month_and_year(datetime.date(2021, 9, 1)) == "Medi 2021"
