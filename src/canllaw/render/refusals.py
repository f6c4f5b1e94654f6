"""What a page asks for and cannot have, in words for its editor."""

import datetime
from collections.abc import Iterable
from typing import Final

from jinja2 import UndefinedError

from canllaw.languages import Words, joined
from canllaw.model import MacroCall
from canllaw.problems import Place, Problem, nearest

_CHANGE_THE_CALL: Final = Words(cy="Newidiwch y macro yma.", en="Change the macro call here.")


class RenderError(Exception):
    """A page asked for something that it cannot have."""

    def __init__(
        self, message: Words, hint: Words = _CHANGE_THE_CALL, problem_id: str = "C613"
    ) -> None:
        super().__init__(message.en)
        self.message, self.hint, self.problem_id = message, hint, problem_id

    def at(self, place: Place) -> Problem:
        """Return the problem of the page that asked at `place`."""
        return Problem(self.problem_id, place, self.message, self.hint)


def unknown_fact(entry_id: str, known: Iterable[str]) -> RenderError:
    """Refuse a fact that does not exist."""
    return RenderError(
        Words(cy=f"Nid oes ffaith '{entry_id}'.", en=f"There is no fact '{entry_id}'."),
        nearest(entry_id, known)
        or Words(cy="Mae’r ffeithiau yn content/.", en="Facts are in content/."),
        "C402",
    )


def unconfirmed_fact(entry_id: str) -> RenderError:
    """Refuse a fact that nobody has confirmed."""
    return RenderError(
        Words(
            cy=f"Nid oes neb wedi cadarnhau '{entry_id}', felly ni chaiff tudalen ei dangos.",
            en=f"'{entry_id}' is unconfirmed, so no page may show it.",
        ),
        Words(
            cy="Ysgrifennwch y darn hebddi a dywedwch pwy all ateb, neu cadarnhewch y ffaith yn "
            "gyntaf.",
            en="Write the passage without it and say who can tell, or confirm the fact first.",
        ),
        "C606",
    )


def unknown_label(key: str, known: Iterable[str]) -> RenderError:
    """Refuse a label that content/interface.yml does not have."""
    return RenderError(
        Words(
            cy=f"Nid oes label '{key}' yn content/interface.yml.",
            en=f"There is no label '{key}' in content/interface.yml.",
        ),
        joined(
            nearest(key, known),
            Words(
                cy="Ychwanegwch y label, yn y ddwy iaith, at content/interface.yml.",
                en="Add the label, in both languages, to content/interface.yml.",
            ),
        ),
        "C405",
    )


def unknown_macro(name: str, known: Iterable[str]) -> RenderError:
    """Refuse a macro that pages cannot call."""
    names = sorted(known)
    return RenderError(
        Words(cy=f"Nid oes macro '{name}'.", en=f"There is no macro '{name}'."),
        nearest(name, names)
        or Words(
            cy=f"Dyma’r macros: {', '.join(names)}.", en=f"The macros are {', '.join(names)}."
        ),
        "C605",
    )


def failed(call: MacroCall, error: Exception) -> RenderError:
    """Refuse a call in which something went wrong that nobody foresaw."""
    if isinstance(error, TypeError) or str(error).endswith("was not provided"):
        return _wrong_count(call.name)
    if isinstance(error, UndefinedError) and not str(error).endswith("is undefined"):
        return _nothing_to_show(call)
    return _broken_macro(call.name, error)


def _wrong_count(name: str) -> RenderError:
    return RenderError(
        Words(
            cy=f"Mae gormod, neu rhy ychydig, rhwng cromfachau '{name}'.",
            en=f"'{name}' was given too many or too few arguments.",
        )
    )


def _nothing_to_show(call: MacroCall) -> RenderError:
    named = ", ".join(f"'{argument}'" for argument in call.arguments)
    return RenderError(
        Words(
            cy=f"Nid oes gan '{call.name}' ddim i’w ddangos am {named}.",
            en=f"'{call.name}' has nothing to show for {named}.",
        ),
        Words(
            cy="Enwch ffaith o’r math y mae’n ei ddangos, neu tynnwch y macro oddi yma.",
            en="Name a fact of the kind it shows, or take the macro call out.",
        ),
    )


def _broken_macro(name: str, error: Exception) -> RenderError:
    return RenderError(
        Words(
            cy=f"Mae rhywbeth o’i le yn y macro '{name}' ei hun, felly ni ellir creu’r dudalen.",
            en=f"Something in the macro '{name}' itself is wrong, so the page cannot be made.",
        ),
        Words(
            cy="Tynnwch y macro oddi yma, neu anfonwch hyn at bwy bynnag sy’n trwsio macros: "
            f"“{error}”",
            en=f"Take the macro call out, or send this to whoever mends macros: “{error}”",
        ),
    )


def unknown_choice(field: str, value: str, choices: Iterable[str]) -> RenderError:
    """Refuse a value that no entry can have."""
    choices = list(choices)
    named = ", ".join(choices)
    return RenderError(
        Words(
            cy=f"Nid yw '{value}' yn un o werthoedd '{field}'.",
            en=f"'{value}' is not a value of '{field}'.",
        ),
        nearest(value, choices)
        or Words(cy=f"Dewiswch un o’r rhain: {named}.", en=f"Choose one of {named}."),
    )


def no_choice(kind: str, field: str) -> RenderError:
    """Refuse to group by a field that is not a choice."""
    return RenderError(
        Words(
            cy=f"Nid dewis yw '{field}' mewn ffaith o’r math '{kind}', felly ni ellir grwpio yn "
            "ei ôl.",
            en=f"'{field}' of a {kind} is not a choice, so nothing groups by it.",
        )
    )


def no_deadline(entry_id: str) -> RenderError:
    """Refuse the length of what is not a deadline."""
    return RenderError(
        Words(
            cy=f"Nid terfyn amser yw '{entry_id}', felly nid oes hyd iddo.",
            en=f"'{entry_id}' is not a deadline, so it has no length.",
        )
    )


def not_in_force(entry_id: str, day: datetime.date) -> RenderError:
    """Refuse a deadline that has no value yet."""
    return RenderError(
        Words(
            cy=f"'{entry_id}': nid oes gwerth mewn grym ar {day}.",
            en=f"'{entry_id}': no value is in force on {day}.",
        )
    )


def no_source(entry_id: str) -> RenderError:
    """Refuse to cite what is not a source."""
    return RenderError(
        Words(
            cy=f"Nid ffynhonnell yw '{entry_id}', felly ni ellir ei dyfynnu.",
            en=f"'{entry_id}' is not a source, so it cannot be cited.",
        )
    )


def no_website(entry_id: str) -> RenderError:
    """Refuse the website of an organisation that has none."""
    return RenderError(
        Words(
            cy=f"Nid oes gwefan gan '{entry_id}' i’w dangos.",
            en=f"'{entry_id}' has no website to show.",
        )
    )


def bad_macro_file(name: str, line: int, error: str) -> Problem:
    """Return the problem of a macro file that cannot be read, with what Jinja says of it."""
    return Problem(
        "C604",
        Place(f"macros/{name}", line),
        Words(
            cy=f"Ni ellir darllen y ffeil macro hon: {error}",
            en=f"This macro file cannot be read: {error}",
        ),
        Words(
            cy="Trwsiwch y macro ar y llinell hon; mae pob tudalen yn aros amdano.",
            en="Mend the macro on this line; every page waits for it.",
        ),
    )
