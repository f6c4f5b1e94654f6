"""The description of `/api/v1/` for programs: OpenAPI 3.1, with its words in both languages."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from canllaw.languages import Words
from canllaw.model import Record
from canllaw.outputs.api.documents import (
    BASE,
    FACT_DOCUMENTS,
    LIST_DOCUMENTS,
    VERSION,
    Index,
    PagesDocument,
    list_path,
    schema_path,
    sheet_path,
)
from canllaw.outputs.api.published import PUBLISHED
from canllaw.outputs.finished import FinishedSite

from canllaw.outputs.api.schemas import SCHEMAS, components  # isort: skip

_ABOUT: Final = Words(
    cy="Y ffeithiau ar y wefan hon fel data: ffeiliau statig, am ddim, heb allwedd. Mae pob "
    "ffaith yn dweud o ble y daw, pa mor sicr yw hynny, a phryd y cafodd ei gwirio. Nid yw "
    "ffaith heb ei chadarnhau byth yma. Tyfu’n unig y mae v1: nid oes dim byth yn cael ei dynnu "
    "ohoni.",
    en="The facts of this site as data: static files, free, without a key. Each fact says where it "
    "comes from, how certain that is, and when it was checked. An unconfirmed fact is never here. "
    "v1 only ever grows: nothing is taken away from it.",
)
_INDEX: Final = Words(cy="Ble i ddechrau", en="Where to start")
_PAGES: Final = Words(
    cy="Pob tudalen, gyda’i chyfeiriadau a’i hadrannau",
    en="Every page, with addresses and sections",
)
_ALL: Final = Words(cy="Pob ffaith o’r math", en="Every fact of the kind")
_ONE: Final = Words(cy="Un ffaith o’r math", en="One fact of the kind")
_SHEET: Final = Words(
    cy="Taenlen (CSV, UTF-8) o’r math", en="A spreadsheet (CSV, UTF-8) of the kind"
)
_SCHEMA: Final = Words(cy="JSON Schema", en="JSON Schema")
_NAME: Final = Words(
    cy="Yr id heb ei fath: appeal am deadline.appeal",
    en="The id less its kind: deadline.appeal is appeal",
)
_FOUND: Final = Words(cy="Y ddogfen", en="The document")
_NOT_FOUND: Final = Words(
    cy="Nid oes ffaith o’r enw hwn, neu nid yw wedi’i chadarnhau",
    en="There is no such fact, or it is unconfirmed",
)
_ANY: Final = {"type": "object"}


def openapi(site: FinishedSite) -> dict[str, Any]:
    """Return the OpenAPI document of a finished site."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _both(Words(**site.wording["site.name"].model_dump())),
            "version": VERSION,
            "description": _both(_ABOUT),
        },
        "servers": [{"url": f"{site.address}{BASE.rstrip('/')}"}],
        "paths": dict(_paths(site)),
        "components": {
            "schemas": components(
                (Index, PagesDocument, *LIST_DOCUMENTS.values(), *FACT_DOCUMENTS.values())
            )
        },
    }


def _both(words: Words) -> str:
    return words.en if words.cy == words.en else f"{words.cy} / {words.en}"


def _of(words: Words, kind: str) -> Words:
    return Words(cy=f"{words.cy} {kind}", en=f"{words.en} {kind}")


def _paths(site: FinishedSite) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "/index.json", _get("index", _INDEX, _json(Index))
    yield "/pages.json", _get("pages", _PAGES, _json(PagesDocument))
    for kind in PUBLISHED:
        facts = _json(LIST_DOCUMENTS[kind])
        yield f"/{list_path(kind)}", _get(f"{kind}_list", _of(_ALL, kind), facts)
        names = [entry.id.partition(".")[2] for entry in site.library.of_kind(kind)]
        yield f"/facts/{kind}/{{name}}.json", _one(kind, names)
        text = {"text/csv": {"schema": {"type": "string"}}}
        yield f"/{sheet_path(kind)}", _get(f"{kind}_sheet", _of(_SHEET, kind), text)
    for name in SCHEMAS:
        content = {"application/json": {"schema": _ANY}}
        yield f"/{schema_path(name)}", _get(f"{name}_schema", _of(_SCHEMA, name), content)


def _one(kind: str, names: list[str]) -> dict[str, Any]:
    made = _get(f"{kind}_fact", _of(_ONE, kind), _json(FACT_DOCUMENTS[kind]))
    made["get"]["responses"]["404"] = {"description": _both(_NOT_FOUND)}
    parameter: dict[str, Any] = {
        "name": "name",
        "in": "path",
        "required": True,
        "description": _both(_NAME),
        "schema": {"type": "string"},
    }
    if names:
        parameter["example"] = names[0]
    return {**made, "parameters": [parameter]}


def _json(model: type[Record]) -> dict[str, Any]:
    return {
        "application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}},
    }


def _get(name: str, words: Words, content: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "get": {
            "operationId": name,
            "summary": _both(words),
            "responses": {"200": {"description": _both(_FOUND), "content": dict(content)}},
        }
    }
