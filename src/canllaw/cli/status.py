"""The command that shows how far the two languages agree."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from canllaw.agreement import (
    STATE_NAMES,
    Standing,
    State,
    Tally,
    tallies,
    total,
    where_is,
    worst,
)
from canllaw.build import compared
from canllaw.cli.common import root_option
from canllaw.cli.speaking import argument, command, option, said
from canllaw.languages import LANGUAGES, Words, same
from canllaw.units import chosen

_WIDTH: Final = 80
_ALL: Final = Words(cy="i gyd", en="all")
_SINCE: Final = Words(cy="newid wedyn:", en="changed since:")
_HEADS: Final[dict[State, Words]] = {
    **STATE_NAMES,
    State.CY_MOVED: same("cy"),
    State.EN_MOVED: same("en"),
    State.BOTH_MOVED: Words(cy="y ddwy", en="both"),
}


@command(
    "status",
    Words(
        cy="Dangos ble mae’r Gymraeg a’r Saesneg yn cytuno, a ble mae rhywbeth i’w gymharu."
        "\n\nMae BLE fel yn 'canllaw agree'; hebddo, popeth. Daw’r gwaethaf yn gyntaf. Y "
        "colofnau: drafft, heb ei gymharu erioed; cytunwyd, gan rywun a gymharodd y ddwy ochr; "
        "adolygwyd, gan rywun cymwys; a’r ochr a newidiodd wedyn: cy, en neu’r ddwy.",
        en="Show where the Welsh and the English agree, and where there is something to compare."
        "\n\nWHERE is as in 'canllaw agree'; without it, everything. The worst comes first. The "
        "columns: draft, never compared; agreed, by somebody who compared both sides; reviewed, "
        "by somebody qualified; and the side that has changed since: cy, en or both.",
    ),
)
@root_option
@argument("where", Words(cy="BLE", en="WHERE"), nargs=-1)
@option(
    "--format",
    "report",
    type=click.Choice(["json", "text"]),
    default="text",
    show_default=True,
    words=Words(cy="text i’w ddarllen; json i raglenni.", en="text to read; json for programs."),
)
def status(root: Path, where: tuple[str, ...], report: str) -> None:
    """Print the table, or all of it as JSON."""
    agreement, _unreadable = compared(root)
    standings = agreement.standings
    if where:
        units = {name: standing.unit for name, standing in standings.items()}
        standings = {name: standings[name] for name in chosen(units, where)}
    shown = list(standings.values())
    click.echo(_as_json(shown) if report == "json" else "\n".join(_as_table(shown)))


def _as_table(standings: list[Standing]) -> Iterator[str]:
    heads = [said(_ALL), *(said(_HEADS[state]) for state in State)]
    widths = [max(len(head), 4) for head in heads]
    room = _WIDTH - sum(widths) - len(widths)
    everything = total(standings)
    yield said(_SINCE).rjust(_WIDTH)
    yield _row("", heads, room, widths)
    for tally in tallies(standings):
        yield _row(tally.where, _figures(tally), room, widths)
    yield "─" * _WIDTH
    yield _row(said(Words(cy="y cyfan", en="everything")), _figures(everything), room, widths)
    yield ""
    yield said(_next_step(standings))


def _row(name: str, cells: list[str], room: int, widths: list[int]) -> str:
    shown = name if len(name) <= room else f"…{name[1 - room :]}"
    figures = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return " ".join((shown.ljust(room), *figures)).rstrip()


def _figures(tally: Tally) -> list[str]:
    return [str(tally.total), *(str(tally.states[state] or "–") for state in State)]


def _next_step(standings: list[Standing]) -> Words:
    """Return what to type next."""
    first = worst(standings)
    if first is None:
        return Words(
            cy="Mae’r ddwy iaith yn cytuno ym mhobman yma.",
            en="The two languages agree everywhere here.",
        )
    if first.moved:
        return Words(
            cy=f"Beth newidiodd: canllaw diff {first.unit.id}",
            en=f"What changed: canllaw diff {first.unit.id}",
        )
    where = where_is(first)
    return Words(
        cy=f'Cymharwch ddwy ochr {where}, yna: canllaw agree {where} --by "Eich Enw"',
        en=f'Compare both sides of {where}, then: canllaw agree {where} --by "Your Name"',
    )


def _as_json(standings: list[Standing]) -> str:
    files = [{"where": tally.where, **_counts(tally)} for tally in tallies(standings)]
    units = [_unit(standing) for standing in standings]
    whole = {"total": _counts(total(standings)), "files": files, "units": units}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _counts(tally: Tally) -> dict[str, int]:
    return {"all": tally.total, **{state.value: tally.states[state] for state in State}}


def _unit(standing: Standing) -> dict[str, Any]:
    sides = standing.unit.sides
    return {
        "id": standing.unit.id,
        "where": where_is(standing),
        "state": standing.state.value,
        "moved": list(standing.moved),
        **{side: str(sides[side].place) for side in LANGUAGES},
        "record": _record(standing),
    }


def _record(standing: Standing) -> dict[str, str | None] | None:
    record = standing.record
    if record is None:
        return None
    return {
        "id": record.id,
        "cy": record.cy,
        "en": record.en,
        "on": record.on.isoformat(),
        "by": record.by,
        "reviewed_as": record.reviewer,
    }


COMMANDS: Final = (status,)
