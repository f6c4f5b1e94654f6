"""Checks of agreement: a side that changed alone, and records of what is no longer there."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final

from canllaw.agreement import Agreement, Record, Standing
from canllaw.languages import Language, Words, counterpart
from canllaw.problems import Place, Problem

_WELSH_NAMES: Final[dict[Language, str]] = {"cy": "y Gymraeg", "en": "y Saesneg"}
_ENGLISH_NAMES: Final[dict[Language, str]] = {"cy": "the Welsh", "en": "the English"}


def agreed_sides(agreement: Agreement) -> Iterator[Problem]:
    """No side of an agreed unit changes alone, and no record outlives what it is of."""
    for standing in agreement.standings.values():
        if standing.record and standing.one_moved:
            yield _one_moved(standing, standing.record, standing.one_moved)
        elif standing.record and standing.moved:
            yield _both_moved(standing, standing.record)
    yield from _left_behind(agreement)


def _one_moved(standing: Standing, record: Record, moved: Language) -> Problem:
    unit, still = standing.unit, counterpart(moved)
    here, there = unit.sides[moved].place, unit.sides[still].place
    return Problem(
        "C320",
        here,
        Words(
            cy=f"Newidiodd {_WELSH_NAMES[moved]} yn '{unit.id}' ers i {record.by} gymharu’r ddwy "
            f"ochr ar {record.on}, ond nid {_WELSH_NAMES[still]} ({there}): efallai nad ydynt yn "
            "dweud yr un peth mwyach.",
            en=f"In '{unit.id}', {_ENGLISH_NAMES[moved]} has changed since {record.by} compared "
            f"both sides on {record.on}, and {_ENGLISH_NAMES[still]} ({there}) has not: they may "
            "no longer say the same.",
        ),
        Words(
            cy=f"Newidiwch {_WELSH_NAMES[still]} hefyd (mae canllaw diff {unit.id} yn dangos beth "
            f'newidiodd). Os nad oes angen, teipiwch: canllaw agree {unit.id} --by "Eich Enw"',
            en=f"Change {_ENGLISH_NAMES[still]} too (canllaw diff {unit.id} shows what changed). "
            f'If it needs no change, type: canllaw agree {unit.id} --by "Your Name"',
        ),
    )


def _both_moved(standing: Standing, record: Record) -> Problem:
    unit = standing.unit
    there = unit.sides["en"].place
    return Problem(
        "C321",
        unit.sides["cy"].place,
        Words(
            cy=f"Newidiodd dwy ochr '{unit.id}' ers i {record.by} eu cymharu ar {record.on} "
            f"(mae’r Saesneg yn {there}).",
            en=f"Both sides of '{unit.id}' have changed since {record.by} compared them on "
            f"{record.on} (the English is at {there}).",
        ),
        Words(
            cy=f'Cymharwch nhw, yna teipiwch: canllaw agree {unit.id} --by "Eich Enw"',
            en=f'Compare them, then type: canllaw agree {unit.id} --by "Your Name"',
        ),
    )


def _left_behind(agreement: Agreement) -> Iterator[Problem]:
    """Yield one problem for each file with records of what is gone or has another name now."""
    renamed = [
        standing.record
        for standing in agreement.standings.values()
        if standing.record and standing.record.id not in agreement.standings
    ]
    files: dict[str, list[Record]] = defaultdict(list)
    for record in (*agreement.lost, *renamed):
        files[record.place.path].append(record)
    for records in files.values():
        yield _tidy(min(record.place for record in records), sorted({each.id for each in records}))


def _tidy(place: Place, names: Collection[str]) -> Problem:
    first, more = next(iter(names)), len(names) - 1
    others = Words(cy=f" (a {more} arall)", en=f" (and {more} more)") if more else Words()
    return Problem(
        "C322",
        place,
        Words(
            cy=f"Mae cofnod yma o '{first}'{others.cy}, nad yw yno mwyach, neu y mae enw arall "
            "arno.",
            en=f"There is a record here of '{first}'{others.en}, which is no longer there or has "
            "another name.",
        ),
        Words(
            cy="Teipiwch: canllaw agree --tidy (lle newidiodd yr enw yn unig, cedwir y cofnod)",
            en="Type: canllaw agree --tidy (where only the name has changed, the record is kept)",
        ),
    )
