"""Recording that both sides were compared, and showing how far they agree."""

import json
from pathlib import Path

import pytest
import yaml

from canllaw.agreement import State
from canllaw.build import prepare
from conftest import DAY, Edit, Run

TERM = "agreed/content/facts.yml"
ASK = "agreed/docs/help/ask.yml"


@pytest.fixture(autouse=True)
def _on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("canllaw.cli.agree.today", lambda: DAY)


def _records(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in (root / "agreed").rglob("*")
        if file.is_file()
    }


def _states(root: Path) -> dict[str, State]:
    return {name: each.state for name, each in prepare(root, DAY).standings.items()}


def test_a_section(run: Run, tiny: Path) -> None:
    """One section is recorded in the file of its page, as YAML of one line, and nothing else."""
    done = run("agree", "help/ask.md#how-long", "--by", "  Ann   Example ")
    assert (done.code, done.out) == (0, "Recorded: 1\n  help/ask.md#how-long\n")
    assert list(_records(tiny)) == [ASK]
    read = yaml.safe_load((tiny / ASK).read_text(encoding="utf-8"))
    assert list(read) == ["help/ask.md#how-long"]
    record = read["help/ask.md#how-long"]
    assert (record["state"], record["by"], record["day"]) == ("agreed", "Ann Example", DAY)
    assert _states(tiny)["help/ask.md#how-long"] is State.AGREED


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("help/ask.md", ["help/ask.md:description", "help/ask.md:top", "help/ask.md#how-long"]),
        ("./docs/cy/help/ask.md", None),
        ("docs/en/help/", None),
        ("help", None),
        ("docs/en/help/ask.md#how-long", ["help/ask.md#how-long"]),
        ("help/ask.md:top", ["help/ask.md:top"]),
        ("term.decision", ["term.decision/name", "term.decision/definition"]),
        ("right.appeal/requirements", []),
    ],
)
def test_where(run: Run, tiny: Path, where: str, names: list[str] | None) -> None:
    """A page, a fact, a file, a folder or one text is named as a person would type it."""
    done = run("agree", where, "--by", "Ann")
    if names == []:
        assert done.code == 2
        return
    whole_page = ["help/ask.md:description", "help/ask.md:top", "help/ask.md#how-long"]
    agreed = [name for name, state in _states(tiny).items() if state is State.AGREED]
    assert agreed == (whole_page if names is None else names)


def test_all_then_nothing_left(run: Run, tiny: Path) -> None:
    """With --all everything is recorded once; a second time there is nothing to record."""
    assert run("agree", "--all", "--by", "Ann").code == 0
    before = _records(tiny)
    assert set(_states(tiny).values()) == {State.AGREED}
    done = run("agree", "--all", "--by", "Huw")
    assert done.out == f"Agreed already, and left as it is: {len(_states(tiny))}.\n"
    assert _records(tiny) == before


def test_only_the_line_that_changes(run: Run, tiny: Path, edit: Edit) -> None:
    """Agreeing again on one text changes its line and no other, and no other file."""
    run("agree", "--all", "--by", "Ann")
    before = _records(tiny)
    edit("content/facts.yml", 'en: "A formal answer."', 'en: "A formal reply."')
    assert run("agree", "--all", "--by", "Huw").out.startswith("Recorded: 1\n")
    after = _records(tiny)
    assert {path for path in after if after[path] != before[path]} == {TERM}
    old, new = before[TERM].splitlines(), after[TERM].splitlines()
    changed = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert changed[0][1].startswith(b"term.decision/definition: ")


def test_no_change_needed(run: Run, agreed: Path, edit: Edit) -> None:
    """One command and no edit says that the other side needs no change."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    assert run("check").code == 1
    assert run("agree", "help/ask.md#how-long", "--by", "Huw").code == 0
    assert run("check").code == 0


def test_reviewed(run: Run, tiny: Path) -> None:
    """Only somebody who is qualified, and says as what, makes a text reviewed."""
    run("agree", "term.decision/name", "--by", "Ann")
    assert _states(tiny)["term.decision/name"] is State.AGREED
    run("agree", "term.decision/name", "--by", "Mair", "--reviewed-as", "cyfieithydd cymwysedig")
    assert _states(tiny)["term.decision/name"] is State.REVIEWED
    text = (tiny / TERM).read_text(encoding="utf-8")
    assert "state: reviewed, as: qualified translator" in text
    # Somebody else who compares them later takes nothing away.
    run("agree", "term.decision/name", "--by", "Ann")
    assert (tiny / TERM).read_text(encoding="utf-8") == text


def test_dry_run(run: Run, tiny: Path) -> None:
    """With --dry-run it says what it would do, and writes nothing."""
    done = run("agree", "help/ask.md:top", "--by", "Ann", "--dry-run")
    assert (done.code, done.out) == (0, "This would be recorded: 1\n  help/ask.md:top\n")
    assert _records(tiny) == {}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "say what you compared, such as: canllaw agree parents/index.md"),
        (("help/ask.md", "--by", " \t"), 'say who compared them: --by "Your Name"'),
        (("help/ask.md", "--by", "?"), 'say who compared them: --by "Your Name"'),
        (("help/ask.md",), 'say who compared them: --by "Your Name"'),
        (("help/aks.md", "--by", "Ann"), "Did you mean 'help/ask.md'?"),
        (("", "--by", "Ann"), "there is no text in both languages called ''."),
        (("help", "--by", "Ann", "--reviewed-as", "friend"), "qualified translator"),
        (("--tidy", "--all"), "type 'canllaw agree --tidy' by itself"),
    ],
)
def test_refused_kindly(run: Run, tiny: Path, arguments: tuple[str, ...], message: str) -> None:
    """What cannot be recorded is refused with what to type, and nothing is written."""
    done = run("agree", *arguments)
    assert done.code == 2
    assert message in done.err
    assert _records(tiny) == {}


def test_a_section_that_stands_on_one_side(run: Run, tiny: Path) -> None:
    """Where one language has nothing there is nothing to compare, so nothing is recorded."""
    page = tiny / "docs/en/help/ask.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n## More {#more}\n", encoding="utf-8")
    done = run("agree", "help/ask.md#more", "--by", "Ann")
    assert "'help/ask.md#more' was not recorded: it is there in one language only" in done.err
    assert _records(tiny) == {}


def test_bad_records_are_mended_first(run: Run, agreed: Path) -> None:
    """Nothing is written beside a record that cannot be read."""
    file = agreed / ASK
    file.write_text(file.read_text(encoding="utf-8") + "<<<<<<< HEAD\n", encoding="utf-8")
    before = _records(agreed)
    done = run("agree", "--all", "--by", "Ann")
    assert done.code == 2
    assert "mend this first: agreed/docs/help/ask.yml:8:1" in done.err
    assert _records(agreed) == before


def test_tidy(run: Run, agreed: Path, edit: Edit) -> None:
    """A renamed section gets its record under the new name; a record of what is gone goes."""
    for side in ("cy", "en"):
        edit(f"docs/{side}/help/ask.md", "{#how-long}", "{#time}")
        edit(f"docs/{side}/index.md", "#how-long", "#time")
    file = agreed / ASK
    text = file.read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if "#how-long" in each)
    file.write_text(text + line.replace("#how-long", "#zz") + "\n", encoding="utf-8")
    done = run("agree", "--tidy")
    assert done.out.startswith("Tidied the records of: 2\n  help/ask.md#how-long\n")
    assert "help/ask.md#time: {" in file.read_text(encoding="utf-8")
    assert [each.id for each in prepare(agreed, DAY).problems if each.id.startswith("C32")] == [
        "C321"  # the home page, whose link changed on both sides
    ]
    assert run("agree", "--tidy").out == "The records are tidy.\n"


def test_tidy_removes_the_file_of_a_page_that_is_gone(run: Run, agreed: Path) -> None:
    """A file of records without a record is no file."""
    for side in ("cy", "en"):
        (agreed / "docs" / side / "help/ask.md").unlink()
    assert run("agree", "--tidy").code == 0
    assert not (agreed / ASK).exists()


def test_tidy_needs_everything_readable(run: Run, agreed: Path, edit: Edit) -> None:
    """Where a page cannot be read, its records are not tidied away."""
    edit("docs/en/help/ask.md", "audience: parent", "audience: nobody")
    before = _records(agreed)
    assert run("agree", "--tidy").code == 2
    assert _records(agreed) == before


def test_status(run: Run, agreed: Path, edit: Edit) -> None:
    """The table fits a terminal, names the worst first and says what to type next."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    done = run("status")
    assert done.code == 0
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[2].split() == ["help/ask.md", "3", "–", "2", "–", "–", "1", "–"]
    assert lines[-1] == "What changed: canllaw diff help/ask.md#how-long"


def test_status_of_a_draft(run: Run) -> None:
    """Where nothing was ever compared, the next step is to compare a page."""
    done = run("status", "help/ask.md")
    assert done.out.splitlines()[-1] == (
        'Compare both sides of help/ask.md, then: canllaw agree help/ask.md --by "Your Name"'
    )


def test_status_in_welsh(run: Run, agreed: Path) -> None:
    """The same table speaks Welsh, and fits."""
    done = run("status", "--lang", "cy")
    assert max(map(len, done.out.splitlines())) <= 80
    assert done.out.splitlines()[-1] == "Mae’r ddwy iaith yn cytuno ym mhobman yma."


def test_status_for_programs(run: Run, agreed: Path, edit: Edit) -> None:
    """A program gets every unit with its state, its places and its record."""
    edit("docs/en/help/ask.md", "You have", "You now have")
    found = json.loads(run("status", "help/ask.md", "--format", "json").out)
    assert found["total"]["en-moved"] == 1
    assert [each["where"] for each in found["files"]] == ["help/ask.md"]
    unit = found["units"][-1]
    assert (unit["id"], unit["state"], unit["moved"]) == (
        "help/ask.md#how-long",
        "en-moved",
        ["en"],
    )
    assert (unit["en"], unit["record"]["by"]) == ("docs/en/help/ask.md:8:1", "Ann")
