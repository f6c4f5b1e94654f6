"""From the YAML in `content/` to a library, with every problem of every file in one run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from canllaw.model import KINDS, Entry, Library, Text, Wording
from canllaw.problems import CanllawError, Place, Problem, nearest
from canllaw.strict_yaml import Node, parse

CONTENT: Final = "content"
INTERFACE: Final = "content/interface.yml"

# Fields whose absence leaves a fact of law without anyone who says so.
_WHO_SAYS_SO: Final = frozenset({"source", "read_in", "evidence", "checked"})


@dataclass(slots=True)
class Content:
    """What was read: the library, the labels, and where each label stands."""

    library: Library
    wording: Wording
    wording_places: Mapping[str, Place] = field(default_factory=dict)


def load_content(root: Path) -> tuple[Content, list[Problem]]:
    """Read every YAML file below `root`/content; raise `CanllawError` if there is none."""
    folder = root / CONTENT
    if not folder.is_dir():
        raise CanllawError(f"there is no folder 'content' in {root}; name the project with --root")
    problems: list[Problem] = []
    reader = _EntryReader(problems)
    wording: dict[str, Text] = {}
    wording_places: dict[str, Place] = {}
    for file in sorted(folder.rglob("*.yml")):
        path = file.relative_to(root).as_posix()
        node, found = parse(path, file.read_bytes())
        problems.extend(found)
        if node is None:
            continue
        if path == INTERFACE:
            _read_wording(path, node, wording, wording_places, problems)
        else:
            reader.read_file(path, node)
    library = Library(reader.entries, reader.files, reader.nodes)
    return Content(library, wording, wording_places), problems


class _EntryReader:
    """Collects the entries of one file after another."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.entries: dict[str, Entry] = {}
        self.files: dict[str, str] = {}
        self.nodes: dict[str, Node] = {}

    def read_file(self, path: str, root: Node) -> None:
        if not isinstance(root.value, list):
            self.problems.append(
                Problem(
                    "C106",
                    Place(path, *root.spot),
                    "A file of facts is a list of entries.",
                    "Start each entry with '- kind: …' and move its fields in by two spaces.",
                )
            )
            return
        for node in root.value:
            self._read_entry(path, node)

    def _read_entry(self, path: str, node: Node) -> None:
        place = Place(path, *node.spot)
        if not isinstance(node.value, dict):
            self.problems.append(
                Problem(
                    "C106",
                    place,
                    "An entry is a group of fields, but here stands something else.",
                    "Write '- kind: …' and its fields below it.",
                )
            )
            return
        data = node.plain()
        model = self._model(path, node, data.get("kind"))
        if model is None:
            return
        try:
            entry = model.model_validate(data)
        except ValidationError as error:
            self.problems.extend(model_problems(path, node, model, error))
            return
        self._add(entry, Place(path, *node.spot_of(("id",))), node)

    def _model(self, path: str, node: Node, kind: Any) -> type[Entry] | None:
        if isinstance(kind, str) and kind in KINDS:
            return KINDS[kind]
        said = f"'{kind}' is not a kind of fact." if kind else "This entry does not say its kind."
        hint = nearest(str(kind), KINDS) or f"The kinds are {', '.join(sorted(KINDS))}."
        self.problems.append(Problem("C201", Place(path, *node.spot_of(("kind",))), said, hint))
        return None

    def _add(self, entry: Entry, place: Place, node: Node) -> None:
        prefix = entry.id.partition(".")[0]
        if prefix != entry.kind:
            self.problems.append(
                Problem(
                    "C204",
                    place,
                    f"The id of a {entry.kind} starts with '{entry.kind}.', not '{prefix}.'.",
                    f"Write {entry.kind}.{entry.id.partition('.')[2]}",
                )
            )
        elif entry.id in self.entries:
            self.problems.append(
                Problem(
                    "C401",
                    place,
                    f"'{entry.id}' is already the id of another fact.",
                    f"Choose another id; the first one is in {self.files[entry.id]}, line "
                    f"{self.nodes[entry.id].spot_of(('id',))[0]}.",
                )
            )
        else:
            self.entries[entry.id] = entry
            self.files[entry.id] = place.path
            self.nodes[entry.id] = node


def model_problems(
    path: str, node: Node, model: type[BaseModel], error: ValidationError
) -> list[Problem]:
    """Turn what the model refused into problems with their places in the file."""
    return [
        _model_problem(path, node, model, dict(detail))
        for detail in error.errors(include_url=False)
    ]


def _model_problem(
    path: str, node: Node, model: type[BaseModel], detail: dict[str, Any]
) -> Problem:
    location: tuple[str | int, ...] = detail["loc"]
    name = str(location[-1]) if location else ""
    if detail["type"] == "missing":
        return _missing(Place(path, *node.spot_of(location[:-1])), location, name)
    if detail["type"] == "extra_forbidden":
        known = _fields_at(model, location[:-1])
        return Problem(
            "C203",
            Place(path, *node.spot_of(location, key=True)),
            f"There is no field '{name}' here.",
            nearest(name, known) or f"The fields here are {', '.join(sorted(known))}.",
        )
    place = Place(path, *node.spot_of(location))
    blank = detail["type"] == "string_too_short" or detail.get("input") is None
    if blank and name in {"cy", "en"}:
        return Problem("C301", place, f"The text '{name}' is blank.", _BOTH_SIDES)
    if blank:
        return Problem("C204", place, f"'{name}' is blank.", "Fill it in, or delete the line.")
    return Problem("C204", place, *_refused_value(name, detail))


_BOTH_SIDES: Final = "Write the text in both languages; a Welsh reader must never meet a gap."


def _missing(place: Place, location: tuple[str | int, ...], name: str) -> Problem:
    if name in {"cy", "en"}:
        where = ".".join(str(step) for step in location[:-1])
        return Problem("C301", place, f"'{where}' has no '{name}' side.", _BOTH_SIDES)
    if name in _WHO_SAYS_SO and len(location) == 1:
        return Problem(
            "C501",
            place,
            f"This fact has no '{name}', so nobody can tell who says so.",
            f"Add a line '{name}: …'; without it the fact cannot be published.",
        )
    return Problem("C202", place, f"'{name}' is missing here.", f"Add a line '{name}: …'.")


def _fields_at(model: type[BaseModel], location: tuple[str | int, ...]) -> set[str]:
    for step in location:
        for name, info in model.model_fields.items():
            if step in (name, info.alias):
                model = _record_in(info.annotation) or model
    return {info.alias or name for name, info in model.model_fields.items()}


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _record_in(part))), None)


def _refused_value(name: str, detail: dict[str, Any]) -> tuple[str, str]:
    given, kind, context = detail.get("input"), detail["type"], detail.get("ctx", {})
    shown = f"'{given}'" if isinstance(given, str) else "What stands here"
    match kind:
        case "enum" | "literal_error":
            options = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
            guess = nearest(str(given), [option.strip() for option in options.split(",")])
            return f"{shown} is not a value of '{name}'.", guess or f"Choose one of {options}."
        case "string_pattern_mismatch":
            return f"{shown} is not written as '{name}' must be.", _PATTERN_HINTS.get(
                name, "Compare it with another entry of the same kind."
            )
        case "value_error":
            return str(context.get("error", detail["msg"])), "Compare it with another entry."
        case "tuple_type" | "list_type":
            return (
                f"'{name}' is a list.",
                "Write each item on a line of its own, with '- ' in front.",
            )
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"'{name}' is a group of fields.", "Write its fields below it, moved in."
        case "too_short":
            return f"'{name}' needs one item at least.", "Add an item with '- ' in front."
        case _ if kind.startswith(("date", "int", "greater", "bool")):
            return f"{shown} is not right for '{name}'.", _TYPE_HINTS[kind.partition("_")[0]]
        case _:
            return f"{shown} is not right for '{name}'.", "Write it as one text."


_PATTERN_HINTS: Final = {
    "id": "Write kind.words-in-lower-case, with hyphens and no accents: deadline.school-decision",
    "number": "Write it like 2B.2, as in the standard form.",
    "when": 'Write it in quotes as a day, month or year: "2021-09-01", "2021-03" or "2021".',
    "phone": 'Write it with spaces, in quotes: "0300 222 5711".',
    "slug": "Use a to z, 0 to 9 and hyphens, with / between folders: rhieni/apelio",
}
_TYPE_HINTS: Final = {
    "date": "Write a day as year-month-day: 2021-09-01",
    "int": "Write a whole number in figures.",
    "greater": "Write a whole number above zero.",
    "bool": "Write true or false.",
}


def _read_wording(
    path: str,
    root: Node,
    wording: dict[str, Text],
    places: dict[str, Place],
    problems: list[Problem],
) -> None:
    if not isinstance(root.value, dict):
        problems.append(
            Problem(
                "C106",
                Place(path, *root.spot),
                "The labels are a group of names, each with cy and en.",
                "Write 'name: {cy: …, en: …}' on each line.",
            )
        )
        return
    for key, node in root.value.items():
        places[key] = Place(path, *root.keys[key])
        try:
            wording[key] = Text.model_validate(node.plain())
        except ValidationError as error:
            problems.extend(model_problems(path, node, Text, error))
