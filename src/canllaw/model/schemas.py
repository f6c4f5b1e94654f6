"""JSON Schema of every kind of file, for editors that complete and check what somebody types.

Editors read YAML 1.2, where `11` is a number and `true` is a truth value, while canllaw keeps what
was typed. So a number may stand wherever its figures would be right in quotation marks.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from canllaw.languages import Words, both
from canllaw.model.base import Text
from canllaw.model.library import KINDS
from canllaw.model.names import FILE_NAMES, FILES_ARE, KIND_NAMES, KINDS_ARE
from canllaw.model.page import PageMeta
from canllaw.model.site import SiteRules
from canllaw.model.spelling import AllowedWords

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_KIND: Final = both(
    cy="Y math o ffaith: mae’n dweud pa feysydd eraill sydd.",
    en="The kind of fact: it says which other fields there are.",
)
_A_DAY: Final = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_A_DAY_IS: Final = (
    "Ysgrifennwch ddiwrnod fel blwyddyn-mis-dydd: 2026-01-15. / "
    "Write a day as year-month-day: 2026-01-15."
)
# Figures that people rightly type without quotation marks.
_FIGURES: Final = ("11", "2021", "23.37")
_EXAMPLES: Final[Mapping[str, list[Any]]] = {
    "checked": ["2026-01-15"],
    "from": ["2021-09-01"],
    "when": ["2021-09-01", "2021-03", "2021"],
    "id": ["deadline.school-decision"],
    "short_address": ["appeal-time"],
    "length": [8],
    "section": ["70(2)(d)", "13-14"],
    "regulation": ["11"],
    "schedule": ["17"],
    "paragraph": ["23.37"],
    "chapter": ["25"],
    "phone": ["0300 222 5711"],
    "number": ["2018 anaw 2", "2B.2"],
    "page": ["parents/appeals.md"],
    "slug": ["rhieni/apelio"],
    "host": ["www.gov.wales"],
    "months": [6],
    "check": ["C305"],
}


def schemas() -> Mapping[str, Schema]:
    """Return the schema of each kind of file, by the name of the file that holds it."""
    names = {kind: model.__name__ for kind, model in KINDS.items()}
    made: dict[str, Schema] = {
        "facts": {"type": "array", "items": _entry(names), **_defined(*KINDS.values())},
        "waivers": {
            "type": "array",
            "items": {"$ref": "#/$defs/Waiver"},
            **_defined(KINDS["waiver"]),
        },
        "interface": {
            "type": "object",
            "propertyNames": {"pattern": r"^[a-z][a-z0-9_.-]*$"},
            "additionalProperties": {"$ref": "#/$defs/Text"},
            **_defined(Text),
        },
        "spelling": _whole(AllowedWords),
        "site": _whole(SiteRules),
        "page": _whole(PageMeta),
    }
    return {name: _headed(name, schema) for name, schema in made.items()}


def _headed(name: str, schema: Schema) -> Schema:
    title = FILE_NAMES[name]
    return {
        "$schema": DIALECT,
        "title": f"{title.cy} / {title.en}",
        "description": _said(FILES_ARE[name]),
        **schema,
    }


def _entry(names: Mapping[str, str]) -> Schema:
    """Return the schema of an entry, whose kind decides: so what is wrong is said of that kind."""
    return {
        "type": "object",
        "required": ["kind", "id"],
        "properties": {
            "kind": {
                "enum": list(names),
                "description": _KIND,
                "markdownEnumDescriptions": [_said(KINDS_ARE[kind]) for kind in names],
            }
        },
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for kind, name in names.items()
        ],
    }


def _whole(model: type[BaseModel]) -> Schema:
    """Return the schema of a file that is one record."""
    return {"$ref": f"#/$defs/{model.__name__}", **_defined(model)}


def _defined(*models: type[BaseModel]) -> Schema:
    _, found = models_json_schema([(model, "validation") for model in models], by_alias=True)
    defined: Schema = found["$defs"]
    for schema in defined.values():
        schema.pop("description", None)
        _for_editors(schema)
    for kind, model in KINDS.items():
        if model.__name__ in defined:
            schema = defined[model.__name__]
            schema["title"] = f"{KIND_NAMES[kind].cy} / {KIND_NAMES[kind].en}"
            schema["description"] = _said(KINDS_ARE[kind])
            schema["properties"]["kind"]["description"] = _KIND
            schema["properties"]["id"]["pattern"] = rf"^{kind}\.[a-z0-9]+(-[a-z0-9]+)*$"
            schema["properties"]["id"]["examples"] = [f"{kind}.words-with-hyphens"]
    return {"$defs": defined}


def _said(words: Words) -> str:
    return both(cy=words.cy, en=words.en)


def _for_editors(schema: Schema) -> None:
    """Take out what only programs need, and take what people rightly type; change in place."""
    schema.pop("title", None)
    if schema.get("default", 0) is None:
        del schema["default"]
    if "anyOf" in schema:  # a field may be left out, but not left blank
        schema.update(_only([each for each in schema.pop("anyOf") if each.get("type") != "null"]))
    _widen(schema)
    for name, field in schema.get("properties", {}).items():
        _for_editors(field)
        if name in _EXAMPLES and field.get("type") != "array" and "$ref" not in field:
            field["examples"] = _EXAMPLES[name]
    for inner in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(inner), dict):
            _for_editors(schema[inner])


def _only(choices: list[Schema]) -> Schema:
    [choice] = choices
    return {name: value for name, value in choice.items() if name != "description"}


def _widen(schema: Schema) -> None:
    if schema.get("format") == "date":
        del schema["format"]
        schema["pattern"] = _A_DAY
        schema["patternErrorMessage"] = _A_DAY_IS  # editors say it in place of the pattern
    elif schema.get("type") == "boolean":
        schema["enum"] = [True, False, "yes", "no"]
        del schema["type"]
    elif schema.get("type") == "string" and "enum" not in schema and "const" not in schema:
        pattern = schema.setdefault("pattern", r"\S")
        if any(re.search(pattern, figures) for figures in _FIGURES) and pattern != r"\S":
            schema["type"] = ["string", "number"]
