import datetime
from pathlib import Path

import pytest

from canllaw.agreement import Record, Reviewer, file_of, marks, rewritten
from canllaw.build import Guide, prepare
from canllaw.outputs.agreement_note import AgreementNote, agreement_note
from conftest import DAY, Edit, agree_on_all

ASK = "help/ask.md"
USED = ("deadline.school",)


def _note(guide: Guide) -> AgreementNote:
    return agreement_note(guide.standings, ASK, USED, "cy")


def test_never_compared(guide: Guide) -> None:
    """A page that nobody compared says so, and names no day."""
    assert _note(guide) == AgreementNote("agreement.none", "", "site.not-reviewed")


def test_all_compared(agreed: Path) -> None:
    """A page whose every part was compared says when, and that nobody qualified has reviewed it."""
    day = "22\N{NO-BREAK SPACE}Tachwedd 2026"
    assert _note(prepare(agreed, DAY)) == AgreementNote("agreement.all", day, "site.not-reviewed")


@pytest.mark.usefixtures("agreed")
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/en/help/ask.md", "You have", "You always have"),
        ("content/facts.yml", 'en: "Say yes or no."', 'en: "Say no or yes."'),
    ],
)
def test_changed_since(tiny: Path, edit: Edit, file: str, old: str, new: str) -> None:
    """Where the page, or a fact it shows, has changed since, it says so."""
    edit(file, old, new)
    assert _note(prepare(tiny, DAY)).compared == "agreement.some"


@pytest.mark.parametrize(
    ("reviewers", "label"),
    [
        (["qualified translator"], "site.reviewed-translator"),
        (["legal reviewer"], "site.reviewed-lawyer"),
        (["qualified translator", "legal reviewer"], "site.reviewed-both"),
        (["qualified translator", None], "site.not-reviewed"),
    ],
)
def test_reviewed(tiny: Path, guide: Guide, reviewers: list[Reviewer | None], label: str) -> None:
    """A page is reviewed when each part of it is, and says by whom; but for one, it is not."""
    agree_on_all(tiny, guide)
    ours = [each for each in guide.standings.values() if each.unit.owner in (ASK, *USED)]
    for index, standing in enumerate(ours):
        reviewer = reviewers[index % len(reviewers)]
        record = Record(
            standing.unit.id, *marks(standing.unit), datetime.date(2026, 11, 1), "A", reviewer
        )
        file = tiny / file_of(standing.unit)
        file.write_text(rewritten(file.read_text(encoding="utf-8"), [record]), encoding="utf-8")
    assert _note(prepare(tiny, DAY)).reviewed == label
