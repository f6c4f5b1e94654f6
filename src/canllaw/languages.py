"""The two languages, equal, in their fixed order, and the readers they are written for."""

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["cy", "en"]
Audience = Literal["everyone", "parent", "practitioner"]

LANGUAGES: Final[tuple[Language, Language]] = ("cy", "en")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"cy": "Cymraeg", "en": "English"}

ENGLISH_NAMES: Final[dict[Language, str]] = {"cy": "Welsh", "en": "English"}


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """What the tool itself says, in both languages: a message, a hint, a line of help."""

    cy: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the words in `language`."""
        return self.cy if language == "cy" else self.en


def counterpart(language: Language) -> Language:
    """Return the other language of the pair."""
    return "en" if language == "cy" else "cy"
