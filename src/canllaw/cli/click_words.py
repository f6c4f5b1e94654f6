"""What click itself says, in Welsh: it asks gettext for each sentence by its English words."""

import gettext
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from canllaw.languages import Language

# One thing, and several. Names in braces are filled in by click.
WELSH: Final[Mapping[str, str]] = {
    "(dynamic)": "(yn dibynnu)",
    "Aborted!": "Stopiwyd.",
    "Argument {name!r} takes {nargs} values.": "Mae angen {nargs} o werthoedd ar {name!r}.",
    "Choose from:\n\t{choices}": "Dewiswch o blith:\n\t{choices}",
    "Commands": "Gorchmynion",
    "Confirm the action without prompting.": "Cadarnhau heb ofyn.",
    "Could not open file {filename!r}: {message}": "Ni ellid agor {filename!r}: {message}",
    "Do you want to continue?": "Ydych chi am fynd ymlaen?",
    "Error: invalid input": "Gwall: nid yw hynny’n ateb dilys",
    "Error: The two entered values do not match.": "Gwall: nid yw’r ddau werth yr un fath.",
    "Error: {message}": "Gwall: {message}",
    "Invalid value for {param_hint}: {message}": "Gwerth anghywir i {param_hint}: {message}",
    "Invalid value: {message}": "Gwerth anghywir: {message}",
    "Missing argument": "Mae angen",
    "Missing command.": "Mae angen gorchymyn.",
    "Missing option": "Mae angen y dewis",
    "Missing parameter": "Mae angen",
    "Missing parameter: {param_name}": "Mae angen {param_name}",
    "Missing {param_type}": "Mae angen {param_type}",
    "No such command {name!r}.": "Nid oes gorchymyn {name!r}.",
    "No such option {name!r}.": "Nid oes dewis {name!r}.",
    "Option {name!r} does not take a value.": "Nid yw’r dewis {name!r} yn cymryd gwerth.",
    "Options": "Dewisiadau",
    "Positional arguments": "Yr hyn i’w deipio",
    "Press any key to continue...": "Pwyswch unrhyw fysell i fynd ymlaen...",
    "Repeat for confirmation": "Teipiwch eto i gadarnhau",
    "Show this message and exit.": "Dangos y neges hon a gorffen.",
    "Show the version and exit.": "Dangos y fersiwn a gorffen.",
    "Try '{command} {option}' for help.": "Teipiwch '{command} {option}' am help.",
    "Usage:": "Defnydd:",
    "Value must be an iterable.": "Mae angen rhestr o werthoedd.",
    "default: {default}": "fel arfer: {default}",
    "deprecated": "hen",
    "directory": "ffolder",
    "env var: {var}": "newidyn: {var}",
    "file": "ffeil",
    "path": "llwybr",
    "unknown error": "gwall anhysbys",
    "{name} {filename!r} does not exist.": "Nid oes dim yn {filename!r}.",
    "{name} {filename!r} is a directory.": "Ffolder yw {filename!r}, nid ffeil.",
    "{name} {filename!r} is a file.": "Ffeil yw {filename!r}, nid ffolder.",
    "{name} {filename!r} is not executable.": "Ni ellir rhedeg {filename!r}.",
    "{name} {filename!r} is not readable.": "Ni ellir darllen {filename!r}.",
    "{name} {filename!r} is not writable.": "Ni ellir ysgrifennu i {filename!r}.",
    "{value!r} is not a valid UUID.": "Nid UUID yw {value!r}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "Nid ie na nage yw {value!r}. Gallwch deipio: {states}"
    ),
    "{value!r} is not a valid {number_type}.": "Nid rhif yw {value!r}.",
    "{value} is not in the range {range}.": "Nid yw {value} yn yr ystod {range}.",
}
WELSH_COUNTS: Final[Mapping[str, tuple[str, str]]] = {
    "Did you mean {possibility}?": (
        "Ai {possibility} oedd gennych mewn golwg?",
        "(Ai un o’r rhain oedd gennych mewn golwg: {possibilities}?)",
    ),
    "Got unexpected extra argument ({args})": (
        "Mae rhywbeth dros ben ({args})",
        "Mae pethau dros ben ({args})",
    ),
    "Option {name!r} requires an argument.": (
        "Mae angen gwerth ar y dewis {name!r}.",
        "Mae angen {nargs} o werthoedd ar y dewis {name!r}.",
    ),
    "Takes {nargs} values but 1 was given.": (
        "Mae angen {nargs} o werthoedd, ond 1 a gafwyd.",
        "Mae angen {nargs} o werthoedd, ond {len} a gafwyd.",
    ),
    "{len_type} values are required, but {len_value} was given.": (
        "Mae angen {len_type} o werthoedd, ond {len_value} a gafwyd.",
        "Mae angen {len_type} o werthoedd, ond {len_value} a gafwyd.",
    ),
    "{value!r} does not match the format {format}.": (
        "Nid yw {value!r} ar ffurf {format}.",
        "Nid yw {value!r} ar un o’r ffurfiau {formats}.",
    ),
    "{value!r} is not {choice}.": (
        "Nid {choice} yw {value!r}.",
        "Nid yw {value!r} yn un o’r rhain: {choices}.",
    ),
}
# What stands for a value in a line of help.
METAVARS: Final[Mapping[str, str]] = {
    "COMMAND [ARGS]...": "GORCHYMYN [MANYLION]...",
    "DIRECTORY": "FFOLDER",
    "FILE": "FFEIL",
    "FLOAT": "RHIF",
    "INTEGER": "RHIF",
    "NAME": "ENW",
    "PATH": "LLWYBR",
    "TEXT": "TESTUN",
    "YYYY-MM-DD": "BBBB-MM-DD",
    "[OPTIONS]": "[DEWISIADAU]",
}


@contextmanager
def click_speaks(language: Language) -> Iterator[None]:
    """Let click say its own sentences in `language` as long as the block runs."""
    if language == "en":
        yield
        return
    # Every module of click holds `gettext.gettext`, which looks these two up at each call. The
    # way meant for this is a compiled catalogue in a folder: decisions/0008 says why not.
    module = vars(gettext)
    before = {name: module[name] for name in ("dgettext", "dngettext")}
    module.update(dgettext=_one(before["dgettext"]), dngettext=_counted(before["dngettext"]))
    try:
        yield
    finally:
        module.update(before)


def _one(otherwise: Callable[[str, str], str]) -> Callable[[str, str], str]:
    def dgettext(domain: str, message: str) -> str:
        return WELSH.get(message) or otherwise(domain, message)

    return dgettext


def _counted(otherwise: Callable[[str, str, str, int], str]) -> Callable[[str, str, str, int], str]:
    def dngettext(domain: str, one: str, several: str, number: int) -> str:
        if one in WELSH_COUNTS:
            return WELSH_COUNTS[one][number != 1]
        return otherwise(domain, one, several, number)

    return dngettext
