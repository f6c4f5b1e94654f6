"""New facts and pages with a place to fill in for all that only a person can say."""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from canllaw.languages import LANGUAGES, Audience, Language, Words, sides
from canllaw.load.placeholders import MARK
from canllaw.model import KINDS, Citation, Text
from canllaw.model.fields import fields_in_order

# What a fact is called, whatever its kind calls that.
_TITLES: Final = frozenset({"name", "title", "question", "asks", "situation"})
# Fields that may be left out, but seldom are.
_WANTED: Final = frozenset({"read_in", "no_deadline", "website"})

_FIRST: Final = Words(
    cy="Ysgrifennwch beth mae’r dudalen yn ei ateb, mewn brawddeg neu ddwy.",
    en="Write what the page answers, in a sentence or two.",
)
_SECTION: Final = Words(cy="Pennawd yr adran gyntaf", en="Heading of the first section")
_SENTENCE: Final = Words(
    cy="Un frawddeg i beiriannau chwilio.", en="One sentence for search engines."
)


def in_address(title: str) -> str:
    """Return a title as words of an address: Gŵyl y Plant becomes gwyl-y-plant."""
    # In Welsh an apostrophe joins: a’r, i’w. In English ’s is part of its word.
    joined = re.sub(r"['’](?!s\b)", "-", title.lower()).replace("’", "")
    letters = unicodedata.normalize("NFKD", joined)
    words = re.findall(r"[a-z0-9]+", letters.encode("ascii", "ignore").decode())
    return "-".join(words)[:60].rstrip("-")


def draft_fact(kind: str, entry_id: str, title: Text, language: Language) -> str:
    """Return the YAML of a new fact: `title` is what it is called, the rest is to be filled in."""
    lines = [f"- kind: {kind}", f"  id: {entry_id}"]
    titled = False
    for name, info in fields_in_order(KINDS[kind]).items():
        if name in ("kind", "id") or not (info.is_required() or name in _WANTED):
            continue
        if name in _TITLES and not titled:
            titled = True
            lines += _pair(name, title.cy, title.en)
        else:
            lines += _field(name, info, language)
    return "\n".join(lines) + "\n"


def draft_page(
    title: Text, side: Language, audience: Audience, slug: str, section: str = "first"
) -> str:
    """Return one side of a new page."""
    front = [f"audience: {audience}"]
    if slug:
        front.append(f"slug: {slug}")
    front.append(f"description: {_quoted(f'{MARK} {_SENTENCE.in_(side)}')}")
    body = (
        f"# {title.in_(side)}",
        f"{MARK} {_FIRST.in_(side)}",
        f"## {MARK} {_SECTION.in_(side)} {{#{section}}}",
        f"{MARK} …",
    )
    return "\n".join(["---", *front, "---", "", "\n\n".join(body), ""])


def with_page_in_nav(settings: str, path: str) -> str:
    """Return mkdocs.yml with a page behind the last one of its folder, or at the end of `nav`."""
    lines = settings.split("\n")
    start = next((n for n, line in enumerate(lines) if line.rstrip() == "nav:"), None)
    if start is None:
        return settings
    folder = path.rpartition("/")[0]
    last, indent, end = None, "  ", start
    for number, line in enumerate(lines[start + 1 :], start=start + 1):
        if line and not line.startswith(" "):
            break
        end = number if line.strip() else end
        found = re.match(r"( +)- ([\w./-]+\.md)\s*$", line)
        if found and found[2].rpartition("/")[0] == folder:
            last, indent = number, found[1]
    at = end if last is None else last
    new = f"{indent}- {path}"
    return "\n".join([*lines[: at + 1], new, *lines[at + 1 :]])


def _field(name: str, info: FieldInfo, language: Language) -> list[str]:
    said = sides(info.description or "")
    shape = _plain(info.annotation)
    if isinstance(shape, type) and issubclass(shape, Text):
        return _pair(name, f"{MARK} {said.cy}", f"{MARK} {said.en}")
    # What pydantic keeps beside a field tells of which kind an id is.
    whole = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return [f"  {name}: {_value(whole, said, language)}"]


def _pair(name: str, cy: str, en: str) -> list[str]:
    return [f"  {name}:", f"    cy: {_quoted(cy)}", f"    en: {_quoted(en)}"]


def _value(annotation: Any, said: Words, language: Language) -> str:
    """Return what to put where a value is wanted, on one line."""
    shape = _plain(annotation)
    if get_origin(shape) is tuple:
        return f"[{_value(get_args(shape)[0], said, language)}]"
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return _group(shape, said, language)
    return _quoted(f"{MARK} {_hint(annotation, shape, said, language)}")


def _group(model: type[BaseModel], said: Words, language: Language) -> str:
    inside: dict[str, str]
    if issubclass(model, Text):
        inside = {side: _quoted(f"{MARK} {said.in_(side)}") for side in LANGUAGES}
    elif issubclass(model, Citation):
        inside = {"instrument": f'"{MARK} source.…"', "section": f'"{MARK} 11(2)(a)"'}
    else:
        wanted = {
            name: info
            for name, info in fields_in_order(model).items()
            if info.is_required() or name in LANGUAGES
        }
        inside = {
            name: _value(info.annotation, sides(info.description or ""), language)
            for name, info in wanted.items()
        }
    return "{" + ", ".join(f"{name}: {value}" for name, value in inside.items()) + "}"


def _hint(annotation: Any, shape: Any, said: Words, language: Language) -> str:
    if choices := _choices(shape):
        return " / ".join(choices)
    if shape is datetime.date:
        return "2026-01-15"
    if shape is int:
        return "8"
    kind = next((each.kind for each in _notes(annotation) if hasattr(each, "kind")), "")
    return f"{kind}.…" if kind else said.in_(language)


def _choices(shape: Any) -> Iterable[str]:
    if isinstance(shape, type) and issubclass(shape, Enum):
        return [str(each.value) for each in shape]
    return [str(each) for each in get_args(shape)] if get_origin(shape) is Literal else []


def _plain(annotation: Any) -> Any:
    """Return what a field holds, without its rules and without `None`."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (None, tuple, Literal):
        return annotation
    return next(_plain(each) for each in get_args(annotation) if each is not type(None))


def _notes(annotation: Any) -> tuple[Any, ...]:
    return annotation.__metadata__ if get_origin(annotation) is Annotated else ()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
