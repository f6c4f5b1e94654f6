import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from conftest import Edit, Ran, Run

AS_OF = ("--as-of", "2026-11-22")
BROKEN = """\
content/facts.yml:35:20 C302 The Welsh and the English text are the same.
    Write the Welsh in cy and the English in en.
"""


@pytest.fixture
def break_a_text(edit: Edit) -> None:
    """Give the tiny project one error."""
    edit("content/facts.yml", 'en: "A formal answer."', 'en: "Ateb ffurfiol."')


@pytest.fixture
def only_used_facts(edit: Edit) -> None:
    """Show every fact of the tiny project on a page, so that there is no warning."""
    calls = ("age_range()", "plan_sections()", "milestones()", "examples()", "glossary()")
    shown = "\n\n".join(f"{{{{ {call} }}}}" for call in calls)
    for language in ("cy", "en"):
        edit(f"docs/{language}/index.md", '{{ term("term.aln") }}', shown)


def _facts(root: Path) -> int:
    text = (root / "content/facts.yml").read_text(encoding="utf-8")
    return text.count("\n- kind: ") - text.count("\n- kind: waiver")


def _site(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.mark.usefixtures("only_used_facts")
def test_check_of_a_clean_project(run: Run, tiny: Path) -> None:
    """A clean project ends with 0 and prints one line, beside the output."""
    done = run("check", *AS_OF)
    assert done == Ran(0, "", f"{_facts(tiny)} facts and 4 pages read on 2026-11-22: 1 note.\n")


@pytest.mark.usefixtures("break_a_text", "only_used_facts")
def test_check_finds_an_error(run: Run, tiny: Path) -> None:
    """A project with an error ends with 1 and prints where it is and what to type."""
    done = run("check", *AS_OF)
    assert done == Ran(
        1,
        BROKEN,
        f"{_facts(tiny)} facts and 4 pages read on 2026-11-22: 1 error, 1 note.\n"
        "More about a problem: canllaw explain C302\n",
    )


def test_check_with_warnings_only(run: Run) -> None:
    """Warnings are printed and stop nothing."""
    done = run("check", *AS_OF)
    assert done.code == 0
    assert "content/facts.yml:32:7 C404 Nothing refers to 'term.decision'" in done.out
    assert "C502" not in done.out


def test_full_check_without_dictionaries(run: Run) -> None:
    """Without dictionaries a full check cannot run, and says what to type."""
    assert run("check", *AS_OF, "--full") == Ran(
        2,
        "",
        "canllaw: there is no dictionary in .cache/dictionaries/node_modules/dictionary-cy; "
        "type: make dictionaries\n",
    )


def test_full_check_finds_a_word(run: Run, tiny: Path) -> None:
    """A full check names the words that no dictionary has, and ends with 1."""
    for package in ("dictionary-cy", "dictionary-en-gb"):
        folder = tiny / ".cache/dictionaries/node_modules" / package
        folder.mkdir(parents=True)
        (folder / "index.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / "index.dic").write_text("1\nysgol\n", encoding="utf-8")
    done = run("check", *AS_OF, "--full")
    assert done.code == 1
    assert "C308 'Deddf' is in no Welsh dictionary." in done.out


def test_check_in_another_folder(run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project may be named from anywhere; places stay those of the project."""
    here = run("check", *AS_OF)
    monkeypatch.chdir(tiny.parent)
    assert run("check", *AS_OF, "--root", "tiny") == here


@pytest.mark.usefixtures("only_used_facts")
def test_notes_are_shown_when_asked_for(run: Run) -> None:
    """With --notes the unconfirmed facts are listed; the check ends as it did without."""
    done = run("check", *AS_OF, "--notes")
    assert done.code == 0
    assert done.out == (
        "content/facts.yml:134:7 C502 'deadline.unknown' is unconfirmed and left out of the site.\n"
        "    Read it in a source, then change `evidence` and `read_in`.\n"
    )


@pytest.mark.usefixtures("break_a_text", "only_used_facts")
def test_json_for_programs(run: Run) -> None:
    """A program gets one object a problem, with all that a person is told."""
    done = run("check", *AS_OF, "--format", "json")
    assert done.code == 1
    assert json.loads(done.out) == [
        {
            "id": "C302",
            "severity": "error",
            "path": "content/facts.yml",
            "line": 35,
            "column": 20,
            "message": {
                "cy": "Mae’r testun Cymraeg a’r testun Saesneg yr un fath.",
                "en": "The Welsh and the English text are the same.",
            },
            "hint": {
                "cy": "Ysgrifennwch y Gymraeg yn cy a’r Saesneg yn en.",
                "en": "Write the Welsh in cy and the English in en.",
            },
        }
    ]


@pytest.mark.usefixtures("only_used_facts")
def test_json_of_nothing(run: Run) -> None:
    """Where there is nothing to mend a program gets an empty list, not an empty text."""
    assert json.loads(run("check", *AS_OF, "--format", "json").out) == []


@pytest.mark.usefixtures("break_a_text", "only_used_facts")
def test_github_marks_the_line(run: Run) -> None:
    """GitHub gets a command that marks the line of a pull request."""
    assert run("check", *AS_OF, "--format", "github", "--notes").out == (
        "::error file=content/facts.yml,line=35,col=20,title=C302::The Welsh and the English text "
        "are the same. Write the Welsh in cy and the English in en.\n"
        "::notice file=content/facts.yml,line=134,col=7,title=C502::'deadline.unknown' is "
        "unconfirmed and left out of the site. Read it in a source, then change `evidence` and "
        "`read_in`.\n"
    )


def test_check_of_another_day(run: Run) -> None:
    """A check can be made for a day to come, or one long gone."""
    assert run("check", "--as-of", "2030-09-01").code == 0
    gone = run("check", "--as-of", "2020-01-01")
    assert gone.code == 1
    assert " C508 " in gone.out


@pytest.mark.parametrize("day", ["nonsense", "2026-13-01", "tomorrow", "1 September 2026"])
def test_day_that_is_no_day(run: Run, day: str) -> None:
    """What is no day is refused, with one that is written as it must be."""
    done = run("check", "--as-of", day)
    assert (done.code, done.out) == (2, "")
    assert f"'{day}' is not a day; write it like 2027-09-01" in done.err


@pytest.mark.parametrize("command", ["check", "build", "facts"])
def test_folder_that_is_not_a_project(run: Run, tmp_path: Path, command: str) -> None:
    """A folder without content ends with 2 and says how to name another."""
    done = run(command, "--root", str(tmp_path))
    assert done == Ran(
        2,
        "",
        f"canllaw: there is no folder 'content' in {tmp_path}; name the project with --root\n",
    )
    assert [folder.name for folder in tmp_path.iterdir()] == ["tiny"]


def test_project_without_a_site(run: Run, tiny: Path) -> None:
    """Facts and pages without mkdocs.yml can be checked; building them says what is missing."""
    (tiny / "mkdocs.yml").unlink()
    assert run("check", *AS_OF).code == 0
    done = run("build", *AS_OF)
    assert done.code == 2
    assert done.err.endswith(
        f"canllaw: there is no mkdocs.yml in {tiny}; name the project with --root\n"
    )
    assert not (tiny / "site").exists()


@pytest.mark.parametrize("typed", [("chekc",), ("check", "--fromat", "json"), ("check", "extra")])
def test_command_that_is_none(run: Run, typed: tuple[str, ...]) -> None:
    """A slip in a command ends with 2 and a word of help."""
    done = run(*typed)
    assert (done.code, done.out) == (2, "")
    assert "Error: " in done.err


def test_help(run: Run) -> None:
    """Help names every command."""
    done = run("--help")
    assert done.code == 0
    assert all(
        f"\n  {name} " in done.out for name in ("check", "build", "serve", "facts", "schema")
    )


def test_build(run: Run, tiny: Path) -> None:
    """A build ends with 0, puts both languages in site/, and leaves nothing else behind."""
    before = {file.name for file in tiny.iterdir()}
    done = run("build", *AS_OF)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("4 pages built in site\n")
    assert {file.name for file in tiny.iterdir()} == {*before, "site"}
    assert {"cy/index.html", "en/help/ask/index.html"} <= set(_site(tiny / "site"))


def test_build_somewhere_else(run: Run, tiny: Path, tmp_path: Path) -> None:
    """The finished site goes where it is asked to go."""
    done = run("build", *AS_OF, "--site", str(tmp_path / "out/site"))
    assert done.code == 0
    assert (tmp_path / "out/site/cy/index.html").is_file()
    assert not (tiny / "site").exists()


def test_build_over_something_else(run: Run, tiny: Path) -> None:
    """A build never takes the place of a folder that holds no site."""
    before = _site(tiny / "docs")
    done = run("build", *AS_OF, "--site", "docs")
    assert done.code == 2
    assert done.err.endswith("is not empty and holds no site; name another folder\n")
    assert _site(tiny / "docs") == before


def test_failed_build_leaves_the_old_site(run: Run, tiny: Path, edit: Edit) -> None:
    """Whatever goes wrong, before MkDocs or after it, the old site stays and nothing beside it."""
    run("build", *AS_OF)
    before, beside = _site(tiny / "site"), {file.name for file in tiny.iterdir()}
    edit("docs/en/help/ask.md", '{{ right("right.appeal") }}', '{{ rihgt("right.appeal") }}')
    refused = run("build", *AS_OF)
    assert refused.code == 1
    assert "docs/en/help/ask.md:14:1 C605 There is no macro 'rihgt'." in refused.out
    more = "More about a problem: canllaw explain C605\n"
    assert refused.err.endswith(f" The site was not built.\n{more}")
    edit("docs/en/help/ask.md", "{{ rihgt(", "{{ right(")
    for language in ("cy", "en"):
        edit(f"docs/{language}/index.md", "ask.md#how-long", "ask.md#no-such-section")
    broken = run("build", *AS_OF)
    assert broken.code == 1
    assert "docs/cy/index.md:1:1 C707 The link 'help/gofyn/#no-such-section' leads" in broken.err
    assert _site(tiny / "site") == before
    assert {file.name for file in tiny.iterdir()} == beside


def test_warning_of_mkdocs_stops_a_build_and_is_shown(run: Run, edit: Edit) -> None:
    """What only MkDocs finds, such as a link to a page that is not there, reaches the editor."""
    for side in ("cy", "en"):  # C620 stops what leads elsewhere on one side only
        edit(f"docs/{side}/index.md", "help/ask.md#how-long", "help/nothing.md")
    done = run("build", *AS_OF)
    assert done.code == 1
    assert "Doc file 'en/index.md' contains a link 'help/nothing.md', but the target" in done.err


def test_facts(run: Run, tiny: Path) -> None:
    """All facts are listed, one a line."""
    done = run("facts", *AS_OF)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) == _facts(tiny)


def test_facts_of_one_kind(run: Run) -> None:
    """The list can be cut down to one kind."""
    assert [line.split()[0] for line in run("facts", "--kind", "term").out.splitlines()] == [
        "term.aln",
        "term.decision",
    ]


def test_one_fact(run: Run) -> None:
    """One fact is shown with all that leans on it."""
    done = run("facts", "deadline.appeal", *AS_OF)
    assert done.code == 0
    assert done.out.startswith("deadline.appeal  (content/facts.yml:112:7)\n")
    assert done.out.endswith(
        "Shown on:\n  docs/cy/help/ask.md  /cy/help/gofyn/\n  docs/en/help/ask.md  /en/help/ask/\n"
    )


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("deadline.apeal", "Did you mean 'deadline.appeal'?"), ("zzzz", "List them: canllaw facts")],
)
def test_fact_that_does_not_exist(run: Run, typed: str, hint: str) -> None:
    """A fact that does not exist ends with 2 and the nearest that does."""
    assert run("facts", typed, *AS_OF) == Ran(
        2, "", f"canllaw: there is no fact '{typed}'. {hint}\n"
    )


def test_overdue(run: Run) -> None:
    """The list goes to the screen, the count beside it; nothing due is no mistake."""
    found = run("overdue", "--by", "2027-01-10")
    assert found.code == 0
    assert found.out.startswith("deadline.school  by 2027-01-10  (checked 2026-01-10, ")
    assert found.err == "1 to check by 2027-01-10.\n"
    assert run("overdue", "--by", "2026-11-22") == Ran(0, "", "Nothing to check by 2026-11-22.\n")
    welsh = run("overdue", "--by", "2026-11-22", "--lang", "cy")
    assert welsh.err == "Dim i’w wirio erbyn 2026-11-22.\n"


def test_overdue_for_programs(run: Run) -> None:
    """Programs get JSON, also of nothing; a change within six months is in it."""
    assert json.loads(run("overdue", "--by", "2026-11-22", "--format", "json").out)["due"] == []
    found = json.loads(run("overdue", "--by", "2030-03-01", "--format", "json").out)
    assert [change["on"] for change in found["changes"]] == ["2030-09-01"]


def test_schema_fits_the_content(run: Run, tiny: Path) -> None:
    """The schema is JSON Schema, and the facts of the tiny project fit it as they are written."""
    done = run("schema")
    assert done.code == 0
    schema = json.loads(done.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    facts = yaml.safe_load((tiny / "content/facts.yml").read_text(encoding="utf-8"))
    written = json.loads(json.dumps(facts, default=str))
    jsonschema.validate(written, schema)
    del written[0]["id"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, schema)


def test_installed_command(tiny: Path) -> None:
    """The command that is installed does just the same, in a process of its own."""
    command = Path(sys.executable).parent / "canllaw"
    done = subprocess.run(  # noqa: S603 - our own command
        [command, "facts", "deadline.apeal", "--root", tiny],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "canllaw: there is no fact 'deadline.apeal'. Did you mean 'deadline.appeal'?\n"
    )


def test_addresses(run: Run, tiny: Path) -> None:
    """The addresses are listed with where old ones lead; the list only ever grows."""
    listed = run("addresses")
    assert listed.code == 0
    assert "/en/help/ask/#how-long\n" in listed.out
    lock = tiny / "content/addresses.lock"
    lock.write_text("/en/help/ask/#how-long\n", encoding="utf-8")
    done = run("addresses", "--write")
    number = len(listed.out.splitlines())
    words = f"{number - 1} added to content/addresses.lock; {number} in all.\n"
    assert done == Ran(0, "", words)
    assert "en/help/ask/#deadline.school\nen/help/ask/#how-long\n" in lock.read_text("utf-8")


def test_addresses_of_broken_pages(run: Run, edit: Edit, tiny: Path) -> None:
    """No list is written while a page cannot be shown: what is on it would be missing."""
    edit("docs/en/help/ask.md", '{{ deadline("', '{{ deadlin("')
    done = run("addresses", "--write")
    assert done.code == 2
    assert "run canllaw check first" in done.err
    assert not (tiny / "content/addresses.lock").exists()


def test_rename(run: Run, tiny: Path) -> None:
    """A renaming names the files that change and where old ones lead; a dry run stops there."""
    before = _site(tiny)
    tried = run("rename", "help/ask.md", "ask.md", "--dry-run", *AS_OF)
    assert _site(tiny) == before
    assert (tried.code, tried.err) == (0, "8 files would change.\n")
    assert "- docs/en/help/ask.md\n" in tried.out
    assert "/en/help/ask/#how-long -> /en/ask/#how-long\n" in tried.out
    done = run("rename", "help/ask.md", "ask.md", *AS_OF)
    assert (done.code, done.out, done.err) == (0, tried.out, "8 files changed.\n")
    assert (tiny / "docs/cy/ask.md").is_file()
    assert not (tiny / "docs/cy/help/ask.md").exists()


def test_rename_that_would_break(run: Run, tiny: Path) -> None:
    """What a renaming would break is shown, and nothing is written."""
    before = (tiny / "content/facts.yml").read_bytes()
    done = run("rename", "deadline.school", "deadline.School", *AS_OF)
    assert done.code == 1
    assert "Nothing was changed" in done.err
    assert (tiny / "content/facts.yml").read_bytes() == before


@pytest.mark.parametrize("damaged", ["en/help/ask#how-long", "# en/help/ask/", "en/help /ask/"])
def test_addresses_lose_no_line(run: Run, tiny: Path, damaged: str) -> None:
    """A line of the list that cannot be read is told of, and not thrown away."""
    lock = tiny / "content/addresses.lock"
    run("addresses", "--write")
    lock.write_text(f"{lock.read_text(encoding='utf-8')}{damaged}\n", encoding="utf-8")
    before = lock.read_bytes()
    done = run("addresses", "--write")
    assert done.code == 2
    assert "C638" in done.err
    assert lock.read_bytes() == before


def test_addresses_with_mistakes_are_not_written_down(run: Run, edit: Edit, tiny: Path) -> None:
    """While something is wrong nothing is added to a list that nothing may leave."""
    run("addresses", "--write")
    edit("docs/en/help/ask.md", "{#how-long}", "{#how}")
    before = (tiny / "content/addresses.lock").read_bytes()
    done = run("addresses", "--write")
    assert (done.code, "canllaw check" in done.err) == (2, True)
    assert (tiny / "content/addresses.lock").read_bytes() == before


def test_empty_list_of_addresses(run: Run, tiny: Path) -> None:
    """A list with nothing in it guards nothing, and that is said."""
    (tiny / "content/addresses.lock").write_text("# nothing\n", encoding="utf-8")
    done = run("check")
    assert (done.code, "C638" in done.out) == (1, True)


def test_addresses_pin(run: Run, tiny: Path) -> None:
    """Headings without an id get one on both sides, and the files that changed are named."""
    for side in ("cy", "en"):
        file = tiny / f"docs/{side}/help/ask.md"
        file.write_text(file.read_text(encoding="utf-8").replace(" {#how-long}", ""), "utf-8")
    done = run("addresses", "--pin")
    assert done == Ran(0, "+ docs/cy/help/ask.md\n+ docs/en/help/ask.md\n", "2 files changed.\n")
    assert "## Faint o amser {#how-long}\n" in (tiny / "docs/cy/help/ask.md").read_text("utf-8")
    assert run("addresses", "--pin") == Ran(0, "", "0 files changed.\n")
