"""What the benchmarks make is a project that our own checks let through, or they fail."""

from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.load.pages import load_pages
from conftest import REPOSITORY


@pytest.fixture
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the modules of benchmarks be imported, as they import each other."""
    monkeypatch.syspath_prepend(str(REPOSITORY / "benchmarks"))


@pytest.mark.usefixtures("benchmarks")
def test_generated_site(tmp_path: Path) -> None:
    """The site that is built for its speed has nothing to mend."""
    import speed

    speed.generate(tmp_path / "site", 2)
    guide = prepare(tmp_path / "site", speed.DAY)
    assert guide.errors == ()
    assert len(guide.rendered) == 2 * 4


@pytest.mark.usefixtures("benchmarks")
def test_pages_for_the_other_search(tmp_path: Path) -> None:
    """The project that is searched with Material has all the pages of ours."""
    import search

    pages, problems = load_pages(search.with_material_search(tmp_path))
    assert problems == []
    assert pages.keys() == load_pages(REPOSITORY)[0].keys()
