"""The handbook: a page for every problem, kind of fact, macro and command, in both languages.

All of it comes from the model, the catalogue, the explanations and the macros, so it cannot say
something else than the program does.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from canllaw.catalogue import CATALOGUE, SEVERITIES, Severity
from canllaw.languages import LANGUAGE_NAMES, LANGUAGES, Language, Words, counterpart, sides
from canllaw.load.explanations import explanation
from canllaw.model import KINDS, AllowedWords, PageMeta, Record, SiteRules, Text
from canllaw.model.base import Plain, Reference
from canllaw.model.fields import fields_in_order
from canllaw.model.names import FILE_NAMES, FILES_ARE, KIND_NAMES, KINDS_ARE
from canllaw.problems import CanllawError
from canllaw.strict_yaml import parse

FOLDER: Final = "handbook"
MACROS: Final = "macros/macros.yml"

_MADE: Final = "<!-- canllaw handbook -->"
_WEIGHT: Final = {
    Severity.ERROR: Words(
        cy="Gwall: rhaid ei gywiro cyn cyhoeddi.", en="An error: to be mended before publishing."
    ),
    Severity.WARNING: Words(
        cy="Rhybudd: dylai rhywun edrych.", en="A warning: somebody should look."
    ),
    Severity.NOTE: Words(cy="Nodyn: er gwybodaeth.", en="A note: for your information."),
}
_WRONG: Final = Words(cy="Anghywir", en="Wrong")
_RIGHT: Final = Words(cy="Cywir", en="Right")
_YES: Final = Words(cy="oes", en="yes")
_NO: Final = Words(cy="nac oes", en="no")
_HEAD: Final = Words(
    cy="| Maes | Beth ydyw | A oes ei angen? | Beth i’w deipio |",
    en="| Field | What it is | Required? | What to type |",
)
_RECORD: Final = Words(cy="Cofnod cyfan", en="A complete record")
_MADE_UP: Final = Words(
    cy="Cyfraith ddychmygol sydd yma, fel na fydd neb yn meddwl mai’r un go iawn ydyw.",
    en="The law here is made up, so that nobody takes it for the real one.",
)
_MACROS: Final = Words(cy="Macros", en="Macros")
_MACROS_ARE: Final = Words(
    cy="Mae macro’n dangos ffaith ar dudalen. Teipiwch ef yr un fath ar y ddwy ochr, yn yr un "
    "drefn. Rhaid i floc fod ar ei linell ei hun, gyda llinell wag o’i flaen ac ar ei ôl.",
    en="A macro shows a fact on a page. Type it the same on both sides, in the same order. A block "
    "stands on a line of its own, with an empty line before and after.",
)
_MACRO_HEAD: Final = Words(
    cy="| Teipiwch | A bydd y dudalen yn dangos |", en="| Type | And the page shows |"
)
_COMMANDS: Final = Words(cy="Gorchmynion", en="Commands")
_PROBLEMS: Final = Words(cy="Problemau", en="Problems")
_KINDS: Final = Words(cy="Mathau o ffaith", en="Kinds of fact")
_OTHERS: Final = Words(cy="Ffeiliau eraill", en="Other files")
_HANDBOOK: Final = Words(cy="Llawlyfr", en="Handbook")
_WITHOUT_END: Final = Words(cy="un neu ragor: ", en="one or more: ")

Pages = dict[str, str]
_FILES: Final[Mapping[str, type[Record]]] = {
    "page": PageMeta,
    "site": SiteRules,
    "spelling": AllowedWords,
}


class MacroNote(Record):
    """A macro as it is typed on a page, and what the page then shows."""

    call: Plain
    shows: Text

    @property
    def name(self) -> str:
        """The name of the macro."""
        return self.call.partition("(")[0]


def macro_notes(root: Path) -> tuple[MacroNote, ...]:
    """Return what is said of each macro for pages; raise `CanllawError` where it is unreadable."""
    node, problems = parse(MACROS, (root / MACROS).read_bytes())
    if problems or node is None:
        raise CanllawError(problems[0].message)
    return tuple(MacroNote.model_validate(each) for each in node.plain())


def handbook(root: Path, commands: Mapping[Language, Mapping[str, str]]) -> Pages:
    """Return every page of the handbook by its path; `commands` has the help of each command."""
    pages: Pages = {}
    for language in LANGUAGES:
        made = {
            "README": _index(language),
            "macros": _macros(root, language),
            "commands": _commands(commands[language], language),
            **{f"kind-{kind}": _kind(kind, language) for kind in KINDS},
            **{f"file-{name}": _file(name, language) for name in _FILES},
            **{problem_id: _problem(problem_id, language) for problem_id in CATALOGUE},
        }
        for name, text in made.items():
            other = counterpart(language)
            switch = f"[{LANGUAGE_NAMES[other]}](../{other}/{name}.md)"
            pages[f"{FOLDER}/{language}/{name}.md"] = f"{_MADE}\n\n{switch}\n\n{text}\n"
    return pages


def _index(language: Language) -> str:
    macros, commands = _MACROS.in_(language), _COMMANDS.in_(language)
    kinds = (
        f"- [{KIND_NAMES[kind].in_(language)}](kind-{kind}.md) (`{kind}`): "
        f"{KINDS_ARE[kind].in_(language)}"
        for kind in KINDS
    )
    listed = (
        f"- [{FILE_NAMES[name].in_(language)}](file-{name}.md): {FILES_ARE[name].in_(language)}"
        for name in _FILES
    )
    problems = (f"- [{each}]({each}.md) {title.in_(language)}" for each, title in CATALOGUE.items())
    return "\n".join(
        (
            f"# {_HANDBOOK.in_(language)}\n",
            f"- [{macros}](macros.md)\n- [{commands}](commands.md)\n",
            f"## {_KINDS.in_(language)}\n",
            *kinds,
            f"\n## {_OTHERS.in_(language)}\n",
            *listed,
            f"\n## {_PROBLEMS.in_(language)}\n",
            *problems,
        )
    )


def _problem(problem_id: str, language: Language) -> str:
    found = explanation(problem_id)
    weight = _WEIGHT[SEVERITIES.get(problem_id, Severity.ERROR)]
    return "\n\n".join(
        (
            f"# {problem_id}: {CATALOGUE[problem_id].in_(language)}",
            weight.in_(language),
            found.why.in_(language),
            f"## {_WRONG.in_(language)}\n\n{_fenced(found.wrong)}",
            f"## {_RIGHT.in_(language)}\n\n{_fenced(found.right)}",
        )
    )


def _fenced(text: str, language: str = "text") -> str:
    return f"````{language}\n{text}\n````"


def _kind(kind: str, language: Language) -> str:
    rows = "\n".join(_rows(KINDS[kind], language))
    return "\n\n".join(
        (
            f"# {KIND_NAMES[kind].in_(language)}: `{kind}`",
            KINDS_ARE[kind].in_(language),
            f"{_HEAD.in_(language)}\n| --- | --- | --- | --- |\n{rows}",
            f"## {_RECORD.in_(language)}\n\n{_MADE_UP.in_(language)}",
            _fenced(annotated(kind, language), "yaml"),
        )
    )


def _file(name: str, language: Language) -> str:
    rows = "\n".join(_rows(_FILES[name], language))
    return "\n\n".join(
        (
            f"# {FILE_NAMES[name].in_(language)}",
            FILES_ARE[name].in_(language),
            f"{_HEAD.in_(language)}\n| --- | --- | --- | --- |\n{rows}",
        )
    )


def _rows(model: type[BaseModel], language: Language, above: str = "") -> Iterator[str]:
    for name, info in fields_in_order(model).items():
        if name == "kind" and not above:
            continue
        needed = (_YES if info.is_required() else _NO).in_(language)
        said = sides(info.description or "").in_(language)
        cells = (f"`{above}{name}`", said, needed, _typed(info, language))
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
        inner = _record(info.annotation)
        if inner and not issubclass(inner, Text):
            yield from _rows(inner, language, f"{above}{name}.")


def _record(annotation: Any) -> type[BaseModel] | None:
    """Return the record that a field holds, one or several."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record(part))), None)


_SHAPES: Final[Sequence[tuple[str, Words]]] = (
    ("bool", Words(cy="true neu false", en="true or false")),
    ("int", Words(cy="rhif, fel 8", en="a number, such as 8")),
    ("date", Words(cy="diwrnod, fel 2026-01-15", en="a day, such as 2026-01-15")),
    ("Mapping", Words(cy="grŵp: enw a gwerth", en="a group: a name and a value")),
)


def _typed(info: FieldInfo, language: Language) -> str:
    """Return what to type in a field, in a few words."""
    several = _WITHOUT_END.in_(language) if "tuple" in str(info.annotation) else ""
    if choices := _choices(info.annotation):
        return several + ", ".join(f"`{choice}`" for choice in choices)
    if kind := _kind_named(info.annotation, info.metadata):
        return f"{several}`{kind}.…`"
    inner = _record(info.annotation)
    if inner:
        names = ", ".join(f"`{name}`" for name in fields_in_order(inner))
        return f"{several}{{{names}}}"
    shown = str(info.annotation)
    found = next((words for mark, words in _SHAPES if re.search(rf"\b{mark}\b", shown)), None)
    return several + (found or Words(cy="testun", en="text")).in_(language)


def _choices(annotation: Any) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(each.value) for each in annotation]
    if get_origin(annotation) is Literal:
        return [str(each) for each in get_args(annotation)]
    return next((found for part in get_args(annotation) if (found := _choices(part))), [])


def _kind_named(annotation: Any, metadata: Sequence[Any] = ()) -> str:
    notes = (*metadata, *getattr(annotation, "__metadata__", ()))
    own = next((note.kind for note in notes if isinstance(note, Reference)), "")
    return own or next((found for part in get_args(annotation) if (found := _kind_named(part))), "")


def annotated(kind: str, language: Language) -> str:
    """Return the complete record of a kind, with a note above each field in `language`."""
    raw = (files("canllaw") / "records.yml").read_text(encoding="utf-8")
    entry = next(
        part for part in re.split(r"(?m)^(?=- )", raw) if part.startswith(f"- kind: {kind}\n")
    )
    fields = fields_in_order(KINDS[kind])
    lines = []
    for line in entry.rstrip().split("\n"):
        name = re.match(r"  (\w+):", line)
        if name:
            lines.append(f"  # {sides(fields[name[1]].description or '').in_(language)}")
        lines.append(line)
    return "\n".join(lines)


def _macros(root: Path, language: Language) -> str:
    rows = "\n".join(
        f"| `{{{{ {note.call} }}}}` | {note.shows.in_(language)} |" for note in macro_notes(root)
    )
    head = f"{_MACRO_HEAD.in_(language)}\n| --- | --- |"
    return f"# {_MACROS.in_(language)}\n\n{_MACROS_ARE.in_(language)}\n\n{head}\n{rows}"


def _commands(helps: Mapping[str, str], language: Language) -> str:
    parts = (f"## canllaw {name}\n\n{_fenced(text)}" for name, text in helps.items())
    return "\n\n".join((f"# {_COMMANDS.in_(language)}", *parts))
