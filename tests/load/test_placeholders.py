from pathlib import Path

from canllaw.build import prepare
from conftest import DAY, Edit, in_english


def test_C312_placeholder_left(tiny: Path, edit: Edit) -> None:
    """A place nobody has filled in yet is refused, in a fact, a front matter and a page."""
    edit("content/facts.yml", '"Anfon yr apêl."', '"✍ Beth sydd i’w wneud"')
    edit("docs/en/index.md", '"A small test."', '"✍ One sentence"')
    edit("docs/cy/help/ask.md", "Mae gennych", "✍ Ysgrifennwch. Mae gennych")
    hint = "Write what it asks for in place of all that follows ✍, and delete the ✍."
    found = in_english(prepare(tiny, DAY).problems)
    assert [(str(each.place), each.message) for each in found if each.id == "C312"] == [
        (
            "content/facts.yml:118:14",
            "Nobody has filled in this place yet: '✍ Beth sydd i’w wneud'",
        ),
        (
            "docs/cy/help/ask.md:11:1",
            "Nobody has filled in this place yet: "
            """'✍ Ysgrifennwch. Mae gennych {{ length("deadline.ap…'""",
        ),
        ("docs/en/index.md:3:14", "Nobody has filled in this place yet: '✍ One sentence'"),
    ]
    assert {each.hint for each in found if each.id == "C312"} == {hint}


def test_C312_alone(tiny: Path, edit: Edit) -> None:
    """A fact with a place to fill in tells of nothing else, nor does what refers to it."""
    edit("content/facts.yml", '"Anfon yr apêl."', '"✍"')
    edit("content/facts.yml", "counts: received", "counts: ✍ done / received")
    found = prepare(tiny, DAY).errors
    assert [each.id for each in found] == ["C312", "C312"]


def test_C312_labels(tiny: Path) -> None:
    """A label with a place to fill in is refused."""
    labels = tiny / "content/interface.yml"
    text = labels.read_text(encoding="utf-8")
    labels.write_text(f'{text}new.label: {{cy: "✍", en: "A label"}}\n', encoding="utf-8")
    assert "C312" in [each.id for each in prepare(tiny, DAY).errors]
