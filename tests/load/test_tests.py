from pathlib import Path

from canllaw.load.tests import load_test_names


def test_names_of_tests(tmp_path: Path) -> None:
    """Every test is named with its file, wherever it stands; helpers and other files are not."""
    (tmp_path / "tests/inner").mkdir(parents=True)
    (tmp_path / "tests/test_a.py").write_text(
        "def test_one() -> None: ...\n"
        "def helper() -> None: ...\n"
        "def test_two(\n    a: int,\n) -> None: ...\n"
        "# def test_three() -> None: ...\n",
        encoding="utf-8",
    )
    (tmp_path / "tests/inner/test_b.py").write_text("def test_one() -> None: ...\n", "utf-8")
    (tmp_path / "tests/conftest.py").write_text("def test_no() -> None: ...\n", "utf-8")
    assert load_test_names(tmp_path) == {
        "tests/test_a.py::test_one",
        "tests/test_a.py::test_two",
        "tests/inner/test_b.py::test_one",
    }


def test_project_without_tests(tmp_path: Path) -> None:
    """Where there is no folder of tests there are no names."""
    assert load_test_names(tmp_path) == frozenset()
