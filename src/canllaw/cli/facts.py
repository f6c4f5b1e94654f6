"""The commands that show facts, and what a fact may say."""

import datetime
from pathlib import Path
from typing import Final

import click

from canllaw.build import prepare
from canllaw.cli.common import day_option, root_option, today
from canllaw.cli.speaking import argument, command, language, option
from canllaw.languages import Words, joined
from canllaw.model import KINDS
from canllaw.outputs.fact_list import fact_card, fact_list
from canllaw.problems import CanllawError, nearest

_LIST_THEM: Final = Words(cy="I’w rhestru i gyd: canllaw facts", en="List them: canllaw facts")


@command(
    "facts",
    Words(
        cy="Rhestru’r holl ffeithiau; neu ddangos un FFAITH gyda phopeth sy’n ei henwi a phob "
        "tudalen sy’n ei dangos.",
        en="List all facts; or show one FACT with all that names it and every page that shows it.",
    ),
)
@root_option
@day_option
@argument("fact", Words(cy="FFAITH", en="FACT"), required=False)
@option(
    "--kind",
    type=click.Choice(sorted(KINDS)),
    default=None,
    words=Words(cy="Ffeithiau o’r math hwn yn unig.", en="Only facts of this kind."),
)
def facts(root: Path, day: datetime.date | None, fact: str | None, kind: str | None) -> None:
    """Print the list, or one card."""
    guide = prepare(root, day or today())
    library = guide.content.library
    if fact is None:
        click.echo(fact_list(library, kind, language()))
    elif fact in library.entries:
        click.echo(fact_card(library, fact, guide.used_on(fact), language()))
    else:
        missing = Words(cy=f"nid oes ffaith '{fact}'.", en=f"there is no fact '{fact}'.")
        raise CanllawError(joined(missing, nearest(fact, library.entries) or _LIST_THEM))


COMMANDS: Final = (facts,)
