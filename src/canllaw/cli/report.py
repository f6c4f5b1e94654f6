"""The command that says what a change does, for a pull request."""

import datetime
import sys
from pathlib import Path
from typing import Final

import click

from canllaw.addresses import LOCK
from canllaw.build import Guide, prepare
from canllaw.cli.common import PROBLEMS, day_option, root_option, today
from canllaw.cli.speaking import command, language, option, said
from canllaw.git import exported, forked_from
from canllaw.languages import Words
from canllaw.outputs.change_report import Snapshot, change_report, crossed_off


@command(
    "report",
    Words(
        cy="Dweud beth mae newid yn ei wneud, yn Markdown, ar gyfer cais tynnu."
        "\n\nMae’n cymharu’r hyn sydd yma â’r fersiwn REV: pa destunau a newidiodd ym mhob iaith, "
        "pa ffeithiau, o beth i beth a chyda pha ffynhonnell, pa dudalennau sy’n eu dangos, a pha "
        "gyfeiriadau sy’n newydd, wedi symud neu wedi mynd. Mae’n methu os oes cyfeiriad wedi’i "
        f"ddileu o {LOCK}: mae’r rhestr honno’n tyfu, a dyna’r cyfan.",
        en="Say what a change does, in Markdown, for a pull request."
        "\n\nIt compares what is here with the version REV: which texts changed in each language, "
        "which facts, from what to what and with which source, which pages show them, and which "
        "addresses are new, have moved or are gone. It fails where an address was taken out of "
        f"{LOCK}: that list only grows.",
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
    with exported(root, forked_from(root, revision)) as base:
        before = snapshot(prepare(base, on))
    after = snapshot(prepare(root, on))
    click.echo(change_report(before, after, language()), nl=False)
    gone = crossed_off(before, after)
    if gone:
        click.echo(said(_only_grows(len(gone), revision)), err=True)
        sys.exit(PROBLEMS)


def _only_grows(count: int, revision: str) -> Words:
    typed = f"git checkout {revision} -- {LOCK}\n    canllaw addresses --write"
    return Words(
        cy=f"Cyfeiriadau a gafodd eu dileu o {LOCK}: {count}. Mae dolenni atyn nhw mewn llythyrau "
        "ac ar wefannau eraill, a dim ond y rhestr sy’n gwybod. Rhowch nhw yn ôl; yna mae canllaw "
        f"check yn dweud beth sydd ar goll. Teipiwch:\n    {typed}",
        en=f"Addresses taken out of {LOCK}: {count}. Letters and other sites link to them, and "
        "only the list knows. Put them back; canllaw check then says what is lost. Type:\n"
        f"    {typed}",
    )


def snapshot(guide: Guide) -> Snapshot:
    """Return what the report compares."""
    library = guide.content.library
    shown_on = {name: tuple(page.file for page in guide.used_on(name)) for name in library.entries}
    return Snapshot(library, guide.standings, shown_on, guide.addresses)


COMMANDS: Final = (report,)
