"""The shape of `/api/v1/`, a line for each path, field and choice: what v1 has promised."""

from collections.abc import Iterator
from typing import Final

from canllaw.outputs.api.documents import (
    FACT_DOCUMENTS,
    LIST_DOCUMENTS,
    list_path,
    schema_path,
    sheet_path,
)
from canllaw.outputs.api.published import PUBLISHED
from canllaw.outputs.api.schemas import SCHEMAS, fields
from canllaw.outputs.api.sheets import columns

_FILES: Final = ("index.json", "pages.json", "openapi.json")


def shape() -> list[str]:
    """Return the lines of the shape, in order."""
    lines = [f"path {path}" for path in (*_FILES, *_paths())]
    for name in SCHEMAS:
        lines += (f"{name} {line}" for line in _fields(name))
    lines += {f"document {line}" for line in _of_documents()}
    lines += (f"csv {kind} {column.name}" for kind in PUBLISHED for column in columns(kind))
    return sorted(lines)


def _paths() -> Iterator[str]:
    for kind in PUBLISHED:
        yield from (list_path(kind), f"facts/{kind}/*.json", sheet_path(kind))
    yield from (schema_path(name) for name in SCHEMAS)


def _of_documents() -> Iterator[str]:
    for model in (*FACT_DOCUMENTS.values(), *LIST_DOCUMENTS.values()):
        yield from model.model_fields


def _fields(name: str) -> Iterator[str]:
    for path, type_, node in fields(name):
        if path:
            yield f"{path} {type_}"
            yield from (f"{path} = {choice}" for choice in node.get("enum", ()))
