from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.agreement import Record, file_of, marks, rewritten
from canllaw.build import prepare
from canllaw.cli.report import snapshot
from canllaw.languages import Language
from canllaw.outputs.change_report import change_report
from conftest import DAY, Edit

Report = Callable[..., str]

NOTHING = """\
# What this change does

## To each language

| | Cymraeg | English |
| --- | ---: | ---: |
| texts added | 0 | 0 |
| texts removed | 0 | 0 |
| changed, and so has the other side | 0 | 0 |
| changed on this side only | 0 | 0 |

## On one side only

Nothing.

## Agreed again

Nothing.

## Facts

Nothing.

## Addresses

Nothing.
"""


@pytest.fixture
def report(tiny: Path) -> Report:
    """Return a function that reports what was edited since the test began."""
    before = snapshot(prepare(tiny, DAY))

    def written(language: Language = "en") -> str:
        return change_report(before, snapshot(prepare(tiny, DAY)), language)

    return written


def _section(report: str, title: str) -> str:
    return report.partition(f"## {title}\n\n")[2].partition("\n\n## ")[0].rstrip("\n")


def test_nothing_changed(report: Report) -> None:
    """A change that changes nothing is said to change nothing."""
    assert report() == NOTHING


def test_lines_broken_elsewhere(report: Report, edit: Edit) -> None:
    """A text that only breaks its lines elsewhere has not changed."""
    edit("docs/en/help/ask.md", "You have {{", "You have\n{{")
    assert report() == NOTHING


def test_one_side(report: Report, edit: Edit) -> None:
    """A section changed in one language is named, with the place of either side."""
    edit("docs/en/help/ask.md", "You have", "You always have")
    made = report()
    assert "| changed on this side only | 0 | 1 |" in made
    assert _section(made, "On one side only") == (
        "- `help/ask.md#how-long`: `docs/en/help/ask.md:8:1` has changed, "
        "`docs/cy/help/ask.md:9:1` has not."
    )


def test_both_sides(report: Report, edit: Edit) -> None:
    """A text changed in both languages is counted for both, and nobody is asked to look."""
    edit("docs/en/help/ask.md", "You have", "You always have")
    edit("docs/cy/help/ask.md", "Mae gennych", "Mae gennych bob amser")
    made = report()
    assert "| changed, and so has the other side | 1 | 1 |" in made
    assert _section(made, "On one side only") == "Nothing."


def test_new_section(report: Report, edit: Edit) -> None:
    """A section that is new in one language only is counted there, and its address is named."""
    edit("docs/en/help/ask.md", "{{ right(", "## More {#more}\n\nWords.\n\n{{ right(")
    made = report()
    assert "| texts added | 0 | 1 |" in made
    assert _section(made, "Addresses") == "- new: `/en/help/ask/#more`"


def test_changed_figure(report: Report, edit: Edit) -> None:
    """A changed fact says from what to what, on whose word, and where it is shown."""
    edit("content/facts.yml", "length: 35, unit: school-day", "length: 30, unit: school-day")
    assert _section(report(), "Facts") == (
        "### `deadline.school`\n\n"
        "| field | before | now |\n| --- | --- | --- |\n"
        "| `values/0/length` | 35 | 30 |\n\n"
        "Source: Act 2018, section\N{NO-BREAK SPACE}11(1)(ch).\n\n"
        "Shown on: `docs/cy/help/ask.md`, `docs/en/help/ask.md`"
    ).replace("\N{NO-BREAK SPACE}", " ")


def test_markdown_in_a_fact_is_text(report: Report, edit: Edit) -> None:
    """What a stranger writes into a fact cannot leave its cell, nor show a link or an image."""
    edit("content/facts.yml", 'en: "Say yes or no."', 'en: "a|b ![x](https://a.example) <img>"')
    assert "| `must/en` | Say yes or no. | a\\|b !\\[x\\](https://a.example) &lt;img> |" in report()


def test_new_and_deleted_facts(report: Report, edit: Edit) -> None:
    """A fact that is renamed is one that is deleted and one that is new."""
    edit("content/facts.yml", "id: term.decision", "id: term.answer")
    lines = _section(report(), "Facts").splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "### `term.answer`: a new fact",
        "### `term.decision`: deleted",
    ]


def test_page_that_is_gone(report: Report, edit: Edit) -> None:
    """An address that leads nowhere any more is hard to overlook."""
    edit("docs/cy/help/ask.md", "slug: help/gofyn", "slug: help/holi")
    lines = _section(report(), "Addresses").splitlines()
    assert lines[0] == "- **gone, and leads nowhere**: `/cy/help/gofyn/`"
    assert "- new: `/cy/help/holi/`" in lines


def test_page_that_moves(report: Report, edit: Edit) -> None:
    """An address that leads on is named with the new one."""
    edit("docs/cy/help/ask.md", "slug: help/gofyn", "slug: help/holi\nwas: [help/gofyn]")
    lines = _section(report(), "Addresses").splitlines()
    assert lines[0] == "- moved: `/cy/help/gofyn/` → `/cy/help/holi/`"
    assert "gone" not in "".join(lines)


def test_short_address_that_opens_something_else(tiny: Path, edit: Edit) -> None:
    """A short address that leads elsewhere, said or not, is hard to overlook."""
    facts, short = "content/facts.yml", "  short_address: {cy: pa-hyd, en: how-long}\n"
    edit(facts, "id: deadline.school\n", f"id: deadline.school\n{short}")
    before = snapshot(prepare(tiny, DAY))
    edit(facts, short, "")
    other = "  short_address: {cy: apelio, en: appeal}\n  was: [r/pa-hyd, r/how-long]\n"
    edit(facts, "id: right.appeal\n", f"id: right.appeal\n{other}")
    made = change_report(before, snapshot(prepare(tiny, DAY)), "en")
    assert [line for line in _section(made, "Addresses").splitlines() if "**" in line] == [
        f"- **opens something else now**: `/r/{each}/`: `/en/help/ask/#deadline.school` → "
        "`/en/help/ask/#right.appeal`"
        for each in ("how-long", "pa-hyd")
    ]


def test_agreed_again(report: Report, tiny: Path, edit: Edit) -> None:
    """What somebody compared anew is named, with who and when."""
    edit("docs/en/help/ask.md", "You have", "You always have")
    unit = prepare(tiny, DAY).standings["help/ask.md#how-long"].unit
    file = tiny / file_of(unit)
    file.parent.mkdir(parents=True)
    record = Record(unit.id, *marks(unit), DAY, "A. Reader")
    file.write_text(rewritten("", [record]), encoding="utf-8")
    assert _section(report(), "Agreed again") == "- `help/ask.md#how-long`: A. Reader, 2026-11-22"


def test_in_welsh(report: Report, edit: Edit) -> None:
    """The report is in the language asked for."""
    edit("docs/en/help/ask.md", "You have", "You always have")
    made = report("cy")
    assert made.startswith("# Beth mae’r newid hwn yn ei wneud\n\n## I bob iaith\n")
    assert "newidiodd `docs/en/help/ask.md:8:1`, ond nid `docs/cy/help/ask.md:9:1`." in made
    assert "has changed" not in made
