"""From the YAML in `content/` to a library, with every problem of every file in one run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from canllaw.languages import Words, joined
from canllaw.load.paths import leads_outside
from canllaw.load.placeholders import left_in, left_in_fields
from canllaw.load.refusal_words import add, choose_from, look_alike, shown_text, stands_here
from canllaw.load.refusals import model_problems
from canllaw.model import (
    KINDS,
    NO_RULES,
    AllowedWords,
    Entry,
    Library,
    SiteRules,
    Text,
    Wording,
)
from canllaw.problems import CanllawError, Place, Problem, nearest
from canllaw.strict_yaml import Node, parse
from canllaw.yaml_words import Said

CONTENT: Final = "content"
INTERFACE: Final = "content/interface.yml"
SPELLING: Final = "content/spelling.yml"
SITE: Final = "content/site.yml"


@dataclass(slots=True)
class Content:
    """What was read: the library, the labels and where each stands, the words allowed besides, and
    how the site is kept.
    """

    library: Library
    wording: Wording
    wording_places: Mapping[str, Place] = field(default_factory=dict)
    allowed_words: AllowedWords = field(default_factory=AllowedWords)
    rules: SiteRules = NO_RULES


def load_content(root: Path) -> tuple[Content, list[Problem]]:
    """Read every YAML file below `root`/content; raise `CanllawError` if there is none."""
    folder = root / CONTENT
    if not folder.is_dir():
        raise CanllawError(
            Words(
                cy=f"nid oes ffolder 'content' yn {root}; enwch y prosiect â --root",
                en=f"there is no folder 'content' in {root}; name the project with --root",
            )
        )
    problems: list[Problem] = []
    reader = _EntryReader(problems)
    wording: dict[str, Text] = {}
    wording_places: dict[str, Place] = {}
    allowed = AllowedWords()
    rules = NO_RULES
    for file, path in _files(root, folder):
        if file.suffix != ".yml":
            problems.append(_wrong_name(path, file.suffix))
            continue
        node, found = _parsed(path, file.read_bytes())
        if node is None:
            problems.extend(found)
            continue
        problems.extend((*found, *left_in_fields(path, node)))
        if path == INTERFACE:
            _read_wording(path, node, wording, wording_places, problems)
        elif path == SPELLING:
            allowed = _read_allowed(path, node, problems)
        elif path == SITE:
            rules = _read_rules(path, node, problems)
        else:
            reader.read_file(path, node)
    library = Library(reader.entries, reader.files, reader.nodes)
    return Content(library, wording, wording_places, allowed, rules), problems


# A project that is served is read again after each change, when all files but one are as they were.
@lru_cache(maxsize=256)
def _parsed(path: str, raw: bytes) -> tuple[Node | None, tuple[Problem, ...]]:
    node, found = parse(path, raw, entries_apart=True)
    return node, tuple(found)


def _files(root: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(folder.rglob("*")):
        named = file.suffix.lower() in {".yml", ".yaml"}
        if named and file.is_file() and not leads_outside(root, file):
            yield file, file.relative_to(root).as_posix()


def _wrong_name(path: str, suffix: str) -> Problem:
    return Problem(
        "C106",
        Place(path),
        Words(
            cy=f"Mae enw’r ffeil hon yn gorffen â {suffix}, felly byddai ei ffeithiau ar goll.",
            en=f"The name of this file ends in {suffix}, so its facts would be left out.",
        ),
        Words(cy="Rhowch enw sy’n gorffen â .yml iddi.", en="Give it a name that ends in .yml."),
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
            self.problems.append(Problem("C106", Place(path, *root.spot), *_NO_LIST))
            return
        for node in root.value:
            self._read_entry(path, node)

    def _read_entry(self, path: str, node: Node) -> None:
        place = Place(path, *node.spot)
        if not isinstance(node.value, dict):
            self.problems.append(Problem("C106", place, *_no_entry(node)))
            return
        if left := list(left_in(path, node)):
            self.problems.extend(left)  # what is not written yet says nothing else that is wrong
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
        place = Place(path, *node.spot_of(("kind",)))
        self.problems.append(Problem("C201", place, *_no_kind(kind)))
        return None

    def _add(self, entry: Entry, place: Place, node: Node) -> None:
        if not entry.id.startswith(f"{entry.kind}."):
            self.problems.append(Problem("C204", place, *_id_of_another_kind(entry)))
        elif entry.id in self.entries:
            line = self.nodes[entry.id].spot_of(("id",))[0]
            said = _same_id(entry.id, self.files[entry.id], line)
            self.problems.append(Problem("C401", place, *said))
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
        problems.append(Problem("C106", Place(path, *root.spot), *_NO_LABELS))
        return
    for key, node in root.value.items():
        places[key] = Place(path, *root.keys[key])
        try:
            wording[key] = Text.model_validate(node.plain())
        except ValidationError as error:
            problems.extend(model_problems(path, node, Text, error, key))


def _read_allowed(path: str, root: Node, problems: list[Problem]) -> AllowedWords:
    if not isinstance(root.value, dict):
        problems.append(Problem("C106", Place(path, *root.spot), *_NO_WORD_LISTS))
        return AllowedWords()
    try:
        return AllowedWords.model_validate(root.plain())
    except ValidationError as error:
        problems.extend(model_problems(path, root, AllowedWords, error, SPELLING))
        return AllowedWords()


def _read_rules(path: str, root: Node, problems: list[Problem]) -> SiteRules:
    if not isinstance(root.value, dict):
        problems.append(Problem("C106", Place(path, *root.spot), *_NO_SITE_RULES))
        return NO_RULES
    try:
        return SiteRules.model_validate(root.plain())
    except ValidationError as error:
        problems.extend(model_problems(path, root, SiteRules, error, SITE))
        return NO_RULES


_NO_LIST: Final = (
    Words(cy="Rhestr o gofnodion yw ffeil ffeithiau.", en="A file of facts is a list of entries."),
    Words(
        cy="Dechreuwch bob cofnod â '- kind: …', a symudwch ei feysydd ddau fwlch i mewn.",
        en="Start each entry with '- kind: …' and move its fields in by two spaces.",
    ),
)
_NO_LABELS: Final = (
    Words(
        cy="Grŵp o enwau yw’r labeli, pob un â cy ac en.",
        en="The labels are a group of names, each with cy and en.",
    ),
    Words(
        cy='Ysgrifennwch \'enw: {cy: "…", en: "…"}\' ar bob llinell.',
        en='Write \'name: {cy: "…", en: "…"}\' on each line.',
    ),
)
_NO_WORD_LISTS: Final = (
    Words(
        cy="Dwy restr, cy ac en, yw’r geiriau a ganiateir yn ogystal â geiriadur.",
        en="The words allowed besides a dictionary are two lists, cy and en.",
    ),
    Words(
        cy="Ysgrifennwch 'cy:' ac 'en:', ac o dan y ddau '  - gair' ar ei linell ei hun.",
        en="Write 'cy:' and 'en:', and below each '  - word' on a line of its own.",
    ),
)
_NO_SITE_RULES: Final = (
    Words(
        cy="Mae’r ffeil hon yn dweud sut y cedwir y wefan: grŵp o feysydd, nid rhestr.",
        en="This file says how the site is kept: a group of fields, not a list.",
    ),
    Words(
        cy="Ysgrifennwch 'check_again:' a 'hosts:', a’u rhestrau oddi tanynt.",
        en="Write 'check_again:' and 'hosts:', and their lists below them.",
    ),
)


def _no_entry(node: Node) -> Said:
    here = stands_here(node.plain())
    return (
        Words(
            cy=f"Grŵp o feysydd yw cofnod, {here.cy}.",
            en=f"An entry is a group of fields, {here.en}.",
        ),
        Words(
            cy="Ysgrifennwch '- kind: …' a’i feysydd oddi tano, neu dilëwch y '-'.",
            en="Write '- kind: …' and its fields below it, or delete the '-'.",
        ),
    )


def _no_kind(kind: Any) -> Said:
    if not (kind and isinstance(kind, str)):
        said = Words(
            cy="Nid yw’r cofnod hwn yn dweud pa fath ydyw.", en="This entry does not say its kind."
        )
        return said, add("kind", sorted(KINDS))
    shown = shown_text(kind)
    said = Words(
        cy=f"Nid oes math o ffaith o’r enw {shown.cy}.", en=f"{shown.en} is not a kind of fact."
    )
    hint = nearest(kind, KINDS) or choose_from(sorted(KINDS))
    return said, joined(look_alike(kind), hint)


def _id_of_another_kind(entry: Entry) -> Said:
    prefix, _, rest = entry.id.partition(".")
    return (
        Words(
            cy=f"'{entry.kind}' yw’r math yma, ond mae’r id yn dechrau â '{prefix}.'.",
            en=f"The kind here is '{entry.kind}', but the id starts with '{prefix}.'.",
        ),
        Words(
            cy=f"Ysgrifennwch {entry.kind}.{rest}, neu newidiwch y math.",
            en=f"Write {entry.kind}.{rest}, or change the kind.",
        ),
    )


def _same_id(entry_id: str, file: str, line: int) -> Said:
    return (
        Words(
            cy=f"'{entry_id}' yw id ffaith arall eisoes.",
            en=f"'{entry_id}' is already the id of another fact.",
        ),
        Words(
            cy=f"Dewiswch id arall; mae’r cyntaf yn {file}, llinell {line}.",
            en=f"Choose another id; the first one is in {file}, line {line}.",
        ),
    )
