import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from canllaw.outputs.api import api_files
from canllaw.outputs.api.published import PUBLISHED
from canllaw.outputs.api.sheets import columns, sheet
from canllaw.outputs.finished import FinishedSite


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))))


def test_sheet_opens_in_excel(finished: FinishedSite) -> None:
    """A sheet starts with the mark that tells Excel it is UTF-8, and both languages are columns."""
    text = api_files(finished)["api/v1/csv/deadline.csv"]
    assert text.encode().startswith(b"\xef\xbb\xbf")
    row = _rows(text)[0]
    assert (row["id"], row["name_cy"]) == ("deadline.school", "Yr ysgol yn penderfynu")
    assert (row["name_en"], row["in_force_length"]) == ("The school decides", "35")
    assert (row["promptly"], row["exceptions_cy"]) == ("true", "")


def test_several_values_stand_on_lines(finished: FinishedSite) -> None:
    """Several values of one field are lines of one cell, in the order of the fact."""
    row = _rows(api_files(finished)["api/v1/csv/deadline.csv"])[0]
    assert row["values_from"] == "2021-09-01\n2030-09-01"


@pytest.mark.parametrize("kind", PUBLISHED)
def test_sheet_says_what_the_json_says(kind: str, finished: FinishedSite) -> None:
    """A sheet has a row for each fact, in the same order, with all that the JSON says of it."""
    files = api_files(finished)
    facts = json.loads(files[f"api/v1/facts/{kind}.json"])["facts"]
    rows = _rows(files[f"api/v1/csv/{kind}.csv"])
    assert facts
    assert [row["id"] for row in rows] == [fact["id"] for fact in facts]
    for row, fact in zip(rows, facts, strict=True):
        said: dict[str, list[str]] = {}
        for name, word in _words(fact):
            said.setdefault(name, []).append(word)
        # A list of objects has a cell for each of their fields, with a line for each object.
        told = {name: cell.removeprefix("'").split("\n") for name, cell in row.items() if cell}
        assert told == {name: words for name, words in said.items() if any(words)}, fact["id"]


def _words(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the column and the word of each value in a fact, as a reader would look for it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _words(item, f"{name}_{key}" if name else key)
    elif isinstance(value, list):
        for item in value:
            yield from _words(item, name)
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    else:
        yield name, "" if value is None else str(value)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@sum", "\t=1", "\r=1"])
def test_formula_stays_text(text: str) -> None:
    """What a spreadsheet would run when it is opened is kept as text."""
    row = _rows(sheet("question", [_question(text)]))[0]
    assert row["question_cy"] == f"'{text}"
    assert row["question_en"] == "plain = text"


def test_columns_are_those_of_the_kind() -> None:
    """The columns are the same whatever the facts say, even where there are none."""
    names = [column.name for column in columns("question")]
    assert {"kind", "id", "question_cy", "question_en"} <= {*names}
    assert list(_rows(sheet("question", [_question("a")]))[0]) == names
    assert sheet("question", []).split("\r\n")[0].endswith(",".join(names))


def _question(text: str) -> dict[str, object]:
    return {
        "kind": "question",
        "id": "question.x",
        "question": {"cy": text, "en": "plain = text"},
        "short_address": None,
        "was": [],
        "page": "a.md",
        "section": None,
        "shown_on": [],
    }
