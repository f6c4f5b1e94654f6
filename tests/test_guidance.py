import datetime
from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.languages import LANGUAGES, Language, counterpart
from canllaw.reports import as_text
from conftest import REPOSITORY


def _pages(language: Language) -> set[Path]:
    folder = REPOSITORY / "docs" / language
    return {file.relative_to(folder) for file in folder.rglob("*.md")}


def test_guidance_is_clean() -> None:
    """`canllaw check` has nothing to mend in the guidance, today."""
    found = prepare(REPOSITORY, datetime.date.today())
    assert found.rendered
    assert as_text(found.errors, "en") == ""
    # Without the list of addresses nothing that was published would be guarded.
    assert len(found.addresses.lock) > 1000
    assert [each for each in found.addresses.lock if not found.addresses.leads_to(each)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_pair(language: Language) -> None:
    """Every page of one language is a page of the other; this counts the files, not the checks."""
    assert _pages(language) - _pages(counterpart(language)) == set()
    assert _pages(language)
