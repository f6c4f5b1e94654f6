import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate as validate_openapi

from canllaw.build import Guide, prepare
from canllaw.model import KINDS, is_publishable
from canllaw.outputs.api import api_files
from canllaw.outputs.api.documents import VERSION
from canllaw.outputs.api.published import PRIVATE_FIELDS, PRIVATE_KINDS, PUBLISHED
from canllaw.outputs.api.shape import shape
from canllaw.outputs.finished import FinishedSite
from conftest import DAY, Edit, finished_site

# What v1 has promised: lines are added, never changed and never taken away.
PROMISED = Path(__file__).parent / "api-v1.shape"
BASE = "api/v1/"


@pytest.fixture
def files(finished: FinishedSite) -> dict[str, str]:
    """Every file of the API of the tiny site, by its path below `/api/v1/`."""
    return {path.removeprefix(BASE): text for path, text in api_files(finished).items()}


def _json(files: dict[str, str], path: str) -> Any:
    return json.loads(files[path])


def _facts(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.startswith("facts/")}


def test_v1_only_grows() -> None:
    """Nothing that v1 promised is gone, and what is new is written down before it goes out."""
    promised = PROMISED.read_text(encoding="utf-8").splitlines()
    gone = sorted(set(promised) - set(shape()))
    new = sorted(set(shape()) - set(promised))
    assert gone == [], "v1 promised these. Bring them back, or make an api/v2 beside it."
    added = "\n".join(new)
    assert new == [], (
        f"v1 has grown. Say so in docs/*/about/data.md, add one to the second number of VERSION "
        f"in src/canllaw/outputs/api/documents.py, and type:\n"
        f"cat >> tests/outputs/api/api-v1.shape <<'END'\n{added}\nEND"
    )


def test_every_kind_is_published_or_private() -> None:
    """Somebody decided about each kind of fact, and about each field that is for editors."""
    assert PUBLISHED.keys() | PRIVATE_KINDS == KINDS.keys()
    assert PUBLISHED.keys() & PRIVATE_KINDS == set()
    for kind, model in PUBLISHED.items():
        for name, info in KINDS[kind].model_fields.items():
            if "or editors" in (info.description or ""):
                assert name in PRIVATE_FIELDS, f"{kind}.{name}"
        assert PRIVATE_FIELDS.isdisjoint(model.model_fields)


def test_documents_fit_their_schemas(files: dict[str, str]) -> None:
    """An independent validator finds every fact, the index and the pages as their schemas say."""
    documents = {name: _json(files, f"{name}.json") for name in ("index", "pages")}
    documents |= {
        path: json.loads(text)["fact"]
        for path, text in _facts(files).items()
        if path.count("/") == 2
    }
    names = set()
    for path, document in documents.items():
        name = path.split("/")[1] if "/" in path else path
        schema = _json(files, f"schema/{name}.json")
        Draft202012Validator.check_schema(schema)
        found = Draft202012Validator(schema, format_checker=FormatChecker())
        assert [error.message for error in found.iter_errors(document)] == [], path
        names.add(name)
    assert names == {*PUBLISHED, "index", "pages"}


def test_schema_refuses_what_is_never_published(files: dict[str, str]) -> None:
    """A note for editors, or an unconfirmed fact, does not fit the schema."""
    schema = Draft202012Validator(_json(files, "schema/deadline.json"))
    fact = _json(files, "facts/deadline/appeal.json")["fact"]
    assert schema.is_valid(fact)
    assert not schema.is_valid({**fact, "editor_note": "Ask again."})
    assert not schema.is_valid({**fact, "evidence": "unconfirmed"})
    assert not schema.is_valid({key: fact[key] for key in fact if key != "source"})


def test_openapi_describes_every_file(files: dict[str, str]) -> None:
    """The OpenAPI document is valid, and each file of the API is one of its paths."""
    document = _json(files, "openapi.json")
    validate_openapi(document)
    described = set(document["paths"])
    for path in files.keys() - {"openapi.json"}:
        kind = path.split("/")[1] if path.startswith("facts/") else ""
        one = f"/facts/{kind}/{{name}}.json"
        assert (one if path.count("/") == 2 else f"/{path}") in described, path
    fixed = {path.removeprefix("/") for path in described if "{" not in path}
    assert fixed <= files.keys()


def test_answers_fit_openapi(files: dict[str, str]) -> None:
    """Every JSON answer is what the OpenAPI document says of its path."""
    document = _json(files, "openapi.json")
    looked_at = set()
    for path, text in files.items():
        one = f"/facts/{path.split('/')[1]}/{{name}}.json" if path.startswith("facts/") else ""
        described = document["paths"].get(one if path.count("/") == 2 else f"/{path}")
        content = described["get"]["responses"]["200"]["content"] if described else {}
        if "application/json" in content:
            looked_at.add(path)
            schema = {**content["application/json"]["schema"], "components": document["components"]}
            errors = Draft202012Validator(schema).iter_errors(json.loads(text))
            assert [error.message for error in errors] == [], path
    assert looked_at == {path for path in files if path.endswith(".json")} - {"openapi.json"}


def test_openapi_speaks_both_languages(files: dict[str, str]) -> None:
    """What OpenAPI says of the whole, of paths and of answers is in Welsh and in English."""
    document = _json(files, "openapi.json")
    said = [document["info"]["description"]]
    for described in document["paths"].values():
        said += [answer["description"] for answer in described["get"]["responses"].values()]
        said += [parameter["description"] for parameter in described.get("parameters", ())]
        said.append(described["get"]["summary"])
    assert [text for text in said if " / " not in text and "JSON Schema" not in text] == []


def test_unconfirmed_facts_never(files: dict[str, str]) -> None:
    """An unconfirmed fact is in no file; a page that shows one is no page yet (C405)."""
    assert [path for path, text in files.items() if "deadline.unknown" in text] == []
    assert "facts/deadline/unknown.json" not in files


def test_notes_for_editors_never(tiny: Path, edit: Edit) -> None:
    """What is written for editors is in no file."""
    edit(
        "content/facts.yml",
        '  phone: "0300 222 5711"\n',
        '  phone: "0300 222 5711"\n  no_contact: "Not-for-readers."\n'
        '  editor_note: "Not-for-readers."\n',
    )
    made = api_files(finished_site(prepare(tiny, DAY)))
    assert "api/v1/facts/organisation/helpers.json" in made
    assert [path for path, text in made.items() if "Not-for-readers" in text] == []
    assert [path for path, text in made.items() if "seed-000" in text] == []


def test_deadline_in_force_and_later(files: dict[str, str]) -> None:
    """A deadline says what counts on the day, in both languages, and what counts later."""
    found = _json(files, "facts/deadline/school.json")
    assert (found["schema_version"], found["as_of"]) == (VERSION, "2026-11-22")
    fact = found["fact"]
    assert (fact["in_force"]["length"], fact["in_force"]["unit"]) == (35, "school-day")
    assert fact["in_force"]["in_words"] == {
        "cy": "35\N{NO-BREAK SPACE}diwrnod ysgol",
        "en": "35\N{NO-BREAK SPACE}school days",
    }
    assert [(value["from"], value["length"]) for value in fact["later"]] == [("2030-09-01", 12)]


def test_a_fact_says_who_says_so(files: dict[str, str]) -> None:
    """A fact of law carries its evidence, the day it was checked, and its law in words."""
    fact = _json(files, "facts/deadline/school.json")["fact"]
    assert (fact["evidence"], fact["checked"], fact["read_in"]) == (
        "secondary",
        "2026-01-10",
        ["source.page"],
    )
    assert fact["cited"] == [
        {
            "instrument": "source.act",
            "short": {"cy": "Deddf 2018", "en": "Act 2018"},
            "place": {
                "cy": "adran\N{NO-BREAK SPACE}11(1)(ch)",
                "en": "section\N{NO-BREAK SPACE}11(1)(ch)",
            },
            "address": {"cy": "https://law.example/11/welsh", "en": "https://law.example/11"},
        }
    ]


def test_pages_in_both_languages(files: dict[str, str]) -> None:
    """A page gives its address, title and sections in both languages."""
    pages = {page["path"]: page for page in _json(files, "pages.json")["pages"]}
    ask = pages["help/ask.md"]
    assert ask["address"] == {
        "cy": "https://tiny.example/below/cy/help/gofyn/",
        "en": "https://tiny.example/below/en/help/ask/",
    }
    section = next(found for found in ask["sections"] if found["id"] == "how-long")
    assert section["address"]["cy"].endswith("/cy/help/gofyn/#how-long")
    assert "deadline.school" in ask["facts"]
    assert ask["checked"] == "2026-01-10"


def test_card_of_a_fact_has_an_address(files: dict[str, str]) -> None:
    """A fact names the pages that show it, down to its card where it has one."""
    shown = _json(files, "facts/deadline/school.json")["fact"]["shown_on"]
    addresses = {place["page"]: place["address"]["en"] for place in shown}
    assert addresses["help/ask.md"].endswith("/en/help/ask/#deadline.school")


def test_every_fact_that_may_be_published(guide: Guide, files: dict[str, str]) -> None:
    """Each fact that may go out stands in the list of its kind, and alone as it stands there."""
    entries = guide.content.library.entries.values()
    wanted = {each.id for each in entries if is_publishable(each) and each.kind in PUBLISHED}
    listed = {kind: _json(files, f"facts/{kind}.json")["facts"] for kind in PUBLISHED}
    facts = [fact for of_kind in listed.values() for fact in of_kind]
    assert len(wanted) > len(PUBLISHED)
    assert sorted(fact["id"] for fact in facts) == sorted(wanted)
    for fact in facts:
        kind, _, name = fact["id"].partition(".")
        assert _json(files, f"facts/{kind}/{name}.json")["fact"] == fact


def test_index_leads_everywhere(files: dict[str, str]) -> None:
    """Every address in the index is a file of the API."""
    index = _json(files, "index.json")
    addresses = [index["pages"], index["openapi"]]
    for kind in index["kinds"]:
        addresses += [kind["facts"], kind["csv"], kind["json_schema"]]
        assert kind["count"] == len(_json(files, f"facts/{kind['kind']}.json")["facts"])
    below = f"https://tiny.example/below/{BASE}"
    assert [each for each in addresses if each.removeprefix(below) not in files] == []
