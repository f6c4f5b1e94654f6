"""JSON Schema of what `/api/v1/` gives, from the model."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from canllaw.model import Record
from canllaw.outputs.api.documents import BASE, Index, PagesDocument, schema_path
from canllaw.outputs.api.published import PUBLISHED

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Final[Mapping[str, type[Record]]] = {
    **PUBLISHED,
    "index": Index,
    "pages": PagesDocument,
}
"""What has a schema of its own, by the name of its file."""

Field = tuple[str, str, Mapping[str, Any]]
"""A field inside a record: its path, with `[]` for each list, its type, and its schema."""


def schema(name: str, address: str) -> dict[str, Any]:
    """Return the JSON Schema called `name` of a site published at `address`."""
    return {"$schema": DIALECT, "$id": f"{address}{BASE}{schema_path(name)}", **_described(name)}


# The models are what they are: to describe them takes a third of the time of a small site.
@cache
def _described(name: str) -> dict[str, Any]:
    return SCHEMAS[name].model_json_schema(mode="serialization")


@cache
def components(models: tuple[type[Record], ...]) -> dict[str, Any]:
    """Return the schemas of `models`, and of all they hold, for an OpenAPI document."""
    _, found = models_json_schema(
        [(model, "serialization") for model in models],
        ref_template="#/components/schemas/{model}",
    )
    defined: dict[str, Any] = found["$defs"]
    return defined


def fields(name: str) -> Iterator[Field]:
    """Give every field of what the schema called `name` describes, however deep."""
    found = _described(name)
    yield from _inside(found, found.get("$defs", {}), "")


def _inside(node: Mapping[str, Any], defined: Mapping[str, Any], path: str) -> Iterator[Field]:
    found = _resolved(node, defined)
    choices = [_resolved(choice, defined) for choice in found.get("anyOf", [found])]
    yield path, "|".join(sorted(str(choice.get("type", "any")) for choice in choices)), found
    for choice in choices:
        if "items" in choice:
            yield from _inside(choice["items"], defined, f"{path}[]")
        for key, value in choice.get("properties", {}).items():
            yield from _inside(value, defined, f"{path}.{key}" if path else key)


def _resolved(node: Mapping[str, Any], defined: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = node.get("$ref")
    return defined[reference.removeprefix("#/$defs/")] if reference else node
