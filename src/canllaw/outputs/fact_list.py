"""Facts as a list, and one fact with everything that leans on it."""

from collections.abc import Iterable, Iterator
from typing import Final

from canllaw.languages import LANGUAGES, Language, Words
from canllaw.model import Library, Page, Text, Waiver, is_publishable, name_of, references

_UNCONFIRMED: Final = Words(cy="heb ei chadarnhau", en="unconfirmed")
_NAMED_BY: Final = Words(cy="Wedi’i henwi gan", en="Named by")
_SHOWN_ON: Final = Words(cy="I’w gweld ar", en="Shown on")
_NOTHING: Final = Words(cy="dim", en="nothing")


def fact_list(library: Library, kind: str | None, language: Language) -> str:
    """Return one line a fact: its id, whether it is hidden, and its name in both languages.

    Waivers are no facts: they are left out unless asked for.
    """
    rows = [
        (
            entry.id,
            "" if is_publishable(entry) else _UNCONFIRMED.in_(language),
            _both(name_of(entry)),
        )
        for entry in library.entries.values()
        if kind == entry.kind or (kind is None and not isinstance(entry, Waiver))
    ]
    column = len(_UNCONFIRMED.in_(language))
    width = max((len(row[0]) for row in rows), default=0)
    return "\n".join(f"{row[0]:<{width}}  {row[1]:<{column}}  {row[2]}".rstrip() for row in rows)


def fact_card(library: Library, entry_id: str, pages: Iterable[Page], language: Language) -> str:
    """Return a fact with its place, its fields, what refers to it, and the pages that show it."""
    entry = library.entries[entry_id]
    lines = [f"{entry.id}  ({library.place(entry_id)})", ""]
    lines += _fields(entry.model_dump(mode="json", by_alias=True, exclude_none=True))
    shown = (f"  {page.file}  /{page.address}" for page in pages)
    for title, below in ((_NAMED_BY, _referrers(library, entry_id)), (_SHOWN_ON, shown)):
        nothing = f"  {_NOTHING.in_(language)}"
        lines += ["", f"{title.in_(language)}:", *(list(below) or [nothing])]
    return "\n".join(lines)


def _both(text: Text | None) -> str:
    return " | ".join(text.in_(language) for language in LANGUAGES) if text else ""


def _fields(value: object, indent: str = "  ") -> list[str]:
    """Lay out nested fields the way an editor writes them."""
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in _field(f"{key}:", item, indent)]
    if isinstance(value, list):
        return [line for item in value for line in _field("-", item, indent)]
    return [f"{indent}{value}"]


def _field(label: str, value: object, indent: str) -> list[str]:
    if isinstance(value, dict | list):
        return [f"{indent}{label}", *_fields(value, indent + "  ")] if value else []
    shown = str(value).lower() if isinstance(value, bool) else value
    return [f"{indent}{label} {shown}"]


def _referrers(library: Library, entry_id: str) -> Iterator[str]:
    for entry in library.entries.values():
        fields = {str(found.path[0]) for found in references(entry) if found.id == entry_id}
        if fields:
            yield f"  {entry.id}  ({', '.join(sorted(fields))})"
