"""What the model refused, as problems that an editor can mend."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from canllaw.languages import Words, joined
from canllaw.load import refusal_words as say
from canllaw.model import NotAllowedError, Text
from canllaw.problems import Place, Problem, nearest
from canllaw.strict_yaml import Node
from canllaw.yaml_words import IN_QUOTES, NO_SPACE, Said


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
        # What stands in a group whose names are free is called by the name of the group.
        if steps and get_origin(_annotation(self.model, steps[0])) is Mapping:
            return steps[0]
        return steps[-1] if steps else self.whole

    @property
    def called(self) -> str:
        """The field, or the field whose Welsh or English side it is."""
        a_side = self.location[-2:-1] == ("short_address",) and self.name in say.SIDES
        return "short_address" if a_side else self.name

    @property
    def an_item(self) -> bool:
        """Whether it is one item of a list."""
        return bool(self.location) and isinstance(self.location[-1], int)

    @property
    def thing(self) -> Words:
        """What to call it."""
        return say.thing(self.name, an_item=self.an_item)

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
        return len(self.location) == 1 and self.name in say.WHO_SAYS_SO and needed

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
            return Problem("C301", place, *say.not_a_pair(self.thing, self.given))
        if self.blank or self.reason == "too_short":
            return Problem(_missing_id(self, "C204"), place, *_blank(self))
        message, hint = _REFUSED.get(self.reason, _not_of_type)(self)
        return Problem("C204", place, message, joined(say.look_alike(self.given), hint))


def _is_text(model: type[BaseModel]) -> bool:
    return issubclass(model, Text)


def _missing_id(refusal: _Refusal, otherwise: str = "C202") -> str:
    if refusal.name in say.SIDES and refusal.needed:
        return "C301"
    return "C501" if refusal.says_so else otherwise


def _missing(refusal: _Refusal) -> Said:
    if refusal.name in say.SIDES:
        above = replace(refusal, location=refusal.location[:-1])
        return say.side_missing(above.thing, refusal.name)
    if refusal.says_so:
        return say.nobody_says_so(refusal.name, blank=False)
    return say.missing(refusal.name, _choices(refusal))


def _choices(refusal: _Refusal) -> tuple[str, ...]:
    info = _field(refusal.holder, refusal.name)
    kind = info.annotation if info else None
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()


def _unknown_field(refusal: _Refusal) -> Said:
    if refusal.blank and ":" in refusal.name:  # {cy:"Ysgol", en: "School"}
        return NO_SPACE
    if refusal.blank and _is_text(refusal.holder):
        return say.cut_by_comma(refusal.name), IN_QUOTES
    known = _names(refusal.holder)
    hint = nearest(refusal.name, known) or say.fields_here(known)
    return say.no_such_field(refusal.name), joined(say.look_alike(refusal.name), hint)


def _blank(refusal: _Refusal) -> Said:
    if refusal.name in say.SIDES and refusal.needed:
        return say.side_blank(refusal.name)
    if refusal.says_so:
        return say.nobody_says_so(refusal.name, blank=True)
    if refusal.reason == "too_short":
        return say.too_few(refusal.name, refusal.context.get("min_length", 1))
    return say.blank(refusal.thing, can_go=refusal.an_item or not refusal.needed)


def _not_a_choice(refusal: _Refusal) -> Said:
    options = str(refusal.context.get("expected", "")).replace(" or ", ", ")
    choices = options.replace("'", "").split(", ")
    guess = nearest(str(refusal.given), choices)
    return say.not_a_choice(refusal.name, refusal.given), guess or say.choose_from(choices)


def _other_form(refusal: _Refusal) -> Said:
    return say.other_form(refusal.called, refusal.given)


def _against_a_rule(refusal: _Refusal) -> Said:
    broken = refusal.context.get("error")
    if not isinstance(broken, NotAllowedError):
        return _not_of_type(refusal)
    return broken.message, broken.hint or say.how_to_write(refusal.name)


def _not_a_list(refusal: _Refusal) -> Said:
    return say.not_a_list(refusal.name, refusal.given)


def _not_a_group(refusal: _Refusal) -> Said:
    fields = _names(_model_at(refusal.model, refusal.location))
    return say.not_a_group(refusal.thing, refusal.name, refusal.given, fields)


def _not_one_text(refusal: _Refusal) -> Said:
    return say.not_one_text(refusal.thing, refusal.given)


def _too_small(refusal: _Refusal) -> Said:
    return say.too_small(refusal.name, refusal.given, refusal.context.get("ge", 1))


def _too_big(refusal: _Refusal) -> Said:
    return say.too_big(refusal.name, refusal.given, refusal.context["le"])


def _too_long(refusal: _Refusal) -> Said:
    return say.too_long(refusal.called, refusal.given, refusal.context["max_length"])


def _not_of_type(refusal: _Refusal) -> Said:
    return say.not_of_type(refusal.called, refusal.given, refusal.reason)


# What to say of a value, by the reason for which the model refused it.
_REFUSED: Final[Mapping[str, Callable[[_Refusal], Said]]] = {
    "enum": _not_a_choice,
    "literal_error": _not_a_choice,
    "string_pattern_mismatch": _other_form,
    "value_error": _against_a_rule,
    "tuple_type": _not_a_list,
    "model_type": _not_a_group,
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_big,
    "string_too_long": _too_long,
    "string_type": _not_one_text,
}


def _model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    for step in location:
        info = _field(model, step)
        model = (info and _record_in(info.annotation)) or model
    return model


def _field(model: type[BaseModel], name: str | int) -> FieldInfo | None:
    fields = model.model_fields.items()
    return next((info for field_name, info in fields if name == (info.alias or field_name)), None)


def _annotation(model: type[BaseModel], name: str) -> Any:
    info = _field(model, name)
    return info and info.annotation


def _names(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _record_in(part))), None)
