"""The command that says what is missing on this machine, and what to type."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import click

from canllaw.cli.common import CLEAN, PROBLEMS, root_option
from canllaw.cli.speaking import command, said
from canllaw.journal import interrupted
from canllaw.languages import Words, same
from canllaw.load.spelling import DICTIONARIES

_OLDEST: Final = (3, 11)
_AGAIN: Final = same("make site")
_LOCKED: Final = re.compile(r"(?m)^([\w.-]+)==([^\s;]+) *(;)?")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what is wrong and what to type, or nothing where all is well."""

    about: Words
    wrong: Words = field(default_factory=Words)
    type: Words = field(default_factory=Words)
    needed: bool = True

    @property
    def stops(self) -> bool:
        """Whether canllaw cannot do its work before it is mended."""
        return bool(self.wrong) and self.needed


@command(
    "doctor",
    Words(
        cy="Dweud beth sydd ar goll ar y cyfrifiadur hwn, a beth i’w deipio."
        "\n\nMae’n gorffen gyda 0 pan fydd popeth sydd ei angen yno, a gydag 1 pan nad yw.",
        en="Say what is missing on this machine, and what to type."
        "\n\nEnds with 0 when all that is needed is there, with 1 when it is not.",
    ),
)
@root_option
def doctor(root: Path) -> None:
    """Print what was looked at, and what to type where something is missing."""
    found = list(findings(root))
    click.echo("\n".join(_line(each) for each in found))
    sys.exit(PROBLEMS if any(each.stops for each in found) else CLEAN)


def _line(found: Finding) -> str:
    if not found.wrong:
        return f"+ {said(found.about)}"
    mark = "!" if found.needed else "-"
    return f"{mark} {said(found.about)}: {said(found.wrong)}\n    {said(found.type)}"


def findings(root: Path) -> Iterator[Finding]:
    """Yield what was looked at below `root`, what is needed first."""
    yield python(sys.version_info[:2])
    yield program("git", same("git"), needed=True)
    yield project(root)
    yield packages(root)
    yield environment(root)
    yield writable(root)
    yield stopped(root)
    yield half_built(root)
    yield dictionaries(root)
    tests = Words(cy="ar gyfer profion yn unig", en="only for tests")
    for name in ("chromium", "node", "java"):
        yield program(name, Words(cy=f"{name} ({tests.cy})", en=f"{name} ({tests.en})"))


def python(version: tuple[int, int]) -> Finding:
    """Look at the version of Python."""
    about = same(f"Python {version[0]}.{version[1]}")
    if version >= _OLDEST:
        return Finding(about)
    return Finding(
        about,
        Words(cy="rhy hen; mae angen 3.11 neu’n ddiweddarach", en="too old; 3.11 or later needed"),
        Words(cy="Gosodwch Python o www.python.org.", en="Install Python from www.python.org."),
    )


def program(name: str, about: Words, *, needed: bool = False) -> Finding:
    """Look for a program."""
    if shutil.which(name):
        return Finding(about)
    package = "nodejs" if name == "node" else name
    words = Words(
        cy=f"Ar Debian neu Ubuntu: sudo apt install {package}",
        en=f"On Debian or Ubuntu: sudo apt install {package}",
    )
    return Finding(about, _NOT_THERE, words, needed)


def project(root: Path) -> Finding:
    """Look for the folders of a project."""
    missing = [name for name in ("content", "docs", "macros") if not (root / name).is_dir()]
    about = Words(cy="ffolderi’r prosiect", en="the folders of the project")
    if not missing:
        return Finding(about)
    listed = ", ".join(missing)
    return Finding(
        about,
        Words(cy=f"nid yw {listed} yma", en=f"{listed} not here"),
        Words(
            cy="Ewch i ffolder y prosiect, neu enwch hi: canllaw doctor --root FFOLDER",
            en="Go to the folder of the project, or name it: canllaw doctor --root FOLDER",
        ),
    )


def packages(root: Path) -> Finding:
    """Compare what is installed with the lock file."""
    about = Words(cy="pecynnau fel yn requirements.lock", en="packages as in requirements.lock")
    lock = root / "requirements.lock"
    if not lock.is_file():
        return Finding(about, _NOT_THERE, same("git checkout requirements.lock"), needed=False)
    found = _LOCKED.findall(lock.read_text(encoding="utf-8"))
    # A package with a condition behind it is for other systems.
    other = [
        f"{name} {installed or '–'} ({version})"
        for name, version, condition in found
        if (installed := _installed(name)) != version and not (condition and not installed)
    ]
    if not other:
        return Finding(about)
    listed = ", ".join(other[:5]) + (" …" if len(other) > 5 else "")
    return Finding(about, Words(cy=f"yn wahanol: {listed}", en=f"differ: {listed}"), _AGAIN)


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def environment(root: Path) -> Finding:
    """Look for a .venv that is older than the lock file, or that lost its Python."""
    about = same(".venv")
    folder, lock = root / ".venv", root / "requirements.lock"
    if not folder.is_dir():
        return Finding(about, _NOT_THERE, _AGAIN, needed=False)
    if not ((folder / "bin/python").exists() or (folder / "Scripts/python.exe").exists()):
        broken = Words(cy="nid yw ei Python yno mwyach", en="its Python is gone")
        return Finding(about, broken, same("rm -r .venv && make site"))
    ready = folder / ".ready"
    if lock.is_file() and not (ready.is_file() and ready.stat().st_mtime >= lock.stat().st_mtime):
        old = Words(cy="yn hŷn na requirements.lock", en="older than requirements.lock")
        return Finding(about, old, _AGAIN, needed=False)
    return Finding(about)


def writable(root: Path) -> Finding:
    """Look whether files may be written."""
    about = Words(cy="ffolderi y gellir ysgrifennu ynddynt", en="folders that can be written to")
    names = (".", "content", "docs", "site")
    closed = [
        each for each in names if (root / each).is_dir() and not os.access(root / each, os.W_OK)
    ]
    if not closed:
        return Finding(about)
    listed = ", ".join(closed)
    return Finding(
        about,
        Words(cy=f"ni ellir ysgrifennu yn {listed}", en=f"cannot write to {listed}"),
        same(f"chmod -R u+w {' '.join(closed)}"),
    )


def stopped(root: Path) -> Finding:
    """Look for a command that was stopped while it wrote."""
    about = Words(cy="dim gorchymyn wedi’i stopio ar ei hanner", en="no command stopped half way")
    found = next(interrupted(root), None)
    return Finding(about, found.message, found.hint) if found else Finding(about)


def half_built(root: Path) -> Finding:
    """Look for what a build left that was stopped."""
    about = Words(cy="dim adeiladu wedi’i stopio ar ei hanner", en="no build stopped half way")
    left = sorted(folder.name for folder in root.glob(".site.canllaw-*"))
    if not left:
        return Finding(about)
    return Finding(
        about,
        Words(
            cy=f"mae {left[0]} yma: stopiwyd yr adeiladu, neu mae’n digwydd nawr",
            en=f"{left[0]} is here, from a build that was stopped or is running now",
        ),
        same("canllaw build"),
        needed=False,
    )


def dictionaries(root: Path) -> Finding:
    """Look for the dictionaries, and for the package that reads them."""
    about = Words(
        cy="geiriaduron (ar gyfer canllaw check --full)",
        en="dictionaries (for canllaw check --full)",
    )
    if not (root / DICTIONARIES).is_dir():
        return Finding(about, _NOT_THERE, same("make dictionaries"), needed=False)
    if not find_spec("spylls"):
        missing = Words(cy="nid yw’r pecyn spylls yno", en="the package spylls is not there")
        return Finding(about, missing, same(".venv/bin/pip install spylls"), needed=False)
    return Finding(about)


_NOT_THERE: Final = Words(cy="nid yw yno", en="not there")

COMMANDS: Final = (doctor,)
