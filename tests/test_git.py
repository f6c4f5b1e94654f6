import subprocess
from pathlib import Path

import pytest

from canllaw.git import exported, forked_from, git
from canllaw.problems import CanllawError


def _git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Test", "-c", "user.email=test@test.example")
    command = ("git", "-C", str(folder), *names, *arguments)
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a project in a folder of it, and one commit."""
    folder = tmp_path / "repository" / "project"
    folder.mkdir(parents=True)
    _git(folder.parent, "init", "-q")
    (folder / "a.txt").write_text("before", encoding="utf-8")
    (folder.parent / "outside.txt").write_text("outside", encoding="utf-8")
    _git(folder.parent, "add", "-A")
    _git(folder.parent, "commit", "-qm", "first")
    return folder


def test_exported(repository: Path) -> None:
    """A version is given as it was, the folder asked for and nothing around it, and goes again."""
    (repository / "a.txt").write_text("after", encoding="utf-8")
    with exported(repository, "HEAD") as folder:
        found = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert found == {"a.txt": "before"}
    assert not folder.exists()


def test_where_a_branch_began(repository: Path) -> None:
    """What a branch is compared with is where it began, and not what others did since."""
    _git(repository, "branch", "mine")
    _git(repository, "commit", "-q", "--allow-empty", "-m", "theirs")
    theirs = git(repository, "branch", "--show-current").decode().strip()
    _git(repository, "checkout", "-q", "mine")
    began = git(repository, "rev-parse", "mine").decode().strip()
    assert forked_from(repository, theirs) == began
    assert forked_from(repository, "no-such-thing") == "no-such-thing"


@pytest.mark.parametrize("revision", ["no-such-thing", "--output=x"])
def test_no_such_version(repository: Path, revision: str) -> None:
    """A version that does not exist, or an option in its place, is refused in both languages."""
    with pytest.raises(CanllawError) as refused, exported(repository, revision):
        pytest.fail("the block must not run")
    assert refused.value.words.cy != refused.value.words.en
    assert revision in refused.value.words.en


def test_no_history(tmp_path: Path) -> None:
    """Where there is no repository, git's reason is passed on."""
    with pytest.raises(CanllawError, match="not a git repository"), exported(tmp_path, "HEAD"):
        pytest.fail("the block must not run")
