"""The handbook says what the program does, and nothing is left out of it."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from canllaw.build import prepare
from canllaw.checks.language import foreign_runs
from canllaw.cli import _commands
from canllaw.cli.handbook import helps
from canllaw.handbook import annotated, handbook, macro_notes
from canllaw.languages import LANGUAGES, Language
from canllaw.load.content import load_content
from canllaw.model import KINDS
from canllaw.model.fields import fields_in_order
from canllaw.problems import CATALOGUE
from canllaw.strict_yaml import parse
from conftest import DAY, REPOSITORY, Run

COMMANDS = helps(_commands())
PAGES = handbook(REPOSITORY, COMMANDS)
RECORDS = REPOSITORY / "src" / "canllaw" / "records.yml"
# What macros are made of: they take a fact itself, which a page cannot name.
INNER = {
    "card", "cited", "deadline_box", "deadline_table", "example_cards", "fact_mark", "figure",
    "figure_note", "holder_names", "limit_line", "link_item", "link_mark", "must_words",
    "organisation_card", "organisation_lines", "overdue_note", "read_source", "right_card",
    "role_card", "role_names", "section_heading", "sections_source", "short_link",
    "source_details", "stage_card", "starts_words", "table",
}  # fmt: skip


def test_handbook_is_up_to_date() -> None:
    """The pages in handbook/ are those the program makes; renew them with: canllaw handbook."""
    folder = REPOSITORY / "handbook"
    written = {
        file.relative_to(REPOSITORY).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.md")
    }
    assert sorted(written.keys() ^ PAGES.keys()) == [], "type: canllaw handbook"
    assert [path for path in PAGES if written[path] != PAGES[path]] == [], "type: canllaw handbook"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_undocumented(language: Language) -> None:
    """Every problem, kind, field, command and option is on a page in both languages."""
    index = PAGES[f"handbook/{language}/README.md"]
    for problem_id in CATALOGUE:
        assert f"({problem_id}.md)" in index
    for kind, model in KINDS.items():
        page = PAGES[f"handbook/{language}/kind-{kind}.md"]
        for name in fields_in_order(model):
            assert f"| `{name}` | " in page or name == "kind"
    commands = PAGES[f"handbook/{language}/commands.md"]
    for name, command in _commands().commands.items():
        assert f"## canllaw {name}\n" in commands
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert re.search(rf"(?<![\w-]){parameter.opts[0]}(?![\w-])", commands)


def test_every_macro_is_documented() -> None:
    """Every macro that a page can call is on the page of macros, with its arguments."""
    found = {"length": 1}
    for file in (REPOSITORY / "macros").glob("*.jinja"):
        text = file.read_text(encoding="utf-8")
        for name, arguments in re.findall(r"\{%-? macro (\w+)\(([^)]*)\)", text):
            found[name] = len([each for each in arguments.split(",") if each.strip()])
    notes = {note.name: note for note in macro_notes(REPOSITORY)}
    assert sorted(found.keys() - INNER) == sorted(notes)
    for name, note in notes.items():
        given = note.call.count(",") + ("()" not in note.call)
        assert given <= found[name] or name in ("link_sheet", "page_links")
        for language in LANGUAGES:
            assert list(foreign_runs(note.shows.in_(language), language)) == []


def _copy_named(docs: Path, folder: Path, calls: str) -> None:
    """Copy the pages and the folders of pages that calls name, and the home page."""
    folder.mkdir(parents=True)
    for name in {"index.md", *re.findall(r'"([\w/-]+(?:\.md)?)"', calls)}:
        if (docs / name).is_dir():
            shutil.copytree(docs / name, folder / name, dirs_exist_ok=True)
        elif (docs / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(docs / name, folder / name)


def test_macros_work(tmp_path: Path) -> None:
    """What the page of macros says to type is a call that the real pages could make."""
    calls = "\n\n".join(f"{{{{ {note.call} }}}}" for note in macro_notes(REPOSITORY))
    for name in ("content", "macros"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    for language in LANGUAGES:
        folder = tmp_path / "docs" / language
        _copy_named(REPOSITORY / "docs" / language, folder, calls)
        page = folder / "more.md"
        front = '---\naudience: everyone\nslug: more\ndescription: "x"\n---\n\n# T\n\n'
        page.write_text(f"{front}{calls}\n", encoding="utf-8")
    problems = prepare(tmp_path, DAY).problems
    found = [each for each in problems if each.place.path.endswith("/more.md")]
    assert [f"{each.id} {each.message.en}" for each in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_record_is_complete(kind: str, language: Language) -> None:
    """The record on the page of a kind has every field, each below a note in its language."""
    text = annotated(kind, language)
    root, problems = parse("", text.encode())
    assert root
    assert not problems
    fields = set(fields_in_order(KINDS[kind]))
    # A right says either of them.
    assert fields - set(root.plain()[0]) <= {"no_deadline"}
    notes = re.findall(r"(?m)^  # (.+)$", text)
    assert len(notes) >= len(fields) - 2
    for note in notes:
        assert list(foreign_runs(re.sub(r"\S*[:.]\S+", "", note), language)) == []


def test_records_load(tmp_path: Path) -> None:
    """The records of the handbook are read as facts without a problem."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "records.yml").write_bytes(RECORDS.read_bytes())
    content, problems = load_content(tmp_path)
    assert problems == []
    assert [entry.kind for entry in content.library.entries.values()] == list(KINDS)


@pytest.mark.parametrize("path", sorted(path for path in PAGES if path.endswith("README.md")))
def test_index_leads_somewhere(path: str) -> None:
    """Every link of the index, and of every page to its other side, leads to a page."""
    folder = path.rpartition("/")[0]
    for target in re.findall(r"\]\(([\w-]+\.md)\)", PAGES[path]):
        assert f"{folder}/{target}" in PAGES
    sides = {
        side: {page.removeprefix(f"handbook/{side}/") for page in PAGES if f"/{side}/" in page}
        for side in LANGUAGES
    }
    assert sides["cy"] == sides["en"] != set()


def test_handbook_command(run: Run, tiny: Path) -> None:
    """`canllaw handbook` writes every page, and takes away one that stands for nothing now."""
    old = tiny / "handbook" / "en" / "C999.md"
    old.parent.mkdir(parents=True)
    old.write_text("x", encoding="utf-8")
    done = run("handbook")
    assert (done.code, done.err) == (0, f"{len(PAGES)} pages in handbook/.\n")
    assert not old.exists()
    assert (tiny / "handbook/cy/C402.md").read_text(encoding="utf-8") == PAGES[
        "handbook/cy/C402.md"
    ]


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.cy.md"])
def test_contributing_is_true(name: str) -> None:
    """The page for editors names commands that are there, and leads to pages and sections there."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w-])canllaw ([a-z]+)\b(?! finish)", text))
    assert sorted(named - set(COMMANDS["en"])) == []
    for target in re.findall(r"\]\(([\w./-]+\.md)\)", text):
        assert (REPOSITORY / target).is_file(), target
    # GitHub makes the id of a heading from its words, without marks.
    headings = re.findall(r"(?m)^#{2,3} (.+)$", text)
    ids = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert [found for found in re.findall(r"\]\(#([^)]+)\)", text) if found not in ids] == []


def test_commits_are_checked() -> None:
    """The hooks for commits run commands that are there, and fetch nothing."""
    settings = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text("utf-8"))
    assert [repo["repo"] for repo in settings["repos"]] == ["local"]
    entries = [hook["entry"].split() for repo in settings["repos"] for hook in repo["hooks"]]
    assert [name for name, *_ in entries] == ["canllaw"] * len(entries)
    assert {command for _, command, *_ in entries} == {"check", "fmt"}
