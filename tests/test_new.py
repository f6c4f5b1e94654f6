from pathlib import Path

import pytest

from canllaw.build import prepare
from canllaw.drafts import draft_fact, in_address, with_page_in_nav
from canllaw.house_order import in_house_order
from canllaw.languages import LANGUAGES
from canllaw.model import KINDS, Text
from canllaw.strict_yaml import parse
from conftest import DAY, Run

PAGE = ("new", "page", "--cy", "Gŵyl y Plant", "--en", "The children’s day", "--yes")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_draft_of_every_kind(kind: str, language: str, tiny: Path) -> None:
    """A new fact of every kind can be read, is in house order, and asks for nothing but to be
    filled in.
    """
    title = Text(cy="Rhywbeth", en="Something")
    draft = draft_fact(kind, f"{kind}.new", title, "cy" if language == "cy" else "en").encode()
    root, problems = parse("", draft)
    assert root
    assert not problems
    assert in_house_order("", draft) == draft
    (tiny / "content" / "new.yml").write_bytes(draft)
    assert {problem.id for problem in prepare(tiny, DAY).errors} == {"C312"}


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Gŵyl y Plant", "gwyl-y-plant"),
        ("Beth yw’r cynllun?", "beth-yw-r-cynllun"),
        ("The child’s voice", "the-childs-voice"),
        ("A" * 90, "a" * 60),
    ],
)
def test_words_of_an_address(title: str, address: str) -> None:
    """A title becomes small letters without accents, with hyphens between the words."""
    assert in_address(title) == address


def test_new_page(run: Run, tiny: Path) -> None:
    """A new page is two files with the same section, and stands in the menu; it is not published
    until every place is filled in.
    """
    (tiny / "mkdocs.yml").write_text("nav:\n  - index.md\n  - help/ask.md\nx: 1\n", "utf-8")
    done = run(*PAGE, "--audience", "parent", "--path", "help/day")
    assert done.code == 0
    assert done.out == "docs/cy/help/day.md\ndocs/en/help/day.md\nmkdocs.yml\n"
    assert done.err.startswith("Look for ✍ in these files and fill in every place.")
    welsh = (tiny / "docs/cy/help/day.md").read_text(encoding="utf-8")
    assert welsh.startswith('---\naudience: parent\nslug: gwyl-y-plant\ndescription: "✍ Un ')
    assert "# Gŵyl y Plant\n" in welsh
    nav = "nav:\n  - index.md\n  - help/ask.md\n  - help/day.md\nx: 1\n"
    assert (tiny / "mkdocs.yml").read_text(encoding="utf-8") == nav
    assert {problem.id for problem in prepare(tiny, DAY).errors} == {"C312"}
    again = run(*PAGE, "--audience", "parent", "--path", "help/day.md")
    assert (again.code, again.out) == (2, "")
    assert "'help/day.md' is there already, in docs/cy/help/day.md" in again.err


def test_half_a_page_is_not_written(run: Run, tiny: Path) -> None:
    """Where one of the files is there already, none is written."""
    (tiny / "docs/en/help/day.md").write_text("x", encoding="utf-8")
    assert run(*PAGE, "--audience", "parent", "--path", "help/day").code == 2
    assert not (tiny / "docs/cy/help/day.md").exists()


def test_page_without_kin() -> None:
    """A page of a new folder goes to the end of the menu."""
    settings = "nav:\n  - index.md\n  - a:\n      - a/b.md\n\nplugins: []\n"
    expected = "nav:\n  - index.md\n  - a:\n      - a/b.md\n  - c/d.md\n\nplugins: []\n"
    assert with_page_in_nav(settings, "c/d.md") == expected


def test_new_fact(run: Run, tiny: Path) -> None:
    """A new fact goes to the end of the file that holds most of its kind."""
    facts = tiny / "content" / "facts.yml"
    before = facts.read_text(encoding="utf-8")
    given = ("--cy", "Ateb", "--en", "An answer")
    done = run("new", "term", *given, "--yes")
    assert (done.code, done.out) == (0, "content/facts.yml\n")
    after = facts.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert '\n\n- kind: term\n  id: term.an-answer\n  name:\n    cy: "Ateb"\n' in after
    taken = run("new", "term", *given, "--id", "term.aln", "--yes")
    assert taken.code == 2
    assert "'term.aln' is there already, in content/facts.yml" in taken.err
    wrong = run(
        "new", "fact", "--kind", "term", *given, "--id", "role.Ateb", "--yes", "--lang", "cy"
    )
    assert "nid yw 'role.Ateb' yn id o’r math hwn" in wrong.err


def test_new_file(run: Run, tiny: Path) -> None:
    """A file that is not there yet starts with the address of its schema."""
    given = ("--cy", "Ateb", "--en", "An answer", "--yes")
    assert run("new", "organisation", *given, "--file", "more/helpers.yml").code == 0
    text = (tiny / "content/more/helpers.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema/facts.json\n- kind: org")
    assert run("new", "organisation", *given, "--file", "helpers.txt").code == 2


def test_new_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not given is asked for, with a suggestion."""
    asked: list[tuple[str, object]] = []

    def prompt(text: str, default: object = None, **_other: object) -> object:
        asked.append((text, default))
        return default or "Rhywun"

    monkeypatch.setattr("click.prompt", prompt)
    assert run("new", "organisation", "--en", "Somebody", "--lang", "cy").code == 0
    assert asked == [
        ("Yr enw neu’r teitl yn Gymraeg", None),
        ("Ei id, na fydd byth yn newid", "organisation.somebody"),
        ("Y ffeil yn content/", "content/facts.yml"),
    ]


def test_new_in_a_broken_file(run: Run, tiny: Path) -> None:
    """Nothing is added to a file that cannot be read."""
    (tiny / "content" / "slip.yml").write_text("- kind: [\n", encoding="utf-8")
    done = run("new", "term", "--cy", "Ateb", "--en", "Answer", "--file", "slip.yml", "--yes")
    assert done.code == 2
    assert (tiny / "content" / "slip.yml").read_text(encoding="utf-8") == "- kind: [\n"
