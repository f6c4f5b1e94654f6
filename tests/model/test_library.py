import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml

from canllaw.load.content import load_content
from canllaw.model import KINDS, Library, is_publishable, references, schemas, texts
from canllaw.problems import Place
from conftest import TINY

FACTS = (TINY / "content" / "facts.yml").read_text(encoding="utf-8")
LIBRARY = load_content(TINY)[0].library
Entries = list[dict[str, Any]]


def _at(place: Place) -> str:
    assert place.path == "content/facts.yml"
    return FACTS.split("\n")[place.line - 1][place.column - 1 :].lstrip("\"'")


def test_every_reference_is_found() -> None:
    """Every id that stands in a field of the tiny facts is found, and nothing else."""
    # A change may name a fact of any kind, also one that was renamed since: C721 looks at those.
    others = ("  id: ", "  facts: ")
    fields = "\n".join(line for line in FACTS.split("\n") if not line.startswith(others))
    named = re.findall(rf"\b(?:{'|'.join(KINDS)})\.[a-z0-9-]+\b", fields)
    found = [one for entry in LIBRARY.entries.values() for one in references(entry)]
    assert Counter(one.id for one in found) == Counter(named)
    assert all(one.id.startswith(f"{one.kind}.") for one in found)


def test_every_reference_has_its_place() -> None:
    """The path of a reference leads to the line and column where it is written."""
    for entry in LIBRARY.entries.values():
        for found in references(entry):
            assert _at(LIBRARY.place(entry.id, *found.path)).startswith(found.id)


def test_every_text_is_found() -> None:
    """Every paired text of the tiny facts is found, names included, and nothing else."""
    written = re.findall(r'cy: "((?!https://)[^"]+)", en: "', FACTS)
    found = [text.cy for entry in LIBRARY.entries.values() for _, text in texts(entry)]
    assert Counter(found) == Counter(written)


def test_every_text_has_its_place() -> None:
    """The path of a text leads to the line and column where it is written."""
    for entry in LIBRARY.entries.values():
        for path, text in texts(entry):
            assert _at(LIBRARY.place(entry.id, *path, "cy")).startswith(text.cy)


def test_place_of_an_entry() -> None:
    """Without a path, an entry stands where its id does."""
    assert all(_at(LIBRARY.place(entry_id)).startswith(entry_id) for entry_id in LIBRARY.entries)


def test_unconfirmed_facts_are_not_of_a_kind() -> None:
    """What the site lists of a kind leaves out what nobody could confirm."""
    assert not is_publishable(LIBRARY.entries["deadline.unknown"])
    assert [entry.id for entry in LIBRARY.of_kind("deadline")] == [
        "deadline.school",
        "deadline.appeal",
    ]
    assert [entry.id for entry in LIBRARY.of_kind("example")] == ["example.timetable"]
    assert Library().of_kind("deadline") == ()


def _entries() -> Entries:
    """Return the tiny facts as a program other than canllaw reads them, days as text."""
    entries: Entries = json.loads(json.dumps(yaml.safe_load(FACTS), default=str))
    return entries


VALIDATOR = jsonschema.Draft202012Validator(schemas()["facts"])


def test_schema_takes_what_canllaw_takes() -> None:
    """The tiny facts, with an entry of every kind, fit the schema."""
    assert [error.message for error in VALIDATOR.iter_errors(_entries())] == []


def _of(entries: Entries, entry_id: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["id"] == entry_id)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entries: _of(entries, "deadline.appeal").update(kind="deadlin"),
        lambda entries: _of(entries, "deadline.appeal").pop("kind"),
        lambda entries: _of(entries, "deadline.appeal").pop("who"),
        lambda entries: _of(entries, "deadline.appeal").update(extra="x"),
        lambda entries: _of(entries, "deadline.appeal").update(topic="decidng"),
        lambda entries: _of(entries, "deadline.appeal").update(who=[]),
        lambda entries: _of(entries, "deadline.appeal").update(who=["council"]),
        lambda entries: _of(entries, "deadline.appeal").update(who=["source.act"]),
        lambda entries: _of(entries, "deadline.appeal")["must"].pop("cy"),
        lambda entries: _of(entries, "deadline.appeal")["must"].update(en=""),
        lambda entries: _of(entries, "deadline.appeal")["values"][0].pop("unit"),
        lambda entries: _of(entries, "deadline.appeal")["values"][0].update(length=0),
        lambda entries: _of(entries, "deadline.appeal").update(id="deadline.Appeal"),
        lambda entries: _of(entries, "plan_section.2b").update(number="Section 2B"),
        lambda entries: entries.append("text"),
    ],
    ids=["kind", "no-kind", "missing", "extra", "choice", "empty", "no-id", "kind-of-id", "half",
         "blank", "unit", "zero", "capitals", "number", "no-entry"],
)  # fmt: skip
def test_schema_refuses_what_canllaw_refuses(spoil: Callable[[Entries], object]) -> None:
    """An editor program that knows the schema marks the mistake while it is typed."""
    entries = _entries()
    spoil(entries)
    assert not VALIDATOR.is_valid(entries)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_schema_explains_every_field(kind: str) -> None:
    """Every field of every kind says what it is for: editor programs show it."""
    fields = KINDS[kind].model_fields
    assert [name for name, info in fields.items() if name != "kind" and not info.description] == []
