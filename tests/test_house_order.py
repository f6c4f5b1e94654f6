"""House order changes nothing that a file says, and loses no note."""

import random
import re
from pathlib import Path

import pytest

from canllaw.house_order import in_house_order
from canllaw.problems import CanllawError
from canllaw.strict_yaml import parse
from conftest import REPOSITORY, Run

CONTENT = sorted((REPOSITORY / "content").rglob("*.yml"))
FIELD = re.compile(r"(?m)^(?=  \w+:)")


def _says(raw: bytes) -> object:
    root, problems = parse("", raw)
    assert root
    assert not problems
    return root.plain()


def _notes(raw: bytes) -> list[str]:
    return sorted(line.strip() for line in raw.decode().split("\n") if line.lstrip()[:1] == "#")


def _shuffled(text: str) -> str:
    """Return a file with the fields of each entry in another order, each with a note above it."""
    chance = random.Random(7)  # noqa: S311 - the same order in every run
    entries = re.split(r"(?m)^(?=- )", text)
    for number, entry in enumerate(entries[1:], start=1):
        fields = FIELD.split(f"  {entry[2:].rstrip()}\n")[1:]
        chance.shuffle(fields)
        noted = [f"  # note {at}\n{field}" if at else field for at, field in enumerate(fields)]
        entries[number] = f"- {''.join(noted)[2:]}"
    return "".join(entries)


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_content_is_in_house_order(file: Path) -> None:
    """Every file of the content is in house order; put it there with: canllaw fmt."""
    assert in_house_order("", file.read_bytes()) == file.read_bytes(), "type: canllaw fmt"


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_nothing_is_lost(file: Path) -> None:
    """The real files, with their fields shuffled and notes between them, say the same after, keep
    every note, and stay as they are when put in order again.
    """
    shuffled = _shuffled(file.read_text(encoding="utf-8")).encode()
    tidied = in_house_order("", shuffled)
    assert _says(tidied) == _says(shuffled) == _says(file.read_bytes())
    assert _notes(tidied) == _notes(shuffled)
    assert in_house_order("", tidied) == tidied


def test_fields_move_with_their_notes() -> None:
    """Fields stand in the order of their kind, each below the notes that were above it."""
    raw = b"""# Top
- id: question.a
  # about the page
  page: a.md
  kind: question   # what it is
  question: {cy: "Pa", en: "Which"}


# Next
- kind: question
  id: question.b
"""
    assert (
        in_house_order("", raw).decode()
        == """# Top
- kind: question   # what it is
  id: question.a
  question: {cy: "Pa", en: "Which"}
  # about the page
  page: a.md

# Next
- kind: question
  id: question.b
"""
    )


def test_what_cannot_move_stays() -> None:
    """A fact whose lines mean something else in another place is left as it is."""
    raw = b"- id: question.a\n  page: |\n    x\n  # y\n  {kind: question}\n"
    with pytest.raises(CanllawError):
        in_house_order("a.yml", raw)
    block = b"- page: |-\n    x\n    # not a note\n  kind: question\n"
    assert _says(in_house_order("", block)) == _says(block)


def test_fmt(run: Run, tiny: Path) -> None:
    """`canllaw fmt --check` names what is out of order; `canllaw fmt` puts it in order."""
    facts = tiny / "content" / "facts.yml"
    before = _says(facts.read_bytes())
    check = run("fmt", "--check", "content/facts.yml")
    assert (check.code, check.out) == (1, "content/facts.yml\n")
    assert check.err == "Files out of order: 1. To put them in order: canllaw fmt\n"
    done = run("fmt")
    assert (done.code, done.err) == (0, "Files put in order: 1.\n")
    assert _says(facts.read_bytes()) == before
    assert run("fmt", "--check").err == "All is in order.\n"
    (tiny / "content" / "slip.yml").write_text("- kind: [", encoding="utf-8")
    assert run("fmt").code == 2
