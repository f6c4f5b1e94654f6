"""Finds the terms of the glossary in a text, through mutations, plurals and abbreviations."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from canllaw.languages import Language
from canllaw.model import Term
from canllaw.welsh.mutation import fold, is_initialism, radicals

_WORD: Final = re.compile(r"[^\W_]+")
# How the abbreviations of terms make their plural: CDUau, IDPs.
_PLURAL: Final[Mapping[Language, str]] = {"cy": "au", "en": "s"}
# How far apart the words of a term may stand: "ysgol brif ffrwd a gynhelir".
_WINDOW: Final = 10


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a term in one language, or a form to avoid for it."""

    words: tuple[str, ...]
    term: Term
    avoided: bool
    everyday: bool
    """Whether it is an everyday word too, which proves nothing by itself."""

    @property
    def is_name(self) -> bool:
        """Whether it is one word that begins with a capital: the Code, but not any code."""
        return len(self.words) == 1 and self.term.name.cy[0].isupper()


@dataclass(frozen=True, slots=True)
class Use:
    """A form that was found in a text: its words as they stand there, and where."""

    form: Form
    words: str
    position: int


class Glossary:
    """The terms of one language, ready to be found."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._language = language
        self._own = {term.id: list(_own_forms(term, language)) for term in terms}
        self._by_first_word: dict[str, list[Form]] = defaultdict(list)
        self._starting_with: dict[str, list[Form]] = {}
        own = [form for forms in self._own.values() for form in forms]
        known = {form.words for form in own}
        self._terms_with = {
            words: [form.term for form in own if form.words == words] for words in known
        }
        # A form to avoid for one term may be another term: SEN, where the old system is told of.
        avoided = [form for term in terms for form in _avoided_forms(term, language)]
        for form in (*own, *(form for form in avoided if form.words not in known)):
            self._by_first_word[form.words[0]].append(form)

    def uses(self, text: str) -> Iterator[Use]:
        """Yield the forms in `text`, the longest where several stand in one place."""
        found = list(_WORD.finditer(text))
        after = 0
        for index, first in enumerate(found):
            starting = self._starting(first[0]) if index >= after else ()
            for form in starting:
                matches = found[index : index + len(form.words)]
                if _fits([match[0] for match in matches], form.words, self._language):
                    after = index + len(form.words)
                    words = text[first.start() : matches[-1].end()]
                    yield Use(form, " ".join(words.split()), first.start())
                    break

    def meanings(self, form: Form) -> Sequence[Term]:
        """Return the terms that are written so: "review" is one that is done, and to do one."""
        return self._terms_with.get(form.words, [])

    def says(self, text: str, term: Term) -> bool:
        """Whether `text` has the words of `term` in any order, or words of the same stem."""
        words = [
            {fold(key) for key in _keys(word, self._language)} for word in _WORD.findall(text)
        ]
        return any(_says(words, form.words) for form in self._own[term.id])

    def _starting(self, word: str) -> list[Form]:
        """Return the forms that may start with `word` as it stands, longest first."""
        if word not in self._starting_with:
            forms = [
                form
                for key in _keys(word, self._language)
                for form in self._by_first_word.get(key, ())
                if word[0].isupper() or not form.is_name
            ]
            # Of two that fit, the longer; of two as long, the one as it stands.
            self._starting_with[word] = sorted(
                forms, key=lambda form: (-len(form.words), form.words[0] != word.lower())
            )
        return self._starting_with[word]


def _own_forms(term: Term, language: Language) -> Iterator[Form]:
    short = term.abbreviation.in_(language)
    forms = [term.name.in_(language), term.plural.in_(language), *term.also.in_(language), short]
    if short:
        forms.append(short + _PLURAL[language])
    for form in filter(None, forms):
        yield _form(form, term, language, avoided=False)


def _avoided_forms(term: Term, language: Language) -> Iterator[Form]:
    for form in term.avoid.in_(language):
        yield _form(form, term, language, avoided=True)


def _form(text: str, term: Term, language: Language, *, avoided: bool) -> Form:
    # The glossary lists English verbs as "to revise".
    words = _WORD.findall(text.removeprefix("to "))
    plain = tuple(word if is_initialism(word) else word.lower() for word in words)
    return Form(plain, term, avoided, text in term.everyday.in_(language))


@cache
def _keys(word: str, language: Language) -> frozenset[str]:
    """Return what `word` may be a form of: its radicals in Welsh, its singular in English."""
    if is_initialism(word):
        return frozenset((word,))
    if language == "cy":
        return frozenset(radical.word for radical in radicals(word))
    lower = word.lower()
    plural = len(lower) > 3 and lower.endswith("s") and not lower.endswith("ss")
    return frozenset((lower, lower[:-1])) if plural else frozenset((lower,))


def _fits(words: Sequence[str], wanted: Sequence[str], language: Language) -> bool:
    return len(words) == len(wanted) and all(
        one in _keys(word, language) for one, word in zip(wanted, words, strict=True)
    )


def _says(words: Sequence[set[str]], wanted: Sequence[str]) -> bool:
    stems = [_stem(word) for word in wanted if len(word) > 3] or list(wanted)
    near: dict[str, int] = {}
    for index, keys in enumerate(words):
        for stem in stems:
            if any(key.startswith(stem) for key in keys):
                near[stem] = index
        if len(near) == len(set(stems)) and index - min(near.values()) < _WINDOW:
            return True
    return False


def _stem(word: str) -> str:
    """Return the start that forms of one word share: apel- in apêl and apelio, decis- does not."""
    return word if is_initialism(word) else fold(word)[: max(4, len(word) - 4)]
