import json
import subprocess
import sys
from pathlib import Path

import pytest

from canllaw import journal
from canllaw.journal import FOLDER, finish_interrupted, interrupted, write_all
from canllaw.problems import CanllawError
from canllaw.reports import as_text

OLD = {"content/a.yml": b"old a", "docs/cy/b.md": b"old b", "docs/en/b.md": b"same"}
NEW = {**OLD, "content/a.yml": b"new a", "docs/cy/b.md": b"new b", "docs/en/c.md": b"new c"}

# Writes in each of the folders it is given, in a child that counts every call that changes the disk
# and is killed at the first of them, the second, and so on; says which child was killed.
PROGRAM = """
import os, pathlib, signal, sys
from canllaw import journal

def killing(real):
    def call(*arguments, **named):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **named)
    return call

def write(root):
    for name in ("mkdir", "replace", "unlink", "chmod", "open"):
        setattr(pathlib.Path, name, killing(getattr(pathlib.Path, name)))
    for name in ("fsync", "rmdir", "unlink"):
        setattr(os, name, killing(getattr(os, name)))
    journal.write_all(root, {root / name: content for name, content in NEW.items()})

for left, root in enumerate(sys.argv[1:], start=1):
    child = os.fork()
    if not child:
        write(pathlib.Path(root))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status))
"""


def _project(root: Path) -> Path:
    for name, content in OLD.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def _files(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


def _changes(root: Path) -> dict[Path, bytes]:
    return {root / name: content for name, content in NEW.items()}


def test_all_files(tmp_path: Path) -> None:
    """Every file is written, with the permissions it had, and nothing else is left behind."""
    root = _project(tmp_path)
    (root / "content" / "a.yml").chmod(0o640)
    write_all(root, _changes(root))
    assert _files(root) == NEW
    assert (root / "content" / "a.yml").stat().st_mode & 0o777 == 0o640
    assert not (root / FOLDER).exists()


def test_nothing_to_write(tmp_path: Path) -> None:
    """A file that holds its content already is not touched."""
    root = _project(tmp_path)
    before = (root / "docs/en/b.md").stat()
    write_all(root, {root / "docs/en/b.md": b"same"})
    assert (root / "docs/en/b.md").stat() == before


def _killed(roots: list[Path]) -> list[int]:
    program = PROGRAM.replace("NEW", repr(NEW))
    command = (sys.executable, "-c", program, *map(str, roots))
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own program
    return [int(code) for code in done.stdout.split()]


def test_killed_at_every_step(tmp_path: Path) -> None:
    """Killed at any change of the disk, the files are all old or, once finished, all new."""
    outcomes = []
    roots = [_project(tmp_path / str(step)) for step in range(1, 60)]
    codes = _killed(roots)
    steps = codes.index(0)
    assert codes == [-9] * steps + [0] * (len(roots) - steps)
    for root in roots[:steps]:
        told = bool(list(interrupted(root)))
        mixed = {name: content for name, content in _files(root).items() if FOLDER not in name}
        assert told or mixed in (OLD, NEW)
        finish_interrupted(root)
        assert _files(root) in (OLD, NEW)
        assert not (root / FOLDER).exists()
        assert not list(interrupted(root))
        outcomes.append(_files(root) == NEW)
    # Once it will be done it will be done at every later step.
    assert outcomes == sorted(outcomes)
    assert {True, False} == set(outcomes)
    assert len(outcomes) > 20


def test_finishing_killed_too(tmp_path: Path) -> None:
    """Finishing may be stopped and started again."""
    root = _project(tmp_path)
    _stop_before_first_file(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "_settle", _stop)
        with pytest.raises(KeyboardInterrupt):
            finish_interrupted(root)
    assert finish_interrupted(root) == ("content/a.yml", "docs/cy/b.md", "docs/en/c.md")
    assert _files(root) == NEW


def _stop(*_arguments: object) -> None:
    raise KeyboardInterrupt


def _stop_before_first_file(root: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "_finish", _stop)
        with pytest.raises(KeyboardInterrupt):
            write_all(root, _changes(root))


def test_C801_stopped_while_writing(tmp_path: Path) -> None:
    """A command that was stopped while it wrote is told of, with what to type."""
    root = _project(tmp_path)
    assert list(interrupted(root)) == []
    _stop_before_first_file(root)
    assert as_text(interrupted(root), "en") == (
        ".canllaw-writing/journal.json:1:1 C801 A command was stopped while it wrote, so some "
        "files may be new and others old.\n    To finish the writing, run: canllaw finish"
    )


def test_stopped_by_hand(tmp_path: Path) -> None:
    """Ctrl+C before the journal stands leaves everything as it was."""
    root = _project(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "_settle", _stop)
        with pytest.raises(KeyboardInterrupt):
            write_all(root, _changes(root))
    assert _files(root) == OLD


def test_two_at_once(tmp_path: Path) -> None:
    """While one command writes, another one does not."""
    root = _project(tmp_path)
    _stop_before_first_file(root)
    with pytest.raises(CanllawError, match="another command is writing, or one was stopped"):
        write_all(root, _changes(root))


def test_changed_since(tmp_path: Path) -> None:
    """What somebody wrote after the stop is not lost."""
    root = _project(tmp_path)
    _stop_before_first_file(root)
    (root / "content/a.yml").write_bytes(b"by hand")
    with pytest.raises(CanllawError, match=r"content/a\.yml has changed since\. To keep what is"):
        finish_interrupted(root)
    assert (root / "content/a.yml").read_bytes() == b"by hand"
    assert (root / "docs/cy/b.md").read_bytes() == b"old b"


@pytest.mark.parametrize("path", ["../x", ".git/hooks/pre-commit", "content", "", "/x"])
def test_nowhere_else(tmp_path: Path, path: str) -> None:
    """Neither a command nor a journal from a stranger writes outside the project's own files."""
    root = _project(tmp_path / "project")
    with pytest.raises(CanllawError, match="is not a file of this project that a command may"):
        write_all(root, {root / path: b"x"})
    (root / FOLDER).mkdir()
    step = {"path": path, "before": "", "after": ""}
    (root / FOLDER / "journal.json").write_text(json.dumps({"steps": [step]}))
    with pytest.raises(CanllawError, match="is not a file of this project that a command may"):
        finish_interrupted(root)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"steps": [{"path": 1}]}'])
def test_unreadable_journal(tmp_path: Path, content: bytes) -> None:
    """A journal that cannot be read is left alone, and the message says what to do."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "journal.json").write_bytes(content)
    with pytest.raises(CanllawError, match="cannot be read; delete the folder, and run"):
        finish_interrupted(tmp_path)


def test_taken_away(tmp_path: Path) -> None:
    """A file that is to hold nothing is taken away along with the writing of the others."""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_bytes(b"words")
    write_all(tmp_path, {old: None, new: b"words"})
    assert not old.exists()
    assert new.read_bytes() == b"words"
    write_all(tmp_path, {old: None})
    assert [file.name for file in tmp_path.iterdir()] == ["new.md"]
