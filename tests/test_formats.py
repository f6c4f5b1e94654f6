import datetime

import pytest

from canllaw import formats
from canllaw.formats import NBSP
from canllaw.languages import Language
from canllaw.model import Unit


@pytest.mark.parametrize(
    ("number", "unit", "cy", "en"),
    [
        (1, "day", "1 diwrnod", "1 day"),
        (2, "day", "2 ddiwrnod", "2 days"),
        (35, "school-day", "35 diwrnod ysgol", "35 school days"),
        (1, "school-day", "1 diwrnod ysgol", "1 school day"),
        (20, "working-day", "20 niwrnod gwaith", "20 working days"),
        (10, "term-time-day", "10 niwrnod yn ystod y tymor", "10 term-time days"),
        (8, "week", "8 wythnos", "8 weeks"),
        (2, "month", "2 fis", "2 months"),
        (1, "year", "1 flwyddyn", "1 year"),
        (3, "year", "3 blynedd", "3 years"),
    ],
)
def test_length(number: int, unit: str, cy: str, en: str) -> None:
    """A length of time has its noun in the form the number asks for, and stays on one line."""
    for language, expected in (("cy", cy), ("en", en)):
        said = formats.length(number, unit, "cy" if language == "cy" else "en")
        assert said == expected.replace(" ", NBSP, 1)


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("unit", list(Unit))
def test_length_in_every_unit(language: Language, unit: Unit) -> None:
    """Every unit that a deadline can have can be said in both languages."""
    assert formats.length(35, unit.value, language).startswith(f"35{NBSP}")


def test_length_in_no_unit() -> None:
    """A unit that does not exist is a mistake of the caller, in both languages."""
    with pytest.raises(KeyError):
        formats.length(35, "fortnight", "en")
    with pytest.raises(ValueError, match="fortnight"):
        formats.length(35, "fortnight", "cy")


def test_age() -> None:
    """An age can follow "at" in English and "yn" in Welsh."""
    assert formats.age(25, "en") == "25"
    assert formats.age(25, "cy") == f"25{NBSP}oed"


@pytest.mark.parametrize(
    ("when", "cy", "en"),
    [
        ("2021-09-01", "1 Medi 2021", "1 September 2021"),
        ("2024-02-29", "29 Chwefror 2024", "29 February 2024"),
        ("2021-12-31", "31 Rhagfyr 2021", "31 December 2021"),
    ],
)
def test_date(when: str, cy: str, en: str) -> None:
    """A day is written with its month in words; the day and the month stay together."""
    day = datetime.date.fromisoformat(when)
    for language, expected in (("cy", cy), ("en", en)):
        said = formats.date(day, "cy" if language == "cy" else "en")
        assert said == expected.replace(" ", NBSP, 1)
        assert formats.partial_date(when, "cy" if language == "cy" else "en") == said


@pytest.mark.parametrize(
    ("when", "cy", "en"),
    [("2021-01", "Ionawr 2021", "January 2021"), ("2021", "2021", "2021")],
)
def test_partial_date(when: str, cy: str, en: str) -> None:
    """A month or a year is said as precisely as it was given, and no more."""
    assert (formats.partial_date(when, "cy"), formats.partial_date(when, "en")) == (cy, en)


def test_every_month() -> None:
    """No two months have the same name, in either language."""
    months = [f"2021-{month:02}" for month in range(1, 13)]
    assert len({formats.partial_date(month, "cy") for month in months}) == 12
    assert len({formats.partial_date(month, "en") for month in months}) == 12


@pytest.mark.parametrize(
    ("items", "cy", "en"),
    [
        ((), "", ""),
        (("ysgol",), "ysgol", "ysgol"),
        (("coleg", "ysgol"), "coleg ac ysgol", "coleg and ysgol"),
        (("ysgol", "coleg", "tad"), "ysgol, coleg a thad", "ysgol, coleg and tad"),
    ],
)
def test_list_and(items: tuple[str, ...], cy: str, en: str) -> None:
    """A list ends in "and", or in "a" or "ac" and what they change."""
    assert (formats.list_and(items, "cy"), formats.list_and(items, "en")) == (cy, en)


@pytest.mark.parametrize(
    ("items", "cy", "en"),
    [
        ((), "", ""),
        (("ysgol",), "ysgol", "ysgol"),
        (("ysgol", "plentyn"), "ysgol neu blentyn", "ysgol or plentyn"),
        (("tad", "mam", "coleg"), "tad, mam neu goleg", "tad, mam or coleg"),
    ],
)
def test_list_or(items: tuple[str, ...], cy: str, en: str) -> None:
    """A list ends in "or", or in "neu" and what it changes."""
    assert (formats.list_or(items, "cy"), formats.list_or(items, "en")) == (cy, en)


def test_lists_of_anything_that_can_be_counted_once() -> None:
    """A list may come from anything that gives its items one after another."""
    assert formats.list_and(iter(["a", "b"]), "en") == "a and b"
    assert formats.list_or(iter(["ci", "cath"]), "cy") == "ci neu gath"


@pytest.mark.parametrize(
    ("number", "welsh", "english"),
    [(1, "1af", "1st"), (2, "2il", "2nd"), (3, "3ydd", "3rd"), (11, "11eg", "11th")],
)
def test_ordinal(number: int, welsh: str, english: str) -> None:
    """A place in a row has the ending of its language."""
    assert (formats.ordinal(number, "cy"), formats.ordinal(number, "en")) == (welsh, english)


def test_after() -> None:
    """A text behind a preposition mutates in Welsh and stays in English."""
    prepositions: dict[Language, str] = {"cy": "i", "en": "to"}
    assert formats.after("cyngor", prepositions, "cy") == "i gyngor"
    assert formats.after("the council", prepositions, "en") == "to the council"
