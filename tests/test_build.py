import datetime
from pathlib import Path

import pytest

from canllaw.build import Guide, prepare
from canllaw.checks import Expected
from canllaw.problems import CanllawError, Severity
from conftest import DAY, Edit


def test_guide_of_the_tiny_project(guide: Guide) -> None:
    """A prepared guide holds every page of both languages, rendered, for its day."""
    keys = {(language, path) for language in ("cy", "en") for path in ("index.md", "help/ask.md")}
    assert guide.day == DAY
    assert set(guide.pages) == set(guide.rendered) == keys
    assert guide.errors == ()
    assert {found.severity for found in guide.problems} == {Severity.WARNING, Severity.NOTE}


def test_problems_come_in_order(tiny: Path, edit: Edit) -> None:
    """Problems are sorted by file, line and column, so that two runs print the same list."""
    edit("docs/en/index.md", "# Home", "# Home\n\n12 weeks\n\n## No id")
    edit("content/facts.yml", 'en: "A formal answer."', 'en: "Ateb ffurfiol."')
    found = [problem.place for problem in prepare(tiny, DAY).problems]
    assert found == sorted(found)


def test_used_on(guide: Guide) -> None:
    """A fact knows the pages that show it."""
    pages = [page.file for page in guide.used_on("right.appeal")]
    assert pages == ["docs/cy/help/ask.md", "docs/en/help/ask.md"]
    assert guide.used_on("term.decision") == []


def test_expected(guide: Guide) -> None:
    """The truth test is told what each finished page must be, from the pages themselves."""
    assert guide.expected()[0] == Expected(
        "docs/cy/help/ask.md",
        "cy",
        "help/ask.md",
        "cy/help/gofyn/",
        "en/help/ask/",
        ("how-long",),
    )


@pytest.mark.parametrize("missing", ["content", "."])
def test_folder_that_is_not_a_project(tmp_path: Path, missing: str) -> None:
    """Where there is no content there is nothing to read, and the caller is told what to type."""
    root = tmp_path / missing
    with pytest.raises(CanllawError) as refused:
        prepare(root, datetime.date(2026, 1, 1))
    assert str(refused.value) == (
        f"there is no folder 'content' in {root}; name the project with --root"
    )


def test_C402_in_a_fact_is_told_once(tiny: Path, edit: Edit) -> None:
    """Where a fact names what is not there, the pages that show the fact do not say so again."""
    edit("content/facts.yml", "  who: [role.school]\n", "  who: [role.scool]\n")
    found = [(str(each.place), each.id) for each in prepare(tiny, DAY).errors]
    assert found == [("content/facts.yml:97:9", "C402")]


def test_C205_is_told_once(tiny: Path, edit: Edit) -> None:
    """Where values are out of order, the pages that show them do not say so again."""
    edit("content/facts.yml", "    - from: 2021-09-01\n", "    - from: 2041-09-01\n")
    found = {each.id for each in prepare(tiny, DAY).errors}
    assert found == {"C508"}
