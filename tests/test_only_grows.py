from pathlib import Path

import pytest

from canllaw.addresses import LOCK, OPENED
from canllaw.git import git
from canllaw.problems import CanllawError
from conftest import DAY, REPOSITORY, Edit, Run, write_down
from test_git import _git

# From here on a line is a promise. Before it nothing was published, and lines came and went.
BASE = "2951b7177d5f8a9bc74f1896f467d67a24d13879"
THIS_TEST = "tests/test_only_grows.py"


def _lines(text: str) -> set[str]:
    """Return every line; a short address is a promise without what it opened as well as with it."""
    lines = {line for line in text.splitlines() if line and not line.startswith("#")}
    return lines | {line.partition(OPENED)[0] for line in lines}


def _commits(root: Path, *which: str) -> list[str]:
    # Of a merge counts what it brought, not what a branch tried on the way.
    return git(root, "log", "--first-parent", "--format=%H", *which).decode().split()


def _base(root: Path) -> str:
    """Return where promises begin; where history was begun anew, with the commit of this test."""
    try:
        git(root, "merge-base", "--is-ancestor", BASE, "HEAD")
    except CanllawError:
        return _commits(root, "HEAD", "--", THIS_TEST)[-1]
    return BASE


def _held(root: Path, file: str, commit: str) -> set[str]:
    there = git(root, "ls-tree", "--name-only", commit, "--", file)
    return _lines(git(root, "show", f"{commit}:{file}").decode()) if there else set()


def _ever(root: Path, file: str, base: str) -> set[str]:
    """Return every line that a file held at any commit from `base` on."""
    since = [base, *_commits(root, f"{base}..HEAD", "--", file)]
    return set().union(*(_held(root, file, commit) for commit in since))


@pytest.mark.skipif(
    not (REPOSITORY / ".git").exists(),
    reason="this is a copy without the history of git, so nobody can tell what was promised before",
)
@pytest.mark.parametrize("file", [LOCK, "tests/outputs/api/api-v1.shape"])
def test_list_only_grows(file: str) -> None:
    """No line that was ever committed is gone from the list of addresses or of what v1 promised."""
    shallow = git(REPOSITORY, "rev-parse", "--is-shallow-repository").decode().strip()
    assert shallow == "false", "only the end of the history is here; type: git fetch --unshallow"
    now = _lines((REPOSITORY / file).read_text(encoding="utf-8"))
    ever = _ever(REPOSITORY, file, _base(REPOSITORY))
    assert len(ever) > 500
    gone = sorted(ever - now)
    assert gone == [], f"these were promised; put them back into {file}"


def _commit(root: Path) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "a change")


def test_a_line_is_missed(tmp_path: Path) -> None:
    """A line that any commit took away is missed, also where the whole file went."""
    _git(tmp_path, "init", "-q")
    file = tmp_path / "list"
    for words in ("# about\na\nb\n", "# new words\na\nc\n", "", "a\nd\n"):
        file.write_text(words, encoding="utf-8")
        _commit(tmp_path)
    file.unlink()
    _commit(tmp_path)
    (base,) = git(tmp_path, "rev-list", "--max-parents=0", "HEAD").decode().split()
    assert _ever(tmp_path, "list", base) == {"a", "b", "c", "d"}


@pytest.fixture
def published(tiny: Path) -> Path:
    """The tiny project with its addresses in the list, committed."""
    write_down(tiny)
    _git(tiny, "init", "-q")
    _commit(tiny)
    return tiny


def test_report_refuses_another_first(published: Path, edit: Edit, run: Run) -> None:
    """A change that says that a short address opened something else first fails."""
    facts, short = "content/facts.yml", "  short_address: {cy: pa-hyd, en: how-long}\n"
    edit(facts, "id: deadline.school\n", f"id: deadline.school\n{short}")
    assert run("addresses", "--write").code == 0
    _commit(published)
    edit(facts, short, "")
    edit(facts, "id: right.appeal\n", f"id: right.appeal\n{short}")
    for each in ("how-long", "pa-hyd"):
        edit(LOCK, f"r/{each}/ -> en/help/ask/#deadline.school\n", f"r/{each}/\n")
    assert run("addresses", "--write").code == 0
    done = run("report", "--base", "HEAD", "--as-of", DAY.isoformat())
    assert done.code == 1
    for each in ("how-long", "pa-hyd"):
        held = f"/r/{each}/ -> en/help/ask/#deadline.school"
        assert f"- **taken out of {LOCK}**: `{held}`\n" in done.out


def test_report_refuses_a_shorter_list(published: Path, edit: Edit, run: Run) -> None:
    """A change that takes an address out of the list fails, though the page went with it."""
    assert run("report", "--base", "HEAD", "--as-of", DAY.isoformat()).code == 0
    edit("docs/cy/help/ask.md", "slug: help/gofyn", "slug: help/holi")
    lines = (published / LOCK).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("cy/help/gofyn/")]
    (published / LOCK).write_text("".join(kept), encoding="utf-8")
    done = run("report", "--base", "HEAD", "--as-of", DAY.isoformat())
    assert done.code == 1
    assert f"- **taken out of {LOCK}**: `/cy/help/gofyn/#how-long`\n" in done.out
    gone = len(lines) - len(kept)
    assert gone > 1
    assert done.err == (
        f"Addresses taken out of {LOCK}: {gone}. Letters and other sites link to them, and only "
        "the list knows. Put them back; canllaw check then says what is lost. Type:\n"
        f"    git checkout HEAD -- {LOCK}\n    canllaw addresses --write\n"
    )
