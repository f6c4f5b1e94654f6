"""What is said where the two languages no longer agree."""

import datetime
from pathlib import Path

from canllaw.agreement import Record, file_of, marks, rewritten
from canllaw.build import Guide, prepare
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

PAGE = "help/ask.md#how-long"


def _found(root: Path) -> tuple[English, ...]:
    return in_english(each for each in prepare(root, DAY).problems if each.id.startswith("C32"))


def test_agreed_as_it_is(agreed: Path) -> None:
    """What is as it was when somebody compared it is no problem."""
    assert _found(agreed) == ()


def test_C320_one_side_of_a_page(agreed: Path, edit: Edit) -> None:
    """A section that changed on one side is named, with both places and what to type."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    assert _found(agreed) == (
        English(
            "C320",
            Place("docs/en/help/ask.md", 8),
            "In 'help/ask.md#how-long', the English has changed since Ann compared both sides on "
            "2026-11-22, and the Welsh (docs/cy/help/ask.md:9:1) has not: they may no longer say "
            "the same.",
            "Change the Welsh too (canllaw diff help/ask.md#how-long shows what changed). If it "
            'needs no change, type: canllaw agree help/ask.md#how-long --by "Your Name"',
        ),
    )


def test_C320_one_side_of_a_fact(agreed: Path, edit: Edit) -> None:
    """A text of a fact that changed on one side is named, whichever side it was."""
    edit("content/facts.yml", '{cy: "Ateb ffurfiol."', '{cy: "Yr ateb ffurfiol."')
    (found,) = _found(agreed)
    assert found.message == (
        "In 'term.decision/definition', the Welsh has changed since Ann compared both sides on "
        "2026-11-22, and the English (content/facts.yml:35:45) has not: they may no longer say "
        "the same."
    )


def test_C321_both_sides(agreed: Path, edit: Edit) -> None:
    """Where both sides changed, somebody is asked to compare them, and nothing is stopped."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    edit("docs/cy/help/ask.md", "Mae gennych", "Bellach mae gennych")
    assert _found(agreed) == (
        English(
            "C321",
            Place("docs/cy/help/ask.md", 9),
            "Both sides of 'help/ask.md#how-long' have changed since Ann compared them on "
            "2026-11-22 (the English is at docs/en/help/ask.md:8:1).",
            'Compare them, then type: canllaw agree help/ask.md#how-long --by "Your Name"',
        ),
    )


def test_C322_section_that_went(agreed: Path, edit: Edit) -> None:
    """A record of a section that both sides lost is named, with the command that tidies."""
    for side in ("cy", "en"):
        path = agreed / "docs" / side / "help/ask.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("## ")], encoding="utf-8")
    assert _found(agreed) == (
        English(
            "C322",
            Place("agreed/docs/help/ask.yml", 5),
            "There is a record here of 'help/ask.md#how-long', which is no longer there or has "
            "another name.",
            "Type: canllaw agree --tidy (where only the name has changed, the record is kept)",
        ),
    )


def test_C322_renamed(agreed: Path, edit: Edit) -> None:
    """A section with a new id keeps its record, which waits to be written under the new name."""
    for side in ("cy", "en"):
        edit(f"docs/{side}/help/ask.md", "{#how-long}", "{#time}")
        edit(f"docs/{side}/index.md", "#how-long", "#time")
    guide = prepare(agreed, DAY)
    assert guide.standings["help/ask.md#time"].is_agreed
    assert [each.id for each in _found(agreed) if "how-long" in each.message] == ["C322"]


def test_a_page_that_cannot_be_read_loses_no_record(agreed: Path, edit: Edit) -> None:
    """Where a page could not be read, nobody can tell whether its records are still needed."""
    edit("docs/en/index.md", "audience: everyone", "audience: nobody")
    assert _found(agreed) == ()


def test_day_and_name_of_the_record_are_told(tiny: Path, guide: Guide, edit: Edit) -> None:
    """The message says who compared both sides last, and when."""
    unit = guide.standings[PAGE].unit
    record = Record(PAGE, *marks(unit), datetime.date(2026, 1, 2), 'Siân "Siw" ap Huw')
    file = tiny / file_of(unit)
    file.parent.mkdir(parents=True)
    file.write_text(rewritten("", [record]), encoding="utf-8")
    edit("docs/en/help/ask.md", "You have", "You now have")
    (found,) = _found(tiny)
    assert 'since Siân "Siw" ap Huw compared both sides on 2026-01-02' in found.message
