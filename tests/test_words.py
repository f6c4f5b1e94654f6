"""Everything the tool says is in both languages: its own words, and those of click."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from canllaw.checks.language import foreign_runs
from canllaw.cli.click_words import WELSH, WELSH_COUNTS
from canllaw.languages import LANGUAGES, Language, Words, joined, language_of_computer, same
from conftest import REPOSITORY, Edit, Run

SOURCE = REPOSITORY / "src" / "canllaw"
# What a message quotes, or gives as an example, is in whatever language it is in.
QUOTED = re.compile(
    r"“[^”]*”|'[^'\n]*'|`[^`]*`|\"[^\"\n]*\"|\{\{.*?\}\}|<[^>]*>|canllaw [a-z]+|--[a-z-]+"
    r"|\S*[./_:]\S+",
    re.S,
)
# Click says these to a programmer, or on a computer that nobody here has.
NEVER_SHOWN = re.compile(
    r"decls?\b|\{decl|defined but a name|start character|DeprecationWarning|defined twice"
    r"|Windows error|Bash|colour|standard stream|Editing failed|^d$|Choice\(|%\(prog\)s"
)


def _constant(node: ast.expr) -> str:
    """Return a text as it stands in the source, with a mark where something is filled in."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "“x”" for part in parts)


def _said(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = (ast.Constant, ast.JoinedStr)
            pair = {each.arg: each.value for each in node.keywords if each.arg}
            if node.func.id == "Words" and all(isinstance(one, texts) for one in pair.values()):
                yield node.lineno, {side: _constant(text) for side, text in pair.items()}


SAID = [
    (f"{file.relative_to(SOURCE)}:{line}", pair)
    for file in sorted(SOURCE.rglob("*.py"))
    for line, pair in _said(file)
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_side_is_in_its_language(language: Language) -> None:
    """No pair in the source has words of the other language on a side."""
    assert len(SAID) > 200
    found = {
        place: runs
        for place, pair in SAID
        if language in pair
        and (
            runs := [words for _, words in foreign_runs(QUOTED.sub(" ", pair[language]), language)]
        )
    }
    assert found == {}


def test_both_sides_are_said() -> None:
    """Where one side says something so does the other, and no sentence is the same on both."""
    for place, pair in SAID:
        welsh, english = pair.get("cy", ""), pair.get("en", "")
        assert bool(welsh) is bool(english), place
        # A name, such as JSON Schema, may be the same.
        assert welsh != english or len(QUOTED.sub("", english).split()) < 3, place


def test_welsh_has_the_marks_of_print() -> None:
    """The apostrophes of Welsh are those of print, since a typewriter's mark quotes a name."""
    found = [place for place, pair in SAID if re.search(r"\w'\w", pair.get("cy", ""))]
    assert found == []


def test_words_that_say_nothing() -> None:
    """Words without text say nothing, and joining leaves them out."""
    assert not Words()
    assert joined(Words(), same("a"), Words(), Words(cy="b", en="c")) == Words(cy="a b", en="a c")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "cy_GB.UTF-8"}, "cy"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANGUAGE": "cy:en", "LANG": "en_GB.UTF-8"}, "cy"),
        ({"LC_ALL": "C", "LANG": "cy_GB"}, "en"),
        ({"CANLLAW_LANG": "cy", "LC_ALL": "en_GB"}, "cy"),
        ({"CANLLAW_LANG": "", "LANG": "cy"}, "cy"),
    ],
)
def test_language_of_a_computer(environment: dict[str, str], language: Language) -> None:
    """A Welsh computer is spoken to in Welsh, and a word for canllaw alone counts most."""
    assert language_of_computer(environment) == language


def _of_click() -> tuple[set[str], set[str]]:
    """Return every sentence that click hands to gettext: those of one form, and of two."""
    one: set[str] = set()
    two: set[str] = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
            if texts and node.func.id == "_":
                one.add(str(texts[0]))
            elif texts and node.func.id == "ngettext":
                two.add(str(texts[0]))
    return one, two


def test_every_sentence_of_click_is_in_welsh() -> None:
    """Whatever click may say to an editor is said in Welsh, after an update of click too."""
    one, two = _of_click()
    assert {text for text in one - set(WELSH) if not NEVER_SHOWN.search(text)} == set()
    assert {text for text in two - set(WELSH_COUNTS) if not NEVER_SHOWN.search(text)} == set()
    assert len(one & set(WELSH)) > 30


COMMANDS = re.compile(r"^  ([a-z]+)(?:  |$)", re.M)
SPEAKS = {"cy": ("Defnydd:", "Dewisiadau:"), "en": ("Usage:", "Options:")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_one_language(run: Run, language: Language) -> None:
    """The help of the tool, and of each command, is wholly in the language asked for."""
    whole = run("--lang", language, "--help")
    names = COMMANDS.findall(whole.out)
    assert {"check", "build", "facts"} <= set(names)
    for done in (whole, *(run(name, "--lang", language, "--help") for name in names)):
        assert (done.code, done.err) == (0, "")
        assert all(word in done.out for word in SPEAKS[language])
        prose = QUOTED.sub(" ", done.out)
        assert [words for _, words in foreign_runs(prose, language)] == []


@pytest.mark.parametrize(
    ("typed", "welsh"),
    [
        (("chekc",), "Gwall: Nid oes gorchymyn 'chekc'."),
        (("check", "--fromat", "json"), "Gwall: Nid oes dewis '--fromat'."),
        (("check", "extra"), "Gwall: Mae rhywbeth dros ben (extra)"),
        (("check", "--format", "x"), "Gwall: Gwerth anghywir i '--format': Nid yw 'x' yn un o"),
        (("check", "--format"), "Gwall: Mae angen gwerth ar y dewis '--format'."),
        (("check", "--as-of", "x"), "Gwall: Gwerth anghywir i '--as-of': nid yw 'x' yn ddiwrnod"),
        (("check", "--root", "mkdocs.yml"), "Ffeil yw 'mkdocs.yml', nid ffolder."),
        (("facts", "zzzz"), "canllaw: nid oes ffaith 'zzzz'. I’w rhestru i gyd: canllaw facts"),
    ],
)
def test_slips_are_told_in_welsh(
    run: Run, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], welsh: str
) -> None:
    """A slip in a command ends with 2, in the language of the computer."""
    monkeypatch.setenv("CANLLAW_LANG", "cy")
    done = run(*typed)
    assert (done.code, done.out) == (2, "")
    assert welsh in done.err
    assert [words for _, words in foreign_runs(QUOTED.sub(" ", done.err), "cy")] == []


def test_click_speaks_english_again(run: Run) -> None:
    """A Welsh run leaves nothing Welsh behind for the next one."""
    run("--lang", "cy", "check", "--help")
    assert "Show this message and exit." in run("check", "--help").out


def test_build_is_refused_in_welsh(run: Run, edit: Edit) -> None:
    """A build that cannot be published says so in Welsh, before MkDocs and after it."""
    for side in LANGUAGES:
        edit(f"docs/{side}/index.md", "ask.md#how-long", "ask.md#no-such-section")
    after = run("build", "--as-of", "2026-11-22", "--lang", "cy")
    assert after.code == 1
    assert "C707 Nid yw’r ddolen 'help/gofyn/#no-such-section' yn arwain i unman" in after.err
    assert "Nid yw’r wefan orffenedig fel y dylai fod" in after.err
    edit("content/facts.yml", 'en: "A formal answer."', 'en: "Ateb ffurfiol."')
    before = run("build", "--as-of", "2026-11-22", "--lang", "cy")
    assert before.code == 1
    assert "C302 Mae’r testun Cymraeg a’r testun Saesneg yr un fath." in before.out
    assert " Ni chafodd y wefan ei hadeiladu.\n" in before.err


def test_check_in_welsh(run: Run) -> None:
    """What is found is told in Welsh, wherever --lang stands, and nothing else changes."""
    english = run("check", "--as-of", "2026-11-22")
    welsh = run("check", "--as-of", "2026-11-22", "--lang", "cy")
    assert run("--lang", "cy", "check", "--as-of", "2026-11-22") == welsh
    assert welsh.code == english.code
    assert len(welsh.out.splitlines()) == len(english.out.splitlines()) > 0
    assert "Nid oes dim yn cyfeirio at 'term.decision'" in welsh.out
    assert "Darllenwyd " in welsh.err
