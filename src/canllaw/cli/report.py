"""The command that says what a change does, for a pull request."""

import datetime
from pathlib import Path
from typing import Final

import click

from canllaw.build import Guide, prepare
from canllaw.cli.common import day_option, root_option, today
from canllaw.cli.speaking import command, language, option
from canllaw.git import exported
from canllaw.languages import Words
from canllaw.outputs.change_report import Snapshot, change_report


@command(
    "report",
    Words(
        cy="Dweud beth mae newid yn ei wneud, yn Markdown, ar gyfer cais tynnu."
        "\n\nMae’n cymharu’r hyn sydd yma â’r fersiwn REV: pa destunau a newidiodd ym mhob iaith, "
        "pa ffeithiau, o beth i beth a chyda pha ffynhonnell, pa dudalennau sy’n eu dangos, a pha "
        "gyfeiriadau sy’n newydd, wedi symud neu wedi mynd.",
        en="Say what a change does, in Markdown, for a pull request."
        "\n\nIt compares what is here with the version REV: which texts changed in each language, "
        "which facts, from what to what and with which source, which pages show them, and which "
        "addresses are new, have moved or are gone.",
    ),
)
@root_option
@day_option
@option(
    "--base",
    "revision",
    metavar="REV",
    required=True,
    words=Words(
        cy="Y fersiwn i gymharu â hi: cangen neu gyflwyniad o git, fel main.",
        en="The version to compare with: a branch or commit of git, such as main.",
    ),
)
def report(root: Path, day: datetime.date | None, revision: str) -> None:
    """Print the report."""
    on = day or today()
    with exported(root, revision) as base:
        before = snapshot(prepare(base, on))
    after = snapshot(prepare(root, on))
    click.echo(change_report(before, after, language()), nl=False)


def snapshot(guide: Guide) -> Snapshot:
    """Return what the report compares."""
    library = guide.content.library
    shown_on = {name: tuple(page.file for page in guide.used_on(name)) for name in library.entries}
    return Snapshot(library, guide.standings, shown_on, guide.addresses)


COMMANDS: Final = (report,)
