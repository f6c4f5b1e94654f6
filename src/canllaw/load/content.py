"""From the YAML in `content/` to a library, with every problem of every file in one run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from canllaw.load.refusals import model_problems, shown_text, what_is
from canllaw.model import KINDS, AllowedWords, Entry, Library, Text, Wording
from canllaw.problems import CanllawError, Place, Problem, nearest
from canllaw.strict_yaml import Node, parse

CONTENT: Final = "content"
INTERFACE: Final = "content/interface.yml"
SPELLING: Final = "content/spelling.yml"


@dataclass(slots=True)
class Content:
    """What was read: the library, the labels and where each stands, the words allowed besides."""

    library: Library
    wording: Wording
    wording_places: Mapping[str, Place] = field(default_factory=dict)
    allowed_words: AllowedWords = field(default_factory=AllowedWords)


def load_content(root: Path) -> tuple[Content, list[Problem]]:
    """Read every YAML file below `root`/content; raise `CanllawError` if there is none."""
    folder = root / CONTENT
    if not folder.is_dir():
        raise CanllawError(f"there is no folder 'content' in {root}; name the project with --root")
    problems: list[Problem] = []
    reader = _EntryReader(problems)
    wording: dict[str, Text] = {}
    wording_places: dict[str, Place] = {}
    allowed = AllowedWords()
    for file, path in _files(root, folder):
        if file.suffix != ".yml":
            problems.append(_wrong_name(path, file.suffix))
            continue
        node, found = parse(path, file.read_bytes())
        problems.extend(found)
        if node is None:
            continue
        if path == INTERFACE:
            _read_wording(path, node, wording, wording_places, problems)
        elif path == SPELLING:
            allowed = _read_allowed(path, node, problems)
        else:
            reader.read_file(path, node)
    library = Library(reader.entries, reader.files, reader.nodes)
    return Content(library, wording, wording_places, allowed), problems


def _files(root: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in {".yml", ".yaml"} and file.is_file():
            yield file, file.relative_to(root).as_posix()


def _wrong_name(path: str, suffix: str) -> Problem:
    return Problem(
        "C106",
        Place(path),
        f"The name of this file ends in {suffix}, so its facts would be left out.",
        "Give it a name that ends in .yml.",
    )


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
                    f"An entry is a group of fields, but {what_is(node.plain())} stands here.",
                    "Write '- kind: …' and its fields below it, or delete the '-'.",
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
            self.problems.extend(model_problems(path, node, model, error, str(data["kind"])))
            return
        self._add(entry, Place(path, *node.spot_of(("id",))), node)

    def _model(self, path: str, node: Node, kind: Any) -> type[Entry] | None:
        if isinstance(kind, str) and kind in KINDS:
            return KINDS[kind]
        if kind and isinstance(kind, str):
            message = f"{shown_text(kind)} is not a kind of fact."
            hint = nearest(kind, KINDS) or f"Choose one of {', '.join(sorted(KINDS))}."
        else:
            message = "This entry does not say its kind."
            hint = f"Add 'kind: …' with one of {', '.join(sorted(KINDS))}."
        place = Place(path, *node.spot_of(("kind",)))
        self.problems.append(Problem("C201", place, message, hint))
        return None

    def _add(self, entry: Entry, place: Place, node: Node) -> None:
        prefix = entry.id.partition(".")[0]
        if prefix != entry.kind:
            self.problems.append(
                Problem(
                    "C204",
                    place,
                    f"The kind here is '{entry.kind}', but the id starts with '{prefix}.'.",
                    f"Write {entry.kind}.{entry.id.partition('.')[2]}, or change the kind.",
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
                'Write \'name: {cy: "…", en: "…"}\' on each line.',
            )
        )
        return
    for key, node in root.value.items():
        places[key] = Place(path, *root.keys[key])
        try:
            wording[key] = Text.model_validate(node.plain())
        except ValidationError as error:
            problems.extend(model_problems(path, node, Text, error, key))


def _read_allowed(path: str, root: Node, problems: list[Problem]) -> AllowedWords:
    if not isinstance(root.value, dict):
        problems.append(
            Problem(
                "C106",
                Place(path, *root.spot),
                "The words allowed besides a dictionary are two lists, cy and en.",
                "Write 'cy:' and 'en:', and below each '  - word' on a line of its own.",
            )
        )
        return AllowedWords()
    try:
        return AllowedWords.model_validate(root.plain())
    except ValidationError as error:
        problems.extend(model_problems(path, root, AllowedWords, error, SPELLING))
        return AllowedWords()
