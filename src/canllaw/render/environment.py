"""The Jinja environment: sandboxed, strict, bounded, and safe to hand a stranger's page."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from jinja2 import DictLoader, StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from canllaw.render.compiled import COMPILED

MAX_STEPS: Final = 200_000
"""How often one call of a page may go round a loop or call something; the largest takes some
thousands."""

# No macro needs these: random says something else each time, the others make a text of any length
# from a number, reach what is under a name, or write attributes.
_FILTERS_LEFT_OUT: Final = (
    "attr", "batch", "center", "format", "indent", "pprint", "random", "slice", "tojson", "urlize",
    "wordwrap", "xmlattr",
)  # fmt: skip


class GuidanceEnvironment(ImmutableSandboxedEnvironment):
    """Templates see the fields of facts and nothing else of them."""

    # Macros do no arithmetic; a product of a text and a number could fill the memory.
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

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
            bytecode_cache=COMPILED,
        )
        # No macro needs Jinja's own names; lipsum and random would say something else every time.
        self.globals.clear()
        for name in _FILTERS_LEFT_OUT:
            del self.filters[name]
        self._safe: dict[tuple[type, str], bool] = {}
        self._steps = 0

    def add_filters(self, filters: dict[str, Callable[..., Any]]) -> None:
        """Offer filters whose answer depends on the page in hand."""
        self.filters.update({name: _of_the_page(each) for name, each in filters.items()})

    def start(self) -> None:
        """Begin a piece of work, with all its steps before it."""
        self._steps = 0

    def step(self) -> str:
        """Count a step; raise `SecurityError` where a piece of work takes too many."""
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise SecurityError(f"it takes more than {MAX_STEPS} steps")
        return ""

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls; every call is a step."""
        self.step()
        return super().call(context, function, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse arithmetic."""
        raise SecurityError(f"macros do no arithmetic, such as {operator}")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for loop in list(template.find_all(nodes.For)):
            loop.body.insert(0, nodes.Output([self._counted()]))
        return template

    @staticmethod
    def _counted() -> nodes.Expr:
        step = nodes.EnvironmentAttribute("step")
        return nodes.Call(step, [], [], None, None)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read `attr`: of a record its fields only, no method; of a text
        nothing, since some of its methods make a text of any length.
        """
        # Asked a hundred thousand times in a build; the answer is the same for things of one type.
        asked = (type(obj), attr)
        if asked not in self._safe:
            fields = _readable(type(obj))
            own = super().is_safe_attribute(obj, attr, value) if fields is None else attr in fields
            self._safe[asked] = own
        return self._safe[asked]


@lru_cache(maxsize=64)
def macro_names(source: str) -> tuple[str, ...]:
    """Return the names of the macros in a file; raise `TemplateSyntaxError` where it has a slip."""
    made = GuidanceEnvironment({}).parse(source).body
    return tuple(node.name for node in made if isinstance(node, nodes.Macro))


def _of_the_page(found: Callable[..., Any]) -> Callable[..., Any]:
    """Jinja works out what a filter makes of a constant while it compiles, before there is a page,
    and so a language; a filter that is handed the context it leaves until then.
    """

    @pass_context
    def filtered(_context: Context, /, *args: Any, **kwargs: Any) -> Any:
        return found(*args, **kwargs)

    return filtered


def _readable(kind: type) -> frozenset[str] | None:
    """Return what may be read of a kind of thing, or nothing where Jinja's own rules are enough."""
    if issubclass(kind, BaseModel):  # it has class methods that read files
        return frozenset(kind.model_fields)
    if issubclass(kind, str | bytes):
        return frozenset()
    return None
