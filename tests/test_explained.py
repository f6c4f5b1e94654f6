"""Every problem id is explained in both languages, and its examples are true."""

import re
from pathlib import Path
from textwrap import indent

import pytest

from canllaw.build import prepare
from canllaw.checks.language import foreign_runs
from canllaw.languages import LANGUAGES
from canllaw.load.explanations import Explanation, explanation
from canllaw.problems import CATALOGUE
from conftest import DAY, REPOSITORY, Run, copy_tiny

EXPLAINED = {problem_id: explanation(problem_id) for problem_id in CATALOGUE}
# Their examples are a way of saving a file, a missing line, dictionaries, a test that is there, the
# list of addresses, records of agreement, a path, a macro, what a translator sent, or a finished
# page: none stands in the tiny project.
NOT_TRIED = re.compile(
    r"C10[178]|C308|C32\d|C405|C407|C51[01]|C6(?:18|3[^7]|4[01]|5[12])|C7\d\d|C8\d\d"
)
TRIED = [problem_id for problem_id in CATALOGUE if EXPLAINED[problem_id].at]


def _in_fact(root: Path, fact: str, example: str) -> None:
    """Put the fields of an example in place of those of the same name in a fact."""
    file = root / "content" / "facts.yml"
    entries = re.split(r"(?m)^(?=- kind)", file.read_text(encoding="utf-8"))
    index = next(n for n, entry in enumerate(entries) if f"\n  id: {fact}\n" in entry)
    entry = entries[index]
    # A name with a letter missing stands for the one that was meant.
    for name in re.findall(r"(?m)^(\w+):", example.replace("if_mised:", "if_missed:")):
        entry = re.sub(rf"(?m)^(?:- |  ){name}:.*\n(?:    .*\n)*", "", entry)
    text = f"{entry}\n{indent(example, '  ')}".rstrip()
    entries[index] = f"- {text[2:]}\n"
    file.write_text("".join(entries), encoding="utf-8")


def _at_end(page: Path, example: str) -> None:
    """Put an example at the end of a page, or front matter in place of the page's own."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    if example.startswith("---") and text:
        page.write_text(example + "\n" + text.split("---\n", 2)[2], encoding="utf-8")
    else:
        page.write_text(f"{text}\n{example}\n".lstrip(), encoding="utf-8")


def _put(root: Path, at: str, example: str) -> None:
    if not at.endswith((".md", ".yml")):
        _in_fact(root, at, example)
    elif at.startswith(("docs/", "content/")):
        _at_end(root / at, example)
    else:
        for side in re.split(r"(?m)^(?=docs/)", example):
            folder, _, text = side.partition("\n")
            if folder:
                _at_end(root / folder / at, text.strip("\n"))


@pytest.mark.parametrize("problem_id", CATALOGUE)
def test_both_languages(problem_id: str) -> None:
    """Why it matters is said in each language, and the examples differ."""
    found = EXPLAINED[problem_id]
    for language in LANGUAGES:
        assert list(foreign_runs(found.why.in_(language), language)) == []
        assert found.why.in_(language).endswith(".")
    assert found.wrong != found.right


def test_what_is_not_tried() -> None:
    """Only what cannot stand in a project has an example that is not put into one."""
    assert [each for each in CATALOGUE if not NOT_TRIED.fullmatch(each) and each not in TRIED] == []


def test_no_other_explanations() -> None:
    """No file explains an id that is not in the catalogue."""
    files = {file.stem for file in (REPOSITORY / "src/canllaw/explained").glob("*")}
    assert files == set(CATALOGUE)


@pytest.mark.parametrize("problem_id", TRIED)
def test_examples_are_true(tmp_path: Path, problem_id: str) -> None:
    """The wrong example gives the problem, and the right one does not."""
    explained = EXPLAINED[problem_id]
    wrong = _found(copy_tiny(tmp_path / "wrong"), explained, "wrong")
    right = _found(copy_tiny(tmp_path / "right"), explained, "right")
    # A few facts of the tiny project are not used on purpose, and say so beside every example.
    assert wrong.count(problem_id) > right.count(problem_id)
    assert problem_id not in right or problem_id == "C404"


def _found(tiny: Path, explained: Explanation, which: str) -> list[str]:
    assert explained.at
    _put(tiny, explained.at, getattr(explained, which))
    return [problem.id for problem in prepare(tiny, DAY).problems]


def test_explain_command(run: Run) -> None:
    """`canllaw explain` says what an id means, in the language asked for."""
    english = run("explain", "c402").out
    assert english.startswith("C402  A reference to something that does not exist\n\nError: ")
    assert "Wrong:\n\n    who: [role.scool]\n\nRight:\n\n    who: [role.school]\n" in english
    welsh = run("explain", "C402", "--lang", "cy").out
    assert welsh.startswith("C402  Cyfeiriad at rywbeth nad yw’n bod\n\nGwall: ")


def test_explain_lists(run: Run) -> None:
    """Without an id, `canllaw explain` lists them all."""
    lines = run("explain").out.splitlines()
    assert len(lines) == len(CATALOGUE)
    assert lines[0] == "C101  A file cannot be read as UTF-8 text"


def test_explain_unknown(run: Run) -> None:
    """An id that is not there gets the nearest one that is."""
    done = run("explain", "C4O2")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "canllaw: there is no problem with the id 'C4O2'. Did you mean 'C402'? "
        "List them: canllaw explain\n"
    )


def test_check_says_where_to_read_more(run: Run) -> None:
    """A report of problems ends with how to read more; a clean one says nothing of it."""
    assert run("check", "--format", "json").err.endswith(" warnings, 1 note.\n")
    (Path("content") / "more.yml").write_text("- kind: nothing\n", encoding="utf-8")
    assert run("check").err.endswith("More about a problem: canllaw explain C201\n")
