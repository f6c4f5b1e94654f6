"""Whatever is named as a proof exists."""

from collections.abc import Callable
from pathlib import Path

import pytest

from canllaw.build import prepare
from conftest import DAY, in_english

Problems = Callable[[], list[tuple[str, str]]]


@pytest.fixture
def with_a_test(tiny: Path) -> Path:
    """The tiny project with one test, `test_switch`."""
    (tiny / "tests/hosts").mkdir(parents=True)
    (tiny / "tests/hosts/test_site.py").write_text(
        "def test_switch() -> None: ...\n", encoding="utf-8"
    )
    return tiny


def _name(root: Path, test: str) -> None:
    facts = root / "content/facts.yml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("hosts/test_site.py::test_switch", test), encoding="utf-8")


def test_proof_that_exists_is_no_problem(with_a_test: Path, problems: Problems) -> None:
    """A standard may name a test that exists."""
    assert problems() == []


@pytest.mark.parametrize(
    ("test", "hint"),
    [
        (
            "hosts/test_site.py::test_swich",
            "Did you mean 'tests/hosts/test_site.py::test_switch'?",
        ),
        (
            "test_zzzzzzzz.py::test_qqqqqqqqqqqqqqqqqqqq",
            "Name a test that exists, or leave `tests` out.",
        ),
    ],
)
def test_C407_proof_that_does_not_exist(with_a_test: Path, test: str, hint: str) -> None:
    """A test that is named as a proof but does not exist is named at that line."""
    _name(with_a_test, test)
    (found,) = in_english(prepare(with_a_test, DAY).errors)
    assert found.id == "C407"
    line = str(found.place).rpartition(":")[0]
    assert line == "content/facts.yml:" + _line_of(with_a_test, test)
    assert found.message == f"There is no test 'tests/{test}', so it proves nothing."
    assert found.hint == hint


def test_project_without_tests_is_not_asked(tiny: Path, problems: Problems) -> None:
    """Where there is no folder of tests, as in an export of the content, nobody can look."""
    assert not (tiny / "tests").exists()
    assert problems() == []


def _line_of(root: Path, words: str) -> str:
    lines = (root / "content/facts.yml").read_text(encoding="utf-8").split("\n")
    return str(next(number for number, line in enumerate(lines, start=1) if words in line))
