"""The commands that take a translator's file back, and finish what was stopped."""

import sys
from pathlib import Path
from typing import Final

import click

from canllaw.agreement import Comparison, recording
from canllaw.build import Guide, compared, prepare
from canllaw.cli.agree import name_given, write_records
from canllaw.cli.common import PROBLEMS, root_option, short, today
from canllaw.cli.parcels import project_of
from canllaw.cli.speaking import argument, command, option, said
from canllaw.exchange.delivery import MAX_BYTES, UnreadableError
from canllaw.exchange.formats import read
from canllaw.exchange.merge import Merged, merge
from canllaw.journal import finish_interrupted, write_all
from canllaw.languages import LANGUAGES, Language, Words
from canllaw.problems import Place, Problem
from canllaw.reports import as_text


@command(
    "import",
    Words(
        cy="Rhoi cyfieithiad FFEIL yn ei le, mewn YAML a Markdown, heb newid dim byd "
        "arall.\n\nOs oes rhywbeth o’i le yn y ffeil, mae’r cyfan yn cael ei restru ac nid oes "
        "dim yn cael ei ysgrifennu. Nid yw mewnforio testun yn golygu bod rhywun wedi cytuno "
        "arno.",
        en="Put the translation FILE in its place, in YAML and Markdown, and change nothing else."
        "\n\nIf anything in the file is wrong, all of it is listed and nothing is written. A text "
        "that was imported is not agreed by itself.",
    ),
)
@root_option
@argument(
    "file",
    Words(cy="FFEIL", en="FILE"),
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@option(
    "--dry-run",
    is_flag=True,
    words=Words(
        cy="Dweud beth fyddai’n newid, heb ysgrifennu dim.",
        en="Say what would change, and write nothing.",
    ),
)
@option(
    "--agreed-by",
    metavar="NAME",
    default=None,
    words=Words(
        cy="Cofnodi hefyd fod y person hwn wedi cymharu dwy ochr pob testun yn y ffeil.",
        en="Also record that this person compared both sides of every text in the file.",
    ),
)
def import_command(root: Path, file: Path, agreed_by: str | None, *, dry_run: bool) -> None:
    """Merge the file, or say why not."""
    name = None if agreed_by is None else name_given(agreed_by)
    if not dry_run:
        finish_interrupted(root)
    guide = prepare(root, today())
    merged = _merged(file, guide, root)
    if merged.problems:
        click.echo("\n\n".join(_report(merged.problems, side) for side in LANGUAGES))
        sys.exit(PROBLEMS)
    if not dry_run:
        write_all(root, {root / path: content for path, content in merged.files.items()})
        if name is not None:
            _agree(root, merged, name)
    _say(merged, dry_run=dry_run, agreed=name is not None)


def _merged(file: Path, guide: Guide, root: Path) -> Merged:
    name = short(file.absolute())
    try:
        # One byte more than is allowed tells that there are too many.
        with file.open("rb") as content:
            delivery = read(content.read(MAX_BYTES + 1))
    except UnreadableError as error:
        place = Place(name, error.line)
        return Merged(problems=[Problem("C802", place, error.message, error.hint)])
    return merge(delivery, name, project_of(guide, lambda path: (root / path).read_bytes()))


def _report(problems: list[Problem], side: Language) -> str:
    return f"{_REFUSED.in_(side)}\n{as_text(problems, side)}"


_REFUSED: Final = Words(
    cy="Ni newidiwyd dim. Beth i’w gywiro yn y ffeil:",
    en="Nothing was changed. What to mend in the file:",
)


def _agree(root: Path, merged: Merged, name: str) -> None:
    agreement, _unreadable = compared(root)
    comparison = Comparison(name, today(), None)
    fresh = [
        each
        for each in sorted(merged.units)
        if comparison.adds_to(agreement.standings[each]) and agreement.standings[each].unit.is_whole
    ]
    write_records(root, recording(agreement, fresh, comparison))


def _say(merged: Merged, *, dry_run: bool, agreed: bool) -> None:
    texts, files = len(merged.words), sorted(merged.files)
    if not texts:
        done = Words(
            cy="Nid oes dim wedi newid yn y ffeil, felly nid ysgrifennwyd dim.",
            en="Nothing in the file has changed, so nothing was written.",
        )
    elif dry_run:
        done = Words(
            cy=f"Testunau a fyddai’n newid: {texts}, yn y ffeiliau hyn:",
            en=f"Texts that would change: {texts}, in these files:",
        )
    else:
        done = Words(
            cy=f"Testunau a newidiwyd: {texts}, yn y ffeiliau hyn:",
            en=f"Texts changed: {texts}, in these files:",
        )
    click.echo("\n".join((said(done), *files)))
    if texts and not dry_run:
        click.echo(said(_NEXT if not agreed else _NEXT_CHECK))


_NEXT_CHECK: Final = Words(cy="Nesaf: canllaw check", en="Next: canllaw check")
_NEXT: Final = Words(
    cy="Nesaf: canllaw check. Ar ôl cymharu’r ddwy ochr: canllaw agree",
    en="Next: canllaw check. Once both sides are compared: canllaw agree",
)


@command(
    "finish",
    Words(
        cy="Gorffen ysgrifennu’r hyn a adawyd ar ei hanner gan orchymyn a stopiwyd.\n\nMae pob "
        "gorchymyn sy’n ysgrifennu yn gwneud hyn yn gyntaf, ohono’i hun.",
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


COMMANDS: Final = (import_command, finish)
