import datetime
from pathlib import Path

import pytest

from canllaw.build import Guide, prepare, published
from canllaw.checks import Expected
from canllaw.problems import CanllawError, Severity
from conftest import DAY, Edit


def _fill(folder: Path, words: str) -> None:
    for name in ("404.html", "cy/index.html"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")


def _fail(folder: Path, error: BaseException) -> None:
    _fill(folder, "new")
    raise error


def _contents(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in files}


NEW = {"site/404.html": "new", "site/cy/index.html": "new"}
OLD = {"site/404.html": "old", "site/cy/index.html": "old", "site/gone.html": "old"}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder that holds the old site, with nothing beside it."""
    site = tmp_path / "site"
    site.mkdir()
    _fill(site, "old")
    (site / "gone.html").write_text("old", encoding="utf-8")
    return site


def test_new_site_takes_the_place_of_the_old(target: Path) -> None:
    """The new folder replaces the old one whole, and nothing is left beside it."""
    with published(target) as new:
        _fill(new, "new")
        assert _contents(target.parent).items() >= OLD.items()
    assert _contents(target.parent) == NEW


def test_first_site(tmp_path: Path) -> None:
    """Where there is no site yet, nor the folder for it, it is made."""
    with published(tmp_path / "deep/er/site") as new:
        _fill(new, "new")
    assert _contents(tmp_path / "deep/er") == NEW


def test_finished_site_may_be_read_by_a_server(target: Path) -> None:
    """The finished folder has the rights of any new folder, not those of a secret one."""
    plain = target.parent / "plain"
    plain.mkdir()
    with published(target) as new:
        _fill(new, "new")
    assert target.stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_failed_build_leaves_the_old_site(target: Path, error: type[BaseException]) -> None:
    """When the block fails, or somebody stops it, the old site stays and nothing is left beside."""
    with pytest.raises(error), published(target) as new:
        _fail(new, error("stop"))
    assert _contents(target.parent) == OLD


def test_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    """When the first build fails there is no site, not half of one."""
    with pytest.raises(ValueError, match="stop"), published(tmp_path / "site") as new:
        _fail(new, ValueError("stop"))
    assert list(tmp_path.iterdir()) == []


def test_swap_that_cannot_be_finished_is_undone(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new folder cannot be moved into place, the old one comes back."""
    rename = Path.rename

    def fail_for_new(self: Path, to: Path) -> Path:
        if self.name == "new":
            raise OSError("no room")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", fail_for_new)
    with pytest.raises(OSError, match="no room"), published(target) as new:
        _fill(new, "new")
    assert _contents(target.parent) == OLD


def test_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    """A folder that holds anything but a site is not replaced: what is in it would be lost."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Home", encoding="utf-8")
    with pytest.raises(CanllawError) as refused, published(docs):
        pytest.fail("the block must not run")
    assert str(refused.value) == f"{docs} is not empty and holds no site; name another folder"
    assert _contents(tmp_path) == {"docs/index.md": "# Home"}


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
