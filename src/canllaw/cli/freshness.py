"""The command that says what must be looked at again."""

import datetime
from pathlib import Path
from typing import Final

import click

from canllaw.cli.common import DayType, root_option, today
from canllaw.cli.speaking import command, option, said
from canllaw.languages import Words
from canllaw.load.content import load_content
from canllaw.model import changes, dues, months_later
from canllaw.outputs.overdue import overdue_json, overdue_text

# Long enough to read the new law, change the words around the figure and have them checked.
_MONTHS_AHEAD: Final = 6


@command(
    "overdue",
    Words(
        cy="Rhestru’r hyn y mae’n rhaid ei wirio eto, a ble i edrych: yr hyn a all wneud y niwed "
        "mwyaf yn gyntaf.\n\nAr ôl ei gwirio, mae ffaith yn gyfredol am y cyfnod a enwir yn "
        "content/site.yml ar gyfer ei math, neu am y nifer o fisoedd yn ei `check_every` ei hun. "
        "Yn olaf daw’r terfynau amser sy’n newid yn y chwe mis wedyn. Mae’n gorffen gyda 0 bob "
        "tro.",
        en="List what must be checked again, and where to look: what can do most harm first."
        "\n\nEach kind of fact counts as checked for a period named in content/site.yml, or for "
        "the `check_every` months of the fact itself. Deadlines that change in the six months "
        "after come last. It always ends with 0.",
    ),
)
@root_option
@option(
    "--by",
    type=DayType(),
    default=None,
    words=Words(
        cy="Popeth y mae’n rhaid ei wirio erbyn y diwrnod hwn. Hebddo: heddiw.",
        en="All that must be checked by this day. Without it: today.",
    ),
)
@option(
    "--format",
    "report",
    type=click.Choice(["json", "text"]),
    default="text",
    show_default=True,
    words=Words(cy="text i’w ddarllen; json i raglenni.", en="text to read; json for programs."),
)
def overdue(root: Path, by: datetime.date | None, report: str) -> None:
    """Print the list."""
    last = by or today()
    content, _problems = load_content(root)  # `canllaw check` shows those
    library = content.library
    found = dues(library, content.rules, last)
    soon = changes(library, last, months_later(last, _MONTHS_AHEAD))
    if report == "json":
        click.echo(overdue_json(library, found, soon, last))
    elif found or soon:
        click.echo(said(overdue_text(library, found, soon)))
    number = len(found)
    done = Words(
        cy=f"{number} i’w gwirio erbyn {last}." if number else f"Dim i’w wirio erbyn {last}.",
        en=f"{number or 'Nothing'} to check by {last}.",
    )
    click.echo(said(done), err=True)


COMMANDS: Final = (overdue,)
