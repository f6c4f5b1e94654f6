from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.languages import Words
from canllaw.problems import Problem, Severity
from conftest import DAY, Edit

FACTS = "content/facts.yml"


def _found(tiny: Path) -> list[Problem]:
    return [each for each in prepare(tiny, DAY).problems if each.id in ("C720", "C721")]


def test_C720_change_that_nobody_is_told_of(tiny: Path, edit: Edit) -> None:
    """A value that starts after the first change is among the changes, under its day."""
    assert _found(tiny) == []
    edit(FACTS, "counts_from: 2030-09-01", "counts_from: 2029-09-01")
    (found,) = _found(tiny)
    assert found.severity is Severity.WARNING
    assert found.message == Words(
        cy="Mae 'deadline.school' yn newid ar 2030-09-01, ond nid yw hynny ymhlith y newidiadau, "
        "felly ni fydd neb sy’n eu dilyn yn cael gwybod.",
        en="'deadline.school' changes on 2030-09-01, but that is not among the changes, so nobody "
        "who follows them is told.",
    )
    assert found.hint == Words(
        cy="Ysgrifennwch gofnod 'kind: change' yn content/changes.yml, gyda "
        "'facts: [deadline.school]' a 'counts_from: 2030-09-01'.",
        en="Write an entry 'kind: change' in content/changes.yml, with "
        "'facts: [deadline.school]' and 'counts_from: 2030-09-01'.",
    )


def test_what_started_before_the_first_change(tiny: Path, edit: Edit) -> None:
    """What counted before changes were written down is no change."""
    edit(FACTS, "{from: 2030-09-01, length: 12", "{from: 2026-01-15, length: 12")
    assert _found(tiny) == []


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("facts: [deadline.school]", "deadline.schol", "deadline.school"),
        ("pages: [help/ask.md]", "help/aks.md", "help/ask.md"),
    ],
)
def test_C721_change_of_nothing(tiny: Path, edit: Edit, old: str, new: str, near: str) -> None:
    """A change names facts and pages that are there, so that readers can see what changed."""
    edit(FACTS, old, f"{old.partition('[')[0]}[{new}]")
    found = next(each for each in _found(tiny) if each.id == "C721")
    assert found.message == Words(
        cy=f"Nid oes '{new}' yma, felly ni all darllenwyr weld beth newidiodd.",
        en=f"There is no '{new}', so readers cannot see what changed.",
    )
    assert near in found.hint.en


def test_fact_renamed_since(tiny: Path, edit: Edit) -> None:
    """A change may go on naming a fact by the id it had then."""
    edit(FACTS, "facts: [deadline.school]", "facts: [deadline.school, term.old]")
    edit(FACTS, "  id: term.aln\n", "  id: term.aln\n  was: [term.old]\n")
    assert _found(tiny) == []
