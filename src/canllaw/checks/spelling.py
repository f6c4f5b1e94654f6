"""Every word is spelled as a dictionary, the glossary or content/spelling.yml spells it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from canllaw.checks.language import unmarked
from canllaw.languages import LANGUAGES, NAMES, Language, Words
from canllaw.model import AllowedWords, Library, Page, PageKey, Term, Wording, texts
from canllaw.problems import Place, Problem
from canllaw.welsh.mutation import is_initialism, radicals

Known = Callable[[str], bool]

# Addresses, and words with figures in them, are no words.
# So is the kind of a box: !!! warning.
_NO_WORD: Final = re.compile(r"\S*(?:@|://|\w\.\w{2,})\S*|\w*\d\w*|<[^>]*>|(?:!!!|\?\?\?\+?) \w+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# What leans on the word before it (i’r, mae’n, school’s), and what is left of one (’nôl).
_LEANING: Final[Mapping[Language, frozenset[str]]] = {
    "cy": frozenset(("ch", "i", "m", "n", "r", "th", "u", "w")),
    "en": frozenset(("d", "ll", "re", "s", "t", "ve")),
}


@dataclass(frozen=True, slots=True)
class Speller:
    """Knows the words of one language: those of a dictionary and those allowed besides."""

    language: Language
    known: Known
    allowed: frozenset[str]

    def unknown(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield where each unknown word first stands in `text`, and the word."""
        told: set[str] = set()
        words = _NO_WORD.sub(lambda found: " " * len(found[0]), text)
        for found in _WORD.finditer(words):
            word = found[0].replace("’", "'")
            if word not in told and not self._knows(word):
                told.add(word)
                yield found.start(), found[0]

    def _knows(self, word: str) -> bool:
        if self._knows_part(word):
            return True
        parts = re.split("['-]", word)
        return len(parts) > 1 and all(
            self._knows_part(part) or part.lower() in _LEANING[self.language] for part in parts
        )

    def _knows_part(self, word: str) -> bool:
        if len(word) == 1 or is_initialism(word) or self.known(word):
            return True
        forms = radicals(word) if self.language == "cy" else ()
        return not self.allowed.isdisjoint({word, word.lower(), *(form.word for form in forms)})


def spellers(
    library: Library, known: Mapping[Language, Known], allowed: AllowedWords
) -> Mapping[Language, Speller]:
    """Return what knows the words of each language, those of the glossary included."""
    terms = [entry for entry in library.entries.values() if isinstance(entry, Term)]
    return {
        side: Speller(side, known[side], allowed.in_(side) | _words_of(terms, side))
        for side in LANGUAGES
    }


def _words_of(terms: list[Term], language: Language) -> frozenset[str]:
    forms = (
        form
        for term in terms
        for form in (
            term.name.in_(language),
            term.plural.in_(language) or "",
            *term.also.in_(language),
            *term.avoid.in_(language),
        )
    )
    return frozenset(word.lower() for form in forms for word in re.findall(r"[^\W\d_]+", form))


def misspelled(
    library: Library,
    wording: Wording,
    wording_places: Mapping[str, Place],
    pages: Mapping[PageKey, Page],
    by: Mapping[Language, Speller],
) -> Iterator[Problem]:
    """Every word of the facts, the labels and the pages is known."""
    for entry in library.entries.values():
        for path, text in texts(entry):
            for side in LANGUAGES:
                place = library.place(entry.id, *path, side)
                yield from _in_text(text.in_(side), place, by[side])
    for key, label in wording.items():
        for side in LANGUAGES:
            yield from _in_text(label.in_(side), wording_places[key], by[side])
    for page in pages.values():
        speller = by[page.language]
        yield from _in_text(page.meta.description, page.place(1), speller)
        for position, word in speller.unknown(unmarked(page)):
            yield _problem(page.language, word, page.place_of(position))


def _in_text(text: str, place: Place, speller: Speller) -> Iterator[Problem]:
    for _, word in speller.unknown(text):
        yield _problem(speller.language, word, place)


def _problem(side: Language, word: str, place: Place) -> Problem:
    return Problem(
        "C308",
        place,
        Words(
            cy=f"Nid yw '{word}' mewn unrhyw eiriadur {NAMES[side].cy}.",
            en=f"'{word}' is in no {NAMES[side].en} dictionary.",
        ),
        Words(
            cy=f"Cywirwch y gair, neu ychwanegwch ef o dan {side}: yn content/spelling.yml os yw’n "
            "gywir.",
            en=f"Mend it, or add it under {side}: in content/spelling.yml if it is right.",
        ),
    )
