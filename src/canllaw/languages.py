"""The two languages, equal, in their fixed order, and the readers they are written for."""

from typing import Final, Literal

Language = Literal["cy", "en"]
Audience = Literal["everyone", "parent", "practitioner"]

LANGUAGES: Final[tuple[Language, Language]] = ("cy", "en")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"cy": "Cymraeg", "en": "English"}


# What messages call them: the tool speaks English to editors.
ENGLISH_NAMES: Final[dict[Language, str]] = {"cy": "Welsh", "en": "English"}


def counterpart(language: Language) -> Language:
    """Return the other language of the pair."""
    return "en" if language == "cy" else "cy"
