"""Checks of age: what a fact says may have changed since somebody last looked."""

import datetime
from collections.abc import Iterator

from canllaw.languages import Words
from canllaw.model import Library, SiteRules, due, months_old
from canllaw.problems import Problem


def facts_past_their_limit(
    library: Library, rules: SiteRules, day: datetime.date
) -> Iterator[Problem]:
    """Every fact, source and contact is looked at again within its period."""
    for entry in library.entries.values():
        if months_old(entry, rules, day):
            last = due(entry, rules)
            yield Problem(
                "C511",
                library.place(entry.id, "checked"),
                Words(
                    cy=f"Roedd angen gwirio '{entry.id}' eto erbyn {last}, felly mae’r wefan yn "
                    "dweud wrth ddarllenwyr ei bod yn hen.",
                    en=f"'{entry.id}' was due to be checked again by {last}, so the site tells "
                    "readers that it is old.",
                ),
                Words(
                    cy="Cymharwch hi â’i ffynhonnell a newidiwch `checked`: canllaw overdue.",
                    en="Compare it with its source and change `checked`: canllaw overdue.",
                ),
            )
