"""Sources and the places in them, ready to show."""

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from canllaw.languages import Language
from canllaw.model import Citation, Organisation, Source

# A browser may end a line between two brackets, and "section 70(2)" is another place in the law.
_BREAKS: Final = re.compile(r"\S+\)\(\S+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, ready to show: its words, the name of the source, and where to open it."""

    place: Markup
    short: str
    title: str
    address: str
    language: Language


def cited(source: Source, citation: Citation | None, language: Language) -> Cited:
    """Return a source, or a place in it, with the text of a language where it has one."""
    address, found = source.link(language, citation)
    words = str(escape(citation.place(language) if citation else ""))
    place = Markup(_BREAKS.sub(r'<span class="whole">\g<0></span>', words))  # noqa: S704 - escaped
    short, title = source.short.in_(language), source.title.in_(language)
    return Cited(place, short, title, address, found)


def website(organisation: Organisation, language: Language) -> Cited | None:
    """Return the site of an organisation, named by its host, in the nearest language it has;
    nothing where none is known.
    """
    if organisation.website is None:
        return None
    address, found = organisation.website.in_(language)
    host = address.removeprefix("https://").removeprefix("www.").partition("/")[0]
    return Cited(Markup(), host, host, address, found)
