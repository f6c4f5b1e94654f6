"""The commands, for people who do not program. A new one joins the list of its module."""

import sys
from itertools import chain
from typing import Final

import click

from canllaw.cli import (
    addresses,
    agree,
    diff,
    exchange,
    facts,
    freshness,
    rename,
    report,
    site,
    status,
)
from canllaw.cli.common import CANNOT_RUN, PROBLEMS
from canllaw.cli.speaking import Group, lang_option, spoken
from canllaw.languages import Words
from canllaw.problems import CanllawError, SiteRefusedError

_ABOUT: Final = Words(
    cy="Canllawiau dwyieithog ar anghenion dysgu ychwanegol (ADY), a’r hyn sy’n eu hadeiladu.",
    en="Bilingual guidance on additional learning needs (ALN), and what builds it.",
)


_MODULES: Final = (
    site,
    facts,
    freshness,
    addresses,
    rename,
    exchange,
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
    click.version_option(package_name="canllaw")(lang_option(group))
    return group


def main() -> None:
    """Run a command; say plainly what is wrong where it cannot run."""
    speaking = spoken(sys.argv[1:])
    try:
        _commands().main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(CANNOT_RUN)
    except click.exceptions.Abort:
        sys.exit(CANNOT_RUN)
    except CanllawError as error:
        click.echo(f"canllaw: {error.words.in_(speaking)}", err=True)
        sys.exit(PROBLEMS if isinstance(error, SiteRefusedError) else CANNOT_RUN)
