"""From the files in `agreed/` to records, with a problem for every line that is none."""

from pathlib import Path
from typing import Final

from canllaw.agreement import AGREED, Record, is_record, read_line
from canllaw.languages import Words
from canllaw.problems import Place, Problem

_TO_TYPE: Final = Words(
    cy="Dilëwch y llinell, cymharwch y ddwy ochr a theipiwch: "
    'canllaw agree BLE --by "Eich Enw" (mae BLE ar ddechrau’r llinell).',
    en="Delete the line, compare both sides and type: "
    'canllaw agree WHERE --by "Your Name" (WHERE is what the line starts with).',
)


def load_records(root: Path) -> tuple[dict[str, Record], list[Problem]]:
    """Read every record below `root`/agreed, by the id of its unit; no folder is no record."""
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for file in sorted((root / AGREED).rglob("*.yml")):
        path = file.relative_to(root).as_posix()
        # A letter that is not UTF-8 makes its line unreadable, and no other.
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, start=1):
            if is_record(line):
                problems += _add(records, line, Place(path, number))
    return records, problems


def _add(records: dict[str, Record], line: str, place: Place) -> list[Problem]:
    record = None if "\ufffd" in line else read_line(line, place)
    if record is None:
        return [_unreadable(line, place)]
    first = records.setdefault(record.id, record)
    return [] if first is record else [_twice(record, first)]


def _unreadable(line: str, place: Place) -> Problem:
    start = line[:40]
    return Problem(
        "C323",
        place,
        Words(
            cy=f"Nid cofnod o gytundeb yw’r llinell hon ('{start}'), felly ni ŵyr neb beth a "
            "gymharwyd.",
            en=f"This line is no record of agreement ('{start}'), so nobody knows what was "
            "compared.",
        ),
        _TO_TYPE,
    )


def _twice(record: Record, first: Record) -> Problem:
    return Problem(
        "C324",
        record.place,
        Words(
            cy=f"Mae dau gofnod o '{record.id}', a dim ond un all gyfrif; mae’r llall yn "
            f"{first.place}.",
            en=f"'{record.id}' has two records, and only one can count; the other is at "
            f"{first.place}.",
        ),
        Words(
            cy=f"Dilëwch y ddwy linell, cymharwch y ddwy ochr a theipiwch: "
            f'canllaw agree {record.id} --by "Eich Enw"',
            en=f"Delete both lines, compare both sides and type: "
            f'canllaw agree {record.id} --by "Your Name"',
        ),
    )
