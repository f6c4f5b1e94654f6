"""The glossary: official terms in both languages, with their meaning."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.languages import Language
from canllaw.model.base import Checked, MaybeText, Name, Plain, Record, Text
from canllaw.model.citation import Citation


class Gender(StrEnum):
    """What a Welsh term is, for the grammar of what follows it."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"
    VERB_NOUN = "verb-noun"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


class Variants(Record):
    """Other forms of a term in each language."""

    cy: tuple[Plain, ...] = Field((), description="Welsh forms.")
    en: tuple[Plain, ...] = Field((), description="English forms.")

    def in_(self, language: Language) -> tuple[str, ...]:
        """Return the forms in `language`."""
        return self.cy if language == "cy" else self.en


class Term(Checked):
    """A word of the ALN system: the official term in each language and what it means."""

    kind: Literal["term"]
    name: Name = Field(description="The official term, as it stands in a sentence.")
    abbreviation: MaybeText = Field(MaybeText(), description="ALN / ADY.")
    plural: MaybeText = Field(MaybeText(), description="The plural, where it is used.")
    gender: Gender = Field(description="What the Welsh term is.")
    definition: Text = Field(description="What it means, in plain words.")
    also: Variants = Field(Variants(), description="Accepted forms, not the first choice.")
    avoid: Variants = Field(Variants(), description="Old names and wrong forms.")
    everyday: Variants = Field(
        Variants(),
        description="Forms of this term, or to avoid for it, that are everyday words too: they "
        "prove nothing by themselves, so no counterpart is asked for.",
    )
    source: tuple[Citation, ...] = Field((), description="The law that uses or defines the term.")
