"""Small worlds for tests: a tiny project with one entry of every kind, made anew for each test."""

import datetime
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from canllaw.build import Guide, prepare
from canllaw.languages import Words
from canllaw.problems import Place, Problem

REPOSITORY = Path(__file__).parent.parent
TINY = Path(__file__).parent / "tiny"
DAY = datetime.date(2026, 11, 22)

Edit = Callable[[str, str, str], None]


def copy_tiny(root: Path) -> Path:
    """Copy the tiny project to `root`, with the real macros, labels and theme around it."""
    shutil.copytree(TINY, root)
    shutil.copytree(REPOSITORY / "macros", root / "macros")
    shutil.copy(REPOSITORY / "content" / "interface.yml", root / "content")
    settings = (TINY / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        settings.replace("../..", REPOSITORY.as_posix()), encoding="utf-8"
    )
    return root


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny project, with the real macros, labels and theme around it."""
    return copy_tiny(tmp_path / "tiny")


@pytest.fixture
def edit(tiny: Path) -> Edit:
    """Replace a passage, which must be there exactly once, in a file of the tiny project."""

    def replace(file: str, old: str, new: str) -> None:
        path = tiny / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def problems(tiny: Path) -> Callable[[], list[tuple[str, str]]]:
    """Return a function that checks the tiny project and gives (place, id) of every error."""

    def check() -> list[tuple[str, str]]:
        return [(str(found.place), found.id) for found in prepare(tiny, DAY).errors]

    return check


@pytest.fixture
def guide(tiny: Path) -> Guide:
    """The tiny project, prepared for the day of the tests."""
    return prepare(tiny, DAY)


class English(NamedTuple):
    """A problem as an English reader is told of it."""

    id: str
    place: Place
    message: str
    hint: str = ""


def in_english(problems: Iterable[Problem]) -> tuple[English, ...]:
    """Return problems as an English reader is told of them."""
    return tuple(
        English(each.id, each.place, _english(each.message), _english(each.hint))
        for each in problems
    )


def _english(words: Words | str) -> str:
    # Messages that are not yet in both languages are plain text.
    return words.en if isinstance(words, Words) else words
