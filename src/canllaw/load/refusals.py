"""What the model refused, as problems that an editor can mend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from canllaw.languages import ENGLISH_NAMES
from canllaw.model import Text
from canllaw.problems import Place, Problem, nearest
from canllaw.strict_yaml import Node
from canllaw.yaml_slips import IN_QUOTES, NO_SPACE


def model_problems(
    path: str, node: Node, model: type[BaseModel], error: ValidationError, name: str = ""
) -> list[Problem]:
    """Turn what the model refused into problems with their places in the file.

    `name` is what to call the whole, where the file has a name for it.
    """
    refusals = [
        _Refusal(model, detail["loc"], detail["type"], detail["input"], detail.get("ctx", {}), name)
        for detail in error.errors(include_url=False)
    ]
    return [found.problem(path, node) for found in refusals if not found.follows_from(refusals)]


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One thing the model refused: which field of which record, why, and what was given."""

    model: type[BaseModel]
    location: tuple[str | int, ...]
    reason: str
    given: Any
    context: Mapping[str, Any]
    whole: str

    @property
    def name(self) -> str:
        """The field, by the name it has in the file."""
        steps = [step for step in self.location if isinstance(step, str)]
        return steps[-1] if steps else self.whole

    @property
    def an_item(self) -> bool:
        """Whether it is one item of a list."""
        return bool(self.location) and isinstance(self.location[-1], int)

    @property
    def thing(self) -> str:
        """What to call it at the start of a sentence."""
        return f"An item of '{self.name}'" if self.an_item else f"'{self.name}'"

    @property
    def holder(self) -> type[BaseModel]:
        """The record the field belongs to."""
        return _model_at(self.model, self.location[:-1])

    @property
    def blank(self) -> bool:
        """Whether nothing was given."""
        return self.given is None or (isinstance(self.given, str) and not self.given.strip())

    @property
    def needed(self) -> bool:
        """Whether the field cannot be left out."""
        info = _field(self.holder, self.name)
        return bool(info and info.is_required())

    @property
    def says_so(self) -> bool:
        """Whether a fact without this field has nobody who says so."""
        needed = self.needed or self.name == "read_in"
        return len(self.location) == 1 and self.name in _WHO_SAYS_SO and needed

    def follows_from(self, others: Iterable["_Refusal"]) -> bool:
        """Whether it goes away by itself once another mistake is mended."""
        if self.reason == "too_short":
            # The list has items, but too few that could be read.
            inside = len(self.location)
            return any(
                other.location[:inside] == self.location and len(other.location) > inside
                for other in others
            )
        return self.reason == "missing" and any(
            other.reason == "extra_forbidden"
            and other.location[:-1] == self.location[:-1]
            and nearest(other.name.partition(":")[0], [self.name])
            for other in others
        )

    def problem(self, path: str, node: Node) -> Problem:
        """Say what is wrong, where, and what to type."""
        if self.reason == "missing":
            place = Place(path, *node.spot_of(self.location[:-1]))
            return Problem(_missing_id(self), place, *_missing(self))
        if self.reason == "extra_forbidden":
            place = Place(path, *node.spot_of(self.location, key=True))
            return Problem("C203", place, *_unknown_field(self))
        place = Place(path, *node.spot_of(self.location))
        if self.reason == "model_type" and _is_text(_model_at(self.model, self.location)):
            return Problem("C301", place, *_not_a_pair(self))
        if self.blank or self.reason == "too_short":
            return Problem(_missing_id(self, "C204"), place, *_blank(self))
        return Problem("C204", place, *_refused_value(self))


# Fields without which nobody says that a fact is so, and what to type.
_WHO_SAYS_SO: Final[Mapping[str, str]] = {
    "source": "Add 'source: [{instrument: source.…, section: \"…\"}]', the law that makes it so.",
    "read_in": "Add 'read_in: [source.…]', where it was read.",
    "evidence": "Add 'evidence: …' with primary, secondary or unconfirmed.",
    "checked": "Add 'checked: …' with the day somebody compared it with its source: 2021-09-01",
}
# By any text: a field has a name before it is known to be a language.
_SIDES: Final[Mapping[str, str]] = dict(ENGLISH_NAMES.items())


def _is_text(model: type[BaseModel]) -> bool:
    return issubclass(model, Text)


def _missing_id(refusal: _Refusal, otherwise: str = "C202") -> str:
    if refusal.name in _SIDES and refusal.needed:
        return "C301"
    return "C501" if refusal.says_so else otherwise


def _missing(refusal: _Refusal) -> tuple[str, str]:
    name = refusal.name
    if name in _SIDES:
        above = replace(refusal, location=refusal.location[:-1])
        return f"{above.thing} has no {_SIDES[name]} side ({name}).", _add_side(name)
    if refusal.says_so:
        return f"This fact has no '{name}', so nobody can tell who says so.", _WHO_SAYS_SO[name]
    choices = _choices(refusal)
    return f"'{name}' is missing here.", f"Add '{name}: …'{choices and f' with one of {choices}'}."


def _add_side(name: str) -> str:
    return f'Write {name}: "…", so that readers of {_SIDES[name]} do not meet a gap.'


def _choices(refusal: _Refusal) -> str:
    info = _field(refusal.holder, refusal.name)
    kind = info.annotation if info else None
    if get_origin(kind) is Literal:
        return ", ".join(get_args(kind))
    return ", ".join(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ""


def _unknown_field(refusal: _Refusal) -> tuple[str, str]:
    if refusal.blank and ":" in refusal.name:  # {cy:"Ysgol", en: "School"}
        return NO_SPACE
    if refusal.blank and _is_text(refusal.holder):
        message = (
            f"A comma ends a text that has no quotes; {shown_text(refusal.name)} is left over."
        )
        return message, IN_QUOTES
    known = _names(refusal.holder)
    hint = nearest(refusal.name, known).en or f"The fields here are {', '.join(known)}."
    return f"There is no field {shown_text(refusal.name)} here.", hint


def _blank(refusal: _Refusal) -> tuple[str, str]:
    if refusal.name in _SIDES and refusal.needed:
        return f"The {_SIDES[refusal.name]} side ({refusal.name}) is blank.", _add_side(
            refusal.name
        )
    if refusal.says_so:
        said = f"'{refusal.name}' is blank, so nobody can tell who says so."
        return said, _WHO_SAYS_SO[refusal.name].replace("Add", "Write", 1)
    if refusal.reason == "too_short":
        least = refusal.context.get("min_length", 1)
        items = "one item" if least == 1 else f"{least} items"
        return f"'{refusal.name}' needs {items} at least.", "Add an item with '- ' in front."
    can_go = refusal.an_item or not refusal.needed
    hint = "Fill it in, or delete it." if can_go else "Fill it in; it cannot be left out."
    return f"{refusal.thing} is blank.", hint


def _not_a_pair(refusal: _Refusal) -> tuple[str, str]:
    return (
        f"{refusal.thing} needs Welsh and English, but {what_is(refusal.given)} stands here.",
        'Write {cy: "…", en: "…"}.',
    )


def _refused_value(refusal: _Refusal) -> tuple[str, str]:
    shown, name, kind = shown_text(refusal.given), refusal.name, refusal.reason
    match kind:
        case "enum" | "literal_error":
            options = str(refusal.context.get("expected", "")).replace(" or ", ", ")
            choices = options.replace("'", "").split(", ")
            guess = nearest(str(refusal.given), choices).en
            return (
                f"{shown} is not a value of '{name}'.",
                guess or f"Choose one of {', '.join(choices)}.",
            )
        case "string_pattern_mismatch":
            return f"{shown} is not written as '{name}' must be.", _how_to_write(name)
        case "value_error":
            said, _, hint = str(refusal.context.get("error", "")).partition("; ")
            return _sentence(said), _sentence(hint) if hint else _how_to_write(name)
        case "tuple_type":
            return (
                f"'{name}' is a list, but {what_is(refusal.given)} stands here.",
                _HOW_TO_WRITE.get(
                    name, "Write each item on a line of its own, with '- ' in front."
                ),
            )
        case "model_type":
            known = ", ".join(_names(_model_at(refusal.model, refusal.location)))
            return (
                f"{refusal.thing} is a group of fields, but {what_is(refusal.given)} stands here.",
                _HOW_TO_WRITE.get(name, f"Write its fields below it, moved in: {known}."),
            )
        case "greater_than" | "greater_than_equal":
            least = refusal.context.get("ge", 1)
            return f"{shown} is too small for '{name}'.", f"Write {least} or more."
        case "string_type":
            return (
                f"{refusal.thing} takes one text, but {what_is(refusal.given)} stands here.",
                "Write it as one text, without '- ' in front and with no fields below it.",
            )
        case _:
            wanted, hint = _TYPES.get(kind.partition("_")[0], (f"not right for '{name}'", ""))
            return f"{shown} is {wanted}.", hint or _how_to_write(name)


def _how_to_write(name: str) -> str:
    return _HOW_TO_WRITE.get(name, "Compare it with another entry of the same kind.")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def shown_text(given: Any) -> str:
    """Return what was given as a message shows it: quoted, on one line, and short."""
    if not isinstance(given, str):
        found = what_is(given)
        return found[:1].upper() + found[1:]
    line = " ".join(given.split())
    return f"'{line[:50]}…'" if len(line) > 51 else f"'{line}'"


def what_is(given: Any) -> str:
    """Return what kind of thing was given, in an editor's words."""
    if isinstance(given, dict):
        return "a group of fields"
    if isinstance(given, list):
        return "a list"
    return "one text" if given else "nothing"


# What to type in a field, by its name; for a rule of a whole entry, by its kind.
_HOW_TO_WRITE: Final[Mapping[str, str]] = {
    "checked": "Write it as year-month-day: 2021-09-01",
    "from": "Write it as year-month-day: 2021-09-01",
    "id": "Write kind.words-in-lower-case, with hyphens and no accents: deadline.school-decision",
    "number": "Write it like 2B.2, as in the standard form.",
    "when": 'Write it in quotes as a day, month or year: "2021-09-01", "2021-03" or "2021".',
    "phone": 'Write it with spaces, in quotes: "0300 222 5711".',
    "email": "Write one address: help@example.org",
    "cy": 'Copy it from the browser, in quotes: "https://www.llyw.cymru/"',
    "en": 'Copy it from the browser, in quotes: "https://www.gov.wales/"',
    "address": 'Write {cy: "https://…"}, {en: "https://…"} or both.',
    "website": 'Write {cy: "https://…"}, {en: "https://…"} or both.',
    "source": 'Write [{instrument: source.…, section: "…"}].',
    "right": "Write 'deadlines: [deadline.…]' or 'no_deadline: {cy: \"…\", en: \"…\"}', not both.",
    "slug": "Use a to z, 0 to 9 and hyphens, with / between folders: rhieni/apelio",
}
# What a value is not, and what to type, by the first word of the reason.
_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    "date": ("not a day", "Write it as year-month-day: 2021-09-01"),
    "int": ("not a whole number", "Write the number in figures, with nothing behind it."),
    "bool": ("neither true nor false", "Write true or false."),
}


def _model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    for step in location:
        info = _field(model, step)
        model = (info and _record_in(info.annotation)) or model
    return model


def _field(model: type[BaseModel], name: str | int) -> FieldInfo | None:
    fields = model.model_fields.items()
    return next((info for field_name, info in fields if name == (info.alias or field_name)), None)


def _names(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _record_in(part))), None)
