import ctypes
import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from canllaw.exchange_names import exchange_names
from canllaw.problems import CanllawError
from canllaw.publishing import published
from conftest import DAY

STOPPING = Path(__file__).parent / "stopping.py"


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
    monkeypatch.setattr("canllaw.publishing.exchange_names", lambda *_: False)
    with pytest.raises(CanllawError) as refused, published(target) as new:
        _fill(new, "new")
    assert str(refused.value) == f"the new site cannot be written (no room); {target} is as it was"
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


def test_names_are_exchanged(tmp_path: Path) -> None:
    """Two folders change names in one step where the system can; what is not there is an error."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name, encoding="utf-8")
    could = exchange_names(tmp_path / "one", tmp_path / "other")
    found = [(tmp_path / name / "name").read_text(encoding="utf-8") for name in ("one", "other")]
    assert found == (["other", "one"] if could else ["one", "other"])
    if could:
        with pytest.raises(FileNotFoundError):
            exchange_names(tmp_path / "one", tmp_path / "nothing")


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL])
def test_system_that_cannot_exchange_names(
    number: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system does not know how, the swap takes two steps and ends the same."""

    def cannot(_one: bytes, _other: bytes) -> int:
        ctypes.set_errno(number)
        return -1

    monkeypatch.setattr("canllaw.exchange_names._system_call", lambda: cannot)
    assert exchange_names(target, target.parent) is False
    with published(target) as new:
        _fill(new, "new")
    assert _contents(target.parent) == NEW


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (
            errno.ENOSPC,
            "there is not enough room on the disk for the new site; {} is as it was. Make room and "
            "build again",
        ),
        (errno.EACCES, "the new site cannot be written ([Errno 13] no); {} is as it was"),
    ],
)
def test_disk_that_takes_no_more(target: Path, number: int, message: str) -> None:
    """A full disk leaves the old site, and the person is told what to do."""
    with pytest.raises(CanllawError) as refused, published(target) as new:
        _fail(new, OSError(number, "no"))
    assert str(refused.value) == message.format(target)
    assert refused.value.words.cy != refused.value.words.en
    assert _contents(target.parent) == OLD


def test_two_builds_at_once(target: Path) -> None:
    """Each has a workshop of its own, neither sweeps the other's, and the last one wins whole."""
    with published(target) as slow:
        _fill(slow, "slow")
        with published(target) as quick:
            _fill(quick, "new")
        assert _contents(target) == {"404.html": "new", "cy/index.html": "new"}
        assert _contents(slow) == {"404.html": "slow", "cy/index.html": "slow"}
        (slow / "late.html").write_text("slow", encoding="utf-8")
    assert set(_contents(target.parent).values()) == {"slow"}
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_leftovers_are_swept(target: Path) -> None:
    """What a killed build left beside the site goes with the next build, and nothing else does."""
    left, other = target.parent / ".site.canllaw-abc", target.parent / ".site-notes"
    for folder in (left / "new", other):
        folder.mkdir(parents=True)
        _fill(folder, "half")
    elsewhere = target.parent / "elsewhere"
    elsewhere.mkdir()
    link = target.parent / ".site.canllaw-link"
    link.symlink_to(elsewhere)
    with published(target) as new:
        _fill(new, "new")
    assert sorted(path.name for path in target.parent.iterdir()) == [
        ".site-notes",
        ".site.canllaw-link",
        "elsewhere",
        "site",
    ]


def test_half_a_site_is_not_brought_back(target: Path) -> None:
    """What a build was deleting when it was killed is no site that was set aside."""
    half = target.parent / ".site.canllaw-abc" / "gone"
    half.mkdir(parents=True)
    (half / "404.html").write_text("half", encoding="utf-8")
    target.rename(target.parent / "kept")
    with pytest.raises(ValueError, match="stop"), published(target) as new:
        _fail(new, ValueError("stop"))
    assert not target.exists()


def test_folder_that_is_filled_while_a_site_is_built(tmp_path: Path) -> None:
    """What somebody puts where the site goes is not lost, also when it comes during the build."""
    target = tmp_path / "site"
    with pytest.raises(CanllawError, match="is not empty and holds no site"), published(target):
        (target / "deep").mkdir(parents=True)
    assert [path.name for path in tmp_path.rglob("*")] == ["site", "deep"]


def _stopped(kind: str, folder: Path) -> list[dict[str, Any]]:
    """Run stopping.py, which is a program of its own because it kills its children."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(STOPPING), kind, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CANLLAW_AS_OF": DAY.isoformat()},
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_killed_at_every_step(tmp_path: Path) -> None:
    """A kill before any step leaves the whole old site or the whole new one, and the next build
    leaves nothing but its own.
    """
    found = _stopped("exchange", tmp_path)
    assert len(found) > 20
    assert [step["site"] for step in found] == sorted(
        (step["site"] for step in found), key=["old", "new"].index
    )
    assert {step["site"] for step in found} == {"old", "new"}
    assert {(step["next_fails"], step["next"]) for step in found} == {
        ("old", "third"),
        ("new", "third"),
    }
    assert {tuple(step["beside"]) for step in found} == {("site",)}


def test_killed_at_every_step_without_exchange(tmp_path: Path) -> None:
    """Where the swap takes two steps, a kill between them is mended by the next build, even one
    that fails.
    """
    found = _stopped("two-steps", tmp_path)
    assert {step["site"] for step in found} == {"old", "nothing", "new"}
    assert {step["next_fails"] for step in found} == {"old", "new"}
    assert {step["next"] for step in found} == {"third"}
    assert {tuple(step["beside"]) for step in found} == {("site",)}


def test_first_build_killed_at_every_step(tmp_path: Path) -> None:
    """A first build that is killed leaves no site or a whole one."""
    found = _stopped("first", tmp_path)
    assert {step["site"] for step in found} == {"nothing", "new"}
    assert {step["next"] for step in found} == {"third"}
    assert {tuple(step["beside"]) for step in found} == {("site",)}


def test_real_build_killed_anywhere(tmp_path: Path) -> None:
    """A real build of the tiny project that is killed anywhere leaves the old site, byte for byte,
    or the new one.
    """
    found = _stopped("build", tmp_path)
    assert len(found) == 5
    assert {step["site"] for step in found} <= {"old", "new"}
    assert {step["next"] for step in found} == {"new"}
    assert {tuple(step["beside"]) for step in found} == {("site",)}


def test_real_build_on_a_full_disk(tiny: Path) -> None:
    """Where a file cannot be written the old site stays, and no traceback is shown."""
    (tiny / "site").mkdir()
    _fill(tiny / "site", "old")
    before = _contents(tiny / "site")
    # No file may grow past 20 kB: for the program that is a disk without room.
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000));"
        "from canllaw.cli import main; sys.argv = ['canllaw', *sys.argv[1:]]; main()"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, "build", "--root", str(tiny), "--as-of", DAY.isoformat()],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "canllaw: there is not enough room on the disk for the new site; "
        f"{tiny / 'site'} is as it was. Make room and build again"
    )
    assert "Traceback" not in done.stderr
    assert _contents(tiny / "site") == before
    assert [path.name for path in tiny.iterdir() if path.name.startswith(".")] == []
