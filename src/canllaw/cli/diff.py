"""The command that shows what changed since somebody compared both sides."""

import shutil
import textwrap
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Final

import click

from canllaw.agreement import Record, Standing, word_diff
from canllaw.build import compared
from canllaw.cli.common import root_option
from canllaw.cli.speaking import argument, command, said
from canllaw.languages import LANGUAGE_NAMES, LANGUAGES, Language, Words
from canllaw.load.history import is_cut_short, words_once
from canllaw.problems import CanllawError
from canllaw.units import Unit, chosen

_WIDEST: Final = 120
_SIDE_BY_SIDE: Final = 60  # on a narrower terminal the sides stand one above the other


@command(
    "diff",
    Words(
        cy="Dangos beth newidiodd ers i rywun gymharu’r ddwy ochr, gyda’r ochr arall wrth ei "
        "ymyl.\n\nMae BLE fel yn 'canllaw agree'; hebddo, popeth a newidiodd. Mae [-hyn-] wedi "
        "mynd a {+hyn+} yn newydd; mae … yn lle’r llinellau nad ydynt wedi newid. Daw’r hen "
        "eiriau o hanes git.",
        en="Show what changed since somebody compared both sides, with the other side beside it."
        "\n\nWHERE is as in 'canllaw agree'; without it, all that changed. [-This-] went and "
        "{+this+} came; … stands for lines that are as they were. The old words come from the "
        "history of git.",
    ),
)
@root_option
@argument("where", Words(cy="BLE", en="WHERE"), nargs=-1)
def diff(root: Path, where: tuple[str, ...]) -> None:
    """Print each unit that changed."""
    agreement, _unreadable = compared(root)
    units = {name: standing.unit for name, standing in agreement.standings.items()}
    names = chosen(units, where) if where else units
    asked = [agreement.standings[name] for name in names]
    moved = [standing for standing in asked if standing.moved]
    for standing in moved:
        click.echo("\n".join(_shown(root, standing)))
    if not moved:
        click.echo(said(_nothing(asked)))


def _nothing(asked: list[Standing]) -> Words:
    if any(standing.record is None for standing in asked):
        return Words(
            cy="Nid oes dim wedi newid ers iddo gael ei gymharu; nid yw’r cyfan wedi’i gymharu "
            "eto. Teipiwch: canllaw status",
            en="Nothing has changed since it was compared; not all of it has been compared yet. "
            "Type: canllaw status",
        )
    return Words(
        cy="Nid oes dim wedi newid ers iddo gael ei gymharu.",
        en="Nothing has changed since it was compared.",
    )


def _shown(root: Path, standing: Standing) -> Iterator[str]:
    unit, record = standing.unit, standing.record
    if record is None:  # what was never compared has not moved
        return
    yield f"── {unit.id}"
    yield said(_compared_by(record))
    columns = [_column(root, unit, side, record, standing.moved) for side in LANGUAGES]
    yield from (*_beside(*columns), "")
    yield said(
        Words(
            cy=f'Pan fydd y ddwy’n dweud yr un peth: canllaw agree {unit.id} --by "Eich Enw"',
            en=f'When both say the same: canllaw agree {unit.id} --by "Your Name"',
        )
    )
    yield ""


def _compared_by(record: Record) -> Words:
    return Words(
        cy=f"Cymharodd {record.by} y ddwy ochr ar {record.on}.",
        en=f"{record.by} compared both sides on {record.on}.",
    )


def _column(
    root: Path, unit: Unit, side: Language, record: Record, moved: tuple[Language, ...]
) -> str:
    """Return the head and the words of one side, with what changed marked in it."""
    now = unit.sides[side]
    head = f"{LANGUAGE_NAMES[side]} ({now.place.path}:{now.place.line})"
    if side not in moved:
        return f"{head}\n\n{now.words.strip()}"
    try:
        then = words_once(root, now.place.path, {record.of(side)}).get(record.of(side))
        why = said(_not_here(cut_short=is_cut_short(root))) if then is None else ""
    except CanllawError as error:
        then, why = None, said(error.words)
    shown = f"({why})\n\n{now.words.strip()}" if then is None else word_diff(then, now.words)
    return f"{head}\n\n{shown}"


def _not_here(*, cut_short: bool) -> Words:
    if cut_short:
        return Words(
            cy="newidiodd hyn, ond dim ond diwedd yr hanes sydd yma; teipiwch: "
            "git fetch --unshallow",
            en="this changed, but only the end of the history is here; type: git fetch --unshallow",
        )
    return Words(
        cy="newidiodd hyn, ond nid yw’r hen eiriau yn hanes y ffeil: efallai na chawsant eu "
        "cyflwyno i git erioed",
        en="this changed, but the old words are not in the history of the file: they may never "
        "have been committed",
    )


def _beside(left: str, right: str) -> Iterator[str]:
    """Lay two texts side by side, or one above the other where there is no room."""
    room = min(shutil.get_terminal_size().columns, _WIDEST)
    if room < _SIDE_BY_SIDE:
        yield from (*_wrapped(left, room), "", *_wrapped(right, room))
        return
    width = (room - 3) // 2
    for ours, theirs in zip_longest(_wrapped(left, width), _wrapped(right, width), fillvalue=""):
        yield f"{ours.ljust(width)} │ {theirs}".rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, width) or [""]
    return lines


COMMANDS: Final = (diff,)
