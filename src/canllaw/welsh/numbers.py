"""Numbers with the noun, age, date or rank that they count, in figures as guidance writes them."""

import datetime
from typing import Final

from canllaw.welsh.mutation import Mutation, mutate, mutate_first

_NBSP: Final = "\N{NO-BREAK SPACE}"

_MONTHS: Final = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi",
    "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip
_WEEKDAYS: Final = ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul")

# What follows diwrnod, which alone changes with the number.
_DAYS: Final = {
    "day": "",
    "school-day": " ysgol",
    "term-time-day": " yn ystod y tymor",
    "working-day": " gwaith",
}
# Legislation writes niwrnod after these: pum niwrnod, ugain niwrnod. A translator should confirm.
_NASAL_DAYS: Final = frozenset((5, 7, 8, 9, 10, 12, 15, 18, 20, 100))

# The old and the new way of reading 16, 17, 19 and 22 disagree; "o" and a plural suits both.
_YEARS: Final = {
    1: "flwyddyn",
    12: "mlynedd",
    **dict.fromkeys((16, 17, 19, 22), "o flynyddoedd"),
}
_YEARS_BY_LAST_FIGURE: Final = {2: "flynedd", 3: "blynedd", 4: "blynedd", 6: "blynedd"}

_ORDINAL_ENDINGS: Final = {
    1: "af",
    2: "il",
    **dict.fromkeys((3, 4), "ydd"),
    **dict.fromkeys((5, 6), "ed"),
    **dict.fromkeys((7, 8, 9, 10, 12, 15, 18, 20), "fed"),
    **dict.fromkeys((11, 13, 14, 16, 17, 19), "eg"),
    **dict.fromkeys(range(21, 40), "ain"),
}


def duration(number: int, unit: str) -> str:
    """Return a length of time: "35 diwrnod ysgol"; raise `ValueError` for a unit not known."""
    return f"{number}{_NBSP}{_noun(number, unit)}"


def _noun(number: int, unit: str) -> str:
    if unit in _DAYS:
        return _day(number) + _DAYS[unit]
    if unit == "week":
        return "wythnos"
    if unit == "month":
        return _softened_by_two(number, "mis")
    if unit == "year":
        return _YEARS.get(number) or _YEARS_BY_LAST_FIGURE.get(number % 10, "mlynedd")
    raise ValueError(f"'{unit}' is not a unit of time.")


def _day(number: int) -> str:
    if number in _NASAL_DAYS:
        return mutate("diwrnod", Mutation.NASAL)
    return _softened_by_two(number, "diwrnod")


def _softened_by_two(number: int, noun: str) -> str:
    return mutate(noun, Mutation.SOFT) if number == 2 else noun


def age(number: int) -> str:
    """Return an age in years: "25 oed"."""
    return f"{number}{_NBSP}oed"


def count(number: int, plural: str) -> str:
    """Return a number of things, whatever the gender of their plural: "3 o blant"."""
    return f"{number}{_NBSP}o {mutate_first(plural, Mutation.SOFT)}"


def ordinal(number: int) -> str:
    """Return the masculine rank in figures: "1af", "3ydd", "21ain"."""
    return f"{number}{_ORDINAL_ENDINGS.get(number, 'fed')}"


def date(day: datetime.date, weekday: bool = False) -> str:
    """Return a day, never with an ordinal: "1 Medi 2021", "Dydd Mercher 1 Medi 2021"."""
    written = f"{day.day}{_NBSP}{month_and_year(day)}"
    return f"Dydd {_WEEKDAYS[day.weekday()]} {written}" if weekday else written


def month_and_year(day: datetime.date) -> str:
    """Return the month that `day` is in: "Medi 2021"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
