import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from canllaw.languages import LANGUAGES, Words, same
from canllaw.problems import CATALOGUE, SEVERITIES, Place, Problem, Severity, nearest
from conftest import REPOSITORY

TESTS = REPOSITORY / "tests"
SOURCE = REPOSITORY / "src" / "canllaw"
# A line of a test that begins a message, as one of its parameters or as what it compares with.
MESSAGE = re.compile(r"(?m)^ +f?[\"'](C[1-9]\d\d) \w")
ANY_ID = re.compile(r"C[1-9]\d\d")


def _ids(files: Iterable[Path], pattern: re.Pattern[str]) -> set[str]:
    return {found for file in files for found in pattern.findall(file.read_text(encoding="utf-8"))}


def test_every_problem_id_is_emitted() -> None:
    """Every id in the catalogue is given to some problem, and no other id is."""
    files = [file for file in SOURCE.rglob("*.py") if file.name != "catalogue.py"]
    assert _ids(files, re.compile(r'"(C[1-9]\d\d)"')) == set(CATALOGUE)


def test_every_problem_id_has_a_test() -> None:
    """A test is named after every id in the catalogue, or expects its whole message, or it stands
    beside a mistake that is a file.
    """
    files = [file for file in TESTS.rglob("*.py") if file != Path(__file__)]
    found = _ids(files, re.compile(r"def test_(C[1-9]\d\d)")) | _ids(files, MESSAGE)
    found |= _ids(TESTS.rglob("*.expected"), ANY_ID)
    assert sorted(set(CATALOGUE) - found) == []


def test_catalogue_is_in_order() -> None:
    """The ids stand in their order, each with one line that says what it stands for."""
    assert list(CATALOGUE) == sorted(CATALOGUE)
    assert all(ANY_ID.fullmatch(problem_id) for problem_id in CATALOGUE)
    for language in LANGUAGES:
        titles = [title.in_(language) for title in CATALOGUE.values()]
        assert [title for title in titles if not re.fullmatch(r"[A-Z][^\n]+[^.]", title)] == []
        assert len(set(titles)) == len(CATALOGUE)


def test_severity() -> None:
    """A problem is an error unless its id is listed as less."""
    assert SEVERITIES.keys() <= CATALOGUE.keys()
    found = {
        problem_id: Problem(problem_id, Place("a"), Words()).severity for problem_id in CATALOGUE
    }
    assert found == {**dict.fromkeys(CATALOGUE, Severity.ERROR), **SEVERITIES}
    assert Severity.ERROR not in SEVERITIES.values()


def test_place() -> None:
    """A place is written so that an editor program can open it."""
    assert str(Place("content/a.yml", 4, 7)) == "content/a.yml:4:7"
    assert str(Place("content/a.yml")) == "content/a.yml:1:1"


def test_order() -> None:
    """Problems come in the order of their places, with line 2 before line 10."""
    ordered = [
        Problem("C301", Place("a", 2, 9), same("a")),
        Problem("C202", Place("a", 10, 1), same("a")),
        Problem("C301", Place("a", 10, 1), same("a")),
        Problem("C301", Place("a", 10, 1), same("b")),
        Problem("C101", Place("b", 1, 1), same("a")),
    ]
    mixed = [ordered[index] for index in (3, 1, 4, 0, 2)]
    assert sorted(mixed, key=Problem.sort_key) == ordered


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("deadlin", "Did you mean 'deadline'?"),
        ("term", "Did you mean 'term'?"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_nearest(name: str, hint: str) -> None:
    """The nearest name is offered, and nothing where none is near."""
    assert nearest(name, ["term", "right", "deadline"]).en == hint


def test_nearest_of_one_name_in_two_places() -> None:
    """The same name is looked for among what is there each time, whatever was there before."""
    assert nearest("role.x", ["role.a"]).en == "Did you mean 'role.a'?"
    assert nearest("role.x", ["role.b"]).en == "Did you mean 'role.b'?"


def test_nearest_of_equals() -> None:
    """Two names that are as near give the same answer in every run."""
    assert nearest("role.x", {"role.b", "role.a"}) == nearest("role.x", ["role.a", "role.b"])
    assert not nearest("role.x", [])
