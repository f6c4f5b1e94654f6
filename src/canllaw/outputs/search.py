"""The search index of one language: small enough to fetch, ranked before it is fetched.

    {"lang": "cy",
     "pages": [[address, title], …],
     "texts": [text, …],                 each once, however many pages show it
     "sections": [[page, id, heading, text], …],      page and text by number
     "keys": {key: [section, weight, section, weight, …], …},   sections as steps from the last one
     "endings": [[ending, instead, least], …],       the rules of search_keys
     "bases": {plural: singular, …},     what those rules do not cover
     "small": [word, …],                 words that are left out, such as "the"
     "foreign": [key, …]}                known only as words of the other language

Weights are those of BM25 without the rarity of the word, which the reader's browser works out.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Final, TypeVar

from canllaw.languages import Language, counterpart
from canllaw.model import Term
from canllaw.outputs.sections import Section
from canllaw.welsh.mutation import fold, is_initialism
from canllaw.welsh.search_keys import ENDINGS, forms, words

# What a word counts for where it stands, once; in the text it counts for 2.4 at most.
_HEADING, _TITLE, _EXTRA, _TERM = 3.0, 6.0, 3.0, 8.0
_BREVITY: Final = 0.4
_SATURATION, _LENGTH, _SCALE = 1.4, 0.6, 5
# Where a fact was read is for whoever asks for it by name; a card away from home counts for less.
_SOURCE, _GUEST = 0.4, 0.6

Thing = TypeVar("Thing", bound=Hashable)

# Words that are in every text: who types them among others does not look for them.
_SMALL: Final[Mapping[Language, str]] = {
    "cy": """
        y yr yn a ac ag ar at i o am gan gyda dan dros drwy trwy wrth er os ond neu na nad nac nid
        ni oes mae maen yw ydy ydyw sydd sy bod fod bydd fydd byddwch ei eu ein eich fy fe hi nhw
        chi ef hwn hon hyn hynny wedi un unrhyw gael cael wnaf beth sut ydw rwyf rydw ydych rydych
        dylwn dylai ga rydym roedd oedd
    """,
    "en": """
        a an and are as at be by can could do does for from has have how i if in is it its may me
        my of on or our she he should that the their them there they this to was we what which
        will with would you your am s t
    """,
}


@dataclass(frozen=True, slots=True)
class Extra:
    """Words that a section is found by and that need not stand in it: keywords, questions."""

    address: str
    section: str
    text: str


def search_index(
    language: Language,
    sections: Sequence[Section],
    terms: Iterable[Term] = (),
    extras: Iterable[Extra] = (),
) -> dict[str, Any]:
    """Return the index of `sections`, whose order is the order of equally good results."""
    glossary = list(terms)
    rows = _rows(language, sections, glossary, extras)
    bases = _bases(glossary, language)
    own = Counter(chain.from_iterable(row.own_words() for row in rows))
    postings = _Keeper(language, bases, own).postings(rows)
    pages = _numbered((section.address, section.title) for section in sections)
    texts = _numbered(section.text for section in sections)
    return {
        "lang": language,
        "pages": [list(page) for page in pages],
        "texts": list(texts),
        "sections": [
            [
                pages[section.address, section.title],
                section.id,
                section.heading,
                texts[section.text],
            ]
            for section in sections
        ],
        "keys": {key: postings[key] for key in sorted(postings)},
        "endings": ENDINGS[language],
        "bases": {plural: base for plural, base in sorted(bases.items()) if base in postings},
        "small": sorted(_SMALL[language].split()),
        "foreign": sorted(_foreign(rows, own) | _foreign_initials(glossary, language)),
    }


def _numbered(things: Iterable[Thing]) -> dict[Thing, int]:
    return {thing: number for number, thing in enumerate(dict.fromkeys(things))}


@dataclass(frozen=True, slots=True)
class _Row:
    """What one section is found by: its text, what else counts, and the other language's names."""

    text: str
    others: tuple[tuple[str, float], ...]
    foreign: tuple[str, ...]
    worth: float

    def own_words(self) -> Iterator[str]:
        """Give the words of the section in its own language, in lower case."""
        for text in (self.text, *(text for text, _ in self.others)):
            yield from _lower(words(text))


def _rows(
    language: Language, sections: Sequence[Section], terms: list[Term], extras: Iterable[Extra]
) -> list[_Row]:
    given: dict[tuple[str, str], list[str]] = defaultdict(list)
    for extra in extras:
        given[extra.address, extra.section].append(extra.text)
    by_id = {term.id: term for term in terms}
    homes = _homes(sections)
    rows = []
    for section in sections:
        term = by_id.get(section.id)
        others = [(section.heading, _HEADING)]
        if not section.id:
            others += [(section.title, _TITLE), (_last_part(section.address), _TITLE)]
        others += [(text, _EXTRA) for text in given[section.address, section.id]]
        others += [(name, _TERM) for name in (_names(term, language) if term else ())]
        foreign = tuple(_foreign_names(term, language)) if term else ()
        worth = _SOURCE if _kind(section) == "source" else 1.0
        worth *= 1.0 if homes.get(_kind(section)) in (None, section.address) else _GUEST
        rows.append(_Row(section.text, tuple(others), foreign, worth))
    return rows


def _kind(section: Section) -> str:
    """Return the kind of fact that a card shows, or an empty string for any other section."""
    return section.id.rpartition(".")[0]


def _homes(sections: Sequence[Section]) -> dict[str, str]:
    """Return the address that shows most cards of each kind of fact, such as the glossary."""
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for section in sections:
        if kind := _kind(section):
            shown[kind][section.address] += 1
    return {kind: counts.most_common(1)[0][0] for kind, counts in shown.items()}


def _last_part(address: str) -> str:
    """Return the words of the last part of an address, which names the page in a word or two."""
    return address.rstrip("/").rpartition("/")[2].replace("-", " ")


def _names(term: Term, language: Language) -> list[str]:
    """Return what a term is called, rightly or wrongly."""
    maybe = (term.abbreviation.in_(language), term.plural.in_(language))
    also: tuple[str, ...] = getattr(term.also, language) + getattr(term.avoid, language)
    return [term.name.in_(language), *filter(None, maybe), *also]


def _foreign_names(term: Term, language: Language) -> list[str]:
    other = counterpart(language)
    return [term.name.in_(other), *filter(None, (term.abbreviation.in_(other),))]


def _bases(terms: list[Term], language: Language) -> dict[str, str]:
    """Return the singular of each word that differs between a term and its plural."""
    found: dict[str, str] = {}
    for term in terms:
        plural = words(term.plural.in_(language) or "")
        singular = words(term.name.in_(language))
        if len(plural) == len(singular):
            pairs = zip(_lower(plural), _lower(singular), strict=True)
            # An adjective may only be mutated: ysgol feithrin, ysgolion meithrin.
            found |= {
                fold(many): fold(one)
                for many, one in pairs
                if many not in forms(one, language, {}) and one not in forms(many, language, {})
            }
    return found


def _foreign(rows: list[_Row], own: Mapping[str, int]) -> set[str]:
    names = chain.from_iterable(row.foreign for row in rows)
    return {fold(word) for name in names for word in _lower(words(name)) if not own[word]}


def _foreign_initials(terms: list[Term], language: Language) -> set[str]:
    """Return the abbreviations of the other language that are none of ours."""
    other = counterpart(language)
    ours, theirs = (
        {fold(name) for term in terms if (name := term.abbreviation.in_(side))}
        for side in (language, other)
    )
    return theirs - ours


def _lower(found: list[str]) -> list[str]:
    """Return words in lower case, an initialism without its ending: CDUau as cdu."""
    return [_lower_word(word) for word in found]


@cache
def _lower_word(word: str) -> str:
    if not is_initialism(word):
        return word.lower()
    head = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    ending = word[len(head) :]
    return head.lower() if ending in {"s", "au"} and len(head) > 1 else word.lower()


class _Keeper:
    """Knows which words there are, so that a word is kept under what it is really a form of."""

    def __init__(self, language: Language, bases: Mapping[str, str], counts: Counter[str]) -> None:
        self._language: Language = language
        self._bases = bases
        self._counts = counts
        self._singulars = frozenset(bases.values())
        self._small = frozenset(_SMALL[language].split())
        self._kept: dict[str, tuple[str, ...]] = {}

    def postings(self, rows: Sequence[_Row]) -> dict[str, list[int]]:
        """Return for each key the sections it is in, as steps, each with its weight."""
        lengths = [len(words(row.text)) for row in rows]
        average = sum(lengths) / max(1, len(lengths)) or 1.0
        found: dict[str, list[int]] = defaultdict(list)
        last: dict[str, int] = {}
        for number, (row, length) in enumerate(zip(rows, lengths, strict=True)):
            for key, weight in self._weights(row, length / average).items():
                score = round(_SCALE * row.worth * weight)
                found[key] += [number - last.get(key, 0), max(1, score)]
                last[key] = number
        return found

    def _weights(self, row: _Row, length: float) -> dict[str, float]:
        times: Counter[str] = Counter()
        for word, count in Counter(_lower(words(row.text))).items():
            times.update(dict.fromkeys(self.kept(word), count))
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * length)
        weights = {key: count * (_SATURATION + 1) / (count + norm) for key, count in times.items()}
        best: dict[str, float] = {}
        for text, worth in (*row.others, *((name, _TERM) for name in row.foreign)):
            kept = [self.kept(word) for word in _lower(words(text))]
            length = sum(map(bool, kept))
            for key in set(chain.from_iterable(kept)):
                # The shorter the name, the more each of its words says.
                best[key] = max(best.get(key, 0), worth / length**_BREVITY)
        return {key: weights.get(key, 0) + best.get(key, 0) for key in weights | best}

    def kept(self, word: str) -> tuple[str, ...]:
        """Return the keys that a lower-case word of the site is kept under."""
        if word not in self._kept:
            self._kept[word] = self._choose(word)
        return self._kept[word]

    def _choose(self, word: str) -> tuple[str, ...]:
        if fold(word) in self._small:
            return ()
        others = [form for form in forms(word, self._language, self._bases) if form != word]
        known = [form for form in others if self._known(form)]
        if not known:
            # Nobody here says the radical, but a reader may: gath stands for cath too.
            return tuple(dict.fromkeys(fold(form) for form in (word, *others)))
        # A common word that looks like a form of a rare one, as mae of bae, stays itself as well.
        rarer = self._counts[word] > 2 * max(self._counts[form] for form in known)
        heads = self._heads(known)
        return tuple(dict.fromkeys(fold(form) for form in ([word, *heads] if rarer else heads)))

    def _heads(self, known: list[str]) -> list[str]:
        """Return the forms that are no form of another: cynllun, not gynllun nor cynlluniau."""
        heads = [
            form
            for form in known
            if not set(forms(form, self._language, self._bases)[1:]) & set(known)
        ]
        return heads or known

    def _known(self, form: str) -> bool:
        return self._counts[form] > 0 or form in self._singulars
