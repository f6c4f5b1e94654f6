"""A small fixed version of benchmarks/drift.py: no drift is missed, no formatting is told."""

import sys
from pathlib import Path

import pytest

from canllaw.agreement import mark, normal
from conftest import REPOSITORY

SECTION = """\
## Beth nesaf {#next}

Gofynnwch i’r **cyngor** am [help](../help.md#ask), yna arhoswch. Mae 4 wythnos.

- Ysgrifennwch ato.
- Cadwch *gopi* o’r llythyr,
  a’r ateb.

1. Un
2. Dau

| Pwy | Beth |
|---|---|
| Ysgol | Gofyn |

!!! warning "Byth yn syth"
    Nid i’r Tribiwnlys.

{{ deadline("deadline.appeal") }}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Gofynnwch i’r **cyngor** am", "Gofynnwch i’r\n**cyngor**   am"),
        ("**cyngor**", "__cyngor__"),
        ("*gopi*", "_gopi_"),
        ("**cyngor**", "cyngor"),
        ("- Ysgrifennwch ato.\n- Cadwch", "* Ysgrifennwch ato.\n\n+ Cadwch"),
        ("2. Dau", "1. Dau"),
        ("| Ysgol | Gofyn |", "|  Ysgol|Gofyn        |"),
        ("|---|---|", "| :--- | ---: |"),
        ("| Pwy | Beth |\n|---|---|\n| Ysgol | Gofyn |", "Pwy | Beth\n---|---\nYsgol | Gofyn"),
        ("{#next}\n", "{ #next .wide }   \n\n\n"),
        ("{#next}", "{#after}"),
        ("## Beth nesaf {#next}", "### Beth nesaf {#next} ###"),
        ("\n1. Un", "\n<!-- gwirio -->\n\n1. Un"),
        ('{{ deadline("deadline.appeal") }}', "{{deadline( 'deadline.appeal' )}}"),
        ("yna arhoswch", "yna&nbsp;arhoswch"),
        ("Gofynnwch i’r", "Gofynnwch i&rsquo;r"),
        ("yna arhoswch.", "yna arhoswch\\."),
    ],
)
def test_how_it_is_typed_does_not_count(old: str, new: str) -> None:
    """Wrapping, bullet signs, marks of stress, empty lines and padding change no text."""
    assert old in SECTION
    assert normal(SECTION.replace(old, new)) == normal(SECTION)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Gofynnwch", "Gofynwch"),
        ("cyngor", "Cyngor"),
        ("help]", "helpu]"),
        ("../help.md#ask", "../help.md#asked"),
        (", yna", " yna"),
        ("4 wythnos", "5 wythnos"),
        ("i’r **", "i'r **"),
        ("- Ysgrifennwch ato.\n", ""),
        ("1. Un\n", ""),
        ("1. Un\n2. Dau", "- Un\n- Dau"),
        ("| Ysgol | Gofyn |", "| Ysgol | Gofyn | |"),
        ("| Ysgol | Gofyn |", "| Gofyn | Ysgol |"),
        ("warning", "note"),
        ("Byth yn syth", "Peidiwch"),
        ("deadline.appeal", "deadline.appeals"),
        ("{{ deadline(", "{{ length("),
        ("**cyngor**", "`cyngor`"),
        ("arhoswch. Mae", "arhoswch.\n2. Mae"),
        ("arhoswch. Mae", "arhoswch\\* Mae"),
    ],
)
def test_what_it_says_counts(old: str, new: str) -> None:
    """Letters, their case, numbers, points, targets of links and arguments of macros count."""
    assert old in SECTION
    assert normal(SECTION.replace(old, new)) != normal(SECTION)


def test_a_number_at_the_start_of_a_wrapped_line_counts() -> None:
    """A number that a line happens to start with is no number of a step."""
    assert normal("Adran\n12. Mae") != normal("Adran\n13. Mae")
    assert normal("1. Un\n12. Dau") == normal("1. Un\n2. Dau")


def test_a_plain_text_is_no_markdown() -> None:
    """In a fact a star is a star; only spaces and line breaks do not count."""
    assert mark("a *b*", markdown=False) != mark("a b", markdown=False)
    assert mark(" a\n  b ", markdown=False) == mark("a b", markdown=False)


def test_marks_stay_the_same_from_version_to_version() -> None:
    """A mark is in every record there is: the same words give the same one for ever."""
    assert mark(SECTION, markdown=True) == "22660ae4c26b"
    assert mark("Ateb ffurfiol.", markdown=False) == "ab59ac30390c"


def test_every_kind_of_edit(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the tiny project every edit that says something else is told, and nothing besides."""
    monkeypatch.syspath_prepend(str(REPOSITORY / "benchmarks"))
    monkeypatch.delitem(sys.modules, "drift", raising=False)
    from drift import run

    results = run(tiny, 6)
    assert sum(each.expected for each in results) > 30
    assert [each for each in results if each.missed or each.false or each.lost] == []
