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

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read `attr`: of a record its fields only, no method."""
        if isinstance(obj, BaseModel):
            # A pydantic model has class methods that read files.
            return attr in type(obj).model_fields
        return super().is_safe_attribute(obj, attr, value)
