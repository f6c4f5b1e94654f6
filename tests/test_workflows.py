import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def test_workflows_are_workflows() -> None:
    """Every workflow has the shape that GitHub reads."""
    schema = ("--builtin-schema", "vendor.github-workflows")
    done = _run(BIN / "check-jsonschema", *schema, *WORKFLOWS)
    assert done.returncode == 0, done.stdout


def test_workflows_are_safe() -> None:
    """A linter finds no way in: no secret to forks, no text of theirs run as a command."""
    done = _run(BIN / "zizmor", "--offline", "--no-progress", *WORKFLOWS)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned(file: Path) -> None:
    """Every action is named by the commit that was looked at, with its version beside it."""
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used
    assert [
        name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", name)
    ] == []


def test_pull_requests_get_nothing() -> None:
    """What runs on a pull request may read this repository, and is given no secret and no more."""
    text = (REPOSITORY / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert set(re.findall(r"^\s+([\w-]+): (?:read|write)$", text, re.M)) == {"contents"}
    assert ": write" not in text
