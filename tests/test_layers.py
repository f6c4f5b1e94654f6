import subprocess
import sys
from pathlib import Path

from conftest import REPOSITORY

# Refuses every import of MkDocs and what belongs to it, then prepares the project named.
WITHOUT_MKDOCS = """
import datetime, importlib.abc, pathlib, sys

class Blocked(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in {"material", "mkdocs", "mkdocs_static_i18n"}:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocked())
try:
    import mkdocs
except ImportError:
    from canllaw.build import prepare
    from canllaw.publishing import published

    guide = prepare(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 22))
    print(len(guide.rendered), len(guide.errors))
"""


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter and tools
        command, cwd=REPOSITORY, capture_output=True, text=True, check=False
    )


def test_imports_point_down() -> None:
    """Every import contract of pyproject.toml holds."""
    done = _run(str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo")
    assert done.returncode == 0, done.stdout
    assert " 0 broken." in done.stdout


def test_core_runs_without_mkdocs(tiny: Path) -> None:
    """Everything up to the build reads, checks and renders a project where MkDocs is not."""
    done = _run(sys.executable, "-c", WITHOUT_MKDOCS, str(tiny))
    assert (done.stdout, done.stderr) == ("4 0\n", "")
