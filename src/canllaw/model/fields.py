"""The fields of a record, in the order in which files have them."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from canllaw.model.base import Checked, Entry


def fields_in_order(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields by the names files have for them: what it is first, who says so last."""
    own = model.model_fields
    first = Entry.model_fields if issubclass(model, Entry) else {}
    # The law stands before where it was read.
    says_so = ("source", *Checked.model_fields) if issubclass(model, Checked) else ()
    last = [name for name in says_so if name in own and name not in first]
    middle = [name for name in own if name not in first and name not in last]
    return {own[name].alias or name: own[name] for name in (*first, *middle, *last)}
