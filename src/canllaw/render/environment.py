"""The Jinja environment: sandboxed, strict, and safe to hand a stranger's page."""

from typing import Any

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel


class GuidanceEnvironment(ImmutableSandboxedEnvironment):
    """Templates see the fields of facts and nothing else of them."""

    def __init__(self, macros: dict[str, str]) -> None:
        super().__init__(
            loader=DictLoader(macros),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            # Plain Jinja opens a comment at `## Heading {#id}`.
            comment_start_string="{//",
            comment_end_string="//}",
        )
        # No macro needs Jinja's own names; lipsum and random would say something else every time.
        self.globals.clear()
        del self.filters["random"]
        self._fields: dict[type, frozenset[str] | None] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read `attr`: of a record its fields only, no method."""
        # Asked a hundred thousand times in a build, so each type is looked at once.
        kind = type(obj)
        if kind not in self._fields:
            # A pydantic model has class methods that read files.
            record = issubclass(kind, BaseModel)
            self._fields[kind] = frozenset(kind.model_fields) if record else None
        fields = self._fields[kind]
        return super().is_safe_attribute(obj, attr, value) if fields is None else attr in fields
