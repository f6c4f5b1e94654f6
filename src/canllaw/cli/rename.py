"""The command that gives a fact, a page or a section another name, with all that refers to it."""

import datetime
import sys
from pathlib import Path
from typing import Final

import click

from canllaw.cli.common import PROBLEMS, day_option, more_about, root_option, today
from canllaw.cli.speaking import argument, command, language, option, said
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import Words
from canllaw.renaming import Renamed, renamed
from canllaw.reports import as_text

_BROKEN: Final = Words(
    cy="Ni newidiwyd dim: byddai’r uchod o’i le wedyn.",
    en="Nothing was changed: the above would be wrong afterwards.",
)


@command(
    "rename",
    Words(
        cy="Rhoi enw newydd ar ffaith, tudalen neu adran, ym mhob man lle mae’n cael ei "
        "henwi.\n\nMae HEN a NEWYDD yn ids ffeithiau (deadline.appeal), yn dudalennau "
        "(parents/health.md), yn adrannau (parents/health.md#nhs) neu’n gyfeiriadau un ochr "
        "(cy/rhieni/iechyd). Mae’r hen gyfeiriad yn arwain at yr un newydd. Naill ai mae’r cyfan "
        "yn newid, neu nid oes dim yn newid.",
        en="Give a fact, a page or a section another name, wherever it is named."
        "\n\nOLD and NEW are ids of facts (deadline.appeal), pages (parents/health.md), sections "
        "(parents/health.md#nhs) or addresses of one side (cy/rhieni/iechyd). The old address "
        "leads to the new one. All of it changes, or nothing does.",
    ),
)
@root_option
@day_option
@argument("old", Words(cy="HEN", en="OLD"))
@argument("new", Words(cy="NEWYDD", en="NEW"))
@option(
    "--dry-run",
    is_flag=True,
    words=Words(
        cy="Dweud beth fyddai’n newid, heb newid dim.",
        en="Say what would change, and change nothing.",
    ),
)
def rename(root: Path, day: datetime.date | None, old: str, new: str, *, dry_run: bool) -> None:
    """Rename, and print every file that changed and where old addresses lead."""
    finish_interrupted(root)
    done = renamed(root, day or today(), old, new)
    if done.broken:
        click.echo(as_text(done.broken, language()))
        click.echo(said(_BROKEN), err=True)
        click.echo(said(more_about(done.broken[0])), err=True)
        sys.exit(PROBLEMS)
    if not dry_run:
        files = {root / path: text and text.encode() for path, text in done.changes.items()}
        write_all(root, {file: text or None for file, text in files.items()})
    _say(done, dry_run=dry_run)


def _say(done: Renamed, *, dry_run: bool) -> None:
    for path, text in done.changes.items():
        click.echo(f"{'-' if text is None else '+'} {path}")
    for old, new in done.redirects.items():
        click.echo(f"/{old} -> /{new}")
    number = len(done.changes)
    words = Words(
        cy=f"Ffeiliau {'a fyddai’n newid' if dry_run else 'a newidiwyd'}: {number}.",
        en=f"{number} files {'would change' if dry_run else 'changed'}.",
    )
    click.echo(said(words), err=True)


COMMANDS: Final = (rename,)
