"""What changed on one side since somebody compared both, with the old words out of git."""

import subprocess
from pathlib import Path

import pytest

from conftest import Edit, Run


def _git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Test", "-c", "user.email=test@test.example")
    command = ("git", "-C", str(folder), *names, *arguments)
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603


def _commit(folder: Path) -> None:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "A version")


@pytest.fixture
def kept(agreed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny project, agreed and committed, on a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    _git(agreed, "init", "-q")
    _commit(agreed)
    return agreed


def test_one_side_with_the_other_beside_it(run: Run, kept: Path, edit: Edit) -> None:
    """The side that moved shows what went and what came; the other stands beside it."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    _commit(kept)
    done = run("diff")
    assert done.code == 0
    assert done.out.splitlines()[:2] == [
        "── help/ask.md#how-long",
        "Ann compared both sides on 2026-11-22.",
    ]
    assert "│ English (docs/en/help/ask.md:8)" in done.out
    assert "│ You {+now+} have" in done.out
    assert 'When both say the same: canllaw agree help/ask.md#how-long --by "Your Name"' in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_fact_and_a_narrow_terminal(
    run: Run, kept: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text of a fact is found in the history too; on a narrow terminal one side follows."""
    monkeypatch.setenv("COLUMNS", "40")
    edit("content/facts.yml", '{cy: "Ateb ffurfiol."', '{cy: "Yr ateb ffurfiol."')
    done = run("diff", "term.decision")
    assert "[-Ateb-] {+Yr ateb+} ffurfiol." in done.out
    assert "│" not in done.out


def test_a_page_that_was_renamed(run: Run, kept: Path, edit: Edit) -> None:
    """The words from before a page was renamed are found."""
    for side in ("cy", "en"):
        edit(f"docs/{side}/index.md", "help/ask.md", "help/how.md")
        _git(kept, "mv", f"docs/{side}/help/ask.md", f"docs/{side}/help/how.md")
    _commit(kept)
    edit("docs/en/help/how.md", "You have", "You now have")
    assert "You {+now+} have" in run("diff", "help/how.md").out


def test_words_that_were_never_committed(run: Run, kept: Path, edit: Edit) -> None:
    """Where the old words are in no version, it says so plainly and shows the new ones."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    run("agree", "help/ask.md#how-long", "--by", "Huw")
    edit("docs/en/help/ask.md", "You now have", "You do have")
    found = " ".join(run("diff").out.replace("│", " ").split())
    assert "the old words are not in the" in found
    assert "You do have" in found


def test_a_clone_without_history(
    run: Run, kept: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a shallow clone it says what to type to get the history."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    _commit(kept)
    monkeypatch.setenv("COLUMNS", "200")
    _git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    assert "git fetch --unshallow" in " ".join(run("diff").out.split())


def test_no_repository(run: Run, agreed: Path, edit: Edit) -> None:
    """Where there is no history at all, git's reason is passed on beside the new words."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    done = run("diff")
    assert done.code == 0
    assert "git could not answer" in done.out


def test_nothing_changed(run: Run, tiny: Path) -> None:
    """Where nothing changed it says so, and whether all of it was ever compared."""
    assert "not all of it has been compared yet" in run("diff", "help/ask.md").out
    run("agree", "--all", "--by", "Ann")
    assert run("diff", "help/ask.md").out == "Nothing has changed since it was compared.\n"
