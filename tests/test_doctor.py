import os
import shutil
from pathlib import Path

import pytest

from canllaw.cli import doctor
from canllaw.journal import FOLDER
from conftest import Run


@pytest.fixture(autouse=True)
def _all_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")


def test_nothing_needed_is_missing(run: Run) -> None:
    """Where all that is needed is there, doctor ends with 0 and names what it looked at."""
    done = run("doctor")
    assert done.code == 0
    assert "+ the folders of the project\n" in done.out
    assert (
        "- dictionaries (for canllaw check --full): not there\n    make dictionaries\n" in done.out
    )


def test_python_too_old() -> None:
    """A Python that is too old is named, with where to get another."""
    found = doctor.python((3, 9))
    assert found.stops
    assert found.wrong.en == "too old; 3.11 or later needed"
    assert not doctor.python((3, 12)).wrong


def test_program_missing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git doctor ends with 1; what only tests need stops nothing."""
    monkeypatch.setattr(shutil, "which", lambda name: "" if name != "git" else "/bin/git")
    done = run("doctor")
    assert done.code == 0
    missing = "- node (only for tests): not there\n    On Debian or Ubuntu: sudo apt install nodejs"
    assert missing in done.out
    monkeypatch.setattr(shutil, "which", lambda _name: "")
    done = run("doctor", "--lang", "cy")
    assert done.code == 1
    assert "! git: nid yw yno\n    Ar Debian neu Ubuntu: sudo apt install git\n" in done.out


def test_packages_differ(tiny: Path) -> None:
    """A package that is not the one of the lock file is named with both versions."""
    lock = tiny / "requirements.lock"
    lock.write_text("click==0.1 \\\n    --hash=x\nnever-there==1.0 ; sys_platform == 'x' \\\n")
    found = doctor.packages(tiny)
    assert found.stops
    assert found.wrong.en.startswith("differ: click ")
    assert found.wrong.en.endswith(" (0.1)")
    assert found.type.en == "make site"


def test_old_environment(tiny: Path) -> None:
    """A .venv is named where its Python is gone, and where the lock file is newer."""
    (tiny / ".venv/bin").mkdir(parents=True)
    assert doctor.environment(tiny).type.en == "rm -r .venv && make site"
    (tiny / ".venv/bin/python").touch()
    (tiny / ".venv/.ready").touch()
    lock = tiny / "requirements.lock"
    lock.touch()
    os.utime(tiny / ".venv/.ready", (1, 1))
    assert doctor.environment(tiny).wrong.en == "older than requirements.lock"
    os.utime(lock, (1, 1))
    assert not doctor.environment(tiny).wrong


def test_stopped(run: Run, tiny: Path) -> None:
    """A command that was stopped while it wrote, and a build that left its workshop, are named."""
    (tiny / FOLDER).mkdir()
    (tiny / FOLDER / "journal.json").write_text("{}", encoding="utf-8")
    (tiny / ".site.canllaw-abc").mkdir()
    done = run("doctor")
    assert done.code == 1
    assert "    To finish the writing, run: canllaw finish\n" in done.out
    assert "- no build stopped half way: .site.canllaw-abc is here, from a build that" in done.out


def test_closed_folder(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written to is named, with what opens it."""
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "content")
    assert doctor.writable(tiny).type.en == "chmod -R u+w content"


def test_no_project(run: Run, tmp_path: Path) -> None:
    """Outside of a project doctor says how to name one."""
    done = run("doctor", "--root", str(tmp_path))
    assert done.code == 1
    assert "! the folders of the project: content, docs, macros not here\n" in done.out
