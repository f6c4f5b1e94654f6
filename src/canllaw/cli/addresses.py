"""The commands for addresses: list them, and write the new ones down."""

import datetime
from pathlib import Path
from typing import Final

import click

from canllaw.addresses import LOCK, Addresses
from canllaw.build import prepare
from canllaw.cli.common import day_option, root_option, today
from canllaw.cli.speaking import command, option, said
from canllaw.languages import Words
from canllaw.load.addresses import lock_text
from canllaw.problems import CanllawError


@command(
    "addresses",
    Words(
        cy="Rhestru pob cyfeiriad: tudalennau, adrannau, ffeithiau a chyfeiriadau byr, a ble mae’r "
        "hen rai’n arwain."
        "\n\nMae pob cyfeiriad a gyhoeddwyd erioed yn content/addresses.lock. Mae `canllaw check` "
        "yn gwrthod colli’r un ohonyn nhw.",
        en="List every address: pages, sections, facts and short addresses, and where old ones "
        "lead."
        "\n\nEvery address ever published is in content/addresses.lock. `canllaw check` refuses "
        "to lose one of them.",
    ),
)
@root_option
@day_option
@option(
    "--write",
    is_flag=True,
    words=Words(
        cy="Ychwanegu’r rhai newydd at y rhestr. Nid yw byth yn tynnu’r un.",
        en="Add the new ones to the list. It never takes one away.",
    ),
)
def addresses_command(root: Path, day: datetime.date | None, *, write: bool) -> None:
    """Print the addresses, or add the new ones to the list."""
    guide = prepare(root, day or today())
    if len(guide.rendered) < len(guide.pages):
        words = Words(
            cy="ni ellir dangos pob tudalen eto; rhedwch canllaw check yn gyntaf",
            en="some pages cannot be shown yet; run canllaw check first",
        )
        raise CanllawError(words)
    if write:
        click.echo(said(_write(root, guide.addresses)), err=True)
        return
    for address in sorted(guide.addresses.published):
        click.echo(f"/{address}")
    for old, new in guide.addresses.redirects.items():
        click.echo(f"/{old} -> /{new}")


def _write(root: Path, addresses: Addresses) -> Words:
    new = addresses.published - addresses.lock.keys()
    text = lock_text(addresses.published | addresses.lock.keys())
    (root / LOCK).write_text(text, encoding="utf-8", newline="\n")
    all_of_them = len(new) + len(addresses.lock)
    return Words(
        cy=f"Ychwanegwyd {len(new)} at {LOCK}; {all_of_them} i gyd.",
        en=f"{len(new)} added to {LOCK}; {all_of_them} in all.",
    )


COMMANDS: Final = (addresses_command,)
