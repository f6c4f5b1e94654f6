from pathlib import Path

import pytest

from canllaw.load.content import load_content
from canllaw.model import NO_RULES
from canllaw.problems import Place
from conftest import English, in_english


def test_C106_site_rules_that_are_a_list(tiny: Path) -> None:
    """The rules of the site are two named lists; what else stands there is refused with how."""
    (tiny / "content/site.yml").write_text("- {kind: deadline, months: 6}\n", encoding="utf-8")
    content, problems = load_content(tiny)
    assert in_english(problems) == (
        English(
            "C106",
            Place("content/site.yml"),
            "This file says how the site is kept: a group of fields, not a list.",
            "Write 'check_again:' and 'hosts:', and their lists below them.",
        ),
    )
    assert content.rules == NO_RULES


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("months: 12", "months: 0", 2),
        ("host: law.example", "host: https://law.example/", 13),
        ('en: "The law."', 'en: ""', 13),
    ],
)
def test_site_rules_that_are_wrong(tiny: Path, old: str, new: str, line: int) -> None:
    """A wrong value is named at its line, and then nothing is listed: no address passes by it."""
    file = tiny / "content/site.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    content, problems = load_content(tiny)
    assert [(problem.place.path, problem.place.line) for problem in problems] == [
        ("content/site.yml", line)
    ]
    assert content.rules.hosts == ()
