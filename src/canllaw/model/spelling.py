"""Words that are spelled right though no dictionary has them."""

from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, Field

from canllaw.languages import Language
from canllaw.model.base import Plain, Record


def _in_order(words: tuple[str, ...]) -> tuple[str, ...]:
    for before, word in pairwise(words):
        if word.lower() < before.lower():
            raise ValueError(
                f"'{word}' stands after '{before}', but the words are in order, a to z"
            )
    return words


Words = Annotated[tuple[Plain, ...], AfterValidator(_in_order)]


class AllowedWords(Record):
    """The words of content/spelling.yml."""

    cy: Words = Field((), description="Welsh words, not mutated.")
    en: Words = Field((), description="English words.")

    def in_(self, language: Language) -> frozenset[str]:
        """Return the words of `language`."""
        return frozenset(self.cy if language == "cy" else self.en)
