"""The command that writes the handbook."""

from pathlib import Path
from typing import Final

import click

from canllaw.cli.click_words import click_speaks
from canllaw.cli.common import root_option
from canllaw.cli.speaking import command, said
from canllaw.handbook import FOLDER, handbook
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import LANGUAGES, Language, Words


@command(
    "handbook",
    Words(
        cy="Ysgrifennu’r llawlyfr yn handbook/: tudalen i bob problem, math o ffaith, macro a "
        "gorchymyn, yn y ddwy iaith.",
        en="Write the handbook to handbook/: a page for every problem, kind of fact, macro and "
        "command, in both languages.",
    ),
)
@root_option
def handbook_command(root: Path) -> None:
    """Write every page, and take away those that stand for nothing now."""
    finish_interrupted(root)
    group = click.get_current_context().find_root().command
    pages = handbook(root, helps(group))
    gone = (
        file
        for file in (root / FOLDER).rglob("*.md")
        if file.relative_to(root).as_posix() not in pages
    )
    changes: dict[Path, bytes | None] = dict.fromkeys(gone)
    changes |= {root / path: text.encode() for path, text in pages.items()}
    write_all(root, changes)
    words = Words(
        cy=f"Mae {len(pages)} o dudalennau yn {FOLDER}/.", en=f"{len(pages)} pages in {FOLDER}/."
    )
    click.echo(said(words), err=True)


def helps(group: click.Command) -> dict[Language, dict[str, str]]:
    """Return the help of every command in each language, as wide on every machine."""
    made: dict[Language, dict[str, str]] = {}
    for language in LANGUAGES:
        with click_speaks(language):
            made[language] = dict(sorted(_of_group(group, language)))
    return made


def _of_group(group: click.Command, language: Language) -> list[tuple[str, str]]:
    if not isinstance(group, click.Group):
        return []
    above = click.Context(group, info_name="canllaw", obj=language, **group.context_settings)
    return [(name, _help(above, each, language)) for name, each in group.commands.items()]


def _help(above: click.Context, each: click.Command, language: Language) -> str:
    context = click.Context(
        each, above, each.name, language, terminal_width=90, max_content_width=90
    )
    with context:
        return each.get_help(context)


COMMANDS: Final = (handbook_command,)
