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
    """A form that was found in a text: which of its words it starts with, counted from 0."""

    form: Form
    index: int

    def passage(self, text: str) -> tuple[int, str]:
        """Return where it stands in `text`, and its words as they are written there."""
        words = list(_WORD.finditer(text))[self.index : self.index + len(self.form.words)]
        start, end = words[0].start(), words[-1].end()
        return start, " ".join(text[start:end].split())


class Glossary:
    """The terms of one language, ready to be found."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._language = language
        self._own = {term.id: list(_own_forms(term, language)) for term in terms}
        self._by_first_word: dict[str, list[Form]] = defaultdict(list)
        self._starting_with: dict[str, list[Form]] = {}
        own = [form for forms in self._own.values() for form in forms]
        known = {form.words for form in own}
        self._terms_with: dict[tuple[str, ...], list[Term]] = defaultdict(list)
        for form in own:
            self._terms_with[form.words].append(form.term)
        # A form to avoid for one term may be another term: SEN, where the old system is told of.
        avoided = [form for term in terms for form in _avoided_forms(term, language)]
        for form in (*own, *(form for form in avoided if form.words not in known)):
            self._by_first_word[form.words[0]].append(form)

    def uses(self, text: str) -> Iterator[Use]:
        """Yield the forms in `text`, the longest where several stand in one place."""
        words = _WORD.findall(text)
        after = 0
        for index, word in enumerate(words):
            starting = self._starting_with.get(word)
            if starting is None:
                starting = self._starting_with[word] = self._starting(word)
            for form in starting if index >= after else ():
                if _fits(words, index, form, self._language):
                    after = index + len(form.words)
                    yield Use(form, index)
                    break

    def meanings(self, form: Form) -> Sequence[Term]:
        """Return the terms that are written so: "review" is one that is done, and to do one."""
        return self._terms_with.get(form.words, [])

    def says(self, text: str, term: Term) -> bool:
        """Whether `text` has the words of `term` in any order, or words of the same stem."""
        words = [_folded(word, self._language) for word in _WORD.findall(text)]
        return any(_says(words, form.words) for form in self._own[term.id])

    def _starting(self, word: str) -> list[Form]:
        """Return the forms that may start with `word` as it stands.

        Of two that fit the longer comes first; of two as long the one that is not bent.
        """
        forms = [
            form
            for key in _keys(word, self._language)
            for form in self._by_first_word.get(key, ())
            if word[0].isupper() or not form.is_name
        ]
        return sorted(forms, key=lambda form: (-len(form.words), form.words[0] != word.lower()))


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


@cache
def _folded(word: str, language: Language) -> frozenset[str]:
    return frozenset(fold(key) for key in _keys(word, language))


def _fits(words: Sequence[str], index: int, form: Form, language: Language) -> bool:
    """Whether what follows `words[index]` is the rest of `form`."""
    if index + len(form.words) > len(words):
        return False
    for offset in range(1, len(form.words)):
        if form.words[offset] not in _keys(words[index + offset], language):
            return False
    return True


def _says(words: Sequence[frozenset[str]], form: Sequence[str]) -> bool:
    wanted = [_stems(word) for word in form if len(word) > 3] or [_stems(word) for word in form]
    last: dict[int, int] = {}
    for index, keys in enumerate(words):
        for number, stems in enumerate(wanted):
            if any(key.startswith(stems) for key in keys):
                last[number] = index
        if len(last) == len(wanted) and index - min(last.values()) < _WINDOW:
            return True
    return False


@cache
def _stems(word: str) -> tuple[str, ...]:
    """Return the starts that forms of a word of a term share: apel- in apêl and apelio."""
    if is_initialism(word):
        return (word,)
    # A word inside a term may be mutated: "ysgol a gynhelir" comes from cynnal.
    return tuple(fold(radical.word)[: max(4, min(7, len(word) - 4))] for radical in radicals(word))
