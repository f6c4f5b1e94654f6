"""The commands for addresses: list them, and write the new ones down."""

import datetime
from pathlib import Path
from typing import Final

import click

from canllaw.addresses import LOCK, Addresses
from canllaw.build import Guide, prepare
from canllaw.cli.common import day_option, root_option, today
from canllaw.cli.speaking import command, option, said
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import Words
from canllaw.load.addresses import lock_text
from canllaw.load.pages import load_pages
from canllaw.pins import pinned
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
        cy="Ychwanegu’r rhai newydd at y rhestr. Nid yw byth yn dileu un.",
        en="Add the new ones to the list. It never takes one away.",
    ),
)
@option(
    "--pin",
    is_flag=True,
    words=Words(
        cy="Rhoi id ar bob pennawd sydd heb un: yr un sydd ganddo nawr yn y dudalen Saesneg. Nid "
        "yw’n newid id sydd yno eisoes.",
        en="Give each heading without an id the one it has now in the English page. It changes "
        "none that is there.",
    ),
)
def addresses_command(root: Path, day: datetime.date | None, *, write: bool, pin: bool) -> None:
    """Print the addresses, or add the new ones to the list."""
    if pin:
        _pin(root)
    guide = prepare(root, day or today())
    if len(guide.rendered) < len(guide.pages):
        words = Words(
            cy="ni ellir dangos pob tudalen eto; rhedwch canllaw check yn gyntaf",
            en="some pages cannot be shown yet; run canllaw check first",
        )
        raise CanllawError(words)
    if write:
        _refuse_to_write_down_mistakes(guide)
        click.echo(said(_write(root, guide.addresses)), err=True)
    if write or pin:
        return
    for address in sorted(guide.addresses.published):
        click.echo(f"/{address}")
    for old, new in guide.addresses.redirects.items():
        click.echo(f"/{old} -> /{new}")


def _pin(root: Path) -> None:
    finish_interrupted(root)
    pages, _problems = load_pages(root)
    files = {page.file: (root / page.file).read_bytes().decode() for page in pages.values()}
    made = pinned(files, pages)
    write_all(root, {root / name: text.encode() for name, text in made.items()})
    for name in made:
        click.echo(f"+ {name}")
    number = len(made)
    click.echo(
        said(Words(cy=f"Ffeiliau a newidiwyd: {number}.", en=f"{number} files changed.")),
        err=True,
    )


def _refuse_to_write_down_mistakes(guide: Guide) -> None:
    """Refuse while anything but the list itself is wrong: what is in it stays there for ever."""
    wrong = [found for found in guide.errors if found.id != "C631"]
    if wrong:
        first = f"{wrong[0].place} {wrong[0].id}"
        words = Words(
            cy=f"yn gyntaf, cywirwch yr hyn sydd o’i le ({first}): mae’r hyn sydd yn y rhestr yn "
            "aros ynddi. Teipiwch: canllaw check",
            en=f"first mend what is wrong ({first}): what is in the list stays in it. "
            "Type: canllaw check",
        )
        raise CanllawError(words)


def _write(root: Path, addresses: Addresses) -> Words:
    text = lock_text(addresses.listed)
    write_all(root, {root / LOCK: text.encode()})
    new, all_of_them = len(addresses.unlisted), len(addresses.listed)
    return Words(
        cy=f"Ychwanegwyd {new} at {LOCK}; {all_of_them} i gyd.",
        en=f"{new} added to {LOCK}; {all_of_them} in all.",
    )


COMMANDS: Final = (addresses_command,)
