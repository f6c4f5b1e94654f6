"""The commands, for people who do not program. A new one joins the list of its module."""

import sys
from itertools import chain
from typing import Final

import click

from canllaw.cli import (
    addresses,
    agree,
    diff,
    doctor,
    exchange,
    explain,
    facts,
    fmt,
    freshness,
    handbook,
    new,
    rename,
    report,
    schema,
    site,
    status,
    taking_back,
)
from canllaw.cli.click_words import click_speaks
from canllaw.cli.common import CANNOT_RUN, CLEAN, PROBLEMS
from canllaw.cli.speaking import Group, Option, lang_option, spoken
from canllaw.languages import Language, Words
from canllaw.problems import CanllawError, SiteRefusedError

_ABOUT: Final = Words(
    cy="Canllawiau dwyieithog ar anghenion dysgu ychwanegol (ADY), a’r rhaglen sy’n eu hadeiladu.",
    en="Bilingual guidance on additional learning needs (ALN), and what builds it.",
)
_VERSION: Final = Words(cy="Dangos y fersiwn a gorffen.", en="Show the version and exit.")

_MODULES: Final = (
    site,
    explain,
    facts,
    handbook,
    schema,
    fmt,
    freshness,
    addresses,
    new,
    rename,
    doctor,
    exchange,
    taking_back,
    report,
    agree,
    status,
    diff,
)


def _commands() -> Group:
    group = Group("canllaw", context_settings={"help_option_names": ["-h", "--help"]})
    group.words = _ABOUT
    for each in chain.from_iterable(module.COMMANDS for module in _MODULES):
        group.add_command(each)
    version = click.version_option(
        package_name="canllaw", message="%(prog)s %(version)s", cls=Option, words=_VERSION
    )
    version(lang_option(group))
    return group


def main() -> None:
    """Run a command; say plainly what is wrong where it cannot run."""
    speaking = spoken(sys.argv[1:])
    with click_speaks(speaking):
        sys.exit(_ran(speaking))


def _ran(speaking: Language) -> int:
    """Run the command that was typed, and return how it ended."""
    try:
        # Outside of standalone mode click hands back what --help and --version end with.
        return _commands().main(standalone_mode=False) or CLEAN
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        error.show()
    except click.exceptions.Abort:
        pass
    except CanllawError as error:
        click.echo(f"canllaw: {error.words.in_(speaking)}", err=True)
        if isinstance(error, SiteRefusedError):
            return PROBLEMS
    return CANNOT_RUN
