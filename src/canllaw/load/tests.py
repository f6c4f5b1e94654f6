"""From `tests/` to the names of the tests in it: the evidence that entries may point at."""

import re
from pathlib import Path
from typing import Final

TESTS: Final = "tests"

_TEST: Final = re.compile(r"^def (test_\w+)\(", re.M)


def load_test_names(root: Path) -> frozenset[str]:
    """Return the name of every test below `root`/tests, such as tests/test_cli.py::test_help."""
    return frozenset(
        f"{file.relative_to(root).as_posix()}::{name}"
        for file in (root / TESTS).rglob("test_*.py")
        for name in _TEST.findall(file.read_text(encoding="utf-8"))
    )
