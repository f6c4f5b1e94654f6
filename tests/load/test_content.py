"""Mistakes are files: `bad/*.yml` for facts, `bad/interface/*.yml` for labels.

Beside each stands `<name>.expected`: what `canllaw check` prints for it. A new case needs no code.
"""

from pathlib import Path

import pytest
from pydantic import BaseModel, Field, ValidationError

from canllaw.load.content import Content, load_content
from canllaw.load.refusals import model_problems
from canllaw.model import KINDS, Term
from canllaw.problems import CanllawError, Place, Problem
from canllaw.reports import as_text
from canllaw.strict_yaml import MAX_BYTES, parse
from conftest import TINY, English, in_english

BAD = Path(__file__).parent / "bad"
INTERFACE = BAD / "interface"
GOOD = (TINY / "content" / "facts.yml").read_bytes()
TERM = """\
- kind: term
  id: term.{word}
  name: {{cy: "tŷ", en: "house"}}
  gender: masculine
  definition: {{cy: "Lle i fyw.", en: "A place to live."}}
  evidence: unconfirmed
  checked: 2026-01-15
"""


def _read(root: Path, **files: bytes | str) -> tuple[Content, list[Problem]]:
    """Read a project with these files in content/; `__` in a name stands for a folder."""
    for name, text in {"facts": b"", **files}.items():
        file = root / "content" / f"{name.replace('__', '/')}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_content(root)


def _printed(problems: list[Problem]) -> str:
    return as_text(sorted(problems, key=Problem.sort_key), "en") + "\n"


@pytest.mark.parametrize("name", sorted(file.stem for file in BAD.glob("*.yml")))
def test_mistake_in_a_fact(name: str, tmp_path: Path) -> None:
    """A mistake in a file of facts gives exactly the problems beside it."""
    _, problems = _read(tmp_path, **{name: (BAD / f"{name}.yml").read_bytes()})
    assert _printed(problems) == (BAD / f"{name}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(file.stem for file in INTERFACE.glob("*.yml")))
def test_mistake_in_a_label(name: str, tmp_path: Path) -> None:
    """A mistake in the labels gives exactly the problems beside it."""
    _, problems = _read(tmp_path, interface=(INTERFACE / f"{name}.yml").read_bytes())
    assert _printed(problems) == (INTERFACE / f"{name}.expected").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [BAD, INTERFACE], ids=["facts", "labels"])
def test_every_mistake_has_its_problems_beside_it(folder: Path) -> None:
    """No mistake lacks its problems, and no problems lack their mistake."""
    mistakes = {file.stem for file in folder.glob("*.yml")}
    assert mistakes == {file.stem for file in folder.glob("*.expected")}
    assert all(file.read_text(encoding="utf-8").strip() for file in folder.glob("*.expected"))


@pytest.mark.parametrize("file", sorted(BAD.rglob("*.expected")), ids=lambda file: file.stem)
def test_messages_hold_no_words_of_programmers(file: Path) -> None:
    """What an editor reads names no type of Python and no error of the model."""
    words = (
        "NoneType",
        "None",
        "tuple",
        "str ",
        "dict",
        "int ",
        "Error",
        "pydantic",
        "Input",
        "[]",
    )
    assert [word for word in words if word in file.read_text(encoding="utf-8")] == []


def test_good_file(tmp_path: Path) -> None:
    """A file with one entry of every kind is read whole, with nothing to mend."""
    content, problems = _read(tmp_path, facts=GOOD)
    assert problems == []
    assert {entry.kind for entry in content.library.entries.values()} == set(KINDS)


def test_places_of_a_good_file(tmp_path: Path) -> None:
    """The library knows the file, line and column of every entry and of what is in it."""
    content, _ = _read(tmp_path, terms__words=TERM.format(word="house"))
    library = content.library
    assert library.place("term.house") == Place("content/terms/words.yml", 2, 7)
    assert library.place("term.house", "name", "en") == Place("content/terms/words.yml", 3, 24)


@pytest.mark.parametrize(
    "saved",
    [GOOD.replace(b"\n", b"\r\n"), GOOD.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + GOOD],
    ids=["windows", "old-mac", "byte-order-mark"],
)
def test_files_saved_by_other_programs(saved: bytes, tmp_path: Path) -> None:
    """Line ends and a byte order mark of other programs change nothing."""
    content, problems = _read(tmp_path / "saved", facts=saved)
    usual, _ = _read(tmp_path / "usual", facts=GOOD)
    assert problems == []
    assert content.library.entries == usual.library.entries


def test_one_spelling_of_every_letter(tmp_path: Path) -> None:
    """A letter and a separate circumflex are read as the one letter they look like."""
    content, _ = _read(tmp_path, facts=TERM.format(word="house").replace("ŷ", "y\u0302"))
    entry = content.library.entries["term.house"]
    assert isinstance(entry, Term)
    assert entry.name.cy == "tŷ"


def test_all_problems_in_one_run(tmp_path: Path) -> None:
    """Every mistake of every file is found at once, and what is right is read all the same."""
    content, problems = _read(
        tmp_path,
        a=TERM.format(word="a").replace("masculine", "man") + TERM.format(word="good"),
        b="- kind: term\n\tid: term.b\n",
        c=TERM.format(word="c").replace("  gender: masculine\n", "") + "- kind: trem\n",
        interface='site.menu: {cy: "Dewislen"}\nsite.name: {cy: "Enw", en: "Name"}\n',
    )
    assert [(problem.place.path, problem.place.line, problem.id) for problem in problems] == [
        ("content/a.yml", 4, "C204"),
        ("content/b.yml", 2, "C102"),
        ("content/c.yml", 1, "C202"),
        ("content/c.yml", 7, "C201"),
        ("content/interface.yml", 1, "C301"),
    ]
    assert list(content.library.entries) == ["term.good"]
    assert list(content.wording) == ["site.name"]


def test_several_files_make_one_library(tmp_path: Path) -> None:
    """Files in folders below content/ are read in the order of their names."""
    content, problems = _read(
        tmp_path,
        terms__b=TERM.format(word="second"),
        terms__a=TERM.format(word="first"),
        zzz=TERM.format(word="third"),
    )
    assert problems == []
    assert list(content.library.entries) == ["term.first", "term.second", "term.third"]
    assert content.library.files["term.first"] == "content/terms/a.yml"


def test_C401_same_id_in_another_file(tmp_path: Path) -> None:
    """An id that another file already has is named with that file and its line."""
    content, problems = _read(tmp_path, a=TERM.format(word="x"), b=TERM.format(word="x"))
    assert in_english(problems) == (
        English(
            "C401",
            Place("content/b.yml", 2, 7),
            "'term.x' is already the id of another fact.",
            "Choose another id; the first one is in content/a.yml, line 2.",
        ),
    )
    assert content.library.files["term.x"] == "content/a.yml"


@pytest.mark.parametrize("ending", [".yaml", ".YML", ".Yaml"])
def test_C106_name_that_would_not_be_read(ending: str, tmp_path: Path) -> None:
    """A file with another ending is not passed over in silence."""
    _read(tmp_path)
    (tmp_path / "content" / f"terms{ending}").write_text(TERM.format(word="x"), encoding="utf-8")
    assert in_english(load_content(tmp_path)[1]) == (
        English(
            "C106",
            Place(f"content/terms{ending}"),
            f"The name of this file ends in {ending}, so its facts would be left out.",
            "Give it a name that ends in .yml.",
        ),
    )


def test_C105_file_too_large(tmp_path: Path) -> None:
    """A file that no editor could keep in view is refused before it is read."""
    content, problems = _read(tmp_path, large=b"#" * (MAX_BYTES + 1))
    assert in_english(problems) == (
        English(
            "C105",
            Place("content/large.yml"),
            "This file is larger than 1 MB.",
            "Split it into several files in the same folder.",
        ),
    )
    assert content.library.entries == {}


@pytest.mark.parametrize("text", ["", "\n", "# A note, and nothing else.\n"])
def test_file_with_nothing_in_it(text: str, tmp_path: Path) -> None:
    """An empty file is no mistake."""
    content, problems = _read(tmp_path, facts=text)
    assert (content.library.entries, problems) == ({}, [])


def test_folder_named_like_a_file(tmp_path: Path) -> None:
    """A folder whose name ends in .yml is read as a folder."""
    content, problems = _read(tmp_path, **{"old.yml__terms": TERM.format(word="x")})
    assert problems == []
    assert list(content.library.entries) == ["term.x"]


def test_no_content_folder(tmp_path: Path) -> None:
    """A folder without content/ is not a project, and the error says which folder it was."""
    with pytest.raises(CanllawError, match=f"no folder 'content' in {tmp_path}"):
        load_content(tmp_path)


def test_wording(tmp_path: Path) -> None:
    """The labels are read in both languages, with the place of each name."""
    content, problems = _read(
        tmp_path, interface='# Labels.\nsite.menu: {cy: "Dewislen", en: "Menu"}\n'
    )
    assert problems == []
    assert content.wording["site.menu"].in_("cy") == "Dewislen"
    assert content.wording["site.menu"].in_("en") == "Menu"
    assert content.wording_places == {"site.menu": Place("content/interface.yml", 2, 1)}


@pytest.mark.parametrize("kind", ["[term]", "{term: x}", "", "null", '""'])
def test_C201_kind_that_is_no_text(kind: str, tmp_path: Path) -> None:
    """A kind that is blank, a list or a group of fields is no kind."""
    _, problems = _read(
        tmp_path, facts=TERM.format(word="x").replace("kind: term", f"kind: {kind}")
    )
    assert [
        (problem.id, problem.place.line, problem.message) for problem in in_english(problems)
    ] == [("C201", 1, "This entry does not say its kind.")]


class _Pair(BaseModel):
    sides: tuple[str, ...] = Field(min_length=2)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (b"sides: [a]", ["'sides' needs 2 items at least."]),
        (b"sides: [a, [b]]", ["An item of 'sides' takes one text, but a list stands here."]),
    ],
)
def test_list_that_is_too_short(text: bytes, messages: list[str]) -> None:
    """A list is called too short only where none of its items has a mistake of its own."""
    node, _ = parse("a.yml", text)
    assert node
    with pytest.raises(ValidationError) as refused:
        _Pair.model_validate(node.plain())
    found = model_problems("a.yml", node, _Pair, refused.value)
    assert [problem.message for problem in in_english(found)] == messages


def test_long_value_is_shortened(tmp_path: Path) -> None:
    """A long value is shown on one line, as far as it is needed to know it again."""
    long = "|\n    a very long gender that\n    runs over several lines\n    of the file"
    _, problems = _read(tmp_path, facts=TERM.format(word="x").replace("masculine", long))
    assert [problem.message for problem in in_english(problems)] == [
        "'a very long gender that runs over several lines of…' is not a value of 'gender'."
    ]
