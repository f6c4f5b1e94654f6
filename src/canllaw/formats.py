"""Numbers, ages, dates and lists in the language of the page, whole and with their noun."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Final

from canllaw.languages import Language
from canllaw.welsh import grammar, numbers

NBSP: Final = "\N{NO-BREAK SPACE}"

_ENGLISH_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ENGLISH_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_ENGLISH_UNITS: Final = {
    "day": "day",
    "school-day": "school day",
    "term-time-day": "term-time day",
    "working-day": "working day",
    "week": "week",
    "month": "month",
    "year": "year",
}


def length(number: int, unit: str, language: Language) -> str:
    """Return a length of time: "35 school days", "35 diwrnod ysgol"."""
    if language == "cy":
        return numbers.duration(number, unit)
    ending = "" if number == 1 else "s"
    return f"{number}{NBSP}{_ENGLISH_UNITS[unit]}{ending}"


def age(number: int, language: Language) -> str:
    """Return an age that can follow "at" or "yn": "25", "25 oed"."""
    return numbers.age(number) if language == "cy" else str(number)


def date(day: datetime.date, language: Language) -> str:
    """Return a day: "1 September 2021", "1 Medi 2021"."""
    if language == "cy":
        return numbers.date(day)
    return f"{day.day}{NBSP}{_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def partial_date(when: str, language: Language) -> str:
    """Return an ISO day, month or year in words, no more precise than it was given."""
    parts = [int(part) for part in when.split("-")]
    if len(parts) == 3:
        return date(datetime.date(*parts), language)
    if len(parts) == 1:
        return when
    year, month = parts
    if language == "cy":
        return numbers.month_and_year(datetime.date(year, month, 1))
    return f"{_ENGLISH_MONTHS[month - 1]} {year}"


def ordinal(number: int, language: Language) -> str:
    """Return a place in a row: "3rd", "3ydd"."""
    if language == "cy":
        return numbers.ordinal(number)
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{_ENGLISH_ENDINGS.get(number % 10, 'th')}"


def after(text: str, prepositions: Mapping[Language, str], language: Language) -> str:
    """Put a text behind a preposition: "to the council", and with its mutation "i gyngor"."""
    preposition = prepositions[language]
    return grammar.after(preposition, text) if language == "cy" else f"{preposition} {text}"


def list_and(items: Iterable[str], language: Language) -> str:
    """Join items with commas and a last "and" or "a/ac"."""
    found = list(items)
    if language == "cy":
        return grammar.list_and(found)
    return " and ".join((", ".join(found[:-1]), found[-1])) if len(found) > 1 else "".join(found)


def list_or(items: Iterable[str], language: Language) -> str:
    """Join items with commas and a last "or" or "neu"."""
    found = list(items)
    if language == "cy":
        return grammar.list_or(found)
    return " or ".join((", ".join(found[:-1]), found[-1])) if len(found) > 1 else "".join(found)
