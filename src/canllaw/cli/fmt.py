"""The command that puts files of facts in house order."""

import sys
from pathlib import Path
from typing import Final

import click

from canllaw.cli.common import CLEAN, PROBLEMS, root_option
from canllaw.cli.speaking import argument, command, option, said
from canllaw.house_order import in_house_order
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import Words


@command(
    "fmt",
    Words(
        cy="Rhoi ffeiliau YAML yn y drefn arferol: meysydd yn nhrefn eu math, ac un llinell wag "
        "rhwng ffeithiau."
        "\n\nNid yw’n newid yr hyn y mae ffeil yn ei ddweud, nac yn colli nodyn. Heb FFEIL: popeth "
        "yn content/.",
        en="Put YAML files in house order: fields in the order of their kind, and one empty line "
        "between facts."
        "\n\nIt changes nothing that a file says, and loses no note. Without a FILE: all of "
        "content/.",
    ),
)
@root_option
@argument(
    "files",
    Words(cy="FFEIL", en="FILE"),
    nargs=-1,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@option(
    "--check",
    is_flag=True,
    words=Words(
        cy="Enwi’r ffeiliau sydd allan o drefn, heb newid dim; gorffen gyda 1 os oes rhai.",
        en="Name the files that are out of order and change nothing; end with 1 if there are any.",
    ),
)
def fmt(root: Path, files: tuple[Path, ...], *, check: bool) -> None:
    """Put files in order, or name those that are not."""
    if not check:
        finish_interrupted(root)
    found = {
        file: tidied
        for file in files or sorted((root / "content").rglob("*.yml"))
        if (tidied := in_house_order(file.as_posix(), file.read_bytes())) != file.read_bytes()
    }
    for file in found:
        click.echo(file.as_posix())
    if check:
        click.echo(said(_out_of_order(len(found))), err=True)
        sys.exit(PROBLEMS if found else CLEAN)
    write_all(root, found)
    click.echo(said(_put_in_order(len(found))), err=True)


def _out_of_order(number: int) -> Words:
    if not number:
        return Words(cy="Mae popeth mewn trefn.", en="All is in order.")
    return Words(
        cy=f"Ffeiliau sydd allan o drefn: {number}. I’w rhoi mewn trefn: canllaw fmt",
        en=f"Files out of order: {number}. To put them in order: canllaw fmt",
    )


def _put_in_order(number: int) -> Words:
    if not number:
        return Words(cy="Roedd popeth mewn trefn.", en="All was in order.")
    return Words(
        cy=f"Ffeiliau a roddwyd mewn trefn: {number}.", en=f"Files put in order: {number}."
    )


COMMANDS: Final = (fmt,)
