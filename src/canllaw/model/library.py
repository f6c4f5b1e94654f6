"""The library: every entry of the content, by id and by kind."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic import BaseModel

from canllaw.languages import Language
from canllaw.model.age_stage import AgeStage
from canllaw.model.base import Checked, Entry, Located, Reference, Text
from canllaw.model.change import NotedChange
from canllaw.model.citation import Citation
from canllaw.model.deadline import Deadline
from canllaw.model.milestone import Milestone
from canllaw.model.organisation import Organisation
from canllaw.model.plan_section import PlanSection
from canllaw.model.provision import Example, Provision
from canllaw.model.question import Question
from canllaw.model.right import Right
from canllaw.model.role import Role
from canllaw.model.source import Source
from canllaw.model.standard import Standard
from canllaw.model.term import Term
from canllaw.model.waiver import Waiver
from canllaw.problems import Place

KINDS: Final[Mapping[str, type[Entry]]] = MappingProxyType(
    {
        "source": Source,
        "term": Term,
        "role": Role,
        "right": Right,
        "deadline": Deadline,
        "age_stage": AgeStage,
        "provision": Provision,
        "example": Example,
        "plan_section": PlanSection,
        "milestone": Milestone,
        "organisation": Organisation,
        "question": Question,
        "waiver": Waiver,
        "standard": Standard,
        "change": NotedChange,
    }
)


_NAMED_BY: Final = ("name", "title", "situation", "question", "asks", "what")


@dataclass(frozen=True, slots=True)
class Library:
    """All entries, in the order of the files, with the file and the tree each was read from."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    trees: Mapping[str, Located] = field(default_factory=dict)

    def place(self, entry_id: str, *path: str | int) -> Place:
        """Return where the value at `path` in an entry stands, or without a path its id."""
        return Place(self.files[entry_id], *self.trees[entry_id].spot_of(path or ("id",)))

    def newest_check(self) -> datetime.date:
        """Return the latest day on which a fact was checked; a fixed day where there is none."""
        entries = self.entries.values()
        days = [entry.checked for entry in entries if isinstance(entry, Checked)]
        return max(days, default=datetime.date(2018, 1, 1))

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of `kind` that the site may show, in the order of the files."""
        return tuple(
            entry for entry in self.entries.values() if entry.kind == kind and is_publishable(entry)
        )

    def cited(self, citation: Citation, language: Language) -> str:
        """Return a citation in words: the short name of its source, and the place in it."""
        source = self.entries[citation.instrument]
        name = source.short.in_(language) if isinstance(source, Source) else source.id
        return ", ".join(filter(None, (name, citation.place(language))))


def is_publishable(entry: Entry) -> bool:
    """Whether the site may show `entry`: anything but an unconfirmed fact."""
    return not isinstance(entry, Checked) or entry.publishable


def name_of(entry: Entry) -> Text | None:
    """Return what a fact is called; nothing where its kind has no name."""
    found = (getattr(entry, field, None) for field in _NAMED_BY)
    return next((text for text in found if isinstance(text, Text)), None)


@dataclass(frozen=True, slots=True)
class FoundReference:
    """An id found in a field: where in the entry, of which kind it must be, and the id."""

    path: tuple[str | int, ...]
    kind: str
    id: str


def references(entry: BaseModel) -> Iterator[FoundReference]:
    """Yield every id in `entry` that names another entry."""
    for name, alias, kind in _fields_of_interest(type(entry)):
        yield from _references_in(getattr(entry, name), (alias,), kind)


def texts(entry: BaseModel) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    """Yield every paired text in `entry`, with its path."""
    for name, alias in _fields_with_records(type(entry)):
        yield from _texts_in(getattr(entry, name), (alias,))


@cache
def _fields_of_interest(model: type[BaseModel]) -> tuple[tuple[str, str, str | None], ...]:
    return tuple(
        (name, info.alias or name, kind)
        for name, info in model.model_fields.items()
        if (kind := _reference_kind(info.annotation, info.metadata))
        or _holds_records(info.annotation)
    )


@cache
def _fields_with_records(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if _holds_records(info.annotation)
    )


def _reference_kind(annotation: Any, metadata: Iterable[Any] = ()) -> str | None:
    if get_origin(annotation) is Annotated:
        metadata = annotation.__metadata__
    for item in metadata:
        if isinstance(item, Reference):
            return item.kind
    return next((kind for part in get_args(annotation) if (kind := _reference_kind(part))), None)


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, BaseModel)
    return any(_holds_records(part) for part in get_args(annotation))


def _references_in(
    value: Any, path: tuple[str | int, ...], kind: str | None
) -> Iterator[FoundReference]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _references_in(item, (*path, index), kind)
    elif isinstance(value, BaseModel):
        for found in references(value):
            yield FoundReference((*path, *found.path), found.kind, found.id)
    elif isinstance(value, str) and kind:
        yield FoundReference(path, kind, value)


def _texts_in(
    value: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(item, (*path, index))
    elif isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        for inner, text in texts(value):
            yield (*path, *inner), text
