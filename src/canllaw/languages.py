"""The two languages, equal, in their fixed order, and the readers they are written for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["cy", "en"]
Audience = Literal["everyone", "parent", "practitioner"]

LANGUAGES: Final[tuple[Language, Language]] = ("cy", "en")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"cy": "Cymraeg", "en": "English"}


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """What the tool itself says, in both languages: a message, a hint, a line of help.

    Without arguments it says nothing, and counts as false.
    """

    cy: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.cy or self.en)

    def in_(self, language: Language) -> str:
        """Return the words in `language`."""
        return self.cy if language == "cy" else self.en


# Behind a masculine noun the Welsh names do not mutate: testun Cymraeg, geiriadur Saesneg.
NAMES: Final[dict[Language, Words]] = {
    "cy": Words(cy="Cymraeg", en="Welsh"),
    "en": Words(cy="Saesneg", en="English"),
}


def same(text: str) -> Words:
    """Return words that are the same in both languages: a command, an example, another's words."""
    return Words(cy=text, en=text)


def joined(*parts: Words) -> Words:
    """Return the parts that say something, with a space between them."""
    return Words(
        cy=" ".join(part.cy for part in parts if part),
        en=" ".join(part.en for part in parts if part),
    )


def both(cy: str, en: str) -> str:
    """Return what a field is, as schemas and the handbook say it: in Welsh, then in English."""
    return f"{cy}\n{en}"


def sides(description: str) -> Words:
    """Return the two sides of what `both` made."""
    cy, _, en = description.partition("\n")
    return Words(cy=cy, en=en)


# The first of these that is set says which language somebody's computer speaks.
_ENVIRONMENT: Final = ("CANLLAW_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of_computer(environment: Mapping[str, str]) -> Language:
    """Return the language that the environment of a computer asks for; English if it asks none."""
    found = next((environment[name] for name in _ENVIRONMENT if environment.get(name)), "")
    return "cy" if found.lower().startswith("cy") else "en"


def counterpart(language: Language) -> Language:
    """Return the other language of the pair."""
    return "en" if language == "cy" else "cy"
