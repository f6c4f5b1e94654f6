"""What commands share: the options of the project, how they end, and how they count."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from canllaw.build import Guide
from canllaw.cli.speaking import option, said
from canllaw.languages import Words
from canllaw.model import Waiver
from canllaw.problems import Problem, Severity

CLEAN: Final = 0
PROBLEMS: Final = 1
CANNOT_RUN: Final = 2


class DayType(click.ParamType[datetime.date]):
    """A day as an option takes it: 2027-09-01."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Return the day, or say how to write one."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            words = Words(
                cy=f"nid yw '{value}' yn ddiwrnod; ysgrifennwch ef fel 2027-09-01",
                en=f"'{value}' is not a day; write it like 2027-09-01",
            )
            self.fail(said(words), param, ctx)


root_option = option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    default_words=Words(cy="y ffolder hon", en="this folder"),
    words=Words(
        cy="Ffolder y prosiect: yr un sy’n cynnwys content/ a docs/.",
        en="The folder of the project: the one with content/ and docs/ in it.",
    ),
)
day_option = option(
    "--as-of",
    "day",
    type=DayType(),
    default=None,
    words=Words(
        cy="Dangos y gyfraith fel y mae ar y diwrnod hwn, fel 2027-09-01. Hebddo: heddiw.",
        en="Show the law as it stands on this day, such as 2027-09-01. Without it: today.",
    ),
)


def today() -> datetime.date:
    """Return the day on the clock of this computer."""
    return datetime.date.today()


def summary(guide: Guide) -> str:
    """Return one line: what was read, and how much there is to mend."""
    entries = guide.content.library.entries.values()
    facts = sum(not isinstance(entry, Waiver) for entry in entries)
    found = _count(guide.problems)
    return said(
        Words(
            cy=f"Darllenwyd {facts} o ffeithiau a {len(guide.pages)} o dudalennau ar "
            f"{guide.day}: {found.cy}.",
            en=f"{facts} facts and {len(guide.pages)} pages read on {guide.day}: {found.en}.",
        )
    )


def more_about(problem: Problem) -> Words:
    """Return the line that says how to read more about a problem."""
    typed = f"canllaw explain {problem.id}"
    return Words(cy=f"Rhagor am broblem: {typed}", en=f"More about a problem: {typed}")


_WELSH_COUNTS: Final = {
    Severity.ERROR: ("gwall", "o wallau"),
    Severity.WARNING: ("rhybudd", "o rybuddion"),
    Severity.NOTE: ("nodyn", "o nodiadau"),
}


def _count(problems: Iterable[Problem]) -> Words:
    found = [problem.severity for problem in problems]
    numbers = [(severity, number) for severity in Severity if (number := found.count(severity))]
    return Words(
        cy=", ".join(f"{number} {_WELSH_COUNTS[each][number > 1]}" for each, number in numbers)
        or "dim i’w gywiro",
        en=", ".join(f"{number} {each.value}{'s' * (number > 1)}" for each, number in numbers)
        or "nothing to mend",
    )


def short(path: Path) -> str:
    """Return a path as seen from here, where that is shorter."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
