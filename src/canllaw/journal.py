"""Many files written as one: all or none, also where the computer stops in the middle.

New contents are laid in a folder of their own first; a journal that names them all is the moment
that decides. Before it stands nothing has happened, from then on everything will: the next command
that writes finishes what a stopped one left.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from canllaw.languages import Words
from canllaw.problems import CanllawError, Place, Problem

FOLDER: Final = ".canllaw-writing"
"""What is being written, in the folder of the project; git does not keep it."""
_JOURNAL: Final = "journal.json"


class _Step(BaseModel):
    """One file to put in place: what it must hold now, or nothing where it is new; and what it
    holds after, or nothing where it is taken away.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    before: str
    after: str


class _Journal(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    steps: tuple[_Step, ...]


def write_all(root: Path, changes: Mapping[Path, bytes | None]) -> None:
    """Write every file, or none, below `root`; take away those that are to hold nothing. What
    already holds its content is left alone.

    Raises `CanllawError` where a file lies elsewhere, or another command is writing.
    """
    targets = {_inside(root, path): content for path, content in changes.items()}
    wanted = {
        name: content for name, content in targets.items() if _bytes_of(root / name) != content
    }
    if not wanted:
        return
    folder = root / FOLDER
    try:
        folder.mkdir()
    except FileExistsError:
        raise CanllawError(_BUSY) from None
    try:
        journal = _prepare(root, wanted)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # a full disk, or Ctrl+C: nothing has happened
        raise
    _finish(root, journal)


def _prepare(root: Path, wanted: Mapping[str, bytes | None]) -> _Journal:
    folder = root / FOLDER
    steps = []
    for number, (name, content) in enumerate(sorted(wanted.items())):
        after = ""
        if content is not None:
            _lay(folder / str(number), content, root / name)
            after = _hash(content)
        steps.append(_Step(path=name, before=_hash_of(root / name), after=after))
    journal = _Journal(steps=tuple(steps))
    _lay(folder / f"{_JOURNAL}.new", journal.model_dump_json().encode(), folder / _JOURNAL)
    _settle(folder)
    (folder / f"{_JOURNAL}.new").replace(folder / _JOURNAL)
    _settle(folder)
    return journal


def finish_interrupted(root: Path) -> tuple[str, ...]:
    """Finish, or undo, what a stopped command left; return the files that it meant to write.

    Raises `CanllawError` where somebody has changed one of them since, which would be lost.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        return ()
    if not (folder / _JOURNAL).is_file():
        shutil.rmtree(folder)  # stopped before the journal stood: nothing has happened yet
        return ()
    journal = _read(folder / _JOURNAL)
    for number, step in enumerate(journal.steps):
        found = _hash_of(root / _inside(root, root / step.path))
        waits = (folder / str(number)).is_file() or not step.after
        if waits and found not in (step.before, step.after):
            raise CanllawError(_changed_since(step.path))
    _finish(root, journal)
    return tuple(step.path for step in journal.steps)


def interrupted(root: Path) -> Iterator[Problem]:
    """No command that writes was stopped in the middle."""
    if (root / FOLDER / _JOURNAL).is_file():
        yield Problem(
            "C801",
            Place(f"{FOLDER}/{_JOURNAL}"),
            Words(
                cy="Stopiwyd gorchymyn wrth iddo ysgrifennu, felly gall rhai ffeiliau fod yn "
                "newydd a’r lleill yn hen.",
                en="A command was stopped while it wrote, so some files may be new and others old.",
            ),
            Words(
                cy="I orffen yr ysgrifennu, rhedwch: canllaw finish",
                en="To finish the writing, run: canllaw finish",
            ),
        )


def _finish(root: Path, journal: _Journal) -> None:
    folder = root / FOLDER
    for number, step in enumerate(journal.steps):
        target = root / step.path
        with suppress(FileNotFoundError):  # put in place, or taken away, before the stop
            if step.after:
                (folder / str(number)).replace(target)
            else:
                target.unlink()
        _settle(target.parent)
    with suppress(FileNotFoundError):
        (folder / _JOURNAL).unlink()
    _settle(folder)
    shutil.rmtree(folder, ignore_errors=True)


def _lay(file: Path, content: bytes, like: Path) -> None:
    """Write a file so that it outlives a power cut, with the permissions of the one it replaces."""
    with file.open("wb") as new:
        new.write(content)
        new.flush()
        os.fsync(new.fileno())
    if like.is_file():
        file.chmod(like.stat().st_mode)
    else:
        like.parent.mkdir(parents=True, exist_ok=True)


def _settle(folder: Path) -> None:
    """Make the names in a folder outlive a power cut, where the system can."""
    if not folder.is_dir() or not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _inside(root: Path, path: Path) -> str:
    """Return the path from `root` of a file that a command may write.

    A journal may come from a stranger: neither it nor anybody may write outside the project, or
    where programs keep what they run, such as .git.
    """
    real, base = path.resolve(), root.resolve()
    if not real.is_relative_to(base) or not real.relative_to(base).parts:
        raise CanllawError(_elsewhere(path))
    name = real.relative_to(base)
    if any(part.startswith(".") for part in name.parts) or real.is_dir():
        raise CanllawError(_elsewhere(path))
    return PurePosixPath(*name.parts).as_posix()


def _read(journal: Path) -> _Journal:
    try:
        return _Journal.model_validate(json.loads(journal.read_bytes()))
    except (ValueError, ValidationError):
        raise CanllawError(_unreadable(journal)) from None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _bytes_of(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _hash_of(file: Path) -> str:
    content = _bytes_of(file)
    return "" if content is None else _hash(content)


_BUSY: Final = Words(
    cy=f"mae gorchymyn arall yn ysgrifennu, neu stopiwyd un: mae’r ffolder {FOLDER} yno. Pan na "
    "fydd un arall yn rhedeg, teipiwch: canllaw finish",
    en=f"another command is writing, or one was stopped: the folder {FOLDER} is there. When no "
    "other is running, type: canllaw finish",
)


def _changed_since(path: str) -> Words:
    return Words(
        cy=f"stopiwyd gorchymyn wrth iddo ysgrifennu, ac mae {path} wedi newid ers hynny. I gadw’r "
        f"hyn sydd yno nawr, dilëwch y ffolder {FOLDER} a rhedwch: canllaw check",
        en=f"a command was stopped while it wrote, and {path} has changed since. To keep what is "
        f"there now, delete the folder {FOLDER} and run: canllaw check",
    )


def _elsewhere(path: Path) -> Words:
    return Words(
        cy=f"nid yw {path} yn ffeil y prosiect hwn y caiff gorchymyn ei hysgrifennu",
        en=f"{path} is not a file of this project that a command may write",
    )


def _unreadable(journal: Path) -> Words:
    return Words(
        cy=f"ni ellir darllen {journal.name} yn y ffolder {FOLDER}; dilëwch y ffolder, a rhedwch: "
        "canllaw check",
        en=f"{journal.name} in the folder {FOLDER} cannot be read; delete the folder, and run: "
        "canllaw check",
    )
