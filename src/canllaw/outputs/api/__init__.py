"""The facts as data: `/api/v1/`, made of the same library as the pages."""

import json
from typing import Any

from canllaw.outputs.api.documents import BASE, documents, schema_path, sheet_path
from canllaw.outputs.api.openapi import openapi
from canllaw.outputs.api.schemas import SCHEMAS, schema
from canllaw.outputs.api.sheets import sheet
from canllaw.outputs.finished import FinishedSite


def api_files(site: FinishedSite) -> dict[str, str]:
    """Return every file of the API by its path in the site."""
    made = {"openapi.json": _json(openapi(site))}
    for path, document in documents(site):
        made[path] = _json(document)
        if "facts" in document:
            made[sheet_path(document["kind"])] = sheet(document["kind"], document["facts"])
    for name in SCHEMAS:
        made[schema_path(name)] = _json(schema(name, site.address))
    return {f"{BASE}{path}": content for path, content in made.items()}


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
