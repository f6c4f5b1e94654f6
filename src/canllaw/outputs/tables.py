"""The tables of prose, made fit for a phone: each value says which column it is in."""

import re
from typing import Final

_TABLE: Final = re.compile(r"<table>.*?</table>", re.S)
_HEADING: Final = re.compile(r"<th>(.*?)</th>", re.S)
_ROW: Final = re.compile(r"<tr>.*?</tr>", re.S)
_FIRST: Final = re.compile(r"(<tr>\s*)<td>(.*?)</td>", re.S)
_TAG: Final = re.compile(r"<[^>]*>")


def with_columns_named(html: str) -> str:
    """Return `html` with each Markdown table in a frame of its own and every value labelled.

    The style sheet turns the rows into cards on a narrow screen. Tables of macros have it all.
    """
    return _TABLE.sub(lambda found: _framed(found[0]), html)


def _framed(table: str) -> str:
    # A colon follows the label, so a question loses its mark.
    columns = [_TAG.sub("", heading).strip().rstrip("?") for heading in _HEADING.findall(table)]
    rows = _ROW.sub(lambda row: _labelled(row[0], columns), table)
    # A corner without words heads nothing: it is an empty cell, and its column heads the rows.
    if columns and not columns[0]:
        rows = _FIRST.sub(r'\1<th scope="row">\2</th>', rows).replace("<th></th>", "<td></td>", 1)
    return f'<div class="table-wrap">{rows}</div>'


def _labelled(row: str, columns: list[str]) -> str:
    """Name the column of every value but the first, which names the row."""
    first, *others = row.split("<td>")
    labels = ["", *columns[1:], *([""] * len(others))]
    return first + "".join(
        f'<td data-label="{label}">{cell}' if label else f"<td>{cell}"
        for label, cell in zip(labels, others, strict=False)
    )
