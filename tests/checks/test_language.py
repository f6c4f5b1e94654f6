"""Welsh is Welsh and English is English."""

from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.problems import Place
from conftest import DAY, Edit, English, in_english

Problems = Callable[[], list[tuple[str, str]]]
FACTS = "content/facts.yml"
PAGE = "docs/cy/help/ask.md"


def _found(root: Path) -> list[English]:
    return list(in_english(found for found in prepare(root, DAY).problems if found.id == "C307"))


def test_C307_english_in_a_welsh_field(tiny: Path, edit: Edit) -> None:
    """English left in a Welsh field is shown, at the field."""
    edit(FACTS, 'cy: "Gofynnwch pam."', 'cy: "Ask them for the reasons."')
    assert _found(tiny) == [
        English(
            "C307",
            Place(FACTS, 142, 19),
            "“Ask them for the reasons.” does not look like Welsh.",
            "Write the Welsh here. If the two sides are swapped, swap them back.",
        )
    ]


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("The school decides", "Yr ysgol yn penderfynu"),
        ("Next steps", "Camau nesaf"),
        ("Free advice", "Cyngor am ddim"),
        ("Parents", "Rhieni"),
    ],
)
def test_C307_swapped_sides(tiny: Path, edit: Edit, welsh: str, english: str) -> None:
    """Two sides that changed places are both shown, however short."""
    edit(FACTS, '{cy: "Gofynnwch pam.", en: "Ask why."}', f'{{cy: "{welsh}", en: "{english}"}}')
    columns = (19, 19 + len(welsh) + len('", en: "'))
    assert [found.place for found in _found(tiny)] == [Place(FACTS, 142, at) for at in columns]


def test_C307_label(tiny: Path, problems: Problems) -> None:
    """A label in the wrong language is shown at the label."""
    labels = tiny / "content/interface.yml"
    text = labels.read_text(encoding="utf-8")
    new = '\ntest.label: {cy: "Back to the top", en: "Back to the start"}\n'
    labels.write_text(text + new, encoding="utf-8")
    line = text.count("\n") + 2
    assert problems() == [(f"content/interface.yml:{line}:1", "C307")]


def test_C307_description(edit: Edit, problems: Problems) -> None:
    """A description in the wrong language is shown at the top of the page."""
    edit(PAGE, 'description: "Prawf bach."', "description: What the school must do.")
    assert problems() == [(f"{PAGE}:1:1", "C307")]


def test_C307_words_inside_a_page(tiny: Path, edit: Edit) -> None:
    """Words of the other language inside a page are shown where they start."""
    edit(PAGE, "Mae gennych ", "Gofynnwch am what the school decided heddiw. Mae gennych ")
    assert _found(tiny) == [
        English(
            "C307",
            Place(PAGE, 11, 14),
            "“what the school decided” is not Welsh; a screen reader would misread it.",
            'Translate it, or mark it: <span lang="en">what the school decided</span>.',
        )
    ]


@pytest.mark.parametrize(
    "words",
    [
        '<span lang="en">what the school decided</span>',
        "`what the school decided`",
        "SNAP Cymru",
        "Cyngor Vale",
    ],
    ids=["marked", "code", "name", "two-words"],
)
def test_words_that_may_stand_inside_a_page(edit: Edit, problems: Problems, words: str) -> None:
    """Marked words, code and short names are no problem."""
    edit(PAGE, "Mae gennych ", f"Dyma {words}. Mae gennych ")
    assert problems() == []


def test_names_may_be_in_one_language(edit: Edit, problems: Problems) -> None:
    """The name of an organisation may be in the other language, or the same on both sides."""
    edit(FACTS, 'name: {cy: "Cynorthwywyr", en: "Helpers"}', 'name: {cy: "The Helpers", en: "X"}')
    assert problems() == []
