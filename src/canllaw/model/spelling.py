"""Words that are spelled right though no dictionary has them."""

from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field

from canllaw.languages import Language, Words, both
from canllaw.model.base import NotAllowedError, Plain, Record
from canllaw.problems import quoted


def _in_order(words: tuple[str, ...]) -> tuple[str, ...]:
    for before, word in pairwise(words):
        if word.lower() < before.lower():
            this, above = quoted(word), quoted(before)
            raise NotAllowedError(
                Words(
                    cy=f"Mae {this} ar ôl {above}, ond mae’r geiriau yn nhrefn a i z.",
                    en=f"{this} stands after {above}, but the words are in order, a to z.",
                ),
                Words(cy=f"Symudwch {this} i’w le.", en=f"Move {this} to its place."),
            )
    return words


InOrder = Annotated[tuple[Plain, ...], AfterValidator(_in_order)]


class AllowedWords(Record):
    """The words of content/spelling.yml."""

    cy: InOrder = Field(
        (), description=both(cy="Geiriau Cymraeg, heb eu treiglo.", en="Welsh words, not mutated.")
    )
    en: InOrder = Field((), description=both(cy="Geiriau Saesneg.", en="English words."))

    def in_(self, language: Language) -> frozenset[str]:
        """Return the words of `language`."""
        return frozenset(self.cy if language == "cy" else self.en)
