"""What an editor with the YAML language server shows: held to the content by a validator that is
not ours, reading YAML as editors do.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from canllaw.checks.language import foreign_runs
from canllaw.languages import LANGUAGES
from canllaw.model import KINDS, schemas
from canllaw.model.base import Entry
from canllaw.strict_yaml import split_front_matter
from conftest import REPOSITORY, TINY, Run

SCHEMAS = schemas()
VALIDATORS = {name: jsonschema.Draft202012Validator(each) for name, each in SCHEMAS.items()}
CONTENT = sorted((REPOSITORY / "content").rglob("*.yml"))
BAD = REPOSITORY / "tests" / "load" / "bad"
NAMED = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
# What is said of a file when its shape, a field or a value is wrong. The rest, such as an id that
# does not exist or a file that is no YAML, is not for a schema.
ABOUT_SHAPE = re.compile(r"\S+ (C106|C20[1-4]|C301) ")
# Slips of those kinds that no schema can see, since an editor reads the file otherwise or since
# one field would have to know of another.
UNSEEN = {
    "address_in_no_language": "one side at least must be there",
    "date_29_february": "a calendar",
    "date_not_in_the_calendar": "a calendar",
    "right_with_two_times": "one field instead of the other",
    "right_without_time": "one field instead of the other",
}


class _Core(yaml.SafeLoader):
    """YAML 1.2 as language servers read it: a day and `no` are text, 11 is a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|Null|NULL|)$"), None)
_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?i:true|false)$"), None)
_Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), None)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")
_Core.add_implicit_resolver("tag:yaml.org,2002:float", _FLOAT, None)
_Core.add_constructor("tag:yaml.org,2002:int", lambda _loader, node: int(node.value))


def _read(text: str) -> Any:
    return yaml.load(text, _Core)  # noqa: S506 - a SafeLoader


def _errors(name: str, written: str) -> list[str]:
    return [error.message for error in VALIDATORS[name].iter_errors(_read(written))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one(name: str) -> None:
    """Each schema is a correct one."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_written_schema_is_up_to_date(name: str) -> None:
    """What stands in schema/ is what the model says; renew it with: canllaw schema --write."""
    written = json.loads((REPOSITORY / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert written == SCHEMAS[name], "type: canllaw schema --write"


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_content_names_its_schema_and_fits(file: Path) -> None:
    """Every file of the content starts with the address of its schema, and fits it."""
    text = file.read_text(encoding="utf-8")
    named = NAMED.match(text)
    assert named, f"start {file.name} with # yaml-language-server: $schema=…"
    schema = (file.parent / named[1]).resolve()
    assert schema.parent == REPOSITORY / "schema"
    assert schema.is_file()
    assert _errors(schema.stem, text) == []


def test_editors_find_the_same_schemas() -> None:
    """The settings of the workspace name the schema that the first line of each file names."""
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    found: dict[Path, str] = {}
    for schema, globs in settings["yaml.schemas"].items():
        for glob in [globs] if isinstance(globs, str) else globs:
            found.update(dict.fromkeys(REPOSITORY.glob(glob), Path(schema).name))
    named = {file: NAMED.match(file.read_text(encoding="utf-8")) for file in CONTENT}
    assert found == {file: Path(each[1]).name for file, each in named.items() if each}


@pytest.mark.parametrize("language", LANGUAGES)
def test_front_matter_fits(language: str) -> None:
    """The fields at the top of every page fit their schema."""
    for file in (REPOSITORY / "docs" / language).rglob("*.md"):
        front, _body, _line = split_front_matter(file.read_text(encoding="utf-8"))
        assert _errors("page", front) == [], file.name


def test_tiny_facts_fit() -> None:
    """An entry of every kind fits, also as another program reads it, and every kind is known."""
    text = (TINY / "content/facts.yml").read_text(encoding="utf-8")
    assert _errors("facts", text) == []
    assert {entry["kind"] for entry in _read(text)} == set(KINDS)


SLIPS = sorted(
    file
    for file in BAD.glob("*.yml")
    if any(map(ABOUT_SHAPE.match, file.with_suffix(".expected").read_text("utf-8").splitlines()))
)


def _parsed(file: Path) -> bool:
    try:
        _read(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError):
        return False
    return True


@pytest.mark.parametrize("file", [file for file in SLIPS if _parsed(file)], ids=lambda f: f.stem)
def test_slip_gets_a_red_line(file: Path) -> None:
    """A wrong shape, a missing or unknown field or a wrong value is refused while typing."""
    found = _errors("facts", file.read_text(encoding="utf-8"))
    assert bool(found) != (file.stem in UNSEEN), found


@pytest.mark.parametrize(
    "typed",
    ["section: 11", 'section: "11"', "section: 70(2)(d)", "paragraph: 23.37", "chapter: 25"],
)
def test_what_people_rightly_type(typed: str) -> None:
    """A number of the law may stand without quotation marks, as canllaw takes it."""
    text = (TINY / "content/facts.yml").read_text(encoding="utf-8")
    changed = text.replace('section: "70(2)(d)"', typed)
    assert changed != text
    assert _errors("facts", changed) == []


def _described(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for name, field in schema.get("properties", {}).items():
        yield f"{path}.{name}", field
    for name, inner in schema.get("$defs", {}).items():
        yield from _described(inner, name)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    """Every field says what it is in Welsh and in English; every kind has a title in both."""
    for path, field in _described(SCHEMAS[name]):
        sides = field.get("description", "").split("\n")
        assert len(sides) == 2, path
        assert all(sides), path
        for language, side in zip(LANGUAGES, sides, strict=True):
            assert list(foreign_runs(re.sub(r"\S*[:.]\S+", "", side), language)) == [], path
    assert SCHEMAS[name]["title"].count(" / ") == 1
    assert SCHEMAS[name]["description"].count("\n") == 1


def test_every_kind_has_a_title() -> None:
    """Every kind of fact has a title and a description in both languages."""
    for model in KINDS.values():
        assert issubclass(model, Entry)
        schema = SCHEMAS["facts"]["$defs"][model.__name__]
        assert " / " in schema["title"]
        assert schema["description"].count("\n") == 1


def test_schema_command(run: Run, tiny: Path) -> None:
    """`canllaw schema` prints one schema; with --write it writes each to its file."""
    assert json.loads(run("schema", "page").out) == SCHEMAS["page"]
    assert run("schema", "--write").err == f"{len(SCHEMAS)} files written to schema/.\n"
    assert {file.stem for file in (tiny / "schema").iterdir()} == set(SCHEMAS)
