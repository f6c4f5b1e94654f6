import json

import pytest

from canllaw.languages import Words, same
from canllaw.problems import Place, Problem
from canllaw.reports import REPORTS, as_github, as_json, as_text

ERROR = Problem(
    "C301",
    Place("content/a.yml", 4, 7),
    Words(cy="Mae’r testun 'cy' yn wag.", en="The text 'cy' is blank."),
    Words(cy="Ysgrifennwch ef.", en="Write it."),
)
WARNING = Problem(
    "C404",
    Place("content/b.yml", 2, 1),
    Words(cy="Nid oes dim yn cyfeirio at 'term.tŷ'.", en="Nothing refers to 'term.tŷ'."),
)
NOTE = Problem(
    "C502",
    Place("content/c.yml"),
    Words(cy="Heb ei gadarnhau.", en="Unconfirmed."),
    Words(cy="Cadarnhewch ef.", en="Confirm it."),
)


def test_text() -> None:
    """A problem is a line with its place, id and message, and below it the hint if it has one."""
    assert as_text([ERROR, WARNING, NOTE], "en") == (
        "content/a.yml:4:7 C301 The text 'cy' is blank.\n"
        "    Write it.\n"
        "content/b.yml:2:1 C404 Nothing refers to 'term.tŷ'.\n"
        "content/c.yml:1:1 C502 Unconfirmed.\n"
        "    Confirm it."
    )


def test_text_of_a_file_with_very_many() -> None:
    """Of a file with very many problems the first are shown, and how many more there are."""
    many = [Problem("C610", Place("docs/en/a.md", line), same("x")) for line in range(1, 1001)]
    lines = as_text([*many, WARNING], "en").splitlines()
    assert lines[49:] == [
        "docs/en/a.md:50:1 C610 x",
        "docs/en/a.md: and 950 more in this file. Mend these first.",
        "content/b.yml:2:1 C404 Nothing refers to 'term.tŷ'.",
    ]
    assert "a 950 arall yn y ffeil hon" in as_text(many, "cy")


def test_text_in_welsh() -> None:
    """A Welsh reader reads the same places and ids, with Welsh around them."""
    assert as_text([ERROR, WARNING], "cy") == (
        "content/a.yml:4:7 C301 Mae’r testun 'cy' yn wag.\n"
        "    Ysgrifennwch ef.\n"
        "content/b.yml:2:1 C404 Nid oes dim yn cyfeirio at 'term.tŷ'."
    )


def test_json() -> None:
    """A program gets every part of a problem by name, in both languages whoever asks."""
    report = as_json([ERROR, WARNING], "en")
    assert as_json([ERROR, WARNING], "cy") == report
    assert json.loads(report) == [
        {
            "id": "C301",
            "severity": "error",
            "path": "content/a.yml",
            "line": 4,
            "column": 7,
            "message": {"cy": "Mae’r testun 'cy' yn wag.", "en": "The text 'cy' is blank."},
            "hint": {"cy": "Ysgrifennwch ef.", "en": "Write it."},
        },
        {
            "id": "C404",
            "severity": "warning",
            "path": "content/b.yml",
            "line": 2,
            "column": 1,
            "message": {
                "cy": "Nid oes dim yn cyfeirio at 'term.tŷ'.",
                "en": "Nothing refers to 'term.tŷ'.",
            },
            "hint": {"cy": "", "en": ""},
        },
    ]
    assert "tŷ" in report


def test_github() -> None:
    """GitHub gets one command a problem, with the level it has there."""
    assert as_github([ERROR, WARNING, NOTE], "en").split("\n") == [
        "::error file=content/a.yml,line=4,col=7,title=C301::The text 'cy' is blank. Write it.",
        "::warning file=content/b.yml,line=2,col=1,title=C404::Nothing refers to 'term.tŷ'.",
        "::notice file=content/c.yml,line=1,col=1,title=C502::Unconfirmed. Confirm it.",
    ]
    assert as_github([NOTE], "cy") == (
        "::notice file=content/c.yml,line=1,col=1,title=C502::Heb ei gadarnhau. Cadarnhewch ef."
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50%", "50%25"),
        ("one\ntwo", "one%0Atwo"),
        ("one\r\ntwo", "one%0D%0Atwo"),
        ("%0A", "%250A"),
        ("a: b, c", "a: b, c"),
        ("x\n::error file=b.yml::y", "x%0A::error file=b.yml::y"),
    ],
)
def test_github_message(text: str, written: str) -> None:
    """A message cannot end its command or start another one."""
    report = as_github([Problem("C301", Place("a.yml"), same(text))], "en")
    assert report == f"::error file=a.yml,line=1,col=1,title=C301::{written}"


def test_github_path() -> None:
    """A path cannot end its part of a command either."""
    report = as_github([Problem("C301", Place("a,line=9:100%\n.yml"), same("Blank."))], "en")
    assert report == "::error file=a%2Cline=9%3A100%25%0A.yml,line=1,col=1,title=C301::Blank."


def test_nothing_to_mend() -> None:
    """Without problems every report says so in its own way."""
    assert {name: report([], "cy") for name, report in REPORTS.items()} == {
        "text": "",
        "json": "[]",
        "github": "",
    }
