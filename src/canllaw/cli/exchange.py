"""The commands that send texts to a translator and take them back, and finish what was stopped."""

from pathlib import Path
from typing import Final

import click

from canllaw.cli.common import root_option
from canllaw.cli.speaking import command, said
from canllaw.journal import finish_interrupted
from canllaw.languages import Words


@command(
    "finish",
    Words(
        cy="Gorffen ysgrifennu’r hyn a adawodd gorchymyn a stopiwyd yn y canol."
        "\n\nMae pob gorchymyn sy’n ysgrifennu yn gwneud hyn yn gyntaf, ohono’i hun.",
        en="Finish writing what a command left that was stopped in the middle."
        "\n\nEvery command that writes does this first, by itself.",
    ),
)
@root_option
def finish(root: Path) -> None:
    """Finish, and say which files were meant."""
    written = finish_interrupted(root)
    nothing = Words(cy="Nid oes dim i’w orffen.", en="There is nothing to finish.")
    done = Words(cy="Mae’r ffeiliau hyn yn gyfan:", en="These files are whole:")
    click.echo("\n".join((said(done), *written)) if written else said(nothing))


COMMANDS: Final = (finish,)
