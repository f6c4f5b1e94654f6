"""The glossary: official terms in both languages, with their meaning."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from canllaw.languages import Language, both
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

    cy: tuple[Plain, ...] = Field((), description=both(cy="Ffurfiau Cymraeg.", en="Welsh forms."))
    en: tuple[Plain, ...] = Field((), description=both(cy="Ffurfiau Saesneg.", en="English forms."))

    def in_(self, language: Language) -> tuple[str, ...]:
        """Return the forms in `language`."""
        return self.cy if language == "cy" else self.en


class Term(Checked):
    """A word of the ALN system: the official term in each language and what it means."""

    kind: Literal["term"]
    name: Name = Field(
        description=both(
            cy="Y term swyddogol, fel y mae mewn brawddeg.",
            en="The official term, as it stands in a sentence.",
        )
    )
    abbreviation: MaybeText = Field(
        MaybeText(),
        description=both(cy="Y talfyriad, fel ADY.", en="The abbreviation, such as ALN."),
    )
    plural: MaybeText = Field(
        MaybeText(),
        description=both(
            cy="Y lluosog, lle mae’n cael ei ddefnyddio.", en="The plural, where it is used."
        ),
    )
    gender: Gender = Field(
        description=both(cy="Beth yw’r term Cymraeg.", en="What the Welsh term is.")
    )
    definition: Text = Field(
        description=both(
            cy="Beth yw ei ystyr, mewn geiriau syml.", en="What it means, in plain words."
        )
    )
    also: Variants = Field(
        Variants(),
        description=both(
            cy="Ffurfiau derbyniol, nad ydynt yn ddewis cyntaf.",
            en="Accepted forms, not the first choice.",
        ),
    )
    avoid: Variants = Field(
        Variants(),
        description=both(cy="Hen enwau a ffurfiau anghywir.", en="Old names and wrong forms."),
    )
    everyday: Variants = Field(
        Variants(),
        description=both(
            cy="Ffurfiau o’r term hwn, neu rai i’w hosgoi, sy’n eiriau bob dydd hefyd: nid "
            "ydynt yn profi dim ar eu pennau eu hunain, felly nid oes angen partner.",
            en="Forms of this term, or to avoid for it, that are everyday words too: they prove "
            "nothing by themselves, so no counterpart is asked for.",
        ),
    )
    source: tuple[Citation, ...] = Field(
        (),
        description=both(
            cy="Y gyfraith sy’n defnyddio neu’n diffinio’r term.",
            en="The law that uses or defines the term.",
        ),
    )
