"""What each problem id means: why it matters, with a wrong and a right example."""

from importlib.resources import files

from canllaw.model import Record, Text
from canllaw.model.base import Plain
from canllaw.strict_yaml import parse


class Explanation(Record):
    """Why a problem matters, and how it looks. `at` is where the tests put the two examples in
    the tiny project: a fact, a page or a file; without it they cannot be put anywhere.
    """

    why: Text
    wrong: Plain
    right: Plain
    at: Plain | None = None


def explanation(problem_id: str) -> Explanation:
    """Return what a problem id of the catalogue means."""
    file = files("canllaw") / "explained" / f"{problem_id}.yml"
    node, _none = parse(file.name, file.read_bytes())
    return Explanation.model_validate(node.plain() if node else {})
