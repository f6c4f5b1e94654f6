"""Which macros a page calls, with what and where, read from its template without running it."""

from collections.abc import Iterator

from jinja2 import nodes

from canllaw.model import MacroCall


def find_calls(template: nodes.Template, first_line: int) -> Iterator[MacroCall]:
    """Yield the calls of global names in `template`, in order, with the line in the file."""
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            arguments = [_constant(argument) for argument in call.args]
            arguments += [f"{item.key}={_constant(item.value)}" for item in call.kwargs]
            yield MacroCall(call.node.name, tuple(arguments), call.lineno + first_line - 1)


def _constant(node: nodes.Expr) -> str:
    try:
        return str(node.as_const())
    except nodes.Impossible:
        return "…"
